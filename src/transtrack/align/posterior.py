"""How probable each bead is: forward-backward over the corridor (Rabiner 1989)."""

from __future__ import annotations

import numpy as np

from transtrack.align.evidence import Floats, Integers
from transtrack.align.grid import Grid
from transtrack.align.scans import log_sum, rescan


class Posteriors:
    """How probable each bead of a bundle is in a text translated in one manner."""

    def __init__(self, grid: Grid, number: int, alpha: Floats, prior: Floats) -> None:
        self.grid = grid
        self.number = number
        self.bundle = grid.bundles[number]
        self.prior = prior
        # a cell's stretch is given with each path to it, so that its weight is divided out here
        lines, _ = self.bundle.coordinates(0, len(self.bundle.row))
        self.alpha = alpha[:-1] - alpha[self.bundle.final][self.bundle.owner[lines]]
        self.beta = np.full(self.bundle.cells + 1, -np.inf)
        self.source_null = np.zeros(grid.corridor.rows)
        self.target_null = np.zeros(int(grid.corridor.high[-1]) + 1)
        self._kept: tuple[Floats, Integers] | None = None
        for start, stop in reversed(self.bundle.chunks()):
            scores, ends = self.scores(start, stop)
            self._backward(start, stop, scores, ends)
            self._count_nulls(start, stop, scores, ends)

    def scores(self, start: int, stop: int) -> tuple[Floats, Integers]:
        """By kind and cell of these lines, the score of the bead that starts there, its end.

        Where there is no such bead its end is the cell beyond all, its score means nothing.
        """
        if self._kept:
            return self._kept
        ends = self.grid.after(self.number, start, stop)
        scores = self.grid.scores(self.number, start, stop)
        local = np.minimum(ends - self.bundle.base[start], scores.shape[1] - 1)
        found = np.take_along_axis(scores, local, axis=1) + self.prior, ends
        if len(self.bundle.chunks()) == 1:
            self._kept = found
        return found

    def of_lines(self, start: int, stop: int) -> tuple[Floats, Floats, Integers]:
        """By kind and cell, the posterior of the bead that starts there, its score, its end.

        A null bead has the posterior of its sentence's having no counterpart, wherever the
        path passes.
        """
        grid = self.grid
        scores, ends = self.scores(start, stop)
        cells = slice(int(self.bundle.base[start]), int(self.bundle.base[stop]))
        weights = self.alpha[cells] + scores + self.beta[ends]
        posteriors = np.exp(weights.astype(np.float32))
        lines, columns = self.bundle.coordinates(start, stop)
        exists = ends < self.bundle.cells
        rows = self.bundle.row[lines]
        posteriors[grid.drop] = np.where(exists[grid.drop], self.source_null[rows], 0.0)
        columns = np.minimum(columns, len(self.target_null) - 1)
        posteriors[grid.skip] = np.where(exists[grid.skip], self.target_null[columns], 0.0)
        return posteriors, scores, ends

    def _backward(self, start: int, stop: int, scores: Floats, ends: Integers) -> None:
        grid = self.grid
        for cells, local, shape in reversed(list(self.bundle.steps(start, stop))):
            here = scores[:, local]
            weights = self.beta[ends[:, local]]
            weights += here
            weights[grid.skip] = -np.inf
            left = log_sum(weights)
            left[self.bundle.finals(cells)] = 0.0
            steps = here[grid.skip].reshape(shape)
            self.beta[cells] = rescan(np.logaddexp, left.reshape(shape), steps).ravel()

    def _count_nulls(self, start: int, stop: int, scores: Floats, ends: Integers) -> None:
        grid = self.grid
        cells = slice(int(self.bundle.base[start]), int(self.bundle.base[stop]))
        lines, columns = self.bundle.coordinates(start, stop)
        for kind, places, counts in (
            (grid.drop, self.bundle.row[lines], self.source_null),
            (grid.skip, columns, self.target_null),
        ):
            found = ends[kind] < self.bundle.cells
            weights = np.exp(self.alpha[cells] + scores[kind] + self.beta[ends[kind]])
            np.add(counts, np.bincount(places[found], weights[found], len(counts)), out=counts)
