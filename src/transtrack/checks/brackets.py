"""Brackets that have lost their other half."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair
from transtrack.model import Severity

_PAIRS: Final = (("(", ")"), ("[", "]"), ("{", "}"))


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each sort of brackets that are paired in the original and not here."""
    for opening, closing in _PAIRS:
        here = _balance(pair.target.text, opening, closing)
        there = _balance(pair.source.text, opening, closing)
        if here and not there:
            mark = opening if here > 0 else closing
            at = pair.target.text.rfind(mark)
            yield Remark(start=at, end=at + 1, message=f"{mark} has no other half")


def _balance(text: str, opening: str, closing: str) -> int:
    return text.count(opening) - text.count(closing)


CHECK = Check(
    name="brackets",
    category="linguistic-conventions/punctuation/unpaired-marks",
    severity=Severity.MINOR,
    help="A bracket opens or closes without its other half.",
    find=find,
    flagged=(
        ("Der Turm (1912) steht noch.", "The tower (1912 still stands."),
        ("Der Turm (1912) steht noch.", "The tower 1912) still stands."),
        ("Er sagte: „Sie [die Stadt] zahlt.“", "He said: “It [the town will pay.”"),
    ),
    passing=(
        ("Der Turm (1912) steht noch.", "The tower (1912) still stands."),
        ("Der Turm (1912) steht noch.", "The tower, built in 1912, still stands."),
        ("a) der Preis, b) die Lage", "a) the price, b) the location"),
    ),
)
