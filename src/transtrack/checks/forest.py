"""Log-odds of a linear model and of decision trees: how a judgement of many features is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model:
    """Weights of features, and the nodes of trees whose leaves add to their sum (Friedman 2001).

    Node k asks whether feature `features[k]` is at most `bounds[k]`, and goes on at node
    `children[k, 0]`, else `children[k, 1]`; a leaf, with no feature (-1), is worth `bounds[k]`.
    `roots` are the trees' first nodes.
    """

    weights: Floats
    bias: float
    features: NDArray[np.int16]
    bounds: Floats
    children: NDArray[np.int32]
    roots: NDArray[np.int32]

    def weigh(self, rows: Sequence[Sequence[float]]) -> Floats:
        """The log-odds of each row of features."""
        table = np.array(rows, np.float64)
        at = np.repeat(self.roots[None], len(table), 0)
        lines = np.arange(len(table))[:, None]
        while True:
            asked = self.features[at]
            inner = asked >= 0
            if not inner.any():
                break
            over = table[lines, asked] > self.bounds[at]
            at = np.where(inner, self.children[at, over.astype(np.int8)], at)
        total: Floats = table @ self.weights + self.bias + self.bounds[at].sum(1)
        return total

    def judge(self, row: Sequence[float], least: float) -> float:
        """The log-odds of one row; only its weights' where these alone are below `least`."""
        line = sum(map(mul, row, self.weights.tolist())) + self.bias
        return line if line < least else float(self.weigh([row])[0])

    def to_arrays(self, name: str) -> dict[str, NDArray[Any]]:
        """The model as arrays to save."""
        return {
            f"{name}_weights": np.append(self.weights, self.bias).astype(np.float32),
            f"{name}_features": self.features,
            f"{name}_bounds": self.bounds.astype(np.float32),
            f"{name}_children": self.children,
            f"{name}_roots": self.roots,
        }


def from_arrays(arrays: Mapping[str, NDArray[Any]], name: str) -> Model:
    """The model that `to_arrays` made these arrays of."""
    weights = arrays[f"{name}_weights"].astype(np.float64)
    return Model(
        weights=weights[:-1],
        bias=float(weights[-1]),
        features=arrays[f"{name}_features"],
        bounds=arrays[f"{name}_bounds"].astype(np.float64),
        children=arrays[f"{name}_children"],
        roots=arrays[f"{name}_roots"],
    )
