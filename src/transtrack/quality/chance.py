"""How probably chance alone makes two translations differ so, by the scores of their segments."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SAMPLES: Final = 1000
TRIALS: Final = 10000
SEED: Final = 12345  # sacrebleu's


def bootstrap(differences: Floats) -> float:
    """The chance by paired bootstrap (Koehn 2004) that a mean difference is 0.

    The share of samples, drawn with replacement, whose mean is as far from the mean of all
    samples as the observed one is from 0.
    """
    random = np.random.default_rng(SEED)
    size = len(differences)
    means = np.array([differences[random.integers(0, size, size)].mean() for _ in range(SAMPLES)])
    return _share(np.abs(means - means.mean()), differences, SAMPLES)


def randomise(differences: Floats) -> float:
    """The same by approximate randomisation (Riezler and Maxwell 2005): signs drawn anew."""
    random = np.random.default_rng(SEED)
    size = len(differences)
    means = [float(differences @ (random.integers(0, 2, size) * 2 - 1)) for _ in range(TRIALS)]
    return _share(np.abs(np.array(means)) / size, differences, TRIALS)


def _share(found: Floats, differences: Floats, count: int) -> float:
    far = np.count_nonzero(found >= abs(differences.mean()))
    return (int(far) + 1) / (count + 1)
