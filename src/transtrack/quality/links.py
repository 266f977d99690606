"""How well the words of two sentences account for each other: by lexicon, and by letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from transtrack.lexicon import Lexicon, find_words
from transtrack.lexicon.forms import find_entries
from transtrack.lexicon.ranges import expand
from transtrack.quality.fluency import RAREST, Fluency

_KIN = 0.5, 0.2  # probability that stands for a word of the same letters, of the same beginning
_KNOWN_OTHERWISE = 0.1  # what likeness counts where the lexicon knows the word
_ENOUGH = 0.15  # a probability from which a word counts as translated in full
_LEAST = 0.02  # below it, as not at all
_KIN_LETTERS = 4
_ALIKE = 0.65
_SOUNDS = (
    ("tsch", "ch"),
    ("sch", "sh"),
    ("ph", "f"),
    ("k", "c"),
    ("w", "v"),
    ("j", "y"),
    ("z", "c"),
)
_COMMON = 3.0  # nats; the information of the most frequent words, which tell little
_SPAN = 0.3, 6.0  # bounds of a word's weight
_FOREIGN = 3.0  # nats by which a word left in the source's language is rarer in the target's

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The distinct words of a sentence in lower case, how often each, and what it weighs.

    `trust` tells how far a word without a counterpart speaks against the translation.
    """

    words: tuple[str, ...]
    counts: Floats
    weights: Floats
    trust: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Two sentences' words and the probabilities between them, of shape (source, target).

    `covered` tells for each side what share of a word's occurrences is paired, one to one, and
    how surely; `copied` which target words were left in the source's language.
    """

    source: Side
    target: Side
    forward: Floats
    backward: Floats
    covered: tuple[Floats, Floats]
    copied: tuple[str, ...]


_NAME = re.compile(r"(?<=[\w,;:] )[^\W\d_a-zäöüß]\w+")
_COMMONEST = 7.0  # nats of information that function words have at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What is known of two languages; None for what is not."""

    lexicon: Lexicon | None
    source: Fluency | None
    target: Fluency | None


def link(source: str, target: str, known: Knowledge) -> Links:
    """The links between the words of two sentences."""
    texts = find_words(source), find_words(target)
    counts = Counter(texts[0]), Counter(texts[1])
    words = tuple(counts[0]), tuple(counts[1])
    forward, backward, reached = _look_up(words, known.lexicon)
    kin = _find_kin(*words)
    letters = np.array([not word[0].isdecimal() for word in words[0]], np.bool_)
    kin[reached[0] & letters] *= _KNOWN_OTHERWISE
    copied = _find_copied(words, known, {name.lower() for name in _NAME.findall(source)})
    for word in copied:
        kin[words[0].index(word), words[1].index(word)] = 0.0
    sides = [
        _side(count, model, seen)
        for count, model, seen in zip(counts, (known.source, known.target), reached, strict=True)
    ]
    forward, backward = np.maximum(forward, kin), np.maximum(backward, kin)
    return Links(
        source=sides[0],
        target=sides[1],
        forward=forward,
        backward=backward,
        covered=_pair_up(np.maximum(forward, backward), sides[0].counts, sides[1].counts),
        copied=tuple(copied),
    )


def _side(counts: Counter[str], model: Fluency | None, reached: NDArray[np.bool_]) -> Side:
    words = tuple(counts)
    rarity = [model.information(word) if model else RAREST / 2 for word in words]
    return Side(
        words=words,
        counts=np.array([counts[word] for word in words], np.float64),
        weights=np.clip(np.array(rarity, np.float64) - _COMMON, *_SPAN),
        trust=np.where(reached, 1.0, 0.5),
    )


def _look_up(
    words: tuple[Sequence[str], Sequence[str]], lexicon: Lexicon | None
) -> tuple[Floats, Floats, tuple[NDArray[np.bool_], NDArray[np.bool_]]]:
    """Probabilities both ways, and which words the lexicon knows."""
    shape = len(words[0]), len(words[1])
    forward, backward = np.zeros(shape), np.zeros(shape)
    reached = np.zeros(shape[0], np.bool_), np.zeros(shape[1], np.bool_)
    if lexicon is None:
        return forward, backward, reached
    left, right = find_entries(lexicon.source, words[0]), find_entries(lexicon.target, words[1])
    reached[0][left[:, 0]] = reached[1][right[:, 0]] = True
    begin, end = lexicon.starts[left[:, 1]], lexicon.starts[left[:, 1] + 1]
    entries, owners = expand(begin, end), np.repeat(left[:, 0], end - begin)
    for word, number in right.tolist():
        hit = lexicon.targets[entries] == number
        for table, chances in ((forward, lexicon.forward), (backward, lexicon.backward)):
            np.maximum.at(table[:, word], owners[hit], 2.0 ** (chances[entries[hit]] / -8.0))
    return forward, backward, reached


def _find_kin(source: Sequence[str], target: Sequence[str]) -> Floats:
    """What stands for a probability where words are alike: numbers, names, cognates."""
    left, right = [_fold(word) for word in source], [_fold(word) for word in target]
    alike = cdist(left, right, scorer=Levenshtein.normalized_similarity)
    short = np.minimum.outer(*(np.array([len(w) for w in side]) for side in (left, right)))
    table = np.where((alike >= _ALIKE) & (short >= _KIN_LETTERS), _KIN[1], 0.0)
    return np.where(alike == 1.0, _KIN[0], table)


def _fold(word: str) -> str:
    """A number's digits; a word's letters, sounds that languages write differently made one."""
    if word[0].isdecimal():
        return "".join(letter for letter in word if letter.isdecimal())
    folded = anyascii(word).lower()
    for written, sound in _SOUNDS:
        folded = folded.replace(written, sound)
    return folded


def _find_copied(
    words: tuple[Sequence[str], Sequence[str]], known: Knowledge, names: set[str]
) -> list[str]:
    """Words on both sides that only the source's language has.

    A very common word with a capital inside a sentence is a name: the river Oder.
    """
    if not known.source or not known.target:
        return []
    return [
        word
        for word in set(words[0]) & set(words[1])
        if word.isalpha()
        and not (word in names and known.source.information(word) < _COMMONEST)
        and known.source.information(word) + _FOREIGN <= known.target.information(word)
    ]


def _pair_up(chance: Floats, left: Floats, right: Floats) -> tuple[Floats, Floats]:
    """For each word the share of its occurrences that finds a partner, the surest pairs first."""
    rest = left.copy(), right.copy()
    found = np.zeros(len(left)), np.zeros(len(right))
    rows, columns = np.nonzero(chance >= _LEAST)
    for at in np.argsort(-chance[rows, columns], kind="stable"):
        row, column = rows[at], columns[at]
        amount = min(rest[0][row], rest[1][column])
        if amount > 0:
            sure = amount * min(1.0, float(np.sqrt(chance[row, column] / _ENOUGH)))
            for side, k in ((0, row), (1, column)):
                rest[side][k] -= amount
                found[side][k] += sure
    return found[0] / np.maximum(left, 1), found[1] / np.maximum(right, 1)
