"""Times of day, as languages tell them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from transtrack.checks.compounds import read_german
from transtrack.checks.language import Language

Reading = tuple[str, float]  # ("n", value), ("a" or "p", minutes after midnight or noon)

HALF: Final = regex.compile(r"[\s  ]?([ap])\.?\s?m\b\.?", regex.IGNORECASE)
_PARTS: Final = {
    "halb": -30, "viertel nach": 15, "viertel vor": -15, "dreiviertel": -15,
    "half past": 30, "quarter past": 15, "quarter to": -15,
}  # fmt: skip
_TOLD: Final = {
    code: regex.compile(rf"\b(?P<part>{parts}) (?P<hour>{hour})\b", regex.IGNORECASE)
    for code, parts, hour in (
        ("de", "halb|viertel nach|viertel vor|dreiviertel", r"(?!ein\b|eine)\p{L}+"),
        ("en", "half past|quarter past|quarter to", r"(?!an?\b)\p{L}+"),
    )
}
_BEFORE: Final = 14  # characters that a word such as `until` may take
_NOON, _DAY, _HOUR = 12, 24, 60


def stands_at(text: str, start: int, number: int, language: Language) -> bool:
    """Whether a whole number may be an hour by what stands before it: `ab 19`, `at 7`."""
    before = language.before.search(text, max(start - _BEFORE, 0), start)
    return number <= language.day and before is not None


def find_told(text: str, language: Language) -> Iterator[tuple[int, int, float]]:
    """The times that German and English tell by halves and quarters, by place, in minutes."""
    pattern = _TOLD.get(language.code)
    for match in pattern.finditer(text) if pattern else ():
        word = match["hour"].lower()
        hour = read_german(word) if language.code == "de" else language.numbers.get(word)
        if hour and hour.is_integer() and hour <= _NOON:
            yield *match.span(), hour * _HOUR + _PARTS[match["part"].lower()]


def share_time(atoms: Sequence[int]) -> set[Reading]:
    """The times that a number says which is joined to another one of the clock, in either half."""
    hour, minute = atoms if len(atoms) == 2 else (atoms[0], 0)  # noqa: PLR2004 - 9.30
    return _say(hour, minute, "ap")


def read_time(
    text: str, end: int, atoms: Sequence[int], token: str, language: Language
) -> set[Reading]:
    """The times of day that a number before `end` may be, with the half of the day if it is told.

    `token` is the number as written: 07.05 Uhr is in the morning.
    """
    clock, length = language.clock.match(text, end), len(token)
    if len(atoms) == 1 and length == 4 and clock:  # noqa: PLR2004 - 1430 hours
        atoms = [atoms[0] // 100, atoms[0] % 100]
    elif len(atoms) == 1 and clock:
        atoms = [atoms[0], 0]
    elif len(atoms) != 2 or length < 4:  # noqa: PLR2004 - 9.30
        return set()
    hour, minute = atoms
    half = HALF.match(text, end)
    early = clock is not None and token[0] == "0"
    told = half[1].lower() if half else "p" if _NOON < hour < _DAY else "a" if early else "ap"
    return _say(hour, minute, told)


def _say(hour: int, minute: int, halves: str) -> set[Reading]:
    """The readings of a time in these halves of the day; none where it is no time."""
    if hour > _DAY or minute >= _HOUR:
        return set()
    return {(half, (hour * _HOUR + minute) % (_NOON * _HOUR)) for half in halves}
