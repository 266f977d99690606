"""A lexicon from parallel text: IBM Model 1 both ways (Brown et al. 1993), in numpy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from transtrack.lexicon.store import Lexicon, make_lexicon
from transtrack.lexicon.words import find_words

_ROUNDS = 5
_LEAST = 0.02  # probability, in either direction, from which an entry is kept
_LONGEST = 80  # words of a sentence; longer pairs are left out
_MOST = 12  # entries of one word

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meetings:
    """Every pair of words that meet in a sentence pair: numbers, the sentence, its weight."""

    source: Integers
    target: Integers
    source_at: Integers
    target_at: Integers
    weight: Floats


def train(
    pairs: Iterable[tuple[str, str, float]],
    languages: tuple[str, str],
    info: Mapping[str, Any],
    *,
    least_count: float = 1.0,
) -> Lexicon:
    """The lexicon of weighted sentence pairs (source, target, how often to count it).

    A dictionary's entries are sentence pairs, too. Entries met less often than `least_count`,
    weights summed, are left out. Time and memory grow with the number of word meetings.
    """
    source_index: dict[str, int] = {"": 0}
    target_index: dict[str, int] = {"": 0}
    bitext = []
    for source, target, weight in pairs:
        left, right = find_words(source), find_words(target)
        if 0 < len(left) <= _LONGEST and 0 < len(right) <= _LONGEST:
            numbers = (
                sorted({source_index.setdefault(word, len(source_index)) for word in left}),
                sorted({target_index.setdefault(word, len(target_index)) for word in right}),
            )
            bitext.append((*numbers, weight))
    if not bitext:
        return make_lexicon({}, languages, {**info, "pairs": 0})
    meetings = _meet(bitext)
    keys, inverse = np.unique(
        meetings.source * len(target_index) + meetings.target, return_inverse=True
    )
    rows, columns = keys // len(target_index), keys % len(target_index)
    forward = _estimate(rows, inverse, meetings, meetings.target_at, len(source_index))
    backward = _estimate(columns, inverse, meetings, meetings.source_at, len(target_index))
    seen = np.bincount(inverse, meetings.weight)
    kept = np.flatnonzero(
        (np.maximum(forward, backward) >= _LEAST)
        & (forward * backward >= _LEAST**2 / 10)
        & (seen >= least_count)
    )
    kept = kept[_strongest(rows[kept], (forward * backward)[kept])]
    sources, targets = list(source_index), list(target_index)
    entries = {
        (sources[rows[k]], targets[columns[k]]): (float(forward[k]), float(backward[k]))
        for k in kept.tolist()
        if rows[k] and columns[k]
    }
    return make_lexicon(entries, languages, {**info, "pairs": len(bitext)})


def _meet(bitext: Sequence[tuple[list[int], list[int], float]]) -> _Meetings:
    lefts = np.array([len(left) for left, _, _ in bitext], np.int64)
    rights = np.array([len(right) for _, right, _ in bitext], np.int64)
    source = np.concatenate([np.asarray(left, np.int64) for left, _, _ in bitext])
    target = np.concatenate([np.asarray(right, np.int64) for _, right, _ in bitext])
    sizes = lefts * rights
    pair = np.repeat(np.arange(len(bitext)), sizes)
    within = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    source_at = (np.cumsum(lefts) - lefts)[pair] + within // rights[pair]
    target_at = (np.cumsum(rights) - rights)[pair] + within % rights[pair]
    weights = np.array([weight for _, _, weight in bitext])
    return _Meetings(
        source=source[source_at],
        target=target[target_at],
        source_at=source_at,
        target_at=target_at,
        weight=weights[pair],
    )


def _estimate(
    given: Integers, inverse: Integers, meetings: _Meetings, explained: Integers, words: int
) -> Floats:
    """By word pair, the probability of one word given the other, after some rounds of EM.

    `given` is the number of the word given, by pair; `explained` tells for each meeting
    which occurrence is shared out among the words of the other side.
    """
    probability = np.ones(len(given))
    occurrences = int(explained.max()) + 1
    for _ in range(_ROUNDS):
        share = probability[inverse]
        total = np.bincount(explained, share, occurrences)
        share *= meetings.weight / total[explained]
        counts = np.bincount(inverse, share, len(given))
        probability = counts / np.maximum(np.bincount(given, counts, words), 1e-12)[given]
    return probability


def _strongest(given: Integers, strength: Floats) -> Integers:
    """The places of the strongest entries of each word."""
    order = np.lexsort((-strength, given))
    ordered = given[order]
    first = np.searchsorted(ordered, ordered)
    return np.sort(order[np.arange(len(order)) - first < _MOST])
