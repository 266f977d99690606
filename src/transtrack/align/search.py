"""The path through the corridor with the most beads expected to be right.

Forward-backward gives every candidate bead its posterior probability (Rabiner 1989); the path
maximises their sum, as Goodman's labelled-recall decoding does for parses (1996). Both are
exact inside the corridor. How many sentences have no counterpart differs from text to text, and
how freely sentences were cut anew: of some manners of translating, the one is taken that makes
these two texts likeliest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from transtrack.align.cost import CostModel
from transtrack.align.evidence import Floats, Integers
from transtrack.align.grid import Grid
from transtrack.align.parameters import MANNERS, Kind, Manner
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


def search(cost: CostModel, manners: Sequence[Manner] = MANNERS) -> tuple[Step, ...]:
    """The best path from the first cell of the corridor to the last.

    In a long text the manner is found on the bundle in the middle, two thousand sentences.
    """
    grid = Grid(cost)
    priors = np.stack([grid.priors(manner) for manner in manners])
    odds = np.array([manner.odds for manner in manners])
    steps: list[Step] = []
    with np.errstate(divide="ignore"):  # cells that no path reaches
        middle = len(grid.bundles) // 2
        tried, total = grid.forward(middle, priors)
        best = int((total + odds).argmax())
        for number in range(len(grid.bundles)):
            if number == middle:
                alpha = tried[best]
            else:
                alpha = grid.forward(number, priors[best : best + 1])[0][0]
            steps += Decoder(Posteriors(grid, number, alpha, priors[best])).decode()
            grid.forget(number)
    return tuple(sorted(steps, key=lambda step: (step.row, step.column)))


class Decoder:
    """The path through each stretch of a bundle whose beads' posteriors sum to most."""

    def __init__(self, posteriors: Posteriors) -> None:
        self.grid, self.bundle = posteriors.grid, posteriors.bundle
        cells = self.bundle.cells
        self.posteriors = posteriors
        self.gain = np.full(cells + 1, -np.inf)
        self.worth = np.where(self.grid.null, _NULL_WORTH, 1.0)[:, None]
        self.choice = np.zeros(cells, np.int8)
        self.posterior = np.zeros(cells)
        self.score = np.zeros(cells)

    def decode(self) -> list[Step]:
        """The beads of the path, stretch by stretch."""
        for start, stop in reversed(self.bundle.chunks()):
            posteriors, scores, ends = self.posteriors.of_lines(start, stop)
            for cells, local, shape in reversed(list(self.bundle.steps(start, stop))):
                self.choice[cells] = self._choose(
                    cells, shape, posteriors[:, local], ends[:, local]
                )
            cells = slice(int(self.bundle.base[start]), int(self.bundle.base[stop]))
            chosen = self.choice[None, cells].astype(np.int64)
            self.posterior[cells] = np.take_along_axis(posteriors, chosen, axis=0)[0]
            self.score[cells] = np.take_along_axis(scores, chosen, axis=0)[0]
        return [
            step for stretch in range(len(self.bundle.sizes)) for step in self._follow(stretch)
        ]

    def _choose(
        self, cells: slice, shape: tuple[int, int], posteriors: Floats, ends: Integers
    ) -> Integers:
        skip = self.grid.skip
        gains = posteriors * self.worth
        totals = self.gain[ends]
        totals += gains
        totals[skip] = -np.inf
        best: Integers = totals.argmax(axis=0)
        gain = np.take_along_axis(totals, best[None], axis=0)[0]
        gain[self.bundle.finals(cells)] = 0.0
        scanned = rescan(np.maximum, gain.reshape(shape), gains[skip].reshape(shape)).ravel()
        self.gain[cells] = scanned
        return np.where(scanned > gain + _ROUNDING, skip, best)

    def _follow(self, stretch: int) -> Iterator[Step]:
        bundle, kinds = self.bundle, self.grid.cost.kinds
        first, column = bundle.starts[stretch]
        row, final = first, int(bundle.final[stretch])
        while True:
            line = int(bundle.at[row - first]) + stretch
            cell = int(bundle.base[line]) + column - int(bundle.low[line])
            if cell == final:
                return
            kind = kinds[self.choice[cell]]
            yield Step(
                row=row,
                column=column,
                kind=kind,
                posterior=min(float(self.posterior[cell]), 1.0),
                score=float(self.score[cell]),
            )
            row, column = row + kind[0], column + kind[1]
