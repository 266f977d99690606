"""Many ranges at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def expand(begin: NDArray[np.int64], end: NDArray[np.int64]) -> NDArray[np.int64]:
    """All integers of the half-open ranges, one range after the other."""
    counts = end - begin
    offsets = np.repeat(begin - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)
    return offsets + np.arange(counts.sum())
