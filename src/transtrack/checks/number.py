"""Numbers that the translation gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from transtrack.checks.check import Check, Remark
from transtrack.checks.language import LANGUAGES
from transtrack.checks.matching import is_plain_word, is_told_otherwise, match_numbers
from transtrack.checks.pair import Pair
from transtrack.checks.quantities import find_quantities
from transtrack.checks.quantity import Quantity
from transtrack.model import Severity

_MOST: Final = 400  # numbers of a side; what has more is a table, and no sentence


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each number that the original has not, where one of the original lacks."""
    target = find_quantities(pair.target.text, pair.languages[1])
    if not any(item.digits or is_plain_word(item) for item in target):
        return
    source = find_quantities(pair.source.text, pair.languages[0])
    if max(len(source), len(target)) > _MOST:
        return
    lost, strange = match_numbers(source, target)
    for item in strange:
        other = _closest(item, lost, pair)
        if other is None or is_told_otherwise(item, source, target):
            continue
        lost.remove(other)
        yield Remark(
            start=item.start,
            end=item.end,
            message=f'"{item.text}" stands where the original has "{other.text}"',
            severity=None if other.digits else Severity.MINOR,
        )


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
        ("Der Zug fährt um 07:05 Uhr ab.", "The train leaves at 7:05 pm."),
        ("Um halb zehn begann die Sitzung.", "The meeting began at 10:30."),
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
        ("Um halb zehn begann die Sitzung.", "The meeting began at half past nine."),
        ("Viertel vor zehn ging sie.", "She left at a quarter to ten."),
        ("Das Brot kostet 3 Euro 50.", "The bread costs 3.50 euros."),
        ("Er hatte 1,84 Promille.", "He had 0.184 percent."),
    ),
    source=LANGUAGES,
    target=LANGUAGES,
)
