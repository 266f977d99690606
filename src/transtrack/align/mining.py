"""Which texts of two collections translate each other: document alignment.

Texts as vectors of the target's words, those of the source through the lexicon, and of what both
languages spell alike (names, numbers), weighted by rarity (TF-IDF) and hashed to a fixed width
(Weinberger et al. 2009). Candidates are compared by cosine against the margin of their nearest
neighbours (CSLS; Conneau et al. 2018), and linked best first, each text once (competitive
linking; Melamed 2000).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

import numpy as np
import regex
from numpy.typing import NDArray

from transtrack.lexicon import Lexicon
from transtrack.lexicon.forms import find_entries
from transtrack.lexicon.ranges import expand
from transtrack.lexicon.store import unpack

LEAST: Final = 0.04  # margin from which a pair is taken
_WIDTH: Final = 1 << 13  # dimensions of a vector
_BLOCK: Final = 1024  # source texts compared at once
_NEIGHBOURS: Final = 8
_WORD: Final = regex.compile(r"(?:\p{L}\p{M}*){3,}|\p{Nd}{2,}")
_STEM: Final = 6  # letters of a word that both languages may share
_WEAK: Final = 0.05  # probability below which a translation is left out

Floats = NDArray[np.float32]
Counts = dict[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A source and a target text, by number, that translate each other.

    `margin` tells how much more alike they are than their neighbours are to them, from 0 to 2;
    about 0.04 is where doubt begins.
    """

    source: int
    target: int
    margin: float


def mine(
    sources: Sequence[str], targets: Sequence[str], lexicon: Lexicon | None, least: float = LEAST
) -> tuple[Link, ...]:
    """The pairs of texts that translate each other, each text in one at most, by source.

    Memory grows with the number of texts, time with the product of both numbers (a matrix
    product); without a lexicon only what is spelled alike counts.
    """
    if not sources or not targets:
        return ()
    left = [_read_source(text, lexicon) for text in sources]
    right = [_read_target(text, lexicon) for text in targets]
    weights = _rarity(right) + _rarity(left)
    one, other = _stack(left, weights), _stack(right, weights)
    near_source = np.zeros((len(sources), 1), np.float32)
    best = [np.zeros((0, len(targets)), np.float32)]
    candidates: list[tuple[int, int, float]] = []
    for start in range(0, len(sources), _BLOCK):
        scores = one[start : start + _BLOCK] @ other.T
        near_source[start : start + _BLOCK, 0] = _mean_top(scores)
        top = np.concatenate([best[0], scores])
        keep = min(_NEIGHBOURS, len(top))
        best[0] = np.partition(top, len(top) - keep, axis=0)[-keep:]
        width = min(_NEIGHBOURS, len(targets))
        columns = np.argpartition(scores, len(targets) - width, axis=1)[:, -width:]
        candidates += [
            (start + row, int(column), float(scores[row, column]))
            for row in range(len(scores))
            for column in columns[row]
        ]
    near_target = best[0].mean(axis=0)
    return _link(candidates, near_source[:, 0], near_target, least)


def _link(
    candidates: list[tuple[int, int, float]], near: Floats, near_target: Floats, least: float
) -> tuple[Link, ...]:
    """The candidates linked best first; a text is linked once."""
    weighed = [
        (2 * score - float(near[a]) - float(near_target[b]), a, b) for a, b, score in candidates
    ]
    weighed.sort(key=lambda item: (-item[0], item[1], item[2]))
    taken: tuple[set[int], set[int]] = (set(), set())
    found = []
    for margin, a, b in weighed:
        if margin < least:
            break
        if a not in taken[0] and b not in taken[1]:
            taken[0].add(a)
            taken[1].add(b)
            found.append(Link(source=a, target=b, margin=margin))
    return tuple(sorted(found, key=lambda link: link.source))


def _mean_top(scores: Floats) -> Floats:
    width = min(_NEIGHBOURS, scores.shape[1])
    mean: Floats = np.partition(scores, scores.shape[1] - width, axis=1)[:, -width:].mean(axis=1)
    return mean


def _read_target(text: str, lexicon: Lexicon | None) -> Counts:
    words = _words(text)
    counts = _spelled(words)
    if lexicon is not None:
        names = sorted(words)
        for at, number in find_entries(lexicon.target, names).tolist():
            key = _slot(f"#{number}")
            counts[key] = counts.get(key, 0.0) + words[names[at]]
    return counts


def _read_source(text: str, lexicon: Lexicon | None) -> Counts:
    words = _words(text)
    counts = _spelled(words)
    if lexicon is not None:
        names = sorted(words)
        entries = find_entries(lexicon.source, names)
        begin, end = lexicon.starts[entries[:, 1]], lexicon.starts[entries[:, 1] + 1]
        rows = expand(begin, end)
        owners = np.repeat(entries[:, 0], end - begin)
        for at, row in zip(owners.tolist(), rows.tolist(), strict=True):
            chance = unpack(lexicon.forward[row])
            if chance >= _WEAK:
                key = _slot(f"#{lexicon.targets[row]}")
                counts[key] = counts.get(key, 0.0) + chance * words[names[at]]
    return counts


def _words(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for word in _WORD.findall(text):
        key = word.lower()
        found[key] = found.get(key, 0) + 1
    return found


def _spelled(words: dict[str, int]) -> Counts:
    """What both languages spell alike: numbers, and words by their first letters."""
    counts: Counts = {}
    for word, times in words.items():
        key = _slot(word[:_STEM])
        counts[key] = counts.get(key, 0.0) + times
    return counts


def _slot(feature: str) -> int:
    return crc32(feature.encode("utf-8", "surrogatepass")) % _WIDTH


def _rarity(texts: Sequence[Counts]) -> Floats:
    """The logarithm of how rare each dimension is among some texts."""
    seen = np.zeros(_WIDTH, np.float32)
    for counts in texts:
        seen[list(counts)] += 1
    rare: Floats = np.log((len(texts) + 1) / (seen + 1)).astype(np.float32)
    return rare


def _stack(texts: Sequence[Counts], weights: Floats) -> Floats:
    """The texts as rows of length 1; counts are damped by the logarithm."""
    rows = np.zeros((len(texts), _WIDTH), np.float32)
    for number, counts in enumerate(texts):
        keys = list(counts)
        rows[number, keys] = np.log1p(np.array([counts[key] for key in keys], np.float32))
    rows *= weights
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    stacked: Floats = rows / np.maximum(lengths, 1e-9)
    return stacked
