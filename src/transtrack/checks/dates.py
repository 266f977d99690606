"""Weekdays and months that the translation gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.language import LANGUAGES, Language, find_language
from transtrack.checks.pair import Pair
from transtrack.model import Severity

Named = dict[int, list[tuple[int, int]]]  # days or months by number, and where they stand

_NIGHT: Final = 40  # characters before a day that may tell of its night
_NUMERIC: Final = regex.compile(r"(?<!\p{Nd})\p{Nd}{1,2}\.\s?(\p{Nd}{1,2})\.(?:\s?\p{Nd}{2,4})?")


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each weekday or month that the original has not, where one of it lacks."""
    here, there = map(find_language, pair.languages)
    for months in (False, True):
        source = _find_named(pair.source.text, here, months=months)
        target = _find_named(pair.target.text, there, months=months) if source else {}
        lost = [at for at in source if len(source[at]) > len(target.get(at, ()))]
        for at, places in target.items():
            if len(places) <= len(source.get(at, ())) or not lost:
                continue
            if at in source and lost[0] in target:
                continue
            if not months and _is_night(pair, (source, here), (target, there), (lost[0], at)):
                continue
            (start, end), first = places[-1], source[lost.pop(0)][0]
            message = (
                f'"{pair.target.text[start:end]}" stands where the original has'
                f' "{pair.source.text[slice(*first)].strip()}"'
            )
            yield Remark(start=start, end=end, message=message)


def _find_named(text: str, language: Language, *, months: bool) -> Named:
    """The days or months of a text, 3.10.2019 included, as often as they stand there."""
    found: Named = {}
    names = language.months if months else language.days
    for match in names.finditer(text):
        if match.lastindex:
            found.setdefault(match.lastindex - 1, []).append(match.span())
    for match in _NUMERIC.finditer(text) if months else ():
        if 1 <= int(match[1]) <= names.groups:
            found.setdefault(int(match[1]) - 1, []).append(match.span())
    return found


def _is_night(
    pair: Pair,
    one: tuple[Named, Language],
    other: tuple[Named, Language],
    days: tuple[int, int],
) -> bool:
    """Whether a night is called by the day after it on one side, the day before on the other."""
    (source, here), (target, there) = one, other
    lost, strange = days
    sides = (
        (pair.source.text, here, source[lost], (lost - strange) % 7),
        (pair.target.text, there, target[strange], (strange - lost) % 7),
    )
    return any(
        step == 1
        and any(language.night.search(text, max(start - _NIGHT, 0), start) for start, _ in places)
        for text, language, places, step in sides
    )


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
    source=LANGUAGES,
    target=LANGUAGES,
)
