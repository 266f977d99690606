"""What tells a good sentence from a broken one on its surface: 0 is usual, more is worse."""

from __future__ import annotations

import re
from itertools import pairwise

from transtrack.quality.pair import Pair

_QUOTE = re.compile('["“”„«»「」『』]')
_STRAY = re.compile(r"\s[.,;:!?](?:\s|$)|\s{2}|(?<!\.\w)[,;:.?!]{2}")  # p.m.: is no stray mark
_SPACED = re.compile(r"\s(?=[;:!?])")  # as French writes
_ENDS = " \"“”„«»「」『』’')）"
_FINAL = str.maketrans("。．۔।？؟！", "....??!")  # full stops and the like of other scripts
_TWICE = frozenset({"had", "that", "die", "der", "das", "sie", "her"})  # right twice in a row


def phrasing(pair: Pair) -> float:
    """How little the words fit those before them: nats a word."""
    model = pair.known.target
    return -float(model.surprise(pair.target)[0].mean()) if model else float("nan")


def grammar(pair: Pair) -> float:
    """How little the kinds of words fit those before them: nats a word."""
    model = pair.known.target
    return -float(model.surprise(pair.target)[1].mean()) if model else float("nan")


def repeated(pair: Pair) -> float:
    """Words that stand twice in a row, and runs of three words that come again."""
    words = re.findall(r"\w+", pair.target.lower())
    doubled = sum(one == other and one not in _TWICE for one, other in pairwise(words))
    runs = list(zip(words, words[1:], words[2:], strict=False))
    return float(doubled + len(runs) - len(set(runs)))


def marks(pair: Pair) -> float:
    """Another final mark, a quotation mark without its other half, stray spaces and marks."""
    ends = [text.rstrip(_ENDS)[-1:].translate(_FINAL) for text in (pair.source, pair.target)]
    final = [end if end in ".?!" else "" for end in ends]
    quotes = [len(_QUOTE.findall(text)) for text in (pair.source, pair.target)]
    source, target = (
        _SPACED.sub("", text) if language == "fr" else text
        for language, text in zip(pair.languages, (pair.source, pair.target), strict=True)
    )
    stray = len(_STRAY.findall(target)) > len(_STRAY.findall(source))
    return float((final[0] != final[1]) + (quotes[1] % 2 and not quotes[0] % 2) + stray)


def capitals(pair: Pair) -> float:
    """1 where the target begins small and the source does not, 1 where it has no capital."""
    small = pair.target[:1].islower() and not pair.source[:1].islower()
    none = pair.target == pair.target.lower() and pair.source != pair.source.lower()
    return float(small) + float(none)
