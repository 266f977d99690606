"""The part of the search grid that is looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Corridor:
    """For each row i (source sentences used up) the columns low[i]..high[i], both included.

    Cells are numbered row by row: (i, j) is cell `offsets[i] + j - low[i]`. A bead with a
    source sentence ends in row i no further right than `enter[i]`, starts from it no further
    left than `leave[i]`, and jumps over no row that `pinched` counts (those before row i).
    Every path goes through `corners`, which ascend on both sides.
    """

    low: NDArray[np.int64]
    high: NDArray[np.int64]
    enter: NDArray[np.int64]
    leave: NDArray[np.int64]
    pinched: NDArray[np.int64]
    offsets: NDArray[np.int64]
    corners: tuple[tuple[int, int], ...] = ()

    @property
    def rows(self) -> int:
        """Source sentences + 1."""
        return len(self.low)

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return int(self.offsets[-1])

    def coordinates(self, start: int, stop: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Row and column of each cell in the rows start..stop - 1."""
        widths = self.high[start:stop] - self.low[start:stop] + 1
        rows = np.repeat(np.arange(start, stop), widths)
        columns = np.arange(self.offsets[start], self.offsets[stop]) - self.offsets[rows]
        return rows, columns + self.low[rows]

    def find(
        self, rows: NDArray[np.int64], columns: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """The cells at these rows and columns, and which of them lie in the corridor.

        Rows must exist; a cell outside is given as 0.
        """
        inside = (columns >= self.low[rows]) & (columns <= self.high[rows])
        cells = self.offsets[rows] + columns - self.low[rows]
        return np.where(inside, cells, 0), inside

    def ends(
        self, rows: NDArray[np.int64], columns: NDArray[np.int64], m: int, n: int
    ) -> NDArray[np.int64]:
        """Which of these cells, by their place in the arrays, a bead of m-n can end in."""
        possible = np.flatnonzero((rows >= m) & (columns >= n))
        first, left = rows[possible] - m, columns[possible] - n
        fits = (left >= self.low[first]) & (left <= self.high[first])
        if m:
            last = rows[possible]
            fits &= (columns[possible] <= self.enter[last]) & (left >= self.leave[first])
            fits &= self.pinched[last] == self.pinched[first + 1]
        return possible[fits]


def make_corridor(low: NDArray[np.int64], high: NDArray[np.int64]) -> Corridor:
    """The corridor between two monotone borders."""
    return _corridor(low, high, (high, low), np.zeros(len(low), np.int64), ())


def whole(source: int, target: int) -> Corridor:
    """Every cell of the grid."""
    return make_corridor(
        np.zeros(source + 1, np.int64), np.full(source + 1, target, dtype=np.int64)
    )


def pinch(corridor: Corridor, corners: Iterable[tuple[int, int]]) -> Corridor:
    """The corridor with every path led through these cells, which ascend on both sides."""
    low, high = corridor.low.copy(), corridor.high.copy()
    enter, leave = corridor.enter.copy(), corridor.leave.copy()
    pinches = np.zeros(len(low), np.int64)
    corners = tuple(corners)
    for row, column in corners:
        np.minimum(low[: row + 1], column, out=low[: row + 1])
        np.minimum(high[:row], column, out=high[:row])
        np.maximum(low[row + 1 :], column, out=low[row + 1 :])
        np.maximum(high[row:], column, out=high[row:])
        enter[: row + 1] = np.minimum(enter[: row + 1], column)
        leave[row:] = np.maximum(leave[row:], column)
        pinches[row] = 1
    return _corridor(low, high, (enter, leave), pinches, corners)


def _corridor(
    low: NDArray[np.int64],
    high: NDArray[np.int64],
    gates: tuple[NDArray[np.int64], NDArray[np.int64]],
    pinches: NDArray[np.int64],
    corners: tuple[tuple[int, int], ...],
) -> Corridor:
    return Corridor(
        low=low,
        high=high,
        enter=gates[0],
        leave=gates[1],
        pinched=np.cumsum(pinches) - pinches,
        offsets=np.concatenate(([0], np.cumsum(high - low + 1))),
        corners=corners,
    )
