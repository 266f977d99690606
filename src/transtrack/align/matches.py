"""Which tokens of one text have a counterpart in which sentences of the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transtrack.align.tokens import Tokens, find_keys, group

_MAX_PARTNERS = 64  # a key that meets more types than this says nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """For every token type of one side, the sentences of the other that hold a counterpart.

    `sentences[starts[t]:starts[t + 1]]` are those of type t, ascending and distinct.
    """

    starts: NDArray[np.int64]
    sentences: NDArray[np.int32]

    @property
    def counts(self) -> NDArray[np.int64]:
        """How many sentences hold a counterpart, by type."""
        return np.diff(self.starts)


def find_counterparts(source: Tokens, target: Tokens) -> NDArray[np.int32]:
    """Pairs (source type, target type) that share a key, as an array of shape (pairs, 2)."""
    of_source = group(find_keys(source.types))
    of_target = group(find_keys(target.types))
    pairs = [
        (left, right)
        for key, lefts in of_source.items()
        if (rights := of_target.get(key)) and len(lefts) * len(rights) <= _MAX_PARTNERS**2
        for left in lefts
        for right in rights
    ]
    return np.unique(np.asarray(pairs, np.int32).reshape(-1, 2), axis=0)


def match(pairs: NDArray[np.int32], own: int, other: Tokens) -> Matches:
    """The sentences of `other` that hold a counterpart of each of `own` types.

    `pairs` holds (own type, other type).
    """
    order = np.argsort(other.ids, kind="stable")
    holders = other.sentences[order]
    first = np.searchsorted(other.ids[order], np.arange(len(other.types) + 1))
    size = len(other.starts) - 1
    begin, end = first[pairs[:, 1]], first[pairs[:, 1] + 1]
    found = holders[expand(begin, end)]
    keys = np.unique(np.repeat(pairs[:, 0].astype(np.int64), end - begin) * size + found)
    return Matches(
        starts=np.searchsorted(keys, np.arange(own + 1, dtype=np.int64) * size),
        sentences=(keys % max(size, 1)).astype(np.int32),
    )


def expand(begin: NDArray[np.int64], end: NDArray[np.int64]) -> NDArray[np.int64]:
    """All integers of the half-open ranges, one range after the other."""
    counts = end - begin
    offsets = np.repeat(begin - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)
    return offsets + np.arange(counts.sum())
