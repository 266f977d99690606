"""Times of day, as German and English tell them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

Reading = tuple[str, float]  # ("n", value), ("a" or "p", minutes after midnight or noon)

CLOCK: Final = regex.compile(
    r"[\s ]?(?:uhr|h\b|[ap]\.?\s?m\b|o['’]clock|hours\b|noon"
    r"|at night\b|in the (?:morning|afternoon|evening)\b)",
    regex.IGNORECASE,
)
HALF: Final = regex.compile(r"[\s  ]?([ap])\.?\s?m\b\.?", regex.IGNORECASE)

_AT: Final = {
    "de": regex.compile(r"\b(?:ab|um|gegen|bis|nach|vor)\s$", regex.IGNORECASE),
    "en": regex.compile(r"\b(?:at|by|from|until|till|to|after|before|between|and)\s$"),
}
_NOON: Final = 12


def stands_at(text: str, start: int, number: int, language: str) -> bool:
    """Whether a whole number may be an hour by what stands before it: `ab 19`, `at 7`."""
    spoken = number <= (24 if language == "de" else _NOON)
    return spoken and _AT[language].search(text, max(start - 9, 0), start) is not None


def share_time(atoms: Sequence[int]) -> set[Reading]:
    """The times that a number says which is joined to another one of the clock, in either half."""
    hour, minute = atoms if len(atoms) == 2 else (atoms[0], 0)  # noqa: PLR2004 - 9.30
    if hour > 24 or minute > 59:  # noqa: PLR2004
        return set()
    return {(half, (hour * 60 + minute) % 720) for half in "ap"}


def read_time(text: str, end: int, atoms: Sequence[int], length: int) -> set[Reading]:
    """The times of day that a number before `end` may be, with the half of the day if it is told.

    `length` is that of the number as written.
    """
    clock = CLOCK.match(text, end)
    if len(atoms) == 1 and length == 4 and clock:  # noqa: PLR2004 - 1430 hours
        atoms = [atoms[0] // 100, atoms[0] % 100]
    elif len(atoms) == 1 and clock:
        atoms = [atoms[0], 0]
    elif len(atoms) != 2 or length < 4:  # noqa: PLR2004 - 9.30
        return set()
    hour, minute = atoms
    if hour > 24 or minute > 59:  # noqa: PLR2004
        return set()
    half = HALF.match(text, end)
    told = half[1].lower() if half else "p" if 12 < hour < 24 else "ap"  # noqa: PLR2004
    return {(kind, (hour * 60 + minute) % 720) for kind in told}
