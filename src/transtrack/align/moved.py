"""Beads that cross others: text that changed its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from math import exp

import numpy as np

from transtrack.align.cost import CostModel
from transtrack.align.evidence import Floats
from transtrack.align.search import Step

_MOVED = -5.0  # log prior of a sentence that stands somewhere else
_SWAPPED = -4.0  # log prior of two neighbours that changed places
_MOST = 2_000_000  # pairs of null sentences compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """A source and a target sentence that translate each other across other beads."""

    source: int
    target: int
    posterior: float
    score: float


def find_swapped(step: Step, cost: CostModel) -> tuple[Crossing, ...]:
    """The crossing 1-1 beads that explain a bead of n-n better than it does itself; else none.

    All orders of the n sentences are tried, of which there are at most 720.
    """
    size = step.kind[0]
    if size != step.kind[1] or size == 1:
        return ()
    grid = np.arange(size)
    rows, columns = np.repeat(step.row + grid, size), np.tile(step.column + grid, size)
    scores = cost.evidence(rows, columns, 1, 1).reshape(size, size)
    totals = {
        order: float(scores[grid, order].sum()) + _SWAPPED * _displaced(order)
        for order in permutations(range(size))
        if _displaced(order)
    }
    best = max(totals, key=lambda order: totals[order])
    gain = totals[best] - step.score
    if gain <= 0:
        return ()
    posterior = step.posterior / (1 + exp(-min(gain, 30.0)))
    return tuple(
        Crossing(
            source=step.row + row,
            target=step.column + column,
            posterior=posterior,
            score=float(scores[row, column]),
        )
        for row, column in enumerate(best)
    )


def _displaced(order: Sequence[int]) -> int:
    """How many of the sentences have to move to stand in order again."""
    tops: list[int] = []
    for place in order:
        at = bisect_left(tops, place)
        tops[at : at + 1] = [place]
    return len(order) - len(tops)


def find_moved(steps: Sequence[Step], cost: CostModel) -> tuple[Crossing, ...]:
    """Null sentences of both sides that translate each other, the surest first.

    The posterior weighs a pair against all other partners of its two sentences and against
    having none.
    """
    rows = np.array([step.row for step in steps if step.kind == (1, 0)], np.int64)
    columns = np.array([step.column for step in steps if step.kind == (0, 1)], np.int64)
    if not 0 < len(rows) * len(columns) <= _MOST:
        return ()
    first, left = np.repeat(rows, len(columns)), np.tile(columns, len(rows))
    _, inside = cost.corridor.find(first, left)
    scores = np.full(len(first), -np.inf)
    scores[inside] = cost.evidence(first[inside], left[inside], 1, 1)
    grid = scores.reshape(len(rows), len(columns))
    return _pair(rows.tolist(), columns.tolist(), grid)


def _pair(rows: list[int], columns: list[int], scores: Floats) -> tuple[Crossing, ...]:
    odds = np.exp(np.minimum(scores + _MOVED, 50.0))
    rivals = odds.sum(axis=1, keepdims=True) + odds.sum(axis=0, keepdims=True) - odds
    posteriors = odds / (1.0 + rivals)
    found = []
    used_rows: set[int] = set()
    used_columns: set[int] = set()
    candidates = np.argwhere(posteriors > 0.5)  # noqa: PLR2004 - likelier than not
    ranked = sorted(candidates.tolist(), key=lambda at: (-posteriors[at[0], at[1]], at))
    for row, column in ranked:
        if row in used_rows or column in used_columns:
            continue
        used_rows.add(row)
        used_columns.add(column)
        found.append(
            Crossing(
                source=rows[row],
                target=columns[column],
                posterior=float(posteriors[row, column]),
                score=float(scores[row, column]),
            )
        )
    return tuple(found)
