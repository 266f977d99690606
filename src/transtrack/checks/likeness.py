"""Words of two languages that are spelled alike."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_STEM: Final = 5  # letters at a word's beginning that make two words alike


def find_alike(source: Iterable[str], target: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each source word the target words spelled alike, both in lower case; none left out."""
    roots: dict[str, list[str]] = {}
    for word in target:
        for root in _roots(word):
            roots.setdefault(root, []).append(word)
    found = {}
    for word in source:
        near = {other for root in _roots(word) for other in roots.get(root, ())}
        if words := [other for other in near if are_alike(word, other)]:
            found[word] = tuple(sorted(words))
    return found


def _roots(key: str) -> tuple[str, ...]:
    """What words that are alike share: the word, the word without its end, its beginning."""
    return key, key[:-1], key[:_STEM]


@lru_cache(maxsize=1 << 16)
def are_alike(source: str, target: str) -> bool:
    """Whether two words in lower case are spelled as cognates or one name are.

    >>> are_alike("demonstranten", "demonstrators"), are_alike("merkels", "merkel")
    (True, True)
    >>> are_alike("rot", "red")
    False
    """
    if source == target:
        return True
    short = min(len(source), len(target))
    if short >= _STEM and source[:_STEM] == target[:_STEM]:
        return True
    return short >= 3 and (source[:-1] == target or target[:-1] == source)  # noqa: PLR2004
