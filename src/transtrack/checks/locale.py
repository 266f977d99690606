"""Numbers, dates and times as the original's language writes them, in English."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.language import LANGUAGES, find_language
from transtrack.checks.pair import Pair
from transtrack.model import Severity

_OTHERS: Final = tuple(code for code in LANGUAGES if code != "en")
_COMMA: Final = regex.compile(
    r"(?<![\p{Nd}.,:])(\p{Nd}+),(\p{Nd}{1,2}|\p{Nd}{4,})(?![\p{Nd},:])(?!\.\p{Nd})"
)
_POINT: Final = regex.compile(r"(?<![\p{Nd}.,:])\p{Nd}{1,3}(?:\.\p{Nd}{3})+(?![\p{Nd}.,:])")

_MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DATE: Final = regex.compile(
    rf"(?<![\p{{Nd}}.])([0-3]?\p{{Nd}})\.\s?({'|'.join(_MONTHS)})(?!\p{{L}})"
)
_DIGITS: Final = regex.compile(
    r"(?<![\p{Nd}.])(0?[1-9]|[12]\p{Nd}|3[01])\.\s?(0?[1-9]|1[0-2])\.\s?(\p{Nd}{4})(?!\.?\p{Nd})"
)
_HOUR: Final = regex.compile(r"(?<![\p{Nd}.:])\p{Nd}{1,2}(?:[.:]\p{Nd}\p{Nd})?\s?Uhr(?!\p{L})")


def find_dates(pair: Pair) -> Iterator[Remark]:
    """A remark for each date or time of day in the form that the original's language gives it."""
    text = pair.target.text
    for match in _DATE.finditer(text):
        yield _advise(match, f"{match[2]} {int(match[1])}")
    for match in _DIGITS.finditer(text):
        if match[0] in pair.source.text:
            yield _advise(match, f"{_MONTHS[int(match[2]) - 1]} {int(match[1])}, {match[3]}")
    for match in _HOUR.finditer(text):
        yield Remark(
            start=match.start(), end=match.end(), message=f'"{match[0]}" is a German time'
        )


def _advise(match: regex.Match[str], form: str) -> Remark:
    message = f'"{match[0]}" is a date as the original writes it; write "{form}"'
    return Remark(start=match.start(), end=match.end(), message=message, suggestion=form)


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each decimal comma, and each point between thousands, taken from the source."""
    if find_language(pair.languages[0]).point != ",":
        return
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
    help="A number is written as in the original: 3,5 for 3.5, 12.400 for 12,400.",
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
    source=_OTHERS,
    target=("en",),
)
DATES: Final = Check(
    name="date-format",
    category="linguistic-conventions/date-format",
    severity=Severity.MINOR,
    help="A date or time has another language's form: 13. January, 13.01.2024, 14.30 Uhr.",
    find=find_dates,
    flagged=(
        ("Am 13. Januar begann der Prozess.", "The trial began on 13. January."),
        ("Stand vom 13.01.2024", "As of 13.01.2024"),
        ("Beginn ist um 14.30 Uhr.", "It begins at 14.30 Uhr."),
    ),
    passing=(
        ("Am 13. Januar begann der Prozess.", "The trial began on January 13."),
        ("Am 13. Januar begann der Prozess.", "The trial began on 13 January."),
        ("Stand vom 13.01.2024", "As of 13 January 2024"),
        ("Version 2.10.2013 ist da.", "Version 2.11.2013 is here."),
    ),
    source=_OTHERS,
    target=("en",),
)
