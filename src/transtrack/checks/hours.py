"""Hours of the day, by either clock: 19 Uhr is 7 pm, 1900 hours, or plainly 7."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import regex

HOURS: Final = 720  # minutes of half a day, by which both clocks say the same
_DAY, _HOUR, _DIGITS = 24, 60, 4
_CLOCK: Final = regex.compile(
    r"[\s ]?(?:uhr|h\b|[ap]\.?\s?m\b|o['’]clock|hours\b|noon)", regex.IGNORECASE
)
_AT: Final = {
    "de": regex.compile(r"\b(?:ab|um|gegen|bis|nach|vor)\s$", regex.IGNORECASE),
    "en": regex.compile(r"\b(?:at|by|from|until|till|to|after|before|between|and)\s$"),
}
_NOON: Final = 12


def follows_clock(text: str, end: int) -> bool:
    """Whether what stands behind a number makes it an hour: Uhr, pm, hours."""
    return _CLOCK.match(text, end) is not None


def stands_at(text: str, start: int, number: int, language: str) -> bool:
    """Whether a whole number may be an hour by what stands before it: `ab 19`, `at 7`."""
    spoken = language == "de" or number <= _NOON
    return spoken and _AT[language].search(text, max(start - 9, 0), start) is not None


def read_hours(atoms: Sequence[str], *, clock: bool) -> Iterator[int]:
    """The time that the parts of a number say, in minutes after noon or midnight.

    Two parts may always be one; a whole number only where it is known to be an hour (`clock`).
    """
    first = int(atoms[0])
    if len(atoms) == 2 and len(atoms[1]) == 2 and first <= _DAY and int(atoms[1]) < _HOUR:  # noqa: PLR2004
        yield (first * _HOUR + int(atoms[1])) % HOURS
    elif len(atoms) == 1 and clock and first <= _DAY:
        yield first * _HOUR % HOURS
    elif len(atoms) == 1 and clock and len(atoms[0]) == _DIGITS:
        yield (first // 100 * _HOUR + first % 100) % HOURS
