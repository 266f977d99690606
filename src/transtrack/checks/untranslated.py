"""Sentences and stretches left in the original's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from transtrack.checks.check import Check, Remark, shorten
from transtrack.checks.copied import find_copied
from transtrack.checks.coverage import FUNCTION
from transtrack.checks.pair import Pair
from transtrack.checks.scripts import find_foreign
from transtrack.checks.side import Word
from transtrack.model import Severity
from transtrack.names.known import load_common, load_function_words

_GERMAN: Final = FUNCTION["de"] - {
    "die", "war", "in", "man", "was", "will", "so", "an", "am", "also", "hat", "her", "den",
    "nun", "bin", "mit", "dem", "gar", "eben", "bis", "da", "hier", "ab", "du", "des", "je", "im",
    "er", "mal", "ja", "von", "der", "um", "und", "es", "mich", "dir", "wo", "nach", "dies", "los",
    "zu", "das", "euer", "sind", "dank", "wer", "ich", "viel", "auf", "aus", "bei", "sage",
}  # fmt: skip
_LIKELY: Final = frozenset(
    {"die", "war", "mit", "dem", "den", "des", "der", "um", "und", "es", "auf", "aus", "bei"}
    | {"zu", "das", "ich", "von"}
)
_ENGLISH: Final = FUNCTION["en"] - {"was", "so", "an", "am", "will", "also", "in", "her", "a", "s"}
_NAMES: Final = load_function_words()  # days and months are the same in both
_SHORT: Final = 3  # words of a sentence copied as a whole


def find(pair: Pair) -> Iterator[Remark]:
    """A remark on each target sentence in the original's language, or on its stretches."""
    yield from _find_german(pair) if pair.languages == ("de", "en") else _find_copied(pair)


def _find_copied(pair: Pair) -> Iterator[Remark]:
    found = list(find_copied(pair))
    found += [item for item in find_foreign(pair) if not any(_meet(item, old) for old in found)]
    for start, end, whole in found:
        text = shorten(pair.target.text[start:end])
        severity = Severity.CRITICAL if whole else None
        message = f'still as in the original: "{text}"'
        yield Remark(start=start, end=end, message=message, severity=severity)


def _meet(one: tuple[int, int, bool], other: tuple[int, int, bool]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _find_german(pair: Pair) -> Iterator[Remark]:
    source = [word.key for word in pair.source.words]
    known = set(source)
    for number, (start, end) in enumerate(pair.target.bounds):
        words = [word for word in pair.target.words if word.sentence == number]
        if _is_german(words, known):
            short = shorten(pair.target.text[start:end])
            yield Remark(
                start=start,
                end=end,
                message=f'still in German: "{short}"',
                severity=Severity.CRITICAL if len(words) > _SHORT else None,
            )
            continue
        for stretch in _stretches(words, source):
            first, last = stretch[0], stretch[-1]
            text = pair.target.text[first.start : last.end]
            yield Remark(start=first.start, end=last.end, message=f'still in German: "{text}"')


def _is_german(words: Sequence[Word], source: set[str]) -> bool:
    """Whether a sentence is German: by its small words, or copied from the original."""
    german = sum(word.key in _GERMAN for word in words)
    likely = sum(word.key in _LIKELY for word in words)
    english = sum(word.key in _ENGLISH for word in words)
    if german >= 1 and german + likely >= 2 and german + likely > 2 * english:  # noqa: PLR2004
        return True
    if len(words) < _SHORT or english:
        return False
    copied = [word for word in words if word.key in source and word.key.isalpha()]
    told = [word for word in copied if not word.capital and _is_foreign(word.key)]
    plain = [word for word in copied if _is_plain_german(word.key) and word.key not in _NAMES]
    return len(copied) > 0.8 * len(words) and len({*told, *plain}) >= 2  # noqa: PLR2004


@lru_cache(maxsize=1 << 14)
def _is_plain_german(key: str) -> bool:
    """Whether a word is one of the German dictionary and none of the English."""
    english = load_common("en")
    return key in load_common("de") and key not in english and key.removesuffix("s") not in english


@lru_cache(maxsize=1 << 14)
def _is_foreign(key: str) -> bool:
    """Whether the English dictionary lacks a word, endings aside."""
    english = load_common("en") | FUNCTION["en"]
    return not any(key.removesuffix(end) in english for end in ("", "s", "ed", "d", "ing", "ly"))


def _stretches(words: Sequence[Word], source: Sequence[str]) -> Iterator[list[Word]]:
    """Runs of words copied from the original in its order, some of them small German words."""
    at = 0
    pairs = set(pairwise(source))
    while at < len(words):
        run = [words[at]]
        while at + len(run) < len(words) and (run[-1].key, words[at + len(run)].key) in pairs:
            run.append(words[at + len(run)])
        small = [w for w in run if not w.capital and (w.key in _GERMAN or _is_plain_german(w.key))]
        if len(run) > _SHORT and len(small) >= 2:  # noqa: PLR2004 - more than a name's article
            yield run
        at += len(run)


CHECK = Check(
    name="untranslated",
    category="accuracy/untranslated",
    severity=Severity.MAJOR,
    help="A sentence or a stretch of one is not translated.",
    find=find,
    flagged=(
        ("Das Dach ist seit Jahren undicht.", "Das Dach ist seit Jahren undicht."),
        (
            "Es regnet. Das Dach ist nicht mehr dicht.",
            "It is raining. Das Dach ist nicht mehr dicht.",
        ),
        (
            "Sie mietete ein Zimmer mit Blick auf den Hafen.",
            "She rented a room mit Blick auf den Hafen.",
        ),
    ),
    passing=(
        ("Das Dach ist seit Jahren undicht.", "The roof has been leaking for years."),
        ("Die AfD (Alternative für Deutschland)", "The AfD (Alternative für Deutschland)"),
        ("„Die Zeit“ berichtete darüber.", "“Die Zeit” reported on it."),
    ),
)
