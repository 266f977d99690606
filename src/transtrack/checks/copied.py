"""Stretches of a translation that are the original's, word by word, in any two languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

import regex

from transtrack.checks.pair import Pair
from transtrack.checks.side import UNSPACED, Word

_QUOTED: Final = regex.compile(r"[\"“„«»”‟‘‚'「」『』]")
_RUN: Final = 5  # words copied in a row, of which so many are no names
_PLAIN: Final = 4
_CLOSE: Final = tuple(  # languages that say many a sentence in the same words
    frozenset(tags.split())
    for tags in (
        "bs cnr hr sh sr",
        "da nb nn no sv",
        "cs sk",
        "ca es gl pt",
        "be ru uk",
        "bg mk",
        "id ms",
    )
)
_CLOSE_RUN: Final = 10  # words of a whole sentence between these
_LETTERS: Final = 3  # of a word that is no name
_CHARACTERS: Final = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}ー、\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]{5,}"
)
_SMALL: Final = regex.compile(r"\p{Hiragana}")  # what Japanese names are seldom written in
_NAME: Final = 12  # characters that a name without these has at most


def find_copied(pair: Pair) -> Iterator[tuple[int, int, bool]]:
    """Each stretch that is copied: its place, and whether it is a whole sentence.

    Names, titles in quotation marks and short runs, as related languages share them, are none.
    """
    close = any(group.issuperset(pair.languages) for group in _CLOSE)
    if pair.languages[0] == pair.languages[1]:
        return
    if pair.languages[0] in UNSPACED:
        if pair.languages[1] not in UNSPACED:
            yield from _find_characters(pair)
        return
    source = [word.key for word in pair.source.words]
    for number, (start, end) in enumerate(pair.target.bounds):
        words = [word for word in pair.target.words if word.sentence == number]
        matcher = SequenceMatcher(None, source, [word.key for word in words], autojunk=False)
        for _, at, length in matcher.get_matching_blocks():
            run = words[at : at + length]
            if len(run) < _RUN or not _says_something(run):
                continue
            if len(run) == len(words) and (not close or len(run) >= _CLOSE_RUN):
                yield start, end, True
            elif not close and not _is_title(pair.target.text, run):
                yield run[0].start, run[-1].end, False


def _find_characters(pair: Pair) -> Iterator[tuple[int, int, bool]]:
    """The same where the original has no spaces that would part its words."""
    target = pair.target.text
    for start, end in pair.target.bounds:
        runs = [match.span() for match in _CHARACTERS.finditer(target, start, end)]
        copied = [(a, b) for a, b in runs if target[a:b] in pair.source.text]
        told = [(a, b) for a, b in copied if _says_more(target[a:b])]
        if told and target[start:end] in pair.source.text:
            yield start, end, True
            continue
        for a, b in told:
            glossed = target[a - 1 : a] in ("(", "（")  # a name with the original's
            if not glossed and not _is_quoted(target, a, b):
                yield a, b, False


def _says_more(text: str) -> bool:
    """Whether a run of characters is more than a name."""
    return len(_SMALL.findall(text)) > 1 or len(text) > _NAME


def _says_something(run: Sequence[Word]) -> bool:
    """Whether there are plain words in a run, enough of them different."""
    plain = {
        word.key
        for word in run
        if word.text == word.key and len(word.key) >= _LETTERS and word.key.isalpha()
    }
    return len(plain) >= _PLAIN


def _is_title(text: str, run: Sequence[Word]) -> bool:
    """Whether quotation marks stand around a run, as around a work's title or a slogan."""
    return _is_quoted(text, run[0].start, run[-1].end)


def _is_quoted(text: str, start: int, end: int) -> bool:
    before, after = text[:start].rstrip(), text[end:].lstrip(".,!? ")
    return bool(_QUOTED.match(before[-1:]) and _QUOTED.match(after[:1]))
