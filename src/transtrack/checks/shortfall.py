"""Beads that are too short for all their sentences, by the lengths of the article's others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log
from typing import Final

import numpy as np

from transtrack.checks.coverage import cover
from transtrack.checks.pair import Pair
from transtrack.checks.side import Side

_FEWEST: Final = 6  # beads of one sentence each that tell how long a translation is
_NORMAL: Final = 1.4826  # by which a median deviation is a standard deviation
_NARROW: Final = 0.15  # the least deviation of logarithms of ratios
_SHORT: Final = 2.5  # deviations below the middle from which a bead is too short
_LEAST: Final = 0.4  # the same as a logarithm: a third is missing
_FITS: Final = 1.5  # deviations within which the rest fits


def find_shortfalls(pairs: Sequence[Pair], *, back: bool = False) -> Iterator[tuple[int, int]]:
    """The numbers of beads that are too short, each with the sentence that is likeliest missing.

    Lengths grow alike in both languages (Gale and Church 1993): of a bead of several source
    sentences the one is taken without which the rest is as long as its translation lets expect,
    of several such the one of whose names and numbers the fewest are there. `back`: the sentences
    of the target that the source is too short for. Nothing where a lexicon knows better.
    """
    if any(pair.links.forth for pair in pairs):
        return
    sides = [(pair.target, pair.source) if back else (pair.source, pair.target) for pair in pairs]
    full = [bool(side.words and other.words) for side, other in sides]
    single = [
        _measure(side, other)
        for (side, other), counts in zip(sides, full, strict=True)
        if counts and len(side.bounds) == 1
    ]
    if len(single) < _FEWEST:
        return
    middle = float(np.median(single))
    spread = max(_NORMAL * float(np.median(np.abs(np.array(single) - middle))), _NARROW)
    for number, (side, other) in enumerate(sides):
        if len(side.bounds) <= len(other.bounds) or not full[number]:
            continue
        if middle - _measure(side, other) < max(_SHORT * spread, _LEAST):
            continue
        covers = cover(pairs[number], back=back)
        fitting = [
            (len(covers[k].rendered) / max(len(covers[k].words), 1), abs(rest), k)
            for k, (start, end) in enumerate(side.bounds)
            for rest in (_measure(side, other, end - start) - middle,)
            if abs(rest) <= _FITS * spread
        ]
        if fitting:
            yield number, min(fitting)[2]


def _measure(side: Side, other: Side, left_out: int = 0) -> float:
    """How long the other side is, beside this one or what is left of it."""
    return log(len(other.text) / max(len(side.text) - left_out, 1))
