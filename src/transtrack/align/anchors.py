"""A corridor around sentence pairs that hardly anything but translation explains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from transtrack.align.corridor import Corridor, make_corridor, pinch, whole
from transtrack.align.matches import Matches
from transtrack.align.tokens import Tokens
from transtrack.lexicon.ranges import expand

_WHOLE = 250_000  # cells; a smaller grid is searched whole
_RARE = 4  # a token with more counterpart sentences than this anchors nothing
_MIN_TOKENS = 2  # rare tokens that a pair must share
_AROUND = 400  # sentences to either side in which a token must be rare
_MARGIN = 8  # sentences looked at on either side of the way between two anchors
_GAP_AREA = 40_000  # cells; between anchors further apart only a band is searched
_BAND = 80  # half-width of that band, in sentences
_RUN = 3  # anchors in a row before and behind a corner that every path goes through
_STRIDE = 64  # rows, of which one has such a corner

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Sentence pairs and how many rare tokens each shares."""

    source: Integers
    target: Integers
    shared: Integers


def find_corridor(
    source: Tokens,
    target: Tokens,
    matches: tuple[Matches, Matches],
    corners: Sequence[tuple[int, int]] = (),
) -> Corridor:
    """The cells worth a look: all of a small grid, else those around a chain of anchors.

    Every path goes through `corners`, which ascend on both sides, and through some of the
    corners between anchors that follow each other without a gap.
    """
    rows, columns = len(source.starts) - 1, len(target.starts) - 1
    if (rows + 1) * (columns + 1) <= _WHOLE:
        return pinch(whole(rows, columns), corners)
    chain = find_chain(find_pairs(source, target, matches))
    points = [(0, 0), *chain, (rows, columns)]
    low = np.full(rows + 1, columns, np.int64)
    high = np.zeros(rows + 1, np.int64)
    for before, after in pairwise(points):
        _open(low, high, before, after, columns)
    low = np.minimum.accumulate(low[::-1])[::-1]
    corners = sorted({*corners, *_find_sure(chain, corners)})
    return pinch(make_corridor(low, np.maximum.accumulate(high)), corners)


def _find_sure(
    chain: Sequence[tuple[int, int]], corners: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Corners amid anchors in a row, one in `_STRIDE` rows, that fit the given ones.

    Of each stretch of rows the one with most anchors in a row to either side is taken.
    """
    after = [0] * len(chain)
    for at in range(len(chain) - 2, -1, -1):
        (row, column), following = chain[at], chain[at + 1]
        after[at] = after[at + 1] + 1 if following == (row + 1, column + 1) else 0
    best: dict[int, tuple[int, tuple[int, int]]] = {}
    before = 0
    for at, (row, column) in enumerate(chain):
        before = before + 1 if at and after[at - 1] else 0
        run = min(before, after[at] + 1)
        if run >= _RUN and all((a - row) * (b - column) >= 0 for a, b in corners):
            best[row // _STRIDE] = max(best.get(row // _STRIDE, (0, (0, 0))), (run, (row, column)))
    return [corner for _, corner in best.values()]


def _open(
    low: Integers, high: Integers, before: tuple[int, int], after: tuple[int, int], columns: int
) -> None:
    """Let the path go from one anchor to the next, with a margin around both."""
    (top, left), (bottom, right) = before, after
    tall, wide = bottom - top, right - left
    first, last = max(top - _MARGIN, 0), min(bottom + _MARGIN, len(low) - 1)
    if tall * wide <= _GAP_AREA:
        begin, end = np.array(left), np.array(right)
    else:
        begin = left + (np.clip(np.arange(first, last + 1), top, bottom) - top) * wide // tall
        begin, end = begin - _BAND, begin + _BAND
    here = slice(first, last + 1)
    np.minimum(low[here], np.maximum(begin - _MARGIN, 0), out=low[here])
    np.maximum(high[here], np.minimum(end + _MARGIN, columns), out=high[here])


def find_pairs(source: Tokens, target: Tokens, matches: tuple[Matches, Matches]) -> Pairs:
    """Sentence pairs that share rare tokens, each the best of both its sentences.

    A token is rare that few sentences of the other text hold, or few of those around the
    place where a translation of even pace would have it.
    """
    owners, others = _meet_rarely(source, target, matches[0])
    width = len(target.starts)
    keys, shared = np.unique(owners * width + others, return_counts=True)
    keys, shared = keys[shared >= _MIN_TOKENS], shared[shared >= _MIN_TOKENS]
    rows, columns = keys // width, keys % width
    best_row = np.zeros(len(source.starts), np.int64)
    best_column = np.zeros(width, np.int64)
    np.maximum.at(best_row, rows, shared)
    np.maximum.at(best_column, columns, shared)
    kept = (shared == best_row[rows]) & (shared == best_column[columns])
    return Pairs(source=rows[kept], target=columns[kept], shared=shared[kept])


def _meet_rarely(source: Tokens, target: Tokens, matches: Matches) -> tuple[Integers, Integers]:
    """Source and target sentence of every meeting of rare tokens."""
    owners, size = source.sentences.astype(np.int64), len(target.starts)
    pace = (size - 1) / max(len(source.starts) - 1, 1)
    due = (owners * pace).astype(np.int64)
    everywhere = matches.counts[source.ids] <= _RARE
    low = np.where(everywhere, 0, np.maximum(due - _AROUND, 0))
    high = np.where(everywhere, size, np.minimum(due + _AROUND, size - 1))
    keys, step = matches.keys, matches.size
    base = source.ids.astype(np.int64) * step
    begin = np.searchsorted(keys, base + np.minimum(low, step - 1))
    end = np.searchsorted(keys, base + np.minimum(high, step - 1))
    rare = (end > begin) & (end - begin <= _RARE)
    begin, end, owners = begin[rare], end[rare], owners[rare]
    others = matches.sentences[expand(begin, end)].astype(np.int64)
    return np.repeat(owners, end - begin), others


def find_chain(pairs: Pairs) -> list[tuple[int, int]]:
    """The heaviest chain of pairs that ascends on both sides, found in n log n steps.

    A Fenwick tree over the target sentences holds the best chain that ends before each.
    """
    order = np.lexsort((-pairs.target, pairs.source))
    rows, columns = pairs.source[order].tolist(), pairs.target[order].tolist()
    tree: list[tuple[int, int]] = [(0, -1)] * (max(columns, default=0) + 3)
    previous = []
    for pair, (column, weight) in enumerate(
        zip(columns, pairs.shared[order].tolist(), strict=True)
    ):
        best = _best_before(tree, column)
        previous.append(best[1])
        at = column + 1
        while at < len(tree):
            tree[at] = max(tree[at], (best[0] + weight, pair))
            at += at & -at
    chain = []
    pair = _best_before(tree, len(tree) - 1)[1]
    while pair >= 0:
        chain.append((rows[pair], columns[pair]))
        pair = previous[pair]
    return chain[::-1]


def _best_before(tree: list[tuple[int, int]], column: int) -> tuple[int, int]:
    """Weight and last pair of the best chain that ends before a target sentence."""
    best = (0, -1)
    while column > 0:
        best = max(best, tree[column])
        column &= column - 1
    return best
