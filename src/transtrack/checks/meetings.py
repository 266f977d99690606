"""Which words of a bead meet: translations by the lexicon, and words spelled alike."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from transtrack.checks.pair import Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """For each source word the target words that may render it, and the other way round."""

    forth: tuple[tuple[int, ...], ...]
    back: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, pair: Pair) -> Meetings:
        """The meetings of a bead, by the lexicon and by spelling."""
        forth: list[tuple[int, ...]] = []
        back: list[list[int]] = [[] for _ in pair.target.words]
        places: dict[str, list[int]] = {}
        roots: dict[str, list[str]] = {}
        for number, word in enumerate(pair.target.words):
            if word.key not in places:
                for root in _roots(word.key):
                    roots.setdefault(root, []).append(word.key)
            places.setdefault(word.key, []).append(number)
        cache: dict[str, tuple[int, ...]] = {}
        for number, word in enumerate(pair.source.words):
            if word.key not in cache:
                keys = {key for key in pair.links.forth.get(word.key, ()) if key in places}
                near = {key for root in _roots(word.key) for key in roots.get(root, ())}
                keys |= {key for key in near if alike(word.key, key)}
                cache[word.key] = tuple(sorted(at for key in keys for at in places[key]))
            share = number / len(pair.source.words)
            forth.append(_nearest(cache[word.key], round(share * len(pair.target.words))))
            for at in forth[-1]:
                back[at].append(number)
        return cls(forth=tuple(forth), back=tuple(map(tuple, back)))


def _nearest(places: tuple[int, ...], here: int) -> tuple[int, ...]:
    """Those of many places around one: a word may stand there a thousand times."""
    first = max(min(bisect_left(places, here) - _MOST // 2, len(places) - _MOST), 0)
    return places[first : first + _MOST]


@lru_cache(maxsize=8)
def meetings(pair: Pair) -> Meetings:
    """Which words of a bead have a counterpart on the other side."""
    return Meetings.of(pair)


_MOST: Final = 64  # places of a word that are looked at; no bead of an article has so many
_STEM: Final = 5  # letters at a word's beginning that make two words alike


def _roots(key: str) -> tuple[str, ...]:
    """What words that are alike share: the word, the word without its end, its beginning."""
    return key, key[:-1], key[:_STEM]


@lru_cache(maxsize=1 << 16)
def alike(source: str, target: str) -> bool:
    """Whether two words in lower case are spelled as cognates or one name are.

    >>> alike("demonstranten", "demonstrators"), alike("merkels", "merkel"), alike("rot", "red")
    (True, True, False)
    """
    if source == target:
        return True
    short = min(len(source), len(target))
    if short >= _STEM and source[:_STEM] == target[:_STEM]:
        return True
    return short >= 3 and (source[:-1] == target or target[:-1] == source)  # noqa: PLR2004
