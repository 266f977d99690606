"""Times of day, as languages tell them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from transtrack.checks.language import Language

Reading = tuple[str, float]  # ("n", value), ("a" or "p", minutes after midnight or noon)

HALF: Final = regex.compile(r"[\s  ]?([ap])\.?\s?m\b\.?", regex.IGNORECASE)
_BEFORE: Final = 14  # characters that a word such as `until` may take
_NOON, _DAY, _HOUR = 12, 24, 60


def stands_at(text: str, start: int, number: int, language: Language) -> bool:
    """Whether a whole number may be an hour by what stands before it: `ab 19`, `at 7`."""
    before = language.before.search(text, max(start - _BEFORE, 0), start)
    return number <= language.day and before is not None


def share_time(atoms: Sequence[int]) -> set[Reading]:
    """The times that a number says which is joined to another one of the clock, in either half."""
    hour, minute = atoms if len(atoms) == 2 else (atoms[0], 0)  # noqa: PLR2004 - 9.30
    return _say(hour, minute, "ap")


def read_time(
    text: str, end: int, atoms: Sequence[int], length: int, language: Language
) -> set[Reading]:
    """The times of day that a number before `end` may be, with the half of the day if it is told.

    `length` is that of the number as written.
    """
    clock = language.clock.match(text, end)
    if len(atoms) == 1 and length == 4 and clock:  # noqa: PLR2004 - 1430 hours
        atoms = [atoms[0] // 100, atoms[0] % 100]
    elif len(atoms) == 1 and clock:
        atoms = [atoms[0], 0]
    elif len(atoms) != 2 or length < 4:  # noqa: PLR2004 - 9.30
        return set()
    hour, minute = atoms
    half = HALF.match(text, end)
    return _say(hour, minute, half[1].lower() if half else "p" if _NOON < hour < _DAY else "ap")


def _say(hour: int, minute: int, halves: str) -> set[Reading]:
    """The readings of a time in these halves of the day; none where it is no time."""
    if hour > _DAY or minute >= _HOUR:
        return set()
    return {(half, (hour * _HOUR + minute) % (_NOON * _HOUR)) for half in halves}
