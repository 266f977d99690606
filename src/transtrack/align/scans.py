"""Sums and recurrences along the rows of a search."""

from __future__ import annotations

import numpy as np

from transtrack.align.evidence import Floats


def log_sum(values: Floats) -> Floats:
    """Log of the sum of exponentials over the axis before the last; of nothing, minus infinity.

    The values are used up. What is summed is at most 1, so that single precision, in which
    exponentials are four times as fast, errs by a ten-millionth. Callers silence numpy's
    warning of log(0), once for many rows.
    """
    top = values.max(axis=-2)
    safe = np.where(np.isfinite(top), top, 0.0)
    values -= safe[..., None, :]
    result: Floats = np.log(np.exp(values.astype(np.float32)).sum(axis=-2)) + safe
    return result


def scan(combine: np.ufunc, entered: Floats, steps: Floats) -> Floats:
    """x[k] = combine(entered[k], x[k - 1] + steps[k]) along the last axis, without a loop."""
    walked = np.cumsum(np.where(np.isfinite(steps), steps, 0.0), axis=-1)
    result: Floats = combine.accumulate(entered - walked, axis=-1)
    result += walked
    return result


def rescan(combine: np.ufunc, entered: Floats, steps: Floats) -> Floats:
    """x[k] = combine(entered[k], x[k + 1] + steps[k]), from the last to the first."""
    shifted = np.zeros_like(steps)
    shifted[..., 1:] = steps[..., :-1][..., ::-1]
    return scan(combine, entered[..., ::-1], shifted)[..., ::-1]
