"""Numbers that English says in several words: half a million, three and a half dozen, 5ft 11in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import regex

from transtrack.checks.language import Language

_PARTS: Final = {"half": 0.5, "quarter": 0.25, "three quarters": 0.75, "three-quarters": 0.75}
_SCALES: Final = {
    "dozen": 12, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
_FRACTION: Final = regex.compile(
    r"\b(?:(?P<whole>\p{Nd}+|\p{L}+)[ -]and[ -]an?[ -])?"
    rf"(?P<part>{'|'.join(sorted(_PARTS, reverse=True))})(?:[ -]of)?(?:[ -]an?)?[ -]"
    rf"(?P<scale>{'|'.join(_SCALES)})s?\b",
    regex.IGNORECASE,
)
_HEIGHT: Final = regex.compile(
    r"(?<![\p{Nd}.,])(?P<feet>\p{Nd})[\s-]?(?:ft|feet|foot|['’′])[\s-]?(?P<inches>\p{Nd}{1,2})"
    r"(?:\s?in(?:ch(?:es)?)?\b|[\"”″]|''|\b(?!['’]))"
)


class Phrase(NamedTuple):
    """A number at a place, whether it is a big one, and the unit that is part of it."""

    start: int
    end: int
    value: float
    scale: float
    unit: str = ""


def find_phrases(text: str, language: Language) -> Iterator[Phrase]:
    """The numbers of an English text that take several words, by place; none elsewhere."""
    if language.code != "en":
        return
    for match in _FRACTION.finditer(text):
        whole = 0.0
        if match["whole"]:
            word = match["whole"].lower()
            read = float(word) if word.isdecimal() else language.numbers.get(word)
            if read is None:
                continue
            whole = read
        scale = _SCALES[match["scale"].lower()]
        value = (whole + _PARTS[match["part"].lower()]) * scale
        yield Phrase(*match.span(), value, scale)
    for match in _HEIGHT.finditer(text):
        value = int(match["feet"]) + int(match["inches"]) / 12
        yield Phrase(*match.span(), value, 1.0, "foot")
