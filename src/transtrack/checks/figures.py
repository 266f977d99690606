"""Numbers of a bead that are the same, however each language writes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from transtrack.checks.pair import Pair
from transtrack.checks.quantities import Quantity, find_quantities
from transtrack.checks.side import Side

_LANGUAGES: Final = {"de", "en"}


def meet_figures(pair: Pair) -> Iterator[tuple[int, int]]:
    """The (source, target) words, by number, that are one number: 20.31 Uhr and 8:31 p.m.

    One of the two is in digits. Parts of a result meet it, the 2 and the 1 of 2-1 that 2:1.
    """
    if not _LANGUAGES.issuperset(pair.languages) or not (_has(pair.source) or _has(pair.target)):
        return
    here, there = (
        [(item, _words(side, item)) for item in find_quantities(side.text, language)]
        for side, language in zip((pair.source, pair.target), pair.languages, strict=True)
    )
    for one, sources in here:
        for other, targets in there:
            if (one.digits or other.digits) and _are_one(one, other):
                yield from ((a, b) for a in sources for b in targets)


def _has(side: Side) -> bool:
    return any(word.key[0].isdigit() for word in side.words)


def _words(side: Side, item: Quantity) -> list[int]:
    """The words of a number; the scale of 1.5 billion is one that the lexicon knows."""
    return [
        number
        for number, word in enumerate(side.words)
        if item.start <= word.start < item.end and (word.key[0].isdigit() or not item.digits)
    ]


def _are_one(one: Quantity, other: Quantity) -> bool:
    return one.meets(other) or _is_part(one, other) or _is_part(other, one)


def _is_part(part: Quantity, whole: Quantity) -> bool:
    return len(part.atoms) == 1 and whole.listed and part.atoms[0] in whole.atoms
