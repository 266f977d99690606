"""How a word that the lexicon lacks is reached: by a shorter form, or by its parts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from transtrack.lexicon.ranges import distinct_pairs
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
    found = side.find(lowered)
    rows = [np.stack([np.flatnonzero(found >= 0), found[found >= 0]], axis=1)]
    missing = [k for k in np.flatnonzero(found < 0).tolist() if lowered[k].isalpha()]
    stems = [(k, stem) for k in missing for stem in _stems(lowered[k])]
    reached = _first(side, [(k, (stem,)) for k, stem in stems])
    rows.append(_rows(reached))
    missing = [k for k in missing if k not in reached and len(lowered[k]) <= _LONGEST_WORD]
    rows.append(_rows(_first(side, [(k, p) for k in missing for p in _parts(lowered[k])])))
    return distinct_pairs(np.concatenate(rows))


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
    side: Side, candidates: Sequence[tuple[int, tuple[str, ...]]]
) -> dict[int, tuple[int, ...]]:
    """For each word the first candidate of which every part is there, as numbers."""
    numbers = side.find(part for _, parts in candidates for part in parts).tolist()
    reached: dict[int, tuple[int, ...]] = {}
    at = 0
    for word, parts in candidates:
        own = tuple(numbers[at : at + len(parts)])
        at += len(parts)
        if word not in reached and min(own) >= 0:
            reached[word] = own
    return reached


def _rows(reached: dict[int, tuple[int, ...]]) -> Integers:
    pairs = [(word, number) for word, numbers in reached.items() for number in numbers]
    return np.asarray(pairs, np.int64).reshape(-1, 2)
