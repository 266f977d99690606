"""The score of every candidate bead, a sentence encoder's evidence added to the words'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transtrack.align.aligner import make_lexical_cost
from transtrack.align.corridor import Corridor
from transtrack.align.cost import CostModel
from transtrack.align.encoders import Encoder, Vectors
from transtrack.align.evidence import Floats, Integers
from transtrack.align.parameters import BESIDE, Kind
from transtrack.align.remainder import Remainder
from transtrack.lexicon import Lexicon
from transtrack.model import Document

# Measured on 21 articles of NTREX with multilingual-e5-small, in six variants each: weights of
# 0.7 to 1.5 and thresholds of 1.5 to 2.5 differ by at most .03 strict F1.
_WEIGHT = 1.5  # nats for each standard deviation that two sides lie closer than by chance
_CHANCE = 2.0  # of these deviations are no surprise: neighbours speak of the same matter
_MOST = 8.0  # deviations that count, so that one bead cannot outweigh all else
_SPREAD = 0.01  # least spread of chance cosines; a short text's may be nought
_SAMPLE = 400  # windows a side, evenly spread, that chance is estimated from
_CHUNK = 4096  # beads compared at a time, which bounds memory
_TINY = 1e-9  # keeps sentences whose vectors cancel out from dividing by zero


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """The vectors of all runs of neighbouring sentences of a text, as differences of sums.

    `sums[k]` adds up the first k sentences' vectors: shape (sentences + 1, dimensions).
    """

    sums: Vectors

    def unit(self, starts: Integers, size: int) -> Vectors:
        """The summed vectors of `size` sentences from each start on, of unit length."""
        summed = self.sums[starts + size] - self.sums[starts]
        lengths = np.linalg.norm(summed, axis=1, keepdims=True)
        unit: Vectors = summed / np.maximum(lengths, np.float32(_TINY))
        return unit

    def sample(self, size: int) -> Integers:
        """Starts of windows of this size, spread evenly over the text."""
        last = len(self.sums) - 1 - size
        return np.unique(np.linspace(0, last, _SAMPLE).astype(np.int64)) if last >= 0 else _NONE


_NONE: Integers = np.zeros(0, np.int64)


def make_windows(vectors: Vectors) -> Windows:
    """The windows of a text with these sentence vectors."""
    sums = np.zeros((len(vectors) + 1, vectors.shape[1]), np.float32)
    sums[1:] = np.cumsum(vectors, axis=0, dtype=np.float64)
    return Windows(sums=sums)


@dataclass(frozen=True, slots=True, kw_only=True)
class NeuralCost:
    """Another model's scores, and how much closer than chance the sides' vectors lie.

    `chance` holds, by kind of bead, the mean and the spread of the cosines of sides that do
    not belong together: encoders differ in both, and longer sides are closer anyway.
    """

    base: CostModel
    encoder: str
    source: Windows
    target: Windows
    chance: Mapping[Kind, tuple[float, float]]

    @property
    def name(self) -> str:
        """The model's name in the bitext's signature."""
        return f"{self.base.name}+{self.encoder}"

    @property
    def corridor(self) -> Corridor:
        """The cells that exist."""
        return self.base.corridor

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of bead scored."""
        return self.base.kinds

    def rows(self, start: int, stop: int) -> NDArray[np.float32]:
        """Scores of the beads that end in rows start..stop - 1: shape (kinds, cells)."""
        scores = self.base.rows(start, stop)
        rows, columns = self.corridor.coordinates(start, stop)
        for index, (m, n) in enumerate(self.kinds):
            if m and n:
                ends = self.corridor.ends(rows, columns, m, n)
                scores[index, ends] += self.closeness(rows[ends] - m, columns[ends] - n, m, n)
        return scores

    def evidence(self, first: Integers, left: Integers, m: int, n: int) -> Floats:
        """Evidence for beads of m sources from `first` on and n targets from `left` on."""
        return self.base.evidence(first, left, m, n) + self.closeness(first, left, m, n)

    def closeness(self, first: Integers, left: Integers, m: int, n: int) -> Floats:
        """What the vectors say for beads, in nats; nothing where chance is not known."""
        if (m, n) not in self.chance:
            return np.zeros(len(first))
        mean, spread = self.chance[m, n]
        surprise = (self.cosines(first, left, m, n) - mean) / spread
        worth: Floats = _WEIGHT * min(m, n) * (np.minimum(surprise, _MOST) - _CHANCE)
        return worth

    def cosines(self, first: Integers, left: Integers, m: int, n: int) -> Floats:
        """Cosines of both sides of beads.

        Beads come row by row, so a chunk of them has few different sides: all of these are
        multiplied with each other.
        """
        found = np.empty(len(first))
        for start in range(0, len(first), _CHUNK):
            chunk = slice(start, start + _CHUNK)
            rows, row = np.unique(first[chunk], return_inverse=True)
            columns, column = np.unique(left[chunk], return_inverse=True)
            table = self.source.unit(rows, m) @ self.target.unit(columns, n).T
            found[chunk] = table[row, column]
        return found


def make_neural_cost(
    rest: Remainder, encoder: Encoder, lexicon: Lexicon | None = None
) -> NeuralCost:
    """The lexical cost model of two texts with an encoder's evidence added."""
    base = make_lexical_cost(rest, lexicon, parameters=BESIDE)
    source = make_windows(encoder.encode(_texts(rest.documents[0], rest.source)))
    target = make_windows(encoder.encode(_texts(rest.documents[1], rest.target)))
    chance = {
        (m, n): found
        for m, n in base.kinds
        if m and n and (found := measure_chance(source, target, (m, n)))
    }
    return NeuralCost(base=base, encoder=encoder.name, source=source, target=target, chance=chance)


def measure_chance(source: Windows, target: Windows, kind: Kind) -> tuple[float, float] | None:
    """Mean and spread of the cosines of sides that do not belong together.

    The closest partner of each side is left out, since it may be its translation. None for
    texts too short to have others.
    """
    rows, columns = source.sample(kind[0]), target.sample(kind[1])
    if len(rows) * len(columns) == 0:
        return None
    table = source.unit(rows, kind[0]) @ target.unit(columns, kind[1]).T
    best = (table == table.max(axis=1, keepdims=True)) | (table == table.max(axis=0))
    others = table[~best].astype(np.float64)
    if not len(others):
        return None
    return float(others.mean()), max(float(others.std()), _SPREAD)


def _texts(document: Document, indices: Sequence[int]) -> list[str]:
    return [document.sentences[index].plain for index in indices]
