"""Weekdays and months that the translation gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair
from transtrack.model import Severity

_DAYS: Final = (
    (r"montag", r"mondays?|mon\."),
    (r"dienstag", r"tuesdays?|tues?\."),
    (r"mittwoch", r"wednesdays?|wed\."),
    (r"donnerstag", r"thursdays?|thurs?\."),
    (r"freitag", r"fridays?|fri\."),
    (r"samstag|sonnabend", r"saturdays?|sat\."),
    (r"sonntag", r"sundays?|sun\."),
)
_MONTHS: Final = (
    (r"jänner|januar", r"january|jan\."),
    (r"februar|feber", r"february|feb\."),
    (r"märz", r"march|mar\."),
    (r"april", r"april|apr\."),
    (r"\bmai\b|maifeier|\bmai-", r"may"),
    (r"juni", r"june"),
    (r"juli(?!an|us|a\b|e)", r"july"),
    (r"august(?!in|us|e)", r"august|aug\."),
    (r"september", r"september|sept?\."),
    (r"oktober", r"october|oct\."),
    (r"november", r"november|nov\."),
    (r"dezember", r"december|dec\."),
)
_NUMERIC: Final = regex.compile(r"(?<!\p{Nd})\p{Nd}{1,2}\.\s?(\p{Nd}{1,2})\.(?:\s?\p{Nd}{2,4})?")
_TABLES: Final = tuple(
    tuple(
        (regex.compile(german, regex.I), regex.compile(rf"\b(?:{english})(?!\p{{L}})", regex.I))
        for german, english in table
    )
    for table in (_DAYS, _MONTHS)
)
_MAY: Final = regex.compile(
    r"\b(?:in|of|by|since|until|till|from|this|last|next|mid|early|late|on|\p{Nd}+(?:st|nd|rd|th)?)[ -]"
    r"(?:early |late |mid-)?May\b|\bMay (?:\p{Nd}|of\b)"
)
_MARCH: Final = regex.compile(r"\bMarch\b")


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each weekday or month that the original has not, where one of it lacks."""
    for number, table in enumerate(_TABLES):
        german: dict[int, str] = {}
        english: dict[int, regex.Match[str]] = {}
        for at, (there, here) in enumerate(table):
            if match := there.search(pair.source.text):
                german[at] = match[0]
            if match := _search(here, pair.target.text, month=number == 1, at=at):
                english[at] = match
        if number == 1:
            for match in _NUMERIC.finditer(pair.source.text):
                if 1 <= int(match[1]) <= len(table):
                    german.setdefault(int(match[1]) - 1, match[0])
        lost = [at for at in german if at not in english]
        for at, match in english.items():
            if at not in german and lost:
                told = german[lost.pop(0)]
                message = f'"{match[0]}" stands where the original has "{told}"'
                yield Remark(start=match.start(), end=match.end(), message=message)


def _search(
    pattern: regex.Pattern[str], text: str, *, month: bool, at: int
) -> regex.Match[str] | None:
    """A day or month, `May` and `March` only where no verb is meant."""
    if month and at == 4:  # noqa: PLR2004 - May
        return _MAY.search(text)
    if month and at == 2:  # noqa: PLR2004 - March
        return _MARCH.search(text)
    return pattern.search(text)


CHECK = Check(
    name="date",
    category="accuracy/mistranslation/date-time",
    severity=Severity.MAJOR,
    help="A weekday or month differs from the original's: 13. Januar is January 13.",
    find=find,
    flagged=(
        ("Die Wahl ist am Sonntag.", "The election is on Saturday."),
        ("Das Museum öffnet am 13. Januar.", "The museum opens on June 13."),
        ("Der Vertrag endet am 3.10.2019.", "The contract ends on November 3, 2019."),
    ),
    passing=(
        ("Das Museum öffnet am 13. Januar.", "The museum opens on January 13."),
        ("Der Vertrag endet am 3.10.2019.", "The contract ends on October 3, 2019."),
        ("Das Treffen am Sonnabend fällt aus.", "Saturday's meeting is cancelled."),
        ("Sie darf erst im Juni reisen.", "She may not travel until June."),
    ),
    source="de",
    target="en",
)
