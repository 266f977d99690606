"""Stretches of the corridor that are searched side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from transtrack.align.corridor import Corridor
from transtrack.align.cost import CostModel
from transtrack.align.evidence import Integers

ROWS = 2048  # searched side by side, and scored at a time, which bounds memory

Stretch = tuple[tuple[int, int], tuple[int, int]]
Scores = NDArray[np.float32]


class Bundle:
    """Stretches of the corridor, each from one corner to the next, in step.

    No bead jumps over a corner, so that stretches are independent; row t of all of them is
    worked on at once. A *line* is a row of a stretch: lines are numbered by t, the longest
    stretch first, and those of one t have the same number of cells, some of them beyond the
    corridor. The cell after the last stands for all that do not exist.
    """

    def __init__(self, corridor: Corridor, stretches: Sequence[Stretch]) -> None:
        longest_first = sorted(stretches, key=lambda s: s[0][0] - s[1][0])
        self.corridor = corridor
        self.starts, ends = zip(*longest_first, strict=True)
        first, left = np.array(self.starts).T
        last, right = np.array(ends).T
        self.sizes = last - first + 1
        steps = np.arange(int(self.sizes[0]))
        active = np.searchsorted(-self.sizes, -steps, side="left")
        self.at = np.concatenate(([0], np.cumsum(active)))
        self.step = np.repeat(steps, active)
        self.owner = np.arange(len(self.step)) - self.at[self.step]
        self.row = first[self.owner] + self.step
        self.low = np.maximum(corridor.low[self.row], left[self.owner])
        self.high = np.minimum(corridor.high[self.row], right[self.owner])
        widest = np.maximum.reduceat(self.high - self.low + 1, self.at[:-1])
        self.base = np.concatenate(([0], np.cumsum(widest[self.step])))
        self.cells = int(self.base[-1])
        final = self.at[self.sizes - 1] + np.arange(len(self.sizes))
        self.final = self.base[final] + self.high[final] - self.low[final]

    def steps(self, start: int, stop: int) -> Iterator[tuple[slice, slice, tuple[int, int]]]:
        """The cells of each step within these lines, in all and among theirs, and their shape."""
        at, base = self.at.tolist(), self.base.tolist()
        begin = base[start]
        for first, last in pairwise(at[at.index(start) : at.index(stop) + 1]):
            cells = slice(base[first], base[last])
            local = slice(base[first] - begin, base[last] - begin)
            yield cells, local, (last - first, (base[last] - base[first]) // (last - first))

    def finals(self, cells: slice) -> Integers:
        """Which of these cells are the last of a stretch, counted from the first of them."""
        last: Integers = self.final[(self.final >= cells.start) & (self.final < cells.stop)]
        counted: Integers = last - cells.start
        return counted

    def chunks(self) -> list[tuple[int, int]]:
        """Runs of lines to be scored at once; only a stretch by itself needs more than one."""
        lines = len(self.row)
        if len(self.sizes) > 1:
            return [(0, lines)]
        return [(start, min(start + ROWS, lines)) for start in range(0, lines, ROWS)]

    def coordinates(self, start: int, stop: int) -> tuple[Integers, Integers]:
        """Line and column of each cell of these lines; columns beyond the corridor, too."""
        lines = np.repeat(np.arange(start, stop), np.diff(self.base[start : stop + 1]))
        columns = np.arange(self.base[start], self.base[stop]) - self.base[lines]
        return lines, columns + self.low[lines]

    def scores(self, cost: CostModel, start: int, stop: int) -> Scores:
        """By kind and cell of these lines, the score of the bead that ends there."""
        top, bottom = int(self.row[start:stop].min()), int(self.row[start:stop].max()) + 1
        lines, columns = self.coordinates(start, stop)
        rows = self.row[lines]
        cells = self.corridor.offsets[rows] + columns - self.corridor.low[rows]
        exists = columns <= self.high[lines]
        cells = np.where(exists, cells - self.corridor.offsets[top], 0)
        scores = np.take(cost.rows(top, bottom), cells, axis=1)
        scores[:, ~exists] = -np.inf
        return scores

    def neighbours(self, start: int, stop: int, down: Integers, right: Integers) -> Integers:
        """By kind and cell of these lines, the cell so many rows and columns away."""
        step = self.step[start:stop] + down[:, None]
        owner = self.owner[start:stop]
        exists = (step >= 0) & (step < self.sizes[owner])
        lines = np.where(exists, self.at[np.where(exists, step, 0)] + owner, 0)
        low = np.where(exists, self.low[lines], self.corridor.cells)  # no column is so far right
        widths = np.diff(self.base[start : stop + 1])
        low, high, base = (
            np.repeat(by_line.astype(np.int32), widths, axis=1)
            for by_line in (low, self.high[lines], self.base[lines] - self.low[lines])
        )
        columns = self.coordinates(start, stop)[1].astype(np.int32) + right[:, None].astype(
            np.int32
        )
        inside = (columns >= low) & (columns <= high)
        return np.where(inside, base + columns, np.int32(self.cells))
