"""Numbers in words, and in Roman digits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.compounds import read_german
from transtrack.checks.language import Language

Worded = tuple[int, int, float]  # start, end, value

_WORD: Final = regex.compile(r"\p{L}+")
_ROMAN: Final = regex.compile(
    r"(?<![\p{L}\p{Nd}])(?=[IVX]{2})(X{0,3})(IX|IV|V?I{0,3})(?:e|ème)?(?![\p{L}\p{Nd}])"
)
_UNITS: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_PLAIN: Final = str.maketrans("’ʼİ", "''i")  # in lower case, İ is two letters
_MOST: Final = 4  # words of a number: quatre-vingt-dix-sept


def find_worded(text: str, language: Language) -> Iterator[Worded]:
    """The numbers of a text that are in words or in Roman digits, unordered."""
    if language.code == "de":
        for match in _WORD.finditer(text):
            if (value := read_german(match[0].lower())) is not None:
                yield *match.span(), value
    else:
        yield from _find_listed(text, language)
    for match in _ROMAN.finditer(text):
        yield *match.span(), 10.0 * len(match[1]) + _UNITS.index(match[2])


def _find_listed(text: str, language: Language) -> Iterator[Worded]:
    """The longest runs of words that the language's file lists, or makes of its lists."""
    text = text.translate(_PLAIN)
    spans = [match.span() for match in _WORD.finditer(text)]
    done = 0
    for number, (start, _) in enumerate(spans):
        if start < done or text[start : spans[number][1]].lower() not in language.beginnings:
            continue
        for end in (end for _, end in reversed(spans[number : number + _MOST])):
            value = language.numbers.get(text[start:end].lower())
            if value is not None:
                yield start, end, value
                done = end
                break
