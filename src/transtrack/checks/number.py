"""Numbers that the translation gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair
from transtrack.checks.quantities import CONVERSIONS, Quantity, find_quantities
from transtrack.model import Severity

_NEAR: Final = 0.05  # relative difference within which a converted figure is right


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each number that the original has not, where one of the original lacks."""
    source = find_quantities(pair.source.text, "de")
    target = find_quantities(pair.target.text, "en")
    lost = [item for item in source if item.digits and not _stands(item, target)]
    strange = [item for item in target if item.digits and not _stands(item, source)]
    for item in strange:
        other = _closest(item, lost, pair)
        if other is None or any(_converted(one, item) for one in source):
            continue
        lost.remove(other)
        yield Remark(
            start=item.start,
            end=item.end,
            message=f'"{item.text}" stands where the original has "{other.text}"',
        )


def _stands(item: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether a number is among others, as one or digit by digit, or as several together."""
    if any(item.meets(other) for other in others):
        return True
    atoms = {atom.lstrip("0") for other in others for atom in other.atoms}
    values = {f"{other.value:.0f}" for other in others}
    if len(item.atoms) > 1 and not any("t" == kind for kind, _ in item.readings):
        return all(atom.lstrip("0") in atoms | values for atom in item.atoms)
    if len(item.atoms) == 1 and item.value < 100:  # noqa: PLR2004 - the 27 of 27.9.2019
        parts = {a.lstrip("0") for other in others if len(other.atoms) > 1 for a in other.atoms}
        return item.atoms[0].lstrip("0") in parts
    return False


def _converted(source: Quantity, target: Quantity) -> bool:
    factor = CONVERSIONS.get((source.unit, target.unit))
    if factor is None or not source.value:
        return False
    return abs(source.value * factor / max(target.value, 1e-9) - 1) <= _NEAR


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
    ),
    passing=(
        ("Der Umbau kostet 1,5 Mrd. Euro.", "The conversion costs 1.5 billion euros."),
        ("Der Zug fährt um 14.30 Uhr ab.", "The train leaves at 2:30 pm."),
        ("Die Stadt hat 12.400 Einwohner.", "The town has 12,400 inhabitants."),
        ("Sie gewann das 3. Rennen in Folge.", "She won her third race in a row."),
        ("Die Mode der 1970er Jahre kehrt zurück.", "The fashion of the 70s is returning."),
        ("Der Pass liegt 10 Kilometer entfernt.", "The pass is 6.2 miles away."),
    ),
    source="de",
    target="en",
)
