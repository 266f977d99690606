"""What has been found out of words so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

_MOST_KEPT = 1 << 17  # words

T = TypeVar("T")


class Memory(Generic[T]):
    """Words with what was found of each; emptied when there are too many."""

    def __init__(self) -> None:
        self._found: dict[str, T] = {}

    def recall(self, words: Sequence[str], find: Callable[[list[str]], Iterable[T]]) -> list[T]:
        """What `find` tells of each word; it is asked for those only that are not known yet.

        >>> memory = Memory[int]()
        >>> memory.recall(["a", "bb", "a"], lambda new: map(len, new))
        [1, 2, 1]
        """
        found = self._found
        new = set(words).difference(found)  # of a plain dict, which is not walked through
        if len(found) + len(new) > _MOST_KEPT:
            found.clear()
            new = set(words)
        if new:
            ordered = sorted(new)
            found.update(zip(ordered, find(ordered), strict=True))
        return list(map(found.__getitem__, words))
