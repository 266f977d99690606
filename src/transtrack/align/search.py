"""The path through the corridor with the most beads expected to be right.

Forward-backward gives every candidate bead its posterior probability (Rabiner 1989); the path
maximises their sum, as Goodman's labelled-recall decoding does for parses (1996). Both are
exact inside the corridor. How many sentences have no counterpart differs from text to text:
the rate of null beads is the one that makes these two texts likeliest.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from transtrack.align.cost import CostModel
from transtrack.align.evidence import Floats, Integers
from transtrack.align.grid import Grid
from transtrack.align.parameters import NULL_RATES, Kind
from transtrack.align.posterior import Posteriors
from transtrack.align.scans import rescan

_ROUNDING = 1e-9  # of running sums
_NULL_WORTH = 0.3  # of a bead; two right null beads count less than one right 1-1


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
    grid = Grid(cost, null_rates)
    with np.errstate(divide="ignore"):  # cells that no path reaches
        alphas = grid.forward()
        best = int(alphas[:, -2].argmax())
        posteriors = Posteriors(grid, alphas[best], grid.priors[best])
        return Decoder(grid, posteriors).decode()


class Decoder:
    """The path whose beads' posteriors sum to most."""

    def __init__(self, grid: Grid, posteriors: Posteriors) -> None:
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
        scanned = rescan(np.maximum, gain, gains[skip])
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
