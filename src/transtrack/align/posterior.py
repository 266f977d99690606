"""How probable each bead is: forward-backward over the corridor (Rabiner 1989)."""

from __future__ import annotations

import numpy as np

from transtrack.align.evidence import Floats, Integers
from transtrack.align.grid import Grid
from transtrack.align.scans import log_sum, rescan


class Posteriors:
    """How probable each bead is, at one null rate."""

    def __init__(self, grid: Grid, alpha: Floats, prior: Floats) -> None:
        self.grid = grid
        self.alpha = alpha
        self.prior = prior
        self.total = alpha[grid.corridor.cells - 1]
        self.beta = np.full(grid.corridor.cells + 1, -np.inf)
        self.source_null = np.zeros(grid.corridor.rows)
        self.target_null = np.zeros(int(grid.corridor.high[-1]) + 1)
        for start, stop in reversed(grid.chunks()):
            scores, ends = self.scores(start, stop)
            self._backward(start, stop, scores, ends)
            self._count_nulls(start, stop, scores, ends)

    def scores(self, start: int, stop: int) -> tuple[Floats, Integers]:
        """By kind and cell of these rows, the score of the bead that starts there, and its end."""
        grid, corridor = self.grid, self.grid.corridor
        scores = grid.scores(start, stop) + self.prior
        scores = np.pad(scores, ((0, 0), (0, 1)), constant_values=-np.inf)
        ends = grid.neighbours(start, stop, +1)
        local = np.minimum(ends - corridor.offsets[start], scores.shape[1] - 1)
        return np.take_along_axis(scores, local, axis=1), ends

    def of_rows(self, start: int, stop: int) -> tuple[Floats, Floats, Integers]:
        """By kind and cell, the posterior of the bead that starts there, its score, its end.

        A null bead has the posterior of its sentence's having no counterpart, wherever the
        path passes.
        """
        grid, corridor = self.grid, self.grid.corridor
        scores, ends = self.scores(start, stop)
        cells = slice(int(corridor.offsets[start]), int(corridor.offsets[stop]))
        posteriors = np.exp(self.alpha[cells] + scores + self.beta[ends] - self.total)
        rows, columns = corridor.coordinates(start, stop)
        for kind, null in (
            (grid.drop, self.source_null[rows]),
            (grid.skip, self.target_null[columns]),
        ):
            posteriors[kind] = np.where(ends[kind] < corridor.cells, null, 0.0)
        return posteriors, scores, ends

    def _backward(self, start: int, stop: int, scores: Floats, ends: Integers) -> None:
        grid = self.grid
        for row, cells, local in reversed(grid.rows(start, stop)):
            here = scores[:, local]
            weights = self.beta[ends[:, local]] + here
            weights[grid.skip] = -np.inf
            left = log_sum(weights)
            if row == grid.corridor.rows - 1:
                left[-1] = 0.0
            self.beta[cells] = rescan(np.logaddexp, left, here[grid.skip])

    def _count_nulls(self, start: int, stop: int, scores: Floats, ends: Integers) -> None:
        grid, corridor = self.grid, self.grid.corridor
        cells = slice(int(corridor.offsets[start]), int(corridor.offsets[stop]))
        rows, columns = corridor.coordinates(start, stop)
        for kind, places, counts in (
            (grid.drop, rows, self.source_null),
            (grid.skip, columns, self.target_null),
        ):
            weights = np.exp(self.alpha[cells] + scores[kind] + self.beta[ends[kind]] - self.total)
            np.add.at(counts, places, weights)
