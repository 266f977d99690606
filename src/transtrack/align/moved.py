"""Beads that cross others: text that changed its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
    """The two crossing beads that explain a 2-2 bead better than it does itself; else none."""
    if step.kind != (2, 2):
        return ()
    rows = np.array([step.row, step.row + 1])
    columns = np.array([step.column + 1, step.column])
    scores = cost.evidence(rows, columns, 1, 1)
    gain = float(scores.sum()) + _SWAPPED - step.score
    if gain <= 0:
        return ()
    posterior = step.posterior / (1 + exp(-min(gain, 30.0)))
    return tuple(
        Crossing(source=int(row), target=int(column), posterior=posterior, score=float(score))
        for row, column, score in zip(rows, columns, scores, strict=True)
    )


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
