"""What a number counts: the unit or currency that stands before it or behind it."""

from __future__ import annotations

from typing import Final

import regex

from transtrack.checks.language import Language

_BEFORE: Final = regex.compile(
    r"(€|\$|£|¥|₽|₴|₺|₹|\b(?:EUR|USD|GBP|CHF|PLN|RUB|UAH|CNY|RMB)|US-Dollar|Euro|Tempo)\s?$"
)
_AFTER: Final = regex.compile(r"[\s\-‑]?\s?(?:US[- ])?", regex.IGNORECASE)


def has_currency(text: str, start: int) -> bool:
    """Whether a currency stands before the number at a place."""
    return _BEFORE.search(text, max(start - 10, 0), start) is not None


def find_unit(text: str, start: int, end: int, language: Language) -> tuple[str, int]:
    """The unit of the number at a place, before it or behind it, and where both end.

    Empty where there is none.
    """
    at = _AFTER.match(text, end)
    place = at.end() if at else end
    further = language.of.match(text, place)
    if found := language.measure.match(text, further.end() if further else place):
        return _name(found, language), found.end()
    place = max(start - 10, 0)
    before = _BEFORE.search(text, place, start) or language.ahead.search(text, place, start)
    found = language.measure.match(f"{before[1]} ") if before else None
    return (_name(found, language) if found else ""), end


def _name(found: regex.Match[str], language: Language) -> str:
    return language.measures[found.lastindex - 1] if found.lastindex else ""
