"""Numbers that the translation gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from transtrack.checks.check import Check, Remark
from transtrack.checks.language import LANGUAGES
from transtrack.checks.pair import Pair
from transtrack.checks.quantities import find_quantities
from transtrack.checks.quantity import Quantity
from transtrack.checks.units import CURRENCIES, PARTS
from transtrack.model import Severity

_DATE: Final = 3  # numbers of a date, whose year may be short
_FEWEST: Final = 3  # a number in words from which it is one, and no article or pronoun
_HUNDRED: Final = 100  # which may be a century, and a dozen is as round
_APART: Final = 16  # characters between the numbers of one measure


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each number that the original has not, where one of the original lacks."""
    target = find_quantities(pair.target.text, pair.languages[1])
    if not any(item.digits or _is_plain_word(item) for item in target):
        return
    source = find_quantities(pair.source.text, pair.languages[0])
    lost, strange = _match(source, target)
    wholes = (_find_compounds(source), _find_compounds(target)) if strange else ([], [])
    for item in strange:
        other = _closest(item, lost, pair)
        if other is None or any(_is_other_unit(one, item) for one in source):
            continue
        if _in_whole(item, source, wholes):
            continue
        lost.remove(other)
        yield Remark(
            start=item.start,
            end=item.end,
            message=f'"{item.text}" stands where the original has "{other.text}"',
            severity=None if other.digits else Severity.MINOR,
        )


def _match(
    source: Sequence[Quantity], target: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """The numbers of both sides that are left when each has met one of the other.

    On either side those in words only where none are in digits.
    """
    rest = sorted(source, key=lambda item: not item.digits)
    left = []
    for item in sorted(target, key=lambda item: not item.digits):
        same = next((other for other in rest if other.meets(item)), None)
        if same is not None:
            rest.remove(same)
        else:
            left.append(item)
    strange = [item for item in left if item.digits and not _in_parts(item, source)]
    lost = [item for item in rest if item.digits and not _in_parts(item, target)]
    timed = any(item.clock or ":" in item.text for item in (*source, *target))  # halb elf
    if lost or timed:
        return lost, strange
    words = [item for item in rest if _is_plain_word(item)]
    return words, strange or [item for item in left if _is_plain_word(item)]


def _is_plain_word(item: Quantity) -> bool:
    """Whether a number is in words and a number of things: no article, half, or club (Sechzig)."""
    return (
        not item.digits
        and _FEWEST <= item.value < _HUNDRED
        and item.value.is_integer()
        and item.factor == 1
        and item.text[0].islower()
    )


def _in_parts(item: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether a number is part of a date or result, or is one whose parts stand alone."""
    if len(item.atoms) == 1:
        lists = [o.atoms for o in others if len(o.atoms) > 1 and o.listed]
        parts = {atom.lstrip("0") for atoms in lists for atom in atoms}
        parts |= {f"{age}{atoms[2]}" for atoms in lists if len(atoms) == _DATE for age in (19, 20)}
        return item.atoms[0].lstrip("0") in parts
    if len(item.atoms) > 1 and item.listed:
        parts = {o.atoms[0].lstrip("0") for o in others if len(o.atoms) == 1}
        values = {f"{o.value:.0f}" for o in others if not o.digits}
        return all(atom.lstrip("0") in parts | values for atom in item.atoms)
    return False


def _is_other_unit(source: Quantity, target: Quantity) -> bool:
    """Whether a number is the other in another unit; at what rate of exchange, nobody asks."""
    exchanged = source.unit != target.unit and {source.unit, target.unit} <= CURRENCIES
    return exchanged or target.converts(source)


def _find_compounds(items: Sequence[Quantity]) -> list[Quantity]:
    """Two numbers that are one measure, 1 hour 52 minutes, in the smaller unit."""
    found = []
    for one, other in pairwise(items):
        count = PARTS.get((one.unit, other.unit))
        if count and other.start - one.end <= _APART:
            value = one.value * count + other.value
            readings = frozenset({("n", value)})
            whole = replace(other, start=one.start, value=value, readings=readings, atoms=())
            found.append(whole)
    return found


def _in_whole(
    item: Quantity, source: Sequence[Quantity], wholes: tuple[list[Quantity], list[Quantity]]
) -> bool:
    """Whether a number is a measure that the other side gives in two numbers, or part of one."""
    there, here = wholes
    own = [whole for whole in here if whole.start <= item.start < whole.end]
    pairs = [(item, other) for other in there]
    single = [one for one in source if not any(w.start <= one.start < w.end for w in there)]
    pairs += [(whole, other) for whole in own for other in single]
    return any(one.meets(other) or one.converts(other) for one, other in pairs)


def _closest(item: Quantity, lost: Sequence[Quantity], pair: Pair) -> Quantity | None:
    def distance(other: Quantity) -> float:
        share = other.start / max(len(pair.source.text), 1)
        return abs(share - item.start / max(len(pair.target.text), 1))

    return min(lost, key=distance, default=None)


CHECK = Check(
    name="number",
    category="accuracy/mistranslation/number",
    severity=Severity.MAJOR,
    help="A number differs from the original's: 1,5 Mrd. is 1.5 billion, 14.30 Uhr 2:30 pm.",
    find=find,
    flagged=(
        ("Im Hafen lagen 47 Boote.", "There were 74 boats in the harbour."),
        ("Der Umbau kostet 1,5 Mrd. Euro.", "The conversion costs 1.5 million euros."),
        ("Der Zug fährt um 14.30 Uhr ab.", "The train leaves at 3:30 pm."),
        ("Die Stadt hat 12.400 Einwohner.", "The town has 14,200 inhabitants."),
        ("Der Zug fährt um 18.05 Uhr ab.", "The train leaves at 6:05 am."),
        ("Das Buch kostet 15,30 Euro.", "The book costs 3.30 euros."),
        ("Es geht um eine halbe Milliarde.", "It is about half a million."),
        ("Geöffnet ist von 16 bis 18 Uhr.", "It is open from 5 p.m. to 6 p.m."),
        ("Der Umsatz stieg auf 280 Mio. £.", "Sales rose to £380m."),
        ("Ein Denkmal aus 1.000 Rosen.", "A monument of 4,000 roses."),
        ("Die Kette öffnet elf Läden.", "The chain is opening 19 shops."),
        ("Am Abend suchten elf Taucher.", "In the evening nine divers searched."),
        ("Die Mode der 1970er Jahre kehrt zurück.", "The fashion of the 1770s is returning."),
        ("Er lief 46 Minuten und 30 Sekunden.", "He ran 46 minutes and 20 seconds."),
    ),
    passing=(
        ("Der Umbau kostet 1,5 Mrd. Euro.", "The conversion costs 1.5 billion euros."),
        ("Der Zug fährt um 14.30 Uhr ab.", "The train leaves at 2:30 pm."),
        ("Die Stadt hat 12.400 Einwohner.", "The town has 12,400 inhabitants."),
        ("Sie gewann das 3. Rennen in Folge.", "She won her third race in a row."),
        ("Die Mode der 1970er Jahre kehrt zurück.", "The fashion of the 70s is returning."),
        ("Die Mode der siebziger Jahre kehrt zurück.", "1970s fashion is returning."),
        ("Der Pass liegt 10 Kilometer entfernt.", "The pass is 6.2 miles away."),
        ("Der Laden schließt um 8 Uhr.", "The shop closes at 8 p.m."),
        ("Von 19 bis 21 Uhr ist geschlossen.", "It is closed from 7 to 9 p.m."),
        ("Um 23 Uhr war Ruhe.", "By 11 at night all was quiet."),
        ("Um 0.30 Uhr war alles ruhig.", "At 12:30 a.m. all was quiet."),
        ("Der Film läuft 1 Stunde und 52 Minuten.", "The film runs for 112 minutes."),
        ("Er ist 1,92 m groß.", "He is 6 feet 4 inches tall."),
        ("Die Wohnung hat 80 m².", "The apartment is 860 square feet."),
        ("Sie zahlt 50 Cent je Aktie.", "It is paying €0.50 per share."),
        ("Das Ultimatum läuft 48 Stunden.", "The ultimatum runs for 2 days."),
        ("Sie gewann mit 6:4, 3:6 und 7:5.", "She won 6-4, 3-6, 7-5."),
        ("Rund eine halbe Million Menschen kam.", "About half a million people came."),
        ("Er verdiente 3,5 Millionen Euro.", "He earned three and a half million euros."),
        ("Sie gewann über 200 und 400 m.", "She won the 200m and the 400m."),
        ("Geöffnet ist von 16 bis 18 Uhr.", "It is open from 4 p.m. to 6 p.m."),
        ("Führungen um 11, 13 und 15 Uhr.", "Guided tours at 11 am, 1 pm and 3 pm."),
        ("Das Spiel beginnt um 19 Uhr.", "The match starts at 7 on Saturday."),
        ("Der A400M kommt 2009.", "The A400M is due in 2009."),
        ("Der Mann ist 1,80 Meter groß.", "The man is 5ft 11in tall."),
        ("Der Liter kostet 30 Cent.", "A litre costs 0.30 euros."),
        ("Sie verdient 3.000 Dollar (1.730 Euro).", "She earns S$3,000 ($2,400)."),
        ("Im späten 19. Jahrhundert war das neu.", "In the late 1800s that was new."),
        ("Sie schwamm 640 Meter.", "She swam 700 yards."),
        ("Sie lief 2:21:31.", "She finished in 2:21.31."),
        ("Um halb elf begann der Film.", "The film started at 10:30."),
        ("Etwa zehn Läden öffnen neu.", "About a dozen shops are opening again."),
        ("Sie kam um halb sieben.", "She came at half past six o'clock."),
        ("Beide Läden öffnen neu.", "The 2 shops are opening again."),
        ("Der Aufsteiger schlug Sechzig.", "The newcomers beat 1860 Munich."),
        ("Es flog drei Kilometer hoch.", "It flew at 10,000 feet."),
        ("Häuser kosten 50-100.000 Euro.", "Houses cost 50,000 to 100,000 euros."),
        ("Die Lücke ist 3,5 Zentimeter breit.", "The gap is 3 ½ centimetres wide."),
    ),
    source=LANGUAGES,
    target=LANGUAGES,
)
