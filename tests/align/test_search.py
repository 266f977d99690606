"""The search against brute force over all paths."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, inf, isclose, log
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from transtrack.align.corridor import Corridor, make_corridor, pinch, whole
from transtrack.align.evidence import Floats, Integers
from transtrack.align.parameters import Kind, Manner
from transtrack.align.search import Step, search

KINDS: tuple[Kind, ...] = ((0, 1), (1, 0), (1, 1), (1, 2), (2, 1), (2, 2))


RATE = 0.2  # of null beads


def prior(path: Iterable[Step]) -> float:
    """Log prior of the beads of a path, at this null rate."""
    return sum(log(RATE / 2) if 0 in step.kind else log(1 - RATE) for step in path)


def what(step: Step) -> object:
    """What a step says: which sentence has no counterpart, or which stand in a bead."""
    if step.kind == (1, 0):
        return "source", step.row
    if step.kind == (0, 1):
        return "target", step.column
    return step.row, step.column, step.kind


def worth(step: Step) -> float:
    """What a right step counts for."""
    return 0.3 if 0 in step.kind else 1.0


@dataclass(frozen=True)
class Table:
    """A cost model with a random score for every bead."""

    corridor: Corridor
    seed: int
    kinds: tuple[Kind, ...] = KINDS
    name: str = "table"

    def score(self, row: int, column: int, kind: Kind) -> float:
        return float(np.random.default_rng((self.seed, row, column, *kind)).normal())

    def rows(self, start: int, stop: int) -> NDArray[np.float32]:
        rows, columns = self.corridor.coordinates(start, stop)
        scores = np.full((len(KINDS), len(rows)), -inf, np.float32)
        for k, (m, n) in enumerate(KINDS):
            for at in self.corridor.ends(rows, columns, m, n).tolist():
                scores[k, at] = self.score(int(rows[at]) - m, int(columns[at]) - n, (m, n))
        return scores

    def evidence(self, first: Integers, left: Integers, m: int, n: int) -> Floats:
        raise NotImplementedError

    def paths(self, row: int = 0, column: int = 0) -> list[tuple[float, tuple[Step, ...]]]:
        """Every path from a cell to the last, with its summed score."""
        end = self.corridor.rows - 1, int(self.corridor.high[-1])
        if (row, column) == end:
            return [(0.0, ())]
        found = []
        for m, n in KINDS:
            down, right = row + m, column + n
            if down > end[0] or not (self.corridor.low[down] <= right <= self.corridor.high[down]):
                continue
            score = self.score(row, column, (m, n))
            found += [
                (
                    score + rest,
                    (Step(row=row, column=column, kind=(m, n), posterior=0, score=0), *path),
                )
                for rest, path in self.paths(down, right)
            ]
        return found


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 3), st.integers(1, 4), st.integers(0, 1000))
def test_posteriors_are_those_of_all_paths_and_the_best_sum_wins(
    rows: int, columns: int, seed: int
) -> None:
    table = Table(corridor=whole(rows, columns), seed=seed)
    paths = [(score + prior(path), path) for score, path in table.paths()]
    total = sum(exp(score) for score, _ in paths)
    posterior: dict[object, float] = {}
    for score, path in paths:
        for step in path:
            posterior[what(step)] = posterior.get(what(step), 0.0) + exp(score) / total
    best = max(sum(worth(step) * posterior[what(step)] for step in path) for _, path in paths)
    found = search(table, [Manner(null_rate=RATE)])
    for step in found:
        wanted = posterior[what(step)]
        assert isclose(step.posterior, wanted, rel_tol=1e-5, abs_tol=1e-12)
        wanted = table.score(step.row, step.column, step.kind) + prior((step,))
        assert isclose(step.score, wanted, rel_tol=1e-5)
    assert isclose(sum(worth(s) * s.posterior for s in found), best, rel_tol=1e-5)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.sampled_from([(1, 1), (1, 3), (2, 3), (3, 3)]), unique=True), st.integers(0, 1000)
)
def test_stretches_between_corners_make_one_path(
    corners: list[tuple[int, int]], seed: int
) -> None:
    corners.sort()
    table = Table(corridor=pinch(whole(4, 4), corners), seed=seed)
    through = [
        (score + prior(path), path)
        for score, path in Table(corridor=whole(4, 4), seed=seed).paths()
        if set(corners) <= {(step.row, step.column) for step in path}
    ]
    total = sum(exp(score) for score, _ in through)
    for step in search(table, [Manner(null_rate=RATE)]):
        weights = (exp(score) for score, path in through if what(step) in map(what, path))
        assert isclose(step.posterior, sum(weights) / total, rel_tol=1e-5)


def test_a_path_keeps_to_its_corridor() -> None:
    corridor = pinch(whole(3, 3), [(2, 1)])
    for seed in range(20):
        at = (0, 0)
        cells = {at}
        for step in search(Table(corridor=corridor, seed=seed)):
            assert (step.row, step.column) == at
            at = step.row + step.kind[0], step.column + step.kind[1]
            cells.add(at)
        assert at == (3, 3)
        assert (2, 1) in cells
        assert all(corridor.low[row] <= column <= corridor.high[row] for row, column in cells)


def test_a_corridor_numbers_its_cells_row_by_row() -> None:
    corridor = make_corridor(np.array([0, 0, 2]), np.array([1, 3, 3]))
    rows, columns = corridor.coordinates(0, 3)
    assert rows.tolist() == [0, 0, 1, 1, 1, 1, 2, 2]
    assert columns.tolist() == [0, 1, 0, 1, 2, 3, 2, 3]
    cells, inside = corridor.find(rows, columns)
    assert cells.tolist() == list(range(8))
    assert inside.all()
    assert not corridor.find(np.array([2]), np.array([1]))[1].any()


@pytest.mark.parametrize("chunk", [1, 2, 7])
def test_rows_scored_in_chunks_give_the_same_path(
    chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Table(corridor=whole(5, 6), seed=3)
    at_once = search(table)
    monkeypatch.setattr("transtrack.align.bundle.ROWS", chunk)
    for there, here in zip(at_once, search(table), strict=True):
        assert (there.row, there.column, there.kind) == (here.row, here.column, here.kind)
        assert isclose(there.posterior, here.posterior, rel_tol=1e-5)


def test_the_null_rate_is_the_one_that_makes_the_texts_likeliest() -> None:
    class Sure(Table):
        """Every 1-1 bead on the diagonal is right, all others chance."""

        def score(self, row: int, column: int, kind: Kind) -> float:
            right = row == column and kind == (1, 1) and row < 3
            return 3.0 if right else 0.0 if 0 in kind else -6.0

    manners = [Manner(null_rate=0.01), Manner(null_rate=0.6)]
    steps = search(Sure(corridor=whole(6, 6), seed=0), manners)
    assert [step.kind for step in steps].count((1, 1)) == 3
    steps = search(Sure(corridor=whole(3, 3), seed=0), manners)
    assert [step.kind for step in steps] == [(1, 1)] * 3
    assert min(step.posterior for step in steps) > 0.95


@pytest.mark.parametrize(("beads", "kind"), [(30, (2, 2)), (2, (1, 1))])
def test_only_a_text_regrouped_all_over_is_taken_for_it(beads: int, kind: Kind) -> None:
    class Regrouped(Table):
        """Every other 2-2 bead is possible, and a little worse than the two 1-1 beads within."""

        def score(self, row: int, column: int, kind: Kind) -> float:
            if 0 in kind or row != column:
                return -20.0
            if kind == (2, 2):
                return -1.0 if row % 2 == 0 else -20.0
            return 0.0 if kind == (1, 1) else -20.0

    odds = Manner(null_rate=RATE, odds=-10.0, regrouped=MappingProxyType({(2, 2): 3.5}))
    table = Regrouped(corridor=whole(2 * beads, 2 * beads), seed=0)
    steps = search(table, [Manner(null_rate=RATE), odds])
    assert {step.kind for step in steps} == {kind}
