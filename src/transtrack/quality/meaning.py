"""What tells a good rendering from a broken one in its meaning: 0 is fine, more is worse."""

from __future__ import annotations

import re
from collections import Counter
from math import nan

import numpy as np

from transtrack.quality.links import Floats, Side
from transtrack.quality.pair import Pair
from transtrack.text.letters import find_surplus

_NOUNS = frozenset({"de", "lb"})  # languages that write every noun with a capital
# scripts that do not spell a name letter by letter, so that it cannot be told from another word
_UNSPELLED = frozenset({"ar", "fa", "he", "hi", "ja", "ko", "th", "ur", "yi", "zh"})
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,:]\d+)*")
_CLOCK = re.compile(r"\d\s?(?:uhr|h|[ap]\.?\s?m|o['’]clock)\b", re.IGNORECASE)
_HALF_DAY = 720  # minutes
_NAME = re.compile(r"(?<=[\w,] )[^\W\d_]\w+")
_NEGATION = {
    "de": r"\b(?:nicht|kein\w*|nie|niemals|nirgend\w*|ohne|weder|nichts|niemand\w*|kaum)\b",
    "en": r"\b(?:not|no|never|nor|neither|without|nothing|nobody|none|cannot|nowhere|hardly)\b"
    r"|n['’]t\b",
}
_TINY = 3e-3  # probability of a word that nothing on the other side calls for
# From professional news translations: English has 6 per cent fewer letters than German, and
# the log ratio's variance falls with the number of letters.
_ENGLISH_IS_SHORTER = 0.06
_VARIANCE = 0.012, 0.6
_PADDING = 4.0  # letters, so that an empty text has a length
_FARTHEST = 4.0  # deviations


def share_rendered(pair: Pair) -> float:
    """How much of the source is rendered, by weight: 0 to 1."""
    return _share(pair.links.source, pair.links.covered[0])


def share_grounded(pair: Pair) -> float:
    """How much of the target something in the source calls for, by weight: 0 to 1."""
    return _share(pair.links.target, pair.links.covered[1])


def _share(side: Side, covered: Floats) -> float:
    weight = side.weights * side.trust * side.counts
    return float(weight @ covered / weight.sum()) if weight.sum() else 0.0


def lost(pair: Pair) -> float:
    """How much of the source nothing renders: log of 1 + nats."""
    side, covered = pair.links.source, pair.links.covered[0]
    return float(np.log1p((side.weights * side.trust * side.counts) @ (1 - covered)))


def unlikely(pair: Pair) -> float:
    """How improbable the words are given those of the other side: nats a word, both ways."""
    links = pair.links
    there = _unlikely(links.target, links.forward.max(0, initial=0.0))
    back = _unlikely(links.source, links.backward.max(1, initial=0.0))
    return there + back


def _unlikely(side: Side, best: Floats) -> float:
    if not side.words:
        return -float(np.log(_TINY))
    trust = np.where(best > 0, 1.0, side.trust)
    return float(-(side.counts * trust * np.log(best + _TINY)).sum() / side.counts.sum())


def length(pair: Pair) -> float:
    """How far the length is from what the original lets expect: deviations, squared."""
    letters = [
        sum(map(str.isalnum, text)) + find_surplus(text) + _PADDING
        for text in (pair.source, pair.target)
    ]
    shorter = {("de", "en"): _ENGLISH_IS_SHORTER, ("en", "de"): -_ENGLISH_IS_SHORTER}
    off = np.log(letters[1] / letters[0]) + shorter.get(pair.languages, 0.0)
    spread = np.sqrt(_VARIANCE[0] + _VARIANCE[1] / letters[0])
    return float(min(abs(off) / spread, _FARTHEST) ** 2)


def numbers(pair: Pair) -> float:
    """Numbers in digits that only one side has; 14.30 Uhr is 2:30 p.m."""
    left, right = (
        Counter(re.sub(r"\D", "", found) for found in _NUMBER.findall(text))
        for text in (pair.source, pair.target)
    )
    left, right = left - right, right - left
    if left and right and all(map(_CLOCK.search, (pair.source, pair.target))):
        left, right = (Counter(map(_as_time, side.elements())) for side in (left, right))
        left, right = left - right, right - left
    return float(left.total() + right.total())


def _as_time(digits: str) -> str:
    """Minutes since noon or midnight, of digits that may be a time; others as they are."""
    hour, minute = int(digits[:-2] or 0), int(digits[-2:])
    if len(digits) <= 2:  # noqa: PLR2004 - an hour alone
        hour, minute = int(digits), 0
    return f"{(hour * 60 + minute) % _HALF_DAY}'" if hour <= 24 and minute < 60 else digits  # noqa: PLR2004


def negation(pair: Pair) -> float:
    """1 where one side denies and the other does not."""
    found = set()
    for language, text in zip(pair.languages, (pair.source, pair.target), strict=True):
        if language not in _NEGATION:
            return 0.0
        found.add(bool(re.search(_NEGATION[language], text, re.IGNORECASE)))
    return float(len(found) - 1)


def names(pair: Pair) -> float:
    """Capitalised words of the target, not its first, that nothing in the source calls for."""
    if pair.languages[1] in _NOUNS or pair.languages[0] in _UNSPELLED:
        return nan
    capitalised = {word.lower() for word in _NAME.findall(pair.target) if word[0].isupper()}
    covered = zip(pair.links.target.words, pair.links.covered[1], strict=True)
    return float(sum(word in capitalised and cover == 0 for word, cover in covered))


def copied(pair: Pair) -> float:
    """Words left in the source's language."""
    return float(len(pair.links.copied))
