"""Whether a Latin spelling is the German one of a word that the original has in its own script."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from transtrack.names.reading import read_back

SCRIPTS: Final = frozenset(  # languages in alphabets of their own, read letter by letter
    ("be", "bg", "el", "hy", "ka", "kk", "ky", "mk", "mn", "ru", "sr", "uk")
)
_STEM: Final = 3  # letters that must be the same
_ENDING: Final = 3  # letters that cases may add or change


def is_german_spelling(word: str, originals: Iterable[str], language: str) -> bool:
    """Whether a word is how German spells one of some words, in any case of theirs.

    All in lower case. False where English comes nearer to it.
    """
    words = frozenset(originals)
    german, english = (_cheapest(word, words, language, target) for target in ("de", "en"))
    return german <= english and german < float("inf")


@lru_cache(maxsize=1 << 13)
def _cheapest(word: str, originals: frozenset[str], language: str, target: str) -> float:
    """What the cheapest reading of a word as one of some originals costs, in nats."""
    return min(
        (
            item.cost
            for item in read_back(word, language, target)
            if any(is_form(item.text, other) for other in originals)
        ),
        default=float("inf"),
    )


def is_form(one: str, other: str) -> bool:
    """Whether two words of a language are the same but for the endings of their cases.

    >>> is_form("магда", "магди"), is_form("магда", "марта")
    (True, False)
    """
    short = min(len(one), len(other))
    same = next((k for k in range(short) if one[k] != other[k]), short)
    longest = max(len(one), len(other))
    return same >= _STEM and longest - same <= _ENDING and same >= longest / 2
