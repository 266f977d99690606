"""Scales behind a number, as in 1,5 Mrd. and three hundred thousand."""

from __future__ import annotations

from typing import Final

import regex

from transtrack.checks.language import Language

BIG: Final = 1e5  # a scale from which a number word counts as a number
_SPACE: Final = regex.compile(r"[\s-]?")
_SYMBOL: Final = regex.compile(r"[\s\u00a0\u202f]?([kKM])(?=[€$£])")  # 2,5 M€
_SYMBOLS: Final = {"k": 1e3, "K": 1e3, "M": 1e6}
_LETTERS: Final = frozenset("mMkK")  # scales only where they touch their number


def find_scale(text: str, end: int, language: Language) -> tuple[int, float]:
    """Where a number that ends at a place ends with its scale, and the factor; 1.0 for none."""
    if symbol := _SYMBOL.match(text, end):
        return symbol.end(), _SYMBOLS[symbol[1]]
    last, factor = _find_one(text, end, language)
    if last == end or factor >= BIG:
        return last, factor
    further, more = _find_one(text, last, language)  # five hundred thousand
    return further, factor * more


def _find_one(text: str, end: int, language: Language) -> tuple[int, float]:
    space = _SPACE.match(text, end)
    place = space.end() if space else end
    further = language.of.match(text, place) if place > end or not language.spaced else None
    found = language.scale.match(text, further.end() if further else place)
    if found is None or not found.lastindex:
        return end, 1.0
    if found[0] in _LETTERS and text[end : end + 1].isspace():
        return end, 1.0
    return found.end(), language.factors[found.lastindex - 1]
