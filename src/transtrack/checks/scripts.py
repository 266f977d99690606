"""Words of the original's script in a translation that is written in Latin letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.pair import Pair

_OTHERS: Final = frozenset(  # languages that are not written in Latin letters
    "ar be bg el fa he hi hy ja ka kk km ko ky lo mk mn my ru sr th uk ur yi yue zh".split()  # noqa: SIM905 - a word list
)
_LETTER: Final = r"[\p{L}\p{M}--\p{Latin}]"
_RUN: Final = regex.compile(rf"(?V1){_LETTER}{{3,}}(?:[\s,'’–—-]+{_LETTER}+)*")
_CHARACTERS: Final = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_SENTENCE: Final = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}，、；：]{3,}[。！？]")
_FOREIGN: Final = regex.compile(rf"(?V1){_LETTER}")
_LATIN: Final = regex.compile(r"\p{Latin}")
_MARKS: Final = "([（\"“”„«»‹›‘’'"


def find_foreign(pair: Pair) -> Iterator[tuple[int, int, bool]]:
    """Each run of words that is still in the original's script, and whether it is a sentence.

    What stands in brackets or quotation marks is there for its letters, and single letters are
    formulas. Of Chinese and Japanese, whose names are as short as words, whole sentences only.
    """
    if pair.languages[0] not in _OTHERS or pair.languages[1] in _OTHERS:
        return
    target = pair.target.text
    for start, end in pair.target.bounds:
        foreign = len(_FOREIGN.findall(target, start, end))
        if not foreign:
            continue
        runs = [run for run in _find_runs(target, start, end) if _is_copied(target, run, pair)]
        if runs and foreign > len(_LATIN.findall(target, start, end)):
            yield start, end, True
        else:
            yield from ((a, b, False) for a, b in runs)


def _find_runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    pattern = _SENTENCE if _CHARACTERS.search(text, start, end) else _RUN
    for match in pattern.finditer(text, start, end):
        if text[: match.start()].rstrip()[-1:] not in (*_MARKS,):
            yield match.span()


def _is_copied(text: str, run: tuple[int, int], pair: Pair) -> bool:
    first = _RUN.match(text, *run)
    words = {word.key for word in pair.source.words}
    copied = text[run[0] : run[1]] in pair.source.text
    return copied or (first is not None and first[0].split()[0].lower().strip(",") in words)
