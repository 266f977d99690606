"""Which tokens of one text have a counterpart in which sentences of the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transtrack.align.tokens import Tokens, find_keys, group
from transtrack.lexicon.ranges import distinct, distinct_pairs, expand

_COMMON = 0.1  # share of sentences from which a word counts as being everywhere
_FEW = 50  # sentences that are never too many
_MAX_PARTNERS = 64  # a key that meets more types than this says nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """For every token type of one side, the sentences of the other that hold a counterpart.

    `sentences[starts[t]:starts[t + 1]]` are those of type t, ascending and distinct. `counts`
    tells how many they are; a type with a counterpart nearly everywhere has all of them
    counted and none listed.
    """

    starts: NDArray[np.int64]
    sentences: NDArray[np.int32]
    counts: NDArray[np.int64]

    @property
    def keys(self) -> NDArray[np.int64]:
        """Every type and sentence as one number, ascending: type * `size` + sentence."""
        return np.repeat(np.arange(len(self.counts)), np.diff(self.starts)) * self.size + (
            self.sentences
        )

    @property
    def size(self) -> int:
        """More than any sentence's number."""
        return int(self.sentences.max(initial=0)) + 2


def find_counterparts(source: Tokens, target: Tokens) -> NDArray[np.int64]:
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
    return distinct_pairs(np.asarray(pairs, np.int64).reshape(-1, 2))


def match(pairs: NDArray[np.int64], own: int, other: Tokens) -> Matches:
    """The sentences of `other` that hold a counterpart of each of `own` types.

    `pairs` holds (own type, other type).
    """
    order = np.argsort(other.ids, kind="stable")
    holders = other.sentences[order]
    first = np.searchsorted(other.ids[order], np.arange(len(other.types) + 1))
    size = len(other.starts) - 1
    begin, end = first[pairs[:, 1]], first[pairs[:, 1] + 1]
    common = end - begin > max(_COMMON * size, _FEW)
    everywhere = np.isin(np.arange(own), pairs[common, 0])
    listed = ~everywhere[pairs[:, 0]]
    begin, end = begin[listed], end[listed]
    found = holders[expand(begin, end)]
    owners: NDArray[np.int64] = np.repeat(pairs[listed, 0].astype(np.int64), end - begin)
    keys = distinct(owners * size + found)
    starts = np.searchsorted(keys, np.arange(own + 1, dtype=np.int64) * size)
    return Matches(
        starts=starts,
        sentences=(keys % max(size, 1)).astype(np.int32),
        counts=np.where(everywhere, size, np.diff(starts)),
    )
