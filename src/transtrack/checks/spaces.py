"""Spaces before marks, and none after them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair
from transtrack.model import Severity

_BEFORE: Final = regex.compile(r"(?<=\p{L}) +([,;:!?])(?=\s|$)|(?<=\p{L}) +(\.)(?=\s*$|\s+\p{Lu})")
_AFTER: Final = regex.compile(r"(?<=\p{Ll}{2})([,;])(?=\p{L}{2})")


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each space before a mark that English joins to the word, and each missing."""
    for match in _BEFORE.finditer(pair.target.text):
        mark = match[1] or match[2]
        yield Remark(
            start=match.start(),
            end=match.end(),
            message=f"a space stands before {mark}",
            suggestion=mark,
            fix=mark,
        )
    for match in _AFTER.finditer(pair.target.text):
        yield Remark(
            start=match.start(),
            end=match.end(),
            message=f"a space is missing after {match[1]}",
            suggestion=f"{match[1]} ",
            fix=f"{match[1]} ",
        )


CHECK = Check(
    name="spaces",
    category="linguistic-conventions/punctuation",
    severity=Severity.NEUTRAL,
    help="A space stands before a mark, or none after it.",
    find=find,
    flagged=(
        ("Der Zug kam, aber zu spät.", "The train came , but too late."),
        ("Der Zug kam, aber zu spät.", "The train came,but too late."),
        ("Wann kam der Zug?", "When did the train come ?"),
    ),
    passing=(
        ("Der Zug kam, aber zu spät.", "The train came, but too late."),
        ("Es kamen 1000 Gäste.", "There were 1,000 guests."),
        ("Die Datei heißt .profile.", "The file is called .profile."),
    ),
    target=("en",),
)
