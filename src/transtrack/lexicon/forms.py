"""How a word that the lexicon lacks is reached: by a shorter form, or by its parts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from transtrack.lexicon.store import Side

_SHORTEST_STEM = 4  # letters
_ENDINGS = 3  # letters that an inflection may add
_SHORTEST_PART = 4
_LONGEST_WORD = 40
_LINKS = ("", "s", "es", "n", "en", "er", "-")  # between the parts of a compound

Integers = NDArray[np.int64]


def find_entries(side: Side, words: Sequence[str]) -> Integers:
    """Pairs (number in `words`, number in the lexicon), one or more rows for a word reached.

    A word not there itself is looked for without up to three letters at its end; failing
    that as a compound of two words that are there, the longest last part first.
    """
    lowered = [word.lower() for word in words]
    rows = side.reached.recall(lowered, lambda new: _reach(side, new))
    numbers = np.fromiter(chain.from_iterable(rows), np.int64)
    owners = np.repeat(np.arange(len(rows)), np.fromiter(map(len, rows), np.int64, len(rows)))
    return np.stack([owners, numbers], axis=1)


def _reach(side: Side, words: Sequence[str]) -> list[tuple[int, ...]]:
    """The entries that each of some words is or is reached by, ascending."""
    found = side.search(words).tolist()
    reached: dict[str, tuple[int, ...]] = {
        word: (at,) for word, at in zip(words, found, strict=True) if at >= 0
    }
    rest = [word for word in words if word not in reached and word.isalpha()]
    reached |= _first(side, [(word, (stem,)) for word in rest for stem in _stems(word)])
    rest = [word for word in rest if word not in reached and len(word) <= _LONGEST_WORD]
    reached |= _first(side, [(word, parts) for word in rest for parts in _parts(word)])
    return [reached.get(word, ()) for word in words]


def _stems(word: str) -> list[str]:
    shortest = max(_SHORTEST_STEM, len(word) - _ENDINGS)
    return [word[:end] for end in range(len(word) - 1, shortest - 1, -1)]


def _parts(word: str) -> list[tuple[str, ...]]:
    """Ways to take a word apart, the longest last part first."""
    found: list[tuple[str, ...]] = []
    for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        head = word[:at]
        found += [
            (head.removesuffix(link), word[at:])
            for link in _LINKS
            if head.endswith(link) and len(head) - len(link) >= _SHORTEST_PART - 1
        ]
    return found


def _first(
    side: Side, candidates: Sequence[tuple[str, tuple[str, ...]]]
) -> dict[str, tuple[int, ...]]:
    """For each word the first candidate of which every part is there, as numbers."""
    numbers = side.search(part for _, parts in candidates for part in parts).tolist()
    reached: dict[str, tuple[int, ...]] = {}
    at = 0
    for word, parts in candidates:
        own = tuple(numbers[at : at + len(parts)])
        at += len(parts)
        if word not in reached and min(own) >= 0:
            reached[word] = tuple(sorted(set(own)))
    return reached
