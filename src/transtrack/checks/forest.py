"""Log-odds of a linear model and of decision trees: how a judgement of many features is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import mul
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model:
    """Weights of features, and the nodes of trees whose leaves add to their sum (Friedman 2001).

    Node k asks whether feature `features[k]` is above `bounds[k]`, and goes on at node
    `children[2k]` if not, at `children[2k + 1]` if so. A leaf, which asks for no more than
    infinity, goes on at itself, and is worth `values[k]`. `roots` are the trees' first nodes,
    from which no leaf is further than `depth`.
    """

    weights: Floats
    bias: float
    features: Integers
    bounds: Floats
    children: Integers
    values: Floats
    roots: Integers
    depth: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "depth", _find_depth(self.children, self.roots))

    def weigh(self, rows: Sequence[Sequence[float]]) -> Floats:
        """The log-odds of each row of features."""
        table = np.array(rows, np.float64)
        starts = np.arange(len(table))[:, None] * table.shape[1]
        at = np.repeat(self.roots[None], len(table), axis=0)
        for _ in range(self.depth):
            over = table.take(starts + self.features.take(at)) > self.bounds.take(at)
            at = self.children.take(2 * at + over)
        total: Floats = table @ self.weights + self.bias + self.values.take(at).sum(axis=1)
        return total

    def judge(self, row: Sequence[float], least: float) -> float:
        """The log-odds of one row; only its weights' where these alone are below `least`."""
        line = sum(map(mul, row, self.weights.tolist())) + self.bias
        return line if line < least else float(self.weigh([row])[0])

    def to_arrays(self, name: str) -> dict[str, NDArray[Any]]:
        """The model as arrays to save."""
        return {
            f"{name}_weights": np.append(self.weights, self.bias).astype(np.float32),
            f"{name}_features": self.features.astype(np.int16),
            f"{name}_bounds": self.bounds.astype(np.float32),
            f"{name}_children": self.children.astype(np.int32),
            f"{name}_values": self.values.astype(np.float32),
            f"{name}_roots": self.roots.astype(np.int32),
        }


def from_arrays(arrays: Mapping[str, NDArray[Any]], name: str) -> Model:
    """The model that `to_arrays` made these arrays of."""
    weights = arrays[f"{name}_weights"].astype(np.float64)
    return Model(
        weights=weights[:-1],
        bias=float(weights[-1]),
        features=arrays[f"{name}_features"].astype(np.intp),
        bounds=arrays[f"{name}_bounds"].astype(np.float64),
        children=arrays[f"{name}_children"].astype(np.intp),
        values=arrays[f"{name}_values"].astype(np.float64),
        roots=arrays[f"{name}_roots"].astype(np.intp),
    )


def _find_depth(children: Integers, roots: Integers) -> int:
    """How many nodes lie between the roots and the furthest leaf."""
    depth, nodes = 0, roots
    while len(nodes):
        below = children.reshape(-1, 2)[nodes]
        below = below[below != nodes[:, None]]
        nodes = np.array(sorted(set(below.tolist())), np.intp)  # np.unique loads numpy.ma
        depth += bool(len(nodes))
    return depth
