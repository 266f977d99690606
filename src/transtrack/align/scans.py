"""Sums and recurrences along the rows of a search."""

from __future__ import annotations

import numpy as np

from transtrack.align.evidence import Floats


def log_sum(values: Floats) -> Floats:
    """Log of the sum of exponentials over the axis before the last; of nothing, minus infinity.

    Callers silence numpy's warning of log(0), once for many rows.
    """
    top = values.max(axis=-2)
    safe = np.where(np.isfinite(top), top, 0.0)
    total = np.log(np.exp(values - safe[..., None, :]).sum(axis=-2))
    result: Floats = safe + total
    return result


def scan(combine: np.ufunc, entered: Floats, steps: Floats) -> Floats:
    """x[k] = combine(entered[k], x[k - 1] + steps[k]) along the last axis, without a loop."""
    walked = np.cumsum(np.where(np.isfinite(steps), steps, 0.0), axis=-1)
    result: Floats = combine.accumulate(entered - walked, axis=-1) + walked
    return result


def rescan(combine: np.ufunc, entered: Floats, steps: Floats) -> Floats:
    """x[k] = combine(entered[k], x[k + 1] + steps[k]), from the last to the first."""
    shifted = np.concatenate(([0.0], steps[:-1][::-1]))
    return scan(combine, entered[::-1], shifted)[::-1]
