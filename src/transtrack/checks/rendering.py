"""How probably a sentence, a stretch or a whole bead has no counterpart on the other side.

Models of coverage and length, those of sentences and beads with trees, fitted by
`lexicon/renderings.py`, those of stretches logistic, all on news translated by professionals (WMT
test sets 2008 to 2018, runs of one to five sentences) in which sentences and clauses had been
dropped, added or exchanged at random.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import log
from pathlib import Path
from typing import Final

import numpy as np

from transtrack.checks.coverage import cover
from transtrack.checks.forest import Model, from_arrays
from transtrack.checks.meetings import meetings
from transtrack.checks.pair import Pair
from transtrack.checks.side import Side

DATA: Final = Path(__file__).parent / "data" / "rendering.npz"
MODELS: Final = ("omitted", "added", "unrelated")
_STRETCH_OMITTED: Final = (
    -3.153, 0.234, 0.724, 0.632, -0.127, -0.449, 0.559, -3.064, -0.36, 4.09, 0.314, -0.499,
    -0.115, 2.674, 0.044, -0.586, -0.079, 0.582, 0.322, 0.779, -0.104, -0.505,
)  # fmt: skip
_STRETCH_ADDED: Final = (
    -5.711, -0.209, 0.562, 0.315, 0.166, -0.2, 0.36, 0.008, -0.715, 0.344, 0.393, -1.987, 0.238,
    2.12, 0.074, -1.743, -0.029, 2.593, -1.902, 0.0, -0.237, -0.161,
)  # fmt: skip
_CLEAR: Final = -1.5  # by the weights alone, below which no tree makes a finding of it
_SOFT: Final = 10  # characters added to lengths, so that short texts are judged less strictly
_BREAKS: Final = (": ", "; ", " - ", " – ")


@lru_cache(maxsize=4)
def match_words(pair: Pair) -> tuple[frozenset[int], frozenset[int]]:
    """The words of both sides that meet when each may meet one only, rare ones first."""
    forth = meetings(pair).forth
    used: set[int] = set()
    matched: set[int] = set()
    here, there = max(len(pair.source.text), 1), max(len(pair.target.text), 1)
    for number in sorted(range(len(forth)), key=lambda n: (len(forth[n]), n)):
        free = [at for at in forth[number] if at not in used]
        if free:
            share = pair.source.words[number].start / here
            best = min(free, key=lambda at: abs(pair.target.words[at].start / there - share))
            used.add(best)
            matched.add(number)
    return frozenset(matched), frozenset(used)


def judge_sentences(pair: Pair, *, back: bool = False) -> list[float]:
    """For each source sentence the log-odds that the target lacks it; `back`: the other way."""
    model = _load()["added" if back else "omitted"]
    return [model.judge(row, _CLEAR) for row in measure_sentences(pair, back=back)]


def measure_sentences(pair: Pair, *, back: bool = False) -> list[list[float]]:
    """For each source sentence what tells that the target lacks it; `back`: the other way."""
    side, other = (pair.target, pair.source) if back else (pair.source, pair.target)
    matched = match_words(pair)[back]
    length, across = len(side.text), len(other.text)
    found = []
    for (start, end), sentence in zip(side.bounds, cover(pair, back=back), strict=True):
        features: list[float] = []
        for group in _classes(side, sentence.words):
            own = [n for n in group if n in sentence.own]
            features += [
                sum(n in matched for n in own),
                sum(n in sentence.rendered and n in matched for n in group)
                - sum(n in matched for n in own),
                sum(n in sentence.rendered and n not in matched for n in group),
                sum(n not in sentence.rendered for n in group),
            ]
        whole = log((across + _SOFT) / (length + _SOFT))
        rest = log((across + _SOFT) / (max(length - (end - start), 0) + _SOFT))
        features += [
            whole,
            rest,
            whole * whole,
            rest * rest,
            _within(len(other.bounds) - len(side.bounds), 2),
            _within(_parts(other) - _parts(side), 3),
            log(end - start + _SOFT),
            (end - start) / (length + 1),
        ]
        found.append(features)
    return found


def judge_whole(pair: Pair) -> float:
    """The log-odds that the two sides of a bead do not translate each other."""
    return _load()["unrelated"].judge(measure_whole(pair), _CLEAR)


def measure_whole(pair: Pair) -> list[float]:
    """What tells that the two sides of a bead do not translate each other."""
    features: list[float] = []
    for back, side in ((False, pair.source), (True, pair.target)):
        matched = match_words(pair)[back]
        words = [n for sentence in cover(pair, back=back) for n in sentence.words]
        for group in _classes(side, words):
            met = sum(n in matched for n in group)
            features += [met, len(group) - met]
    whole = log((len(pair.target.text) + _SOFT) / (len(pair.source.text) + _SOFT))
    return [*features, whole, abs(whole), whole * whole, log(len(pair.source.text) + _SOFT)]


def judge_stretch(pair: Pair, *, back: bool = False) -> tuple[float, int, int]:
    """The log-odds that the longest stretch without counterparts lacks one, and its place."""
    side, other = (pair.target, pair.source) if back else (pair.source, pair.target)
    words, rendered = _content(pair, back=back)
    matched = match_words(pair)[back]
    score, first, last = _longest(words, rendered, matched)
    stretch = words[first:last]
    if not stretch:
        return float("-inf"), 0, 0
    start, end = side.words[stretch[0]].start, side.words[stretch[-1]].end
    others, met = _content(pair, back=not back)
    strange = sum(n not in met for n in others)
    share = strange / max(len(others), 1)
    missing = [n for n in stretch if n not in rendered]
    elsewhere = sum(n not in rendered for n in words) - len(missing)
    capitals = sum(side.words[n].capital for n in missing)
    length = len(side.text)
    whole = log((len(other.text) + _SOFT) / (length + _SOFT))
    rest = log((len(other.text) + _SOFT) / (max(length - (end - start), 0) + _SOFT))
    features = [
        1.0,
        _within(_parts(side) - _parts(other), 3),
        score,
        min(score, 4.0),
        capitals,
        len(missing) - capitals,
        len(stretch) - len(missing),
        whole,
        rest,
        whole * whole,
        rest * rest,
        whole * log(length + _SOFT),
        log(length + _SOFT),
        elsewhere / max(len(words), 1),
        elsewhere,
        share,
        strange,
        float(last >= len(words) - 1),
        (end - start) / (length + 1),
        len(side.bounds) - len(other.bounds),
        side.text.count(",") - other.text.count(","),
        min(score, 6.0) * share,
    ]
    return _weigh(_STRETCH_ADDED if back else _STRETCH_OMITTED, features), start, end


@lru_cache(maxsize=8)
def _content(pair: Pair, *, back: bool) -> tuple[list[int], frozenset[int]]:
    """The content words of a side, and those of them that have a counterpart."""
    covers = cover(pair, back=back)
    words = [n for sentence in covers for n in sentence.words]
    return words, frozenset().union(*(sentence.rendered for sentence in covers))


def _longest(
    words: Sequence[int], rendered: frozenset[int], matched: frozenset[int]
) -> tuple[float, int, int]:
    """The stretch of words with the most missing, less half again as many that are there."""
    best = (0.0, 0, 0)
    score, start = 0.0, 0
    for at, number in enumerate(words):
        if score <= 0:
            score, start = 0.0, at
        score += 1.0 if number not in rendered else 0.3 if number not in matched else -1.5
        if score > best[0]:
            best = (score, start, at + 1)
    return best


def _classes(side: Side, words: Sequence[int]) -> tuple[list[int], list[int], list[int]]:
    """Words in capitals, in small letters, and numbers."""
    numbers = [n for n in words if side.words[n].text[0].isdigit()]
    letters = [n for n in words if not side.words[n].text[0].isdigit()]
    return (
        [n for n in letters if side.words[n].capital],
        [n for n in letters if not side.words[n].capital],
        numbers,
    )


def _parts(side: Side) -> int:
    return len(side.bounds) + sum(side.text.count(mark) for mark in _BREAKS)


def _within(value: int, most: int) -> int:
    return min(max(value, -most), most)


def _weigh(weights: Sequence[float], features: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(weights, features, strict=True))


@lru_cache(maxsize=1)
def _load() -> dict[str, Model]:
    """The models, by their names."""
    with np.load(DATA) as arrays:
        return {name: from_arrays(arrays, name) for name in MODELS}
