"""Many ranges at once, and many numbers without repeats."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def expand(begin: NDArray[np.int64], end: NDArray[np.int64]) -> NDArray[np.int64]:
    """All integers of the half-open ranges, one range after the other."""
    counts = end - begin
    offsets = np.repeat(begin - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)
    return offsets + np.arange(counts.sum())


def distinct(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """The values, none below zero, ascending, each once; faster than `np.unique` on millions."""
    ordered = np.sort(values)
    return ordered[np.diff(ordered, prepend=-1) > 0]


def distinct_pairs(pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    """The rows of an array of two columns, none below zero, ascending, each once.

    >>> distinct_pairs(np.array([[1, 0], [0, 2], [1, 0]])).tolist()
    [[0, 2], [1, 0]]
    """
    size = int(pairs[:, 1].max(initial=0)) + 1
    keys = distinct(pairs[:, 0].astype(np.int64) * size + pairs[:, 1])
    return np.stack([keys // size, keys % size], axis=1)
