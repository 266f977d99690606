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
    return grid.backward(alphas[best], grid.priors[best])


class _Grid:
    """The tables of one search, the only mutable state there is."""

    def __init__(self, cost: CostModel, null_rates: tuple[float, ...]) -> None:
        self.cost = cost
        self.corridor = cost.corridor
        self.down = np.array([m for m, _ in cost.kinds])
        self.right = np.array([n for _, n in cost.kinds])
        self.skip = cost.kinds.index((0, 1))
        null = (self.down == 0) | (self.right == 0)
        rates = np.array(null_rates)[:, None]
        self.priors = np.where(null, np.log(rates / null.sum()), np.log1p(-rates))[:, :, None]

    def neighbours(self, row: int, direction: int) -> Integers:
        """By kind and column, the cell a bead away; the cell beyond all when there is none."""
        corridor = self.corridor
        columns = np.arange(corridor.low[row], corridor.high[row] + 1)
        columns = columns + direction * self.right[:, None]
        rows = row + direction * self.down
        exists = (rows >= 0) & (rows < corridor.rows)
        rows = np.where(exists, rows, 0)[:, None]
        cells, inside = corridor.find(rows, columns)
        return np.where(inside & exists[:, None], cells, corridor.cells)

    def forward(self) -> Floats:
        """By null rate, the log of the summed weight of all paths from the start to each cell.

        Shape (rates, cells + 1); the last is a cell beyond all, which no path reaches.
        """
        corridor = self.corridor
        alpha = np.full((len(self.priors), corridor.cells + 1), -np.inf)
        for begin in range(0, corridor.rows, _CHUNK):
            stop = min(begin + _CHUNK, corridor.rows)
            scores = self.cost.rows(begin, stop)
            for row in range(begin, stop):
                low, high = corridor.offsets[row], corridor.offsets[row + 1]
                here = scores[:, low - corridor.offsets[begin] : high - corridor.offsets[begin]]
                here = here + self.priors
                weights = alpha[:, self.neighbours(row, -1)] + here
                weights[:, self.skip] = -np.inf
                entered = _logsum(weights)
                if row == 0:
                    entered[:, 0] = 0.0
                alpha[:, low:high] = _scan(np.logaddexp, entered, here[:, self.skip])
        return alpha

    def backward(self, alpha: Floats, prior: Floats) -> tuple[Step, ...]:
        """The best path, from the posteriors of all beads at one null rate."""
        corridor = self.corridor
        beta = np.full(corridor.cells + 1, -np.inf)
        gain = np.full(corridor.cells + 1, -np.inf)
        choice = np.zeros(corridor.cells, np.int8)
        posterior = np.zeros(corridor.cells)
        score = np.zeros(corridor.cells)
        total = alpha[corridor.cells - 1]
        reach = int(self.down.max())
        for stop in range(corridor.rows, 0, -_CHUNK):
            begin = max(0, stop - _CHUNK)
            scores = self.cost.rows(begin, min(corridor.rows, stop + reach)) + prior
            scores = np.pad(scores, ((0, 0), (0, 1)), constant_values=-np.inf)
            for row in range(stop - 1, begin - 1, -1):
                low, high = corridor.offsets[row], corridor.offsets[row + 1]
                cells = self.neighbours(row, +1)
                local = np.minimum(cells - corridor.offsets[begin], scores.shape[1] - 1)
                here = np.take_along_axis(scores, local, axis=1)
                last = row == corridor.rows - 1
                beta[low:high] = self._leave(beta[cells] + here, here[self.skip], last)
                posteriors = np.exp(alpha[low:high] + here + beta[cells] - total)
                best, gain[low:high] = self._choose(posteriors, gain[cells], last)
                at = np.arange(high - low)
                choice[low:high] = best
                posterior[low:high] = posteriors[best, at]
                score[low:high] = here[best, at]
        return self._follow(choice, posterior, score)

    def _leave(self, weights: Floats, skips: Floats, last: bool) -> Floats:
        weights[self.skip] = -np.inf
        left = _logsum(weights)
        if last:
            left[-1] = 0.0
        steps = np.concatenate(([0.0], skips[:-1][::-1]))
        return _scan(np.logaddexp, left[::-1], steps)[::-1]

    def _choose(
        self, posteriors: Floats, onward: Floats, last: bool
    ) -> tuple[NDArray[np.int64], Floats]:
        totals = posteriors + onward
        totals[self.skip] = -np.inf
        best = totals.argmax(axis=0)
        gain = totals[best, np.arange(len(best))]
        if last:
            gain[-1] = 0.0
        steps = np.concatenate(([0.0], posteriors[self.skip][:-1][::-1]))
        scanned = _scan(np.maximum, gain[::-1], steps)[::-1]
        return np.where(scanned > gain + _ROUNDING, self.skip, best), scanned

    def _follow(
        self, choice: NDArray[np.int8], posterior: Floats, score: Floats
    ) -> tuple[Step, ...]:
        corridor = self.corridor
        row, column = 0, int(corridor.low[0])
        steps = []
        while (cell := int(corridor.offsets[row] + column - corridor.low[row])) + 1 < len(choice):
            kind = self.cost.kinds[choice[cell]]
            steps.append(
                Step(
                    row=row,
                    column=column,
                    kind=kind,
                    posterior=min(float(posterior[cell]), 1.0),
                    score=float(score[cell]),
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
