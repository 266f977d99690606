"""Units and currencies that the translation gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transtrack.checks.check import Check, Remark
from transtrack.checks.language import LANGUAGES
from transtrack.checks.pair import Pair
from transtrack.checks.quantities import find_quantities
from transtrack.checks.quantity import Quantity
from transtrack.model import Severity


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each number whose unit is another than the same number's in the original."""
    source = find_quantities(pair.source.text, pair.languages[0])
    target = find_quantities(pair.target.text, pair.languages[1])
    for item in target:
        if not item.unit:
            continue
        same = [other for other in source if other.meets(item)]
        if not same or any(o.unit in ("", item.unit) or item.converts(o) for o in same):
            continue
        other = next((one for one in same if not _has(one, target)), None)
        if other is not None:
            yield Remark(
                start=item.start,
                end=item.end,
                message=f'"{item.text}" is in {item.unit} here, in {other.unit} in the original',
            )


def _has(item: Quantity, others: Sequence[Quantity]) -> bool:
    return any(other.meets(item) and other.unit in ("", item.unit) for other in others)


CHECK = Check(
    name="unit",
    category="accuracy/mistranslation/unit-conversion",
    severity=Severity.MAJOR,
    help="A number has another unit or currency than in the original.",
    find=find,
    flagged=(
        ("Die Reise dauerte 12 Stunden.", "The journey took 12 minutes."),
        ("Das Gemälde kostet 3000 Euro.", "The painting costs 3,000 dollars."),
        ("Der Anteil stieg auf 8 Prozent.", "The share rose to 8 per mille."),
        ("Sie kauften 20 Quadratkilometer.", "They bought 20 square metres."),
    ),
    passing=(
        ("Die Reise dauerte 12 Stunden.", "It was a 12-hour journey."),
        ("Das Gemälde kostet 3000 Euro.", "The painting costs €3,000."),
        ("Der 40-Jährige wohnt in Graz.", "The man, 40, lives in Graz."),
        ("Der Anteil stieg auf 8 Prozent.", "The share rose to 8%."),
        ("Das Baby wog 3.200 Gramm.", "The baby weighed 3.2 kilograms."),
        ("Das Lager hat 2700 Quadratmeter.", "The warehouse has 2700 m² of floor."),
    ),
    source=LANGUAGES,
    target=LANGUAGES,
)
