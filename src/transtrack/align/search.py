"""The path through the corridor with the most beads expected to be right.

Forward-backward gives every candidate bead its posterior probability (Rabiner 1989); the path
maximises their sum, as Goodman's labelled-recall decoding does for parses (1996). Both are
exact inside the corridor. How many sentences have no counterpart differs from text to text:
the rate of null beads is the one that makes these two texts likeliest.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transtrack.align.cost import CostModel
from transtrack.align.evidence import Floats, Integers
from transtrack.align.parameters import NULL_RATES, Kind

_ROUNDING = 1e-9  # of running sums
_NULL_WORTH = 0.3  # of a bead; two right null beads count less than one right 1-1
_ROOM = 100_000_000  # scores kept between passes, four bytes each
_CHUNK = 1024  # rows scored at a time, which bounds memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A bead of `kind` that starts at source sentence `row` and target sentence `column`."""

    row: int
    column: int
    kind: Kind
    posterior: float
    score: float


def search(cost: CostModel, null_rates: tuple[float, ...] = NULL_RATES) -> tuple[Step, ...]:
    """The best path from the first cell of the corridor to the last."""
    grid = _Grid(cost, null_rates)
    alphas = grid.forward()
    best = int(alphas[:, -2].argmax())
    posteriors = _Posteriors(grid, alphas[best], grid.priors[best])
    return _Decoder(grid, posteriors).decode()


class _Grid:
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
        rows, columns = corridor.coordinates(start, stop)
        rows = rows + direction * self.down[:, None]
        columns = columns + direction * self.right[:, None]
        exists = (rows >= 0) & (rows < corridor.rows)
        cells, inside = corridor.find(np.where(exists, rows, 0), columns)
        return np.where(inside & exists, cells, corridor.cells)

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
                entered = _logsum(weights)
                if row == 0:
                    entered[:, 0] = 0.0
                alpha[:, cells] = _scan(np.logaddexp, entered, here[:, self.skip])
        return alpha


class _Posteriors:
    """How probable each bead is, at one null rate."""

    def __init__(self, grid: _Grid, alpha: Floats, prior: Floats) -> None:
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
            left = _logsum(weights)
            if row == grid.corridor.rows - 1:
                left[-1] = 0.0
            self.beta[cells] = _rescan(np.logaddexp, left, here[grid.skip])

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


class _Decoder:
    """The path whose beads' posteriors sum to most."""

    def __init__(self, grid: _Grid, posteriors: _Posteriors) -> None:
        cells = grid.corridor.cells
        self.grid = grid
        self.posteriors = posteriors
        self.gain = np.full(cells + 1, -np.inf)
        null = (grid.down == 0) | (grid.right == 0)
        self.worth = np.where(null, _NULL_WORTH, 1.0)[:, None]
        self.choice = np.zeros(cells, np.int8)
        self.posterior = np.zeros(cells)
        self.score = np.zeros(cells)

    def decode(self) -> tuple[Step, ...]:
        """The path, from the first cell to the last."""
        for start, stop in reversed(self.grid.chunks()):
            posteriors, scores, ends = self.posteriors.of_rows(start, stop)
            for row, cells, local in reversed(self.grid.rows(start, stop)):
                best = self._choose(row, cells, posteriors[:, local], ends[:, local])
                at = np.arange(len(best))
                self.choice[cells] = best
                self.posterior[cells] = posteriors[:, local][best, at]
                self.score[cells] = scores[:, local][best, at]
        return self._follow()

    def _choose(self, row: int, cells: slice, posteriors: Floats, ends: Integers) -> Integers:
        skip = self.grid.skip
        gains = posteriors * self.worth
        totals = gains + self.gain[ends]
        totals[skip] = -np.inf
        best = totals.argmax(axis=0)
        gain = totals[best, np.arange(len(best))]
        if row == self.grid.corridor.rows - 1:
            gain[-1] = 0.0
        scanned = _rescan(np.maximum, gain, gains[skip])
        self.gain[cells] = scanned
        return np.where(scanned > gain + _ROUNDING, skip, best)

    def _follow(self) -> tuple[Step, ...]:
        corridor, kinds = self.grid.corridor, self.grid.cost.kinds
        row, column = 0, int(corridor.low[0])
        steps = []
        while (
            cell := int(corridor.offsets[row] + column - corridor.low[row])
        ) + 1 < corridor.cells:
            kind = kinds[self.choice[cell]]
            steps.append(
                Step(
                    row=row,
                    column=column,
                    kind=kind,
                    posterior=min(float(self.posterior[cell]), 1.0),
                    score=float(self.score[cell]),
                )
            )
            row, column = row + kind[0], column + kind[1]
        return tuple(steps)


def _logsum(values: Floats) -> Floats:
    """Log of the sum of exponentials over the axis before the last."""
    top = values.max(axis=-2)
    safe = np.where(np.isfinite(top), top, 0.0)
    with np.errstate(divide="ignore"):
        total = np.log(np.exp(values - safe[..., None, :]).sum(axis=-2))
    result: Floats = safe + total
    return result


def _scan(combine: np.ufunc, entered: Floats, steps: Floats) -> Floats:
    """x[k] = combine(entered[k], x[k - 1] + steps[k]) along the last axis, without a loop."""
    walked = np.cumsum(np.where(np.isfinite(steps), steps, 0.0), axis=-1)
    result: Floats = combine.accumulate(entered - walked, axis=-1) + walked
    return result


def _rescan(combine: np.ufunc, entered: Floats, steps: Floats) -> Floats:
    """x[k] = combine(entered[k], x[k + 1] + steps[k]), from the last to the first."""
    shifted = np.concatenate(([0.0], steps[:-1][::-1]))
    return _scan(combine, entered[::-1], shifted)[::-1]
