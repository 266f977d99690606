"""What tells that a strange name stands in the place of a lost one."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rapidfuzz.fuzz import ratio

from transtrack.checks.meetings import meetings
from transtrack.checks.name_features import (
    KIN,
    find_kind,
    find_nominative,
    find_run,
    leads,
)
from transtrack.checks.pair import Pair
from transtrack.checks.strangers import Lost
from transtrack.names.index import fold, index_given, index_names, is_listed
from transtrack.names.known import load_common

_LONG: Final = 11  # letters from which a word that nothing knows is a compound rather than a name
_REACH: Final = 5  # words on either side that tell where a name is to be expected
_FAR: Final = 10
_NEAR: Final = 2
_MOST: Final = 4
_CLOSE: Final = 0.15  # of the text


def compare_names(pair: Pair, lost: Lost, number: int) -> list[float]:
    """What tells that one target word stands for one source word that is lost."""
    at, repeated = lost
    source, target = pair.source.words[at], pair.target.words[number]
    key = find_nominative(pair, source.key)
    same = key in pair.links.same
    known = key in pair.links.source
    common = key in load_common("de")
    before, after = _meets(pair, at - 1, number - 1), _meets(pair, at + 1, number + 1)
    apart = abs(
        source.start / max(len(pair.source.text), 1) - target.start / max(len(pair.target.text), 1)
    )
    likeness = ratio(source.key, target.key) / 100
    kinds = find_kind(key, "de"), find_kind(target.key, "en")
    runs = find_run(pair.source, at), find_run(pair.target, number)
    return [
        repeated,
        same,
        known and not same,
        common,
        is_listed(key),
        source.text.isupper(),
        min(len(source.key), 14) / 10,
        leads(pair.source, source),
        not known and not common,
        not known and len(source.key) > _LONG,
        before,
        after,
        _meets(pair, at - 1, number + 1),
        _meets(pair, at + 1, number - 1),
        before and after,
        apart,
        min(apart, _CLOSE),
        likeness,
        likeness > KIN,
        *_expect(pair, at, number),
        _in_one_place(pair, source.sentence, target.sentence),
        runs[0][0] == runs[1][0],
        runs[0] == runs[1],
        kinds[0] == kinds[1] != "",
        "" not in kinds and kinds[0] != kinds[1],
        kinds[0] == "place",
        kinds[1] == "place",
        kinds[1] == "person",
        differ_in_kind(key, target.key),
    ]


@lru_cache(maxsize=1 << 14)
def differ_in_kind(source: str, target: str) -> bool:
    """Whether one is a given name and the other a country or town of the lists."""
    given = fold(source) in index_given("de") and fold(source) not in index_names("de")
    return given and any(item.entry.kind != "person" for item in index_names("en").get(target, ()))


def _meets(pair: Pair, source: int, target: int) -> bool:
    forth = meetings(pair).forth
    return 0 <= source < len(forth) and target in forth[source]


def _expect(pair: Pair, at: int, number: int) -> tuple[float, float]:
    """How far a target word is from where the source word's neighbours have it expected.

    The best of them, in tens of words, and how many of them, of four, have it within two words.
    """
    forth, best, hits = meetings(pair).forth, _FAR, 0
    for step in range(1, _REACH + 1):
        for place in (at - step, at + step):
            if 0 <= place < len(forth) and forth[place]:
                gap = min(abs(other - number) for other in forth[place])
                best = min(best, abs(gap - step))
                hits += gap <= step + _NEAR
    return best / _FAR, min(hits, _MOST) / _MOST


def _in_one_place(pair: Pair, source: int, target: int) -> bool:
    """Whether two sentences stand for each other, by their numbers in the bead."""
    there, here = len(pair.source.bounds), len(pair.target.bounds)
    if there == here:
        return source == target
    return abs((source + 0.5) / there - (target + 0.5) / here) < 1 / max(there, here)
