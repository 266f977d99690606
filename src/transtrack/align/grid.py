"""Beads as steps between the cells of a corridor, and the weight of all paths to each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from transtrack.align.cost import CostModel
from transtrack.align.evidence import Floats, Integers
from transtrack.align.scans import log_sum, scan

_ROOM = 100_000_000  # scores kept between passes, four bytes each
_CHUNK = 1024  # rows scored at a time, which bounds memory


class Grid:
    """Beads as steps between the cells of a corridor."""

    def __init__(self, cost: CostModel, null_rates: tuple[float, ...]) -> None:
        self.cost = cost
        self.corridor = cost.corridor
        self.down = np.array([m for m, _ in cost.kinds])
        self.right = np.array([n for _, n in cost.kinds])
        self.skip = cost.kinds.index((0, 1))
        self.drop = cost.kinds.index((1, 0))
        null = (self.down == 0) | (self.right == 0)
        rates = np.array(null_rates)[:, None]
        self.kept: dict[tuple[int, int], NDArray[np.float32]] = {}
        self.priors = np.where(null, np.log(rates / null.sum()), np.log1p(-rates))[:, :, None]

    def chunks(self) -> list[tuple[int, int]]:
        """Runs of rows scored at a time, which bounds memory."""
        rows = self.corridor.rows
        return [(start, min(start + _CHUNK, rows)) for start in range(0, rows, _CHUNK)]

    def scores(self, start: int, stop: int) -> NDArray[np.float32]:
        """By kind and cell of these rows and the next few, the score of the bead that ends there.

        Kept while there is room, since every pass asks for them.
        """
        if (start, stop) not in self.kept:
            last = min(self.corridor.rows, stop + int(self.down.max()))
            scores = self.cost.rows(start, last)
            if sum(map(np.size, self.kept.values())) + scores.size > _ROOM:
                return scores
            self.kept[start, stop] = scores
        return self.kept[start, stop]

    def neighbours(self, start: int, stop: int, direction: int) -> Integers:
        """By kind and cell of these rows, the cell a bead away; the cell beyond all for none."""
        corridor = self.corridor
        widths = corridor.high[start:stop] - corridor.low[start:stop] + 1
        rows = np.arange(start, stop) + direction * self.down[:, None]
        exists = (rows >= 0) & (rows < corridor.rows)
        rows = np.where(exists, rows, 0)
        low = np.where(exists, corridor.low[rows], corridor.cells)  # no column is so far right
        base = corridor.offsets[rows] - corridor.low[rows]
        low, high, base = (
            np.repeat(by_row, widths, axis=1) for by_row in (low, corridor.high[rows], base)
        )
        columns = corridor.coordinates(start, stop)[1] + direction * self.right[:, None]
        return np.where((columns >= low) & (columns <= high), base + columns, corridor.cells)

    def rows(self, start: int, stop: int) -> list[tuple[int, slice, slice]]:
        """Each row with its cells, in the corridor and in the chunk of these rows."""
        offsets = self.corridor.offsets.tolist()
        base = offsets[start]
        return [
            (
                row,
                slice(offsets[row], offsets[row + 1]),
                slice(offsets[row] - base, offsets[row + 1] - base),
            )
            for row in range(start, stop)
        ]

    def forward(self) -> Floats:
        """By null rate, the log of the summed weight of all paths from the start to each cell.

        Shape (rates, cells + 1); the last is a cell beyond all, which no path reaches.
        """
        alpha = np.full((len(self.priors), self.corridor.cells + 1), -np.inf)
        for start, stop in self.chunks():
            scores = self.scores(start, stop)
            before = self.neighbours(start, stop, -1)
            for row, cells, local in self.rows(start, stop):
                here = scores[:, local] + self.priors
                weights = alpha[:, before[:, local]] + here
                weights[:, self.skip] = -np.inf
                entered = log_sum(weights)
                if row == 0:
                    entered[:, 0] = 0.0
                alpha[:, cells] = scan(np.logaddexp, entered, here[:, self.skip])
        return alpha
