"""How far each sentence is covered by windows of the other text, as tables over the corridor."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from transtrack.align.corridor import Corridor
from transtrack.align.matches import Matches
from transtrack.align.parameters import Parameters
from transtrack.align.tokens import TokenClass, Tokens
from transtrack.lexicon.ranges import expand

_SILENT = 0.02  # nats; what a counterpart gains less than this is left out of the tables

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def weigh(
    tokens: Tokens, matches: Matches, others: int, parameters: Parameters
) -> tuple[Floats, Floats]:
    """What a counterpart found, and one missed, say for a bead: nats by token type.

    A token survives translation with the probability of its class. By chance a sentence holds
    a counterpart as often as the other sentences of its text do, one of them taken for the
    translation. A counterpart that is everywhere says nothing, and neither does it that an
    unknown word has none.
    """
    seen, among = parameters.chance
    chance = (np.maximum(matches.counts - 1, 0) + seen) / (max(others - 1, 0) + among)
    chance = np.minimum(chance, 0.999)
    expected = np.maximum(np.asarray(parameters.survival)[tokens.classes], chance)
    layout = tokens.classes == TokenClass.LAYOUT
    weight = np.where(layout, parameters.layout_weight, parameters.hit_weight)
    hit = weight * np.log(expected / chance)
    miss = parameters.miss_weight * np.log((1 - expected) / (1 - chance))
    return hit, np.where(tokens.classes > TokenClass.CAPITALISED, miss, 0.0)


def cover_columns(
    target: Tokens, matches: Matches, gains: Floats, corridor: Corridor, windows: int
) -> list[Floats]:
    """For w = 1..windows, by cell (i, j): the gain of target j covered by sources i..i+w-1."""
    columns = np.arange(int(corridor.high[-1]) + 1)
    first = np.searchsorted(corridor.high, columns, side="left")
    last = np.searchsorted(corridor.low, columns, side="right") - 1
    own, other, gain, seen = _meetings(target, matches, gains, first, last + windows)
    return _windows(corridor, other, own, gain, other - seen, windows, along_rows=False)


def cover_rows(
    source: Tokens, matches: Matches, gains: Floats, corridor: Corridor, windows: int
) -> list[Floats]:
    """For w = 1..windows, by cell (i, j): the gain of source i covered by targets j..j+w-1."""
    own, other, gain, seen = _meetings(
        source, matches, gains, corridor.low, corridor.high + windows
    )
    return _windows(corridor, own, other, gain, other - seen, windows, along_rows=True)


def _meetings(
    tokens: Tokens, matches: Matches, gains: Floats, low: Integers, high: Integers
) -> tuple[Integers, Integers, Floats, Integers]:
    """Every token of a sentence with each sentence low..high - 1 that holds its counterpart.

    Returned as own sentence, other sentence, gain, and the sentence before `other` that
    holds a counterpart of the same token (far below zero when there is none).
    """
    telling = gains[tokens.ids] > _SILENT
    ids, owners = tokens.ids[telling], tokens.sentences[telling]
    keys, size = matches.keys, matches.size
    base = ids.astype(np.int64) * size
    begin = np.searchsorted(keys, base + np.minimum(low[owners], size - 1))
    end = np.searchsorted(keys, base + np.minimum(high[owners], size - 1))
    counts = end - begin
    other = matches.sentences[expand(begin, end)].astype(np.int64)
    before = np.concatenate(([-size], other))[: len(other)]
    before[(np.cumsum(counts) - counts)[counts > 0]] = -size
    return (
        np.repeat(owners.astype(np.int64), counts),
        other,
        np.repeat(gains[ids], counts),
        before,
    )


def _windows(
    corridor: Corridor,
    rows: Integers,
    columns: Integers,
    gain: Floats,
    gap: Integers,
    windows: int,
    *,
    along_rows: bool,
) -> list[Floats]:
    """The gains summed by cell, each token counted once however often a window meets it.

    A window starting d sentences before a counterpart counts it if the previous counterpart
    lies before the window, that is if it is more than d sentences away.
    """
    total = np.zeros(corridor.cells)
    tables = []
    for back in range(windows):
        row, column = (rows, columns - back) if along_rows else (rows - back, columns)
        valid = (gap > back) & (row >= 0) & (column >= 0) & (row < corridor.rows)
        cells, inside = corridor.find(row[valid], column[valid])
        total = total + np.bincount(cells[inside], gain[valid][inside], minlength=corridor.cells)
        tables.append(total)
    return tables
