"""Beads as steps between the cells of a corridor, and the weight of all paths to each."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from transtrack.align.bundle import ROWS, Bundle, Scores, Stretch
from transtrack.align.corridor import Corridor
from transtrack.align.cost import CostModel
from transtrack.align.evidence import Floats, Integers
from transtrack.align.parameters import Manner
from transtrack.align.scans import log_sum, scan

_ROOM = 100_000_000  # scores kept between passes, four bytes each


class Grid:
    """Beads as steps between the cells of a corridor."""

    def __init__(self, cost: CostModel) -> None:
        self.cost = cost
        self.corridor = cost.corridor
        self.down = np.array([m for m, _ in cost.kinds])
        self.right = np.array([n for _, n in cost.kinds])
        self.skip = cost.kinds.index((0, 1))
        self.drop = cost.kinds.index((1, 0))
        self.null = (self.down == 0) | (self.right == 0)
        self.bundles = _bundle(cost.corridor)
        self._kept: dict[tuple[int, int, int], Scores] = {}
        self._room = _ROOM

    def scores(self, bundle: int, start: int, stop: int) -> Scores:
        """By kind and cell of these lines and the next few, the score of the bead ending there.

        Kept while there is room, since every pass asks for them, until `forget` is called.
        """
        key = bundle, start, stop
        if key not in self._kept:
            held = self.bundles[bundle]
            last = min(len(held.row), stop + int(self.down.max()))
            scores = held.scores(self.cost, start, last)
            if scores.size > self._room:
                return scores
            self._room -= scores.size
            self._kept[key] = scores
        return self._kept[key]

    def priors(self, manner: Manner) -> Floats:
        """By kind, what a bead gains in a text translated in this manner."""
        return np.array([manner.prior(kind) for kind in self.cost.kinds])[:, None]

    def forward(self, number: int, priors: Floats) -> tuple[Floats, Floats]:
        """By manner and cell of a bundle, the log of the summed weight of all paths to the cell.

        Paths start at the corner before; `priors` has the shape (manners, kinds, 1). Also
        returned is, by manner, the weight of all paths through the bundle.
        """
        bundle = self.bundles[number]
        alpha = np.full((len(priors), bundle.cells + 1), -np.inf)
        for start, stop in bundle.chunks():
            scores = self.scores(number, start, stop)
            before = self.before(number, start, stop)
            for cells, local, shape in bundle.steps(start, stop):
                here = scores[:, local] + priors
                weights = alpha[:, before[:, local]]
                weights += here
                weights[:, self.skip] = -np.inf
                entered = log_sum(weights).reshape(-1, *shape)
                if cells.start == 0:
                    entered[:, :, 0] = 0.0
                steps = here[:, self.skip].reshape(-1, *shape)
                walked = scan(np.logaddexp, entered, steps)
                alpha[:, cells] = walked.reshape(len(priors), -1)
        return alpha, alpha[:, bundle.final].sum(axis=1)

    def forget(self, number: int) -> None:
        """Give up the scores kept of a bundle."""
        for key in [key for key in self._kept if key[0] == number]:
            self._room += self._kept.pop(key).size

    def before(self, bundle: int, start: int, stop: int) -> Integers:
        """By kind and cell of these lines, the cell from which the bead that ends there starts."""
        return self.bundles[bundle].neighbours(start, stop, -self.down, -self.right)

    def after(self, bundle: int, start: int, stop: int) -> Integers:
        """By kind and cell of these lines, the cell in which the bead that starts there ends."""
        return self.bundles[bundle].neighbours(start, stop, self.down, self.right)


def _bundle(corridor: Corridor) -> list[Bundle]:
    """The corridor cut at its corners, stretches of some rows together."""
    end = corridor.rows - 1, int(corridor.high[-1])
    points = dict.fromkeys([(0, int(corridor.low[0])), *corridor.corners, end])
    stretches = list(pairwise(points)) or [(end, end)]
    bundles: list[list[Stretch]] = [[]]
    rows = 0
    for stretch in stretches:
        size = stretch[1][0] - stretch[0][0] + 1
        if bundles[-1] and rows + size > ROWS:
            bundles.append([])
            rows = 0
        bundles[-1].append(stretch)
        rows += size
    return [Bundle(corridor, bundle) for bundle in bundles]
