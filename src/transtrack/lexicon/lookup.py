"""Which words of two texts translate each other, by a lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transtrack.lexicon.forms import find_entries
from transtrack.lexicon.ranges import distinct_pairs, expand
from transtrack.lexicon.store import Lexicon, Side, pack

_LEAST = 0.03  # probability in the likelier direction from which a pair is taken
_ENDINGS = ("", "s", "e", "n", "en", "es", "er", "ern", "em", "in", "innen")
_MOSTLY = 0.4  # probability of a word's staying what it is

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


def find_same(lexicon: Lexicon, words: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Those of some words in lower case that may be translated by themselves, and mostly are.

    As names are.
    """
    ordered = list(words)
    kept = lexicon.kept.recall(ordered, lambda new: _find_kept(lexicon, new))
    told = list(zip(ordered, kept, strict=True))
    return (
        frozenset(word for word, (may, _) in told if may),
        frozenset(word for word, (_, mostly) in told if mostly),
    )


def _find_kept(lexicon: Lexicon, words: Sequence[str]) -> list[tuple[bool, bool]]:
    pairs = look_up(lexicon, words, words).pairs
    may = set(pairs[pairs[:, 0] == pairs[:, 1], 0].tolist())
    sources, targets = lexicon.source.search(words), lexicon.target.search(words)
    mostly = set()
    for at in np.flatnonzero((sources >= 0) & (targets >= 0)).tolist():
        entries = slice(int(lexicon.starts[sources[at]]), int(lexicon.starts[sources[at] + 1]))
        own = lexicon.forward[entries][lexicon.targets[entries] == targets[at]]
        if len(own) and own[0] <= pack(_MOSTLY):
            mostly.add(at)
    return [(at in may, at in mostly) for at in range(len(words))]


def find_listed(lexicon: Lexicon, words: Iterable[str]) -> frozenset[str]:
    """Those of some source words in lower case that have an entry, an ending of theirs aside.

    Stricter than `look_up`, which takes a name for the noun that it begins with: Kalbitz.
    """
    ordered, side = list(words), lexicon.source
    listed = side.listed.recall(ordered, lambda new: _find_listed(side, new))
    return frozenset(word for word, here in zip(ordered, listed, strict=True) if here)


def _find_listed(side: Side, words: Sequence[str]) -> list[bool]:
    forms = [
        (word, word.removesuffix(end)) for word in words for end in _ENDINGS if word.endswith(end)
    ]
    found = side.search(form for _, form in forms).tolist()
    here = {word for (word, _), at in zip(forms, found, strict=True) if at >= 0}
    return [word in here for word in words]
