"""Which words of two texts translate each other, by a lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transtrack.lexicon.forms import find_entries
from transtrack.lexicon.ranges import distinct_pairs, expand
from transtrack.lexicon.store import Lexicon, pack

_LEAST = 0.03  # probability in the likelier direction from which a pair is taken

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Pairs (source word, target word), by number in the lists given, and which are known.

    A word is known that has an entry, whether its translation occurs or not.
    """

    pairs: Integers
    source_known: NDArray[np.bool_]
    target_known: NDArray[np.bool_]


def look_up(lexicon: Lexicon, source: Sequence[str], target: Sequence[str]) -> Lookup:
    """The pairs of these words, both lists in any case, that the lexicon knows."""
    sources = find_entries(lexicon.source, source)
    targets = find_entries(lexicon.target, target)
    begin, end = lexicon.starts[sources[:, 1]], lexicon.starts[sources[:, 1] + 1]
    entries = expand(begin, end)
    owners = np.repeat(sources[:, 0], end - begin)
    strong = np.minimum(lexicon.forward[entries], lexicon.backward[entries]) <= pack(_LEAST)
    entries, owners = entries[strong], owners[strong]
    words = lexicon.targets[entries].astype(np.int64)
    order = np.argsort(targets[:, 1], kind="stable")
    held = targets[order, 1]
    first, last = np.searchsorted(held, words), np.searchsorted(held, words, side="right")
    held_by = targets[order[expand(first, last)], 0]
    pairs = np.stack([np.repeat(owners, last - first), held_by], axis=1)
    return Lookup(
        pairs=distinct_pairs(pairs),
        source_known=np.isin(np.arange(len(source)), sources[:, 0]),
        target_known=np.isin(np.arange(len(target)), targets[:, 0]),
    )
