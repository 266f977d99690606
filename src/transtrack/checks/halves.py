"""Negations in fixed words of which the translation has only what stood beside the not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import regex

from transtrack.checks.coverage import find_content
from transtrack.checks.meetings import meetings
from transtrack.checks.pair import Pair

NOT: Final = regex.compile(
    r"\b(?:nicht|kein|keine|keinen|keinem|keiner|keines|keinerlei|nie|niemals|niemand\w*|nichts"
    r"|nirgends|nirgendwo|keineswegs|keinesfalls|weder|no-(?=\p{L}))\b",
    regex.IGNORECASE,
)
STRICT: Final = regex.compile(
    r"n[’'´`]t\b|\b(?:no|not|none|nor|neither|never|nobody|nothing|nowhere|cannot|without|no-one"
    r"|(?:has|have|had|is|are|was|were) yet to|hardly|barely|unable|non|fail(?:s|ed|ing)?"
    r"|prohibited|evad\w*|ill)\b",
    regex.IGNORECASE,
)
DO: Final = regex.compile(  # does resign: English hardly says so unless a not was there
    r"(?<!\b(?:as|than|so|how|what|why|when|where)\s)\b(?:do|does|did)\s+"
    r"(?!(?:not|so|it|this|that|what|the|an?|you|we|they|he|she|business|well|better|more|all|any"
    r"|some|as|in|to|with|for|and|or|on|at|by|is|was|are|our|his|her|their|my|your|what\w+"
    r"|which\w+|\w+thing|first|last|one|both"
    r"|each|every|much|many|little|no|then|now)\b)\p{Ll}+"
)
_MARK: Final = regex.compile(r"[,;:.!?–—()\"“”„]")
_BEFORE, _AFTER = 30, 25  # characters around a bare do in which a negation stands after all


class Half(NamedTuple):
    """What the original says, what it does not say beside, and what is left of it in English."""

    german: regex.Pattern[str]
    unless: regex.Pattern[str] | None
    english: regex.Pattern[str]
    reach: int  # characters before it in which a negation makes it whole


def _compile(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE)


_HALVES: Final = (
    Half(
        german=_compile(r"(?<!\bob\b.{0,80})\bnicht (?:mehr )?(?:nur|bloß|allein)\b"),
        unless=_compile(
            r"(?<!\bnicht (?:mehr )?)"
            r"\b(?:nur|lediglich|bloß|allein|einzig\w*|erst|ausschließlich)\b"
        ),
        english=_compile(
            r"(?<!\b(?:more|other|rather) than )\b(?:only|just|merely|simply|solely)\b(?! like)"
        ),
        reach=60,
    ),
    Half(
        german=_compile(r"\bnicht zuletzt\b"),
        unless=None,
        english=_compile(r"(?<!\b(?:at|the|by|to say the)\s)\bleast\b"),
        reach=12,
    ),
    Half(
        german=_compile(r"\b(?:kaum|nicht) (?:\p{L}+ )?erwarten\b"),
        unless=None,
        english=_compile(r"\b(?:can|could) wait\b"),
        reach=0,
    ),
    Half(
        german=_compile(r"\b(?:nicht|kein\w*|niemand\w*|nie) (?:\p{L}+ ){0,8}mehr\b"),
        unless=_compile(r"lang|läng"),
        english=_compile(
            r"(?<!\b(?:any|much|even|far|little|bit|days?|weeks?|months?|years?|minutes?|hours?|for"
            r"|the|an?|last(?:s|ed)?|takes?|took)\s)\blonger\b(?! than)"
        ),
        reach=50,
    ),
    Half(
        german=NOT,
        unless=None,
        english=_compile(r"\bby means\b(?! of)"),
        reach=0,
    ),
)


def find_halves(pair: Pair) -> Iterator[tuple[int, int, str]]:
    """Where half of a negation stands in the target, and what the source says there."""
    source, target = pair.source.text, pair.target.text
    for half in _HALVES:
        told = half.german.search(source)
        if told is None or (half.unless and half.unless.search(source)):
            continue
        here = half.english.search(target)
        if here and not STRICT.search(target, max(here.start() - half.reach, 0), here.start()):
            yield here.start(), here.end(), told[0]
    if DO.search(target) and NOT.search(source):
        yield from _find_bare(pair)


def _find_bare(pair: Pair) -> Iterator[tuple[int, int, str]]:
    """Where `does trust` stands for a verb that the source's clause denies."""
    source, target = pair.source.text, pair.target.text
    back, content = meetings(pair).back, find_content(pair.source)
    ends = {word.end: number for number, word in enumerate(pair.target.words)}
    for bare in DO.finditer(target):
        if STRICT.search(target, max(bare.start() - _BEFORE, 0), bare.end() + _AFTER):
            continue
        verbs = back[ends[bare.end()]] if bare.end() in ends else ()
        places = (_clause(source, pair.source.words[at].start) for at in verbs if content[at])
        told = [NOT.search(source, *place) for place in places]
        if told and told[0] and all(told):
            yield bare.start(), bare.end(), told[0][0]


def _clause(text: str, at: int) -> tuple[int, int]:
    """Where the stretch between two marks begins and ends that a place stands in."""
    before = max((mark.end() for mark in _MARK.finditer(text, 0, at)), default=0)
    after = _MARK.search(text, at)
    return before, after.start() if after else len(text)
