"""Numbers of a bead that are the same, however each language writes them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from transtrack.checks.language import is_known
from transtrack.checks.pair import Pair
from transtrack.checks.quantities import find_quantities
from transtrack.checks.quantity import Quantity
from transtrack.checks.side import Side

_PAIR: Final = 2  # parts of a number; of more, all parts tell


def meet_figures(pair: Pair) -> Iterator[tuple[int, int]]:
    """The (source, target) words, by number, that are one number: 20.31 Uhr and 8:31 p.m.

    One of the two is in digits. Parts of a result meet it, the 2 and the 1 of 2-1 that 2:1.
    """
    if not is_known(*pair.languages) or not (_has(pair.source) or _has(pair.target)):
        return
    here, there = (
        [(item, _words(side, starts, item)) for item in find_quantities(side.text, language)]
        for side, language in zip((pair.source, pair.target), pair.languages, strict=True)
        for starts in ([word.start for word in side.words],)
    )
    known: dict[object, list[int]] = {}
    for number, (other, _) in enumerate(there):
        for key in _keys(other, "part", "whole"):
            known.setdefault(key, []).append(number)
    for one, sources in here:
        for number in {n for key in _keys(one, "whole", "part") for n in known.get(key, ())}:
            other, targets = there[number]
            if one.digits or other.digits:
                yield from product(sources, targets)


def _keys(item: Quantity, part: str, whole: str) -> Iterator[object]:
    """What a number is found by: all that `Quantity.meets` asks, and, for results, its parts."""
    yield from item.readings
    if len(item.atoms) > _PAIR:
        yield item.atoms
    if len(item.atoms) == 1:
        yield part, item.atoms[0]
    if item.listed:
        yield from ((whole, atom) for atom in item.atoms)


def _has(side: Side) -> bool:
    return any(word.key[0].isdigit() for word in side.words)


def _words(side: Side, starts: Sequence[int], item: Quantity) -> list[int]:
    """The words of a number; the scale of 1.5 billion is one that the lexicon knows."""
    return [
        number
        for number in range(bisect_left(starts, item.start), bisect_left(starts, item.end))
        if side.words[number].key[0].isdigit() or not item.digits
    ]
