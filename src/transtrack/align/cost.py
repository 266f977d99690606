"""The score of every candidate bead: what two groups of sentences say for each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from transtrack.align.corridor import Corridor
from transtrack.align.evidence import Floats, Integers, cover_columns, cover_rows, weigh
from transtrack.align.matches import Matches
from transtrack.align.parameters import MAX_SIDE, Kind, Parameters
from transtrack.align.tokens import Tokens
from transtrack.model import BlockKind

_FURNITURE = frozenset({BlockKind.NAVIGATION, BlockKind.NOTE})
_PADDING = 2.0  # letters added to each sentence, so that an empty one has a length
_SKEW = 0.15  # how far the typical log length lies below that of the mean
_RAREST = 0.02  # density below which a length is not taken for a surprise
_SPREAD = 0.6  # variance of the log length of sentences taken at random


class CostModel(Protocol):
    """What a search needs to know of the beads."""

    @property
    def name(self) -> str:
        """The model's name in the bitext's signature."""

    @property
    def corridor(self) -> Corridor:
        """The cells that exist."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of bead scored."""

    def rows(self, start: int, stop: int) -> NDArray[np.float32]:
        """Scores of the beads that end in the cells of rows start..stop - 1.

        Shape (kinds, cells); minus infinity where a bead does not exist.
        """

    def evidence(self, first: Integers, left: Integers, m: int, n: int) -> Floats:
        """Log-likelihood ratios of beads of m sources and n targets that start there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LexicalCost:
    """Log-likelihood ratios from shared tokens, lengths and block borders.

    Everything is a difference of prefix sums: `by_column[w]` over the coverage of target
    sentences by w + 1 source sentences, along each row; `by_row[w]` the coverage of one
    source sentence by w + 1 target sentences; the rest by sentence. `name` tells by which
    lexicons, for the bitext's signature.
    """

    corridor: Corridor
    parameters: Parameters
    by_column: tuple[Floats, ...]
    by_row: tuple[Floats, ...]
    source_missed: Floats
    target_missed: Floats
    source_windows: tuple[Windows, ...]
    target_windows: tuple[Windows, ...]
    source_breaks: Floats
    target_breaks: Floats
    source_null: Floats
    target_null: Floats
    name: str = "lexical"

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of bead scored."""
        return self.parameters.kinds

    def rows(self, start: int, stop: int) -> NDArray[np.float32]:
        """Scores of the beads that end in rows start..stop - 1: shape (kinds, cells)."""
        rows, columns = self.corridor.coordinates(start, stop)
        scores = np.full((len(self.kinds), len(rows)), -np.inf, np.float32)
        for index, (m, n) in enumerate(self.kinds):
            ends = self.corridor.ends(rows, columns, m, n)
            scores[index, ends] = self.parameters.prior((m, n))
            if m == 0:
                scores[index, ends] += self.target_null[columns[ends] - 1]
            elif n == 0:
                scores[index, ends] += self.source_null[rows[ends] - 1]
            else:
                scores[index, ends] += self.evidence(rows[ends] - m, columns[ends] - n, m, n)
        return scores

    def evidence(self, first: Integers, left: Integers, m: int, n: int) -> Floats:
        """Evidence for beads of m sources from `first` on and n targets from `left` on."""
        p = self.parameters
        tokens = self._coverage(first, left, m, n)
        tokens += self.source_missed[first + m] - self.source_missed[first]
        tokens += self.target_missed[left + n] - self.target_missed[left]
        breaks = self.source_breaks[first + m - 1] - self.source_breaks[first]
        breaks += self.target_breaks[left + n - 1] - self.target_breaks[left]
        length = self._length(first, left, m, n)
        return tokens + p.length_weight * length + breaks

    def _coverage(self, first: Integers, left: Integers, m: int, n: int) -> Floats:
        corridor = self.corridor
        start = corridor.offsets[first] - corridor.low[first]
        stop = np.minimum(left + n, corridor.high[first] + 1)
        sums = self.by_column[m - 1]
        total: Floats = sums[start + stop] - sums[start + left]
        for row in range(m):
            cells, inside = corridor.find(first + row, left)
            total += np.where(inside, self.by_row[n - 1][cells], 0.0)
        return total

    def _length(self, first: Integers, left: Integers, m: int, n: int) -> NDArray[np.float32]:
        """Gale and Church's (1993) evidence, on the log ratio and against chance lengths."""
        p = self.parameters
        source, target = self.source_windows[m - 1], self.target_windows[n - 1]
        ratio = target.log[left] - source.log[first]
        fixed, per_letter = p.length_noise
        variance = fixed + 2 * per_letter / (source.length[first] + target.length[left])
        close = np.exp(-0.5 * ratio * ratio / variance) / np.sqrt(variance)
        chance = np.maximum(source.chance[first] * target.chance[left], _RAREST)
        evidence: NDArray[np.float32] = np.log((1 - p.outlier) * close / chance + p.outlier)
        return evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """By first sentence, length and log length of some neighbours.

    `chance` is the root of the density of such a log length, since a bead has two. Single
    precision, which is faster and more than a length deserves.
    """

    length: NDArray[np.float32]
    log: NDArray[np.float32]
    chance: NDArray[np.float32]


def _find_windows(lengths: Floats, mean: float) -> tuple[Windows, ...]:
    """Windows of 1 to `MAX_SIDE` sentences."""
    before = _prefix(lengths)
    found = []
    for size in range(1, MAX_SIDE + 1):
        length = before[size:] - before[:-size]
        log = np.log(length)
        deviation = log - np.log(size * mean) + _SKEW
        density = np.exp(-0.5 * deviation**2 * size / _SPREAD) * np.sqrt(size / _SPREAD)
        found.append(
            Windows(
                length=length.astype(np.float32),
                log=log.astype(np.float32),
                chance=np.sqrt(density).astype(np.float32),
            )
        )
    return tuple(found)


def make_cost(
    source: Tokens,
    target: Tokens,
    matches: tuple[Matches, Matches],
    corridor: Corridor,
    breaks: tuple[Floats, Floats],
    parameters: Parameters,
) -> LexicalCost:
    """The cost model of two texts.

    `matches` are those of the source's types and of the target's; `breaks[side][k]` is what
    it costs to have sentences k - 1 and k of a side in one bead.
    """
    sizes = len(source.starts) - 1, len(target.starts) - 1
    source_hit, source_miss = weigh(source, matches[0], sizes[1], parameters)
    target_hit, target_miss = weigh(target, matches[1], sizes[0], parameters)
    columns = cover_columns(target, matches[1], target_hit - target_miss, corridor, MAX_SIDE)
    rows = cover_rows(source, matches[0], source_hit - source_miss, corridor, MAX_SIDE)
    lengths = source.lengths + _PADDING, target.lengths + _PADDING
    mean = float(sum(side.sum() for side in lengths)) / sum(sizes) if any(sizes) else 1.0
    return LexicalCost(
        corridor=corridor,
        parameters=parameters,
        by_column=tuple(map(_prefix, columns)),
        by_row=tuple(rows),
        source_missed=_prefix(_sum(source, source_miss)),
        target_missed=_prefix(_sum(target, target_miss)),
        source_windows=_find_windows(lengths[0], mean),
        target_windows=_find_windows(lengths[1], mean),
        source_breaks=np.cumsum(breaks[0]),
        target_breaks=np.cumsum(breaks[1]),
        source_null=_furniture(source, parameters),
        target_null=_furniture(target, parameters),
    )


def _furniture(tokens: Tokens, parameters: Parameters) -> Floats:
    """What each sentence gains by having no counterpart."""
    return np.array([parameters.furniture if kind in _FURNITURE else 0.0 for kind in tokens.kinds])


def _prefix(values: NDArray[np.float64]) -> Floats:
    return np.concatenate(([0.0], np.cumsum(values)))


def _sum(tokens: Tokens, by_type: Floats) -> Floats:
    """The values of each sentence's types, added up."""
    size = len(tokens.starts) - 1
    return np.bincount(tokens.sentences, by_type[tokens.ids], size).astype(np.float64)
