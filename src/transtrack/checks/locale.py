"""Numbers and letters as German writes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair
from transtrack.model import Severity

_COMMA: Final = regex.compile(
    r"(?<![\p{Nd}.,:])(\p{Nd}+),(\p{Nd}{1,2}|\p{Nd}{4,})(?![\p{Nd},:])(?!\.\p{Nd})"
)
_POINT: Final = regex.compile(r"(?<![\p{Nd}.,:])\p{Nd}{1,3}(?:\.\p{Nd}{3})+(?![\p{Nd}.,:])")


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each decimal comma, and each point between thousands, taken from the source."""
    text = pair.target.text
    for match in _COMMA.finditer(text):
        if match[0] in pair.source.text and text[max(match.start() - 1, 0)] != "(":
            fix = f"{match[1]}.{match[2]}"
            yield _remark(match, f'"{match[0]}" has a decimal comma; write "{fix}"', fix)
    for match in _POINT.finditer(text):
        if match[0] in pair.source.text:
            fix = match[0].replace(".", ",")
            yield _remark(match, f'"{match[0]}" has points for thousands; write "{fix}"', fix)


def _remark(match: regex.Match[str], message: str, fix: str) -> Remark:
    return Remark(start=match.start(), end=match.end(), message=message, suggestion=fix, fix=fix)


CHECK = Check(
    name="number-format",
    category="linguistic-conventions/number-format",
    severity=Severity.MINOR,
    help="A number is written as in German: 3,5 for 3.5, 12.400 for 12,400.",
    find=find,
    flagged=(
        ("Der Umsatz stieg um 3,5 Prozent.", "Sales rose by 3,5 percent."),
        ("Es kamen 12.400 Besucher.", "There were 12.400 visitors."),
        ("Sie sprang 7,05 Meter weit.", "She jumped 7,05 metres."),
    ),
    passing=(
        ("Der Umsatz stieg um 3,5 Prozent.", "Sales rose by 3.5 percent."),
        ("Es kamen 12.400 Besucher.", "There were 12,400 visitors."),
        ("Zwei Kinder (3,5) wurden verletzt.", "Two children (3,5) were injured."),
    ),
    source="de",
    target="en",
)
