"""An n-gram model with back-off, as sorted numbers: how expected each token of a text is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_STEP = 16.0  # a log probability is kept in sixteenths of a nat, in a byte
_FLOOR = 255

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class NGrams:
    """By order, ascending keys of the n-grams, their log probabilities and back-off weights.

    The key of an n-gram of token numbers a, b, c is (a · size + b) · size + c; number 0 pads
    and occurs in none. Values are bytes, minus sixteenths of a nat.
    """

    size: int
    keys: tuple[Integers, ...]
    costs: tuple[NDArray[np.uint8], ...]
    backoffs: tuple[NDArray[np.uint8], ...]

    @property
    def order(self) -> int:
        """The most tokens looked at together."""
        return len(self.keys)

    def score(self, tokens: Integers) -> Floats:
        """The log probability of each token after those before it, in nats."""
        padded = np.concatenate([np.zeros(self.order - 1, np.int64), tokens])
        found = _values(self.keys[0], self.costs[0], tokens, _FLOOR)
        best = -found / _STEP
        for length in range(2, self.order + 1):
            key = np.zeros(len(tokens), np.int64)
            whole = np.ones(len(tokens), np.bool_)
            for back in range(length - 1, 0, -1):
                start = self.order - 1 - back
                part = padded[start : start + len(tokens)]
                key, whole = key * self.size + part, whole & (part > 0)
            context = np.where(whole, key, -1)
            weight = _values(self.keys[length - 2], self.backoffs[length - 2], context, 0)
            here = np.where(whole, key * self.size + tokens, -1)
            found = _values(self.keys[length - 1], self.costs[length - 1], here, -1)
            best = np.where(found >= 0, -found / _STEP, best - weight / _STEP)
        return best

    def alone(self, token: int) -> float:
        """The log probability of a token whatever stands before it."""
        return -float(_values(self.keys[0], self.costs[0], np.array([token]), _FLOOR)[0]) / _STEP

    def gain(self, tokens: Integers) -> Floats:
        """How much likelier each token is after those before it than anywhere, in nats."""
        return self.score(tokens) + _values(self.keys[0], self.costs[0], tokens, _FLOOR) / _STEP


def _values(keys: Integers, values: NDArray[np.uint8], wanted: Integers, default: int) -> Floats:
    if not len(keys):
        return np.full(len(wanted), float(default))
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, values[at].astype(np.float64), default)


def count_ngrams(sentences: list[Integers], size: int, least: tuple[int, ...]) -> NGrams:
    """The model of these sentences by Witten and Bell's (1991) interpolation.

    N-grams of order k met less often than `least[k - 1]` are left out.
    """
    gap = np.zeros(len(least) - 1, np.int64)
    text = np.concatenate([part for sentence in sentences for part in (gap, sentence)])
    keys: list[Integers] = []
    counts: list[Integers] = []
    chances: list[Floats] = []
    weights: list[Floats] = []
    for length in range(1, len(least) + 1):
        found, times = _count(text, length, size)
        context, inverse = np.unique(found // size, return_inverse=True)
        totals, kinds = np.bincount(inverse, times), np.bincount(inverse)
        if length > 1:
            weights[-1][np.searchsorted(keys[-1], context)] = kinds / (totals + kinds)
            base = chances[-1][np.searchsorted(keys[-1], found % size ** (length - 1))]
        else:
            base = np.full(len(found), 1.0 / size)
        keys.append(found)
        counts.append(times)
        chances.append((times + kinds[inverse] * base) / (totals + kinds)[inverse])
        weights.append(np.ones(len(found)))
    kept = [times >= floor for times, floor in zip(counts, least, strict=True)]
    return NGrams(
        size=size,
        keys=tuple(part[k] for part, k in zip(keys, kept, strict=True)),
        costs=tuple(_pack(part[k]) for part, k in zip(chances, kept, strict=True)),
        backoffs=tuple(_pack(part[k]) for part, k in zip(weights, kept, strict=True)),
    )


def _count(text: Integers, length: int, size: int) -> tuple[Integers, Integers]:
    """The keys of all n-grams of this length, ascending, and how often each stands there."""
    stop = len(text) - length + 1
    key, whole = np.zeros(stop, np.int64), np.ones(stop, np.bool_)
    for at in range(length):
        part = text[at : at + stop]
        key, whole = key * size + part, whole & (part > 0)
    return np.unique(key[whole], return_counts=True)


def _pack(chance: Floats) -> NDArray[np.uint8]:
    return np.minimum(np.round(-np.log(chance) * _STEP), _FLOOR).astype(np.uint8)


def to_arrays(model: NGrams, name: str) -> dict[str, NDArray[Any]]:
    """The model as arrays to save; keys as differences, which compress well."""
    arrays: dict[str, NDArray[Any]] = {f"{name}_size": np.array([model.size])}
    for order, (keys, costs, backoffs) in enumerate(
        zip(model.keys, model.costs, model.backoffs, strict=True), 1
    ):
        arrays[f"{name}_keys{order}"] = np.diff(keys, prepend=0)
        arrays[f"{name}_costs{order}"] = costs
        if order < model.order:
            arrays[f"{name}_backoffs{order}"] = backoffs
    return arrays


def from_arrays(arrays: Mapping[str, NDArray[Any]], name: str) -> NGrams:
    """The model that `to_arrays` made these arrays of."""
    orders = [k for k in range(1, 10) if f"{name}_keys{k}" in arrays]
    return NGrams(
        size=int(arrays[f"{name}_size"][0]),
        keys=tuple(np.cumsum(arrays[f"{name}_keys{k}"].astype(np.int64)) for k in orders),
        costs=tuple(arrays[f"{name}_costs{k}"] for k in orders),
        backoffs=tuple(arrays.get(f"{name}_backoffs{k}", np.zeros(0, np.uint8)) for k in orders),
    )
