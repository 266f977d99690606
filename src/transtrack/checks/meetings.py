"""Which words of a bead meet: translations by the lexicon, words spelled alike, numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from transtrack.checks.figures import meet_figures
from transtrack.checks.pair import Pair
from transtrack.names.grounding import is_kin


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """For each source word the target words that may render it, and the other way round."""

    forth: tuple[tuple[int, ...], ...]
    back: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, pair: Pair) -> Meetings:
        """The meetings of a bead, by the lexicon, by spelling, and of numbers by their values."""
        places: dict[str, list[int]] = {}
        for number, word in enumerate(pair.target.words):
            places.setdefault(word.key, []).append(number)
        links, count = pair.links, len(pair.source.words)
        met: dict[str, tuple[int, ...]] = {}
        forth: list[tuple[int, ...]] = []
        back: list[list[int]] = [[] for _ in pair.target.words]
        figures: dict[int, set[int]] = {}
        for one, other in meet_figures(pair):
            figures.setdefault(one, set()).add(other)
        for number, word in enumerate(pair.source.words):
            key = word.key
            found = met.get(key)
            if found is None:
                keys = {*links.forth.get(key, ()), *links.alike.get(key, ())} & places.keys()
                found = met[key] = tuple(sorted(at for other in keys for at in places[other]))
            if number in figures:
                found = tuple(sorted({*found, *figures[number]}))
            if len(found) > _MOST:
                found = _nearest(found, round(number / count * len(pair.target.words)))
            forth.append(found)
            for at in found:
                back[at].append(number)
        for number, at in _find_names(pair, forth, back):
            forth[number] = (*forth[number], at)
            back[at].append(number)
        return cls(forth=tuple(forth), back=tuple(map(tuple, back)))


def _find_names(
    pair: Pair, forth: Sequence[Sequence[int]], back: Sequence[Sequence[int]]
) -> list[tuple[int, int]]:
    """The words in capitals that nothing else meets and that write one name otherwise."""
    left = [n for n, word in enumerate(pair.source.words) if word.capital and not forth[n]]
    right = [n for n, word in enumerate(pair.target.words) if word.capital and not back[n]]
    if not left or not right or len(left) * len(right) > _MOST:
        return []
    words = pair.source.words, pair.target.words
    return [(a, b) for a in left for b in right if is_kin(words[1][b].key, words[0][a].key)]


def _nearest(places: tuple[int, ...], here: int) -> tuple[int, ...]:
    """Those of many places around one: a word may stand there a thousand times."""
    first = max(min(bisect_left(places, here) - _MOST // 2, len(places) - _MOST), 0)
    return places[first : first + _MOST]


@lru_cache(maxsize=8)
def meetings(pair: Pair) -> Meetings:
    """Which words of a bead have a counterpart on the other side."""
    return Meetings.of(pair)


_MOST: Final = 64  # places of a word that are looked at; no bead of an article has so many
