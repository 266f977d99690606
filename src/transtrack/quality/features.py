"""The features of the score without a reference, and what each counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transtrack.quality import meaning, surface
from transtrack.quality.pair import Pair

# so that 9 in 10 professional translations score above 50
BIAS = 2.888
_CLIP = -5.0, 8.0  # deviations from the centre beyond which a feature says no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A measure of a pair, its mean and deviation on sound translations, and its weight.

    The mean and the deviation are those of 1,785 professional translations of news (WMT 2020
    and 2021); the weights tell these from translations with one fault put in (21 classes), as
    `python -m bench.fit` prints them; docs/quality.md has the figures.
    """

    measure: Callable[[Pair], float]
    mean: float
    deviation: float
    weight: float

    @property
    def name(self) -> str:
        """Its name in tables and files."""
        return self.measure.__name__

    @property
    def help(self) -> str:
        """What it tells, in a line."""
        return (self.measure.__doc__ or "").removesuffix(".")


FEATURES = (
    Feature(measure=meaning.lost, mean=3.111, deviation=0.998, weight=0.848),
    Feature(measure=meaning.unlikely, mean=4.479, deviation=1.199, weight=0.521),
    Feature(measure=meaning.length, mean=0.73, deviation=1.16, weight=0.575),
    Feature(measure=meaning.numbers, mean=0.045, deviation=0.323, weight=0.608),
    Feature(measure=meaning.negation, mean=0.032, deviation=0.176, weight=0.307),
    Feature(measure=meaning.names, mean=0.368, deviation=0.835, weight=0.759),
    Feature(measure=meaning.copied, mean=0.013, deviation=0.113, weight=0.646),
    Feature(measure=surface.phrasing, mean=-0.025, deviation=0.533, weight=0.335),
    Feature(measure=surface.grammar, mean=0.245, deviation=0.533, weight=0.266),
    Feature(measure=surface.repeated, mean=0.063, deviation=0.329, weight=0.673),
    Feature(measure=surface.marks, mean=0.037, deviation=0.189, weight=0.559),
    Feature(measure=surface.capitals, mean=0.005, deviation=0.071, weight=0.526),
)


def measure(pair: Pair) -> tuple[float, ...]:
    """The features of a pair, as many as `FEATURES`; nan where a language has no model."""
    return tuple(feature.measure(pair) for feature in FEATURES)


def weigh(values: Sequence[float]) -> NDArray[np.float64]:
    """What each feature takes off: its weight times its deviation from the usual."""
    means = np.array([feature.mean for feature in FEATURES])
    spread = np.array([feature.deviation for feature in FEATURES])
    off = np.clip((np.asarray(values, np.float64) - means) / spread, *_CLIP)
    weights = np.array([feature.weight for feature in FEATURES], np.float64)
    taken: NDArray[np.float64] = np.nan_to_num(off) * weights
    return taken
