"""What a sentence offers for comparison: its words, numbers and marks, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray

from transtrack.align.letters import count_letters
from transtrack.lexicon import TOKEN
from transtrack.lexicon.ranges import distinct
from transtrack.model import BlockKind, Document
from transtrack.text.letters import find_surplus
from transtrack.text.lines import find_kind

_QUOTES = frozenset('"“”„«»')
_DIGITS = re.compile(r"\D+")
_SOUNDS = (
    (re.compile("tsch|tch|tsh|cz|ts|tz|z|x"), "s"),
    (re.compile("sch|sh|ch|kh"), "s"),
    (re.compile("ph"), "f"),
    (re.compile("ck|c|q|g"), "k"),
    (re.compile("w"), "v"),
    (re.compile("th|dt|d"), "t"),
    (re.compile("b"), "p"),
)
_LONGEST_FURNITURE = 100  # characters
_MIN_LETTERS = 4  # a shorter word is compared whole
_MIN_CONSONANTS = 2
_VOWELS = re.compile("[aeiouyjh]+")
_REPEATED = re.compile(r"(.)\1+")


class TokenClass(IntEnum):
    """How far a token of this sort is expected to survive translation."""

    WORD = 0
    CAPITALISED = 1
    NUMBER = 2
    MARK = 3
    LAYOUT = 4
    KNOWN = 5  # a word or name that the lexicon has


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The distinct tokens of each sentence, as indices into the distinct tokens of the text.

    `ids[starts[i]:starts[i + 1]]` are those of sentence i, ascending; `lengths` counts the
    sentence's letters and digits, as Gale and Church's length model wants, a character of
    Chinese, Japanese or Korean for several, all as so many of English; `kinds` are those of the
    blocks, or what a paragraph's wording tells.
    """

    types: tuple[str, ...]
    classes: NDArray[np.int8]
    ids: NDArray[np.int32]
    starts: NDArray[np.int64]
    lengths: NDArray[np.float64]
    kinds: tuple[BlockKind, ...]

    @property
    def sentences(self) -> NDArray[np.int32]:
        """The sentence that each of `ids` stands in."""
        return np.repeat(
            np.arange(len(self.starts) - 1, dtype=np.int32), np.diff(self.starts).astype(np.int64)
        )


def tokenise(document: Document, sentences: Sequence[int] | None = None) -> Tokens:
    """The tokens of these sentences, or of all, each with its block's kind and place in it."""
    offered: list[str] = []
    counts, lengths, kinds = [], [], []
    block = -1
    every = range(len(document.sentences))
    for sentence in map(document.sentences.__getitem__, every if sentences is None else sentences):
        plain = sentence.plain
        words = TOKEN.findall(plain)
        offered += words
        kinds.append(_kind(document.blocks[sentence.block].kind, plain))
        offered.append(f"\x00{kinds[-1]}")
        if sentence.block != block:
            offered.append("\x00first")
        counts.append(len(words) + 1 + (sentence.block != block))
        block = sentence.block
        lengths.append(sum(map(len, words)) + find_surplus(plain))
    types = tuple(dict.fromkeys(offered))
    ids, starts = _find_distinct(offered, types, counts)
    return Tokens(
        types=types,
        classes=np.fromiter(map(_class, types), np.int8, len(types)),
        ids=ids,
        starts=starts,
        lengths=np.asarray(lengths, np.float64) / count_letters(document.language),
        kinds=tuple(kinds),
    )


def _find_distinct(
    offered: Sequence[str], types: Sequence[str], counts: Sequence[int]
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The types of each sentence, which holds so many of the tokens, and where they start."""
    index = dict(zip(types, range(len(types)), strict=True))
    ids = np.fromiter(map(index.__getitem__, offered), np.int64, len(offered))
    size = max(len(types), 1)
    keys = distinct(np.repeat(np.arange(len(counts)), counts) * size + ids)
    starts = np.searchsorted(keys, np.arange(len(counts) + 1) * size)
    return (keys % size).astype(np.int32), starts.astype(np.int64)


def _kind(kind: BlockKind, text: str) -> BlockKind:
    """The block's kind, or that of a paragraph that is one line of page furniture."""
    if kind is not BlockKind.PARAGRAPH or len(text) > _LONGEST_FURNITURE:
        return kind
    return find_kind(text) or kind


def know(tokens: Tokens, known: NDArray[np.bool_]) -> Tokens:
    """The same tokens, the known ones among the words in a class of their own."""
    words = np.isin(tokens.classes, (TokenClass.WORD, TokenClass.CAPITALISED))
    classes = np.where(known & words, np.int8(TokenClass.KNOWN), tokens.classes)
    return replace(tokens, classes=classes)


def _class(token: str) -> TokenClass:
    first = token[0]
    if first == "\x00":
        return TokenClass.LAYOUT
    if first.isdecimal():
        return TokenClass.NUMBER
    if not first.isalpha():
        return TokenClass.MARK
    return TokenClass.CAPITALISED if first != first.lower() else TokenClass.WORD


def find_keys(types: Iterable[str]) -> list[tuple[str, ...]]:
    """For each token the keys by which it meets its counterpart in another language."""
    return [_keys(token) for token in types]


@lru_cache(maxsize=1 << 16)
def _keys(token: str) -> tuple[str, ...]:
    """A number's digits, a quotation mark as such, a word's letters and its skeleton.

    >>> _keys("1,5") == _keys("1.5"), _keys("Gruschko")[1] == _keys("Grushko")[1]
    (True, True)
    """
    kind = _class(token)
    if kind is TokenClass.LAYOUT:
        return (token,)
    if kind is TokenClass.NUMBER:
        return ("#" + _DIGITS.sub("", token),)
    if kind is TokenClass.MARK:
        return ('"' if token in _QUOTES else token,)
    folded = anyascii(token).lower()
    skeleton = skeletonise(folded)
    if len(folded) < _MIN_LETTERS or len(skeleton) < _MIN_CONSONANTS:
        return ("=" + folded,)
    return "=" + folded, "~" + skeleton[:4]


def skeletonise(folded: str) -> str:
    """The consonants of a word as most Latin spellings of one sound agree on them.

    >>> skeletonise("rjabkow"), skeletonise("ryabkov"), skeletonise("eskalation")
    ('rpkv', 'rpkv', 'eskltn')
    """
    for pattern, sound in _SOUNDS:
        folded = pattern.sub(sound, folded)
    head = folded[:1].replace("j", "y")
    return head + _REPEATED.sub(r"\1", _VOWELS.sub("", folded[1:]))


def group(keys: Sequence[tuple[str, ...]]) -> dict[str, list[int]]:
    """The tokens that bear each key."""
    found: dict[str, list[int]] = {}
    for token, own in enumerate(keys):
        for key in own:
            found.setdefault(key, []).append(token)
    return found
