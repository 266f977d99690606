"""What has been found out of words so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

_MOST_KEPT = 1 << 17  # words

T = TypeVar("T")


class Memory(dict[str, T]):
    """Words with what was found of each; emptied when there are too many."""

    def recall(self, words: Sequence[str], find: Callable[[list[str]], Iterable[T]]) -> list[T]:
        """What `find` tells of each word; it is asked for those only that are not known yet.

        >>> memory = Memory[int]()
        >>> memory.recall(["a", "bb", "a"], lambda new: map(len, new)), sorted(memory)
        ([1, 2, 1], ['a', 'bb'])
        """
        new = {word for word in words if word not in self}
        if len(self) + len(new) > _MOST_KEPT:
            self.clear()
            new = set(words)
        if new:
            ordered = sorted(new)
            self.update(zip(ordered, find(ordered), strict=True))
        return [self[word] for word in words]
