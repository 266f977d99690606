"""Weekdays and months that the translation gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
_ANY: Final = tuple(  # German day or month, by which most sentences are left at once
    regex.compile("|".join(german for german, _ in table), regex.I) for table in (_DAYS, _MONTHS)
)
_NIGHT: Final = regex.compile(  # in der Nacht zum Dienstag: Monday night
    r"\bNacht(?:stunden)?\s(?:zum|zu|auf|auf den)\s(?:\p{L}+,\s)?$", regex.IGNORECASE
)
_MAY: Final = regex.compile(
    r"\b(?:in|of|by|since|until|till|from|this|last|next|mid|early|late|on"
    r"|\p{Nd}+(?:st|nd|rd|th)?)[ -]"
    r"(?:early |late |mid-)?May\b|\bMay (?:\p{Nd}|of\b)"
)
_VERBS: Final = {4: _MAY, 2: regex.compile(r"\bMarch\b")}  # numbers of months


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each weekday or month that the original has not, where one of it lacks."""
    for months, table in enumerate(_TABLES):
        german = _find_german(pair.source.text, table, months=bool(months))
        if not german:
            continue
        english: dict[int, list[regex.Match[str]]] = {}
        for at, (_, pattern) in enumerate(table):
            if matches := list(_search(pattern, pair.target.text, months=bool(months), at=at)):
                english[at] = matches
        lost = [at for at in german if len(german[at]) > len(english.get(at, ()))]
        for at, matches in english.items():
            if len(matches) <= len(german.get(at, ())) or not lost:
                continue
            if at in german and lost[0] in english:
                continue
            before = not months and at == (lost[0] - 1) % len(table)
            if before and _is_night(pair.source.text, table[lost[0]][0]):
                continue
            match, told = matches[-1], german[lost.pop(0)][0]
            message = f'"{match[0]}" stands where the original has "{told}"'
            yield Remark(start=match.start(), end=match.end(), message=message)


def _is_night(text: str, day: regex.Pattern[str]) -> bool:
    """Whether a night is called by the day after it: English calls it by the day before."""
    return any(_NIGHT.search(text, 0, match.start()) for match in day.finditer(text))


def _find_german(
    text: str, table: Sequence[tuple[regex.Pattern[str], regex.Pattern[str]]], *, months: bool
) -> dict[int, list[str]]:
    """The days or months of a German text, 3.10.2019 included, as often as they stand there."""
    found: dict[int, list[str]] = {}
    for at, (pattern, _) in enumerate(table if _ANY[months].search(text) else ()):
        if matches := [match[0] for match in pattern.finditer(text)]:
            found[at] = matches
    for match in _NUMERIC.finditer(text) if months else ():
        if 1 <= int(match[1]) <= len(table):
            found.setdefault(int(match[1]) - 1, []).append(match[0])
    return found


def _search(
    pattern: regex.Pattern[str], text: str, *, months: bool, at: int
) -> Iterator[regex.Match[str]]:
    """The places of a day or month, `May` and `March` only where no verb is meant."""
    if months and at in _VERBS:
        pattern = _VERBS[at]
    return pattern.finditer(text)


CHECK = Check(
    name="date",
    category="accuracy/mistranslation/date-time",
    severity=Severity.MAJOR,
    help="A weekday or month differs from the original's: 13. Januar is January 13.",
    find=find,
    flagged=(
        ("Die Wahl ist am Sonntag.", "The election is on Saturday."),
        ("Es brannte in der Nacht zum Dienstag.", "The fire broke out on Friday night."),
        ("Das Museum öffnet am 13. Januar.", "The museum opens on June 13."),
        ("Der Vertrag endet am 3.10.2019.", "The contract ends on November 3, 2019."),
    ),
    passing=(
        ("Das Museum öffnet am 13. Januar.", "The museum opens on January 13."),
        ("Der Vertrag endet am 3.10.2019.", "The contract ends on October 3, 2019."),
        ("Das Treffen am Sonnabend fällt aus.", "Saturday's meeting is cancelled."),
        ("Sie darf erst im Juni reisen.", "She may not travel until June."),
        ("Es brannte in der Nacht zum Dienstag.", "The fire broke out on Monday night."),
    ),
    source="de",
    target="en",
)
