"""How much a Latin spelling looks like a name of each language: all letter models in one table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import as_file, files
from math import inf
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from transtrack.names.plausible import END, ORDER, START, STEPS, UNSEEN

BITS: Final = 12  # of a letter's number in an n-gram's
_MOST_KEPT: Final = 1 << 16  # n-grams that are remembered
_UNSEEN: Final = round(UNSEEN * STEPS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What the models have for n-grams, whose numbers ascend, in eighths of a nat.

    `models[starts[k]:starts[k + 1]]` have the k-th, and `values` says what for.
    """

    keys: NDArray[np.uint64]
    starts: NDArray[np.uint32]
    models: NDArray[np.uint8]
    values: NDArray[np.int8]

    def spread(
        self, keys: NDArray[np.uint64], count: int
    ) -> tuple[NDArray[np.bool_], NDArray[np.int16]]:
        """Which of `count` models have each n-gram, and their values, 0 where they have not."""
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        here = np.flatnonzero(self.keys[at] == keys)
        begin = self.starts[at[here]].astype(np.int64)
        sizes = self.starts[at[here] + 1] - begin
        owners = np.repeat(here, sizes)
        entries = np.arange(len(owners)) - np.repeat(np.cumsum(sizes) - sizes - begin, sizes)
        seen = np.zeros((len(keys), count), np.bool_)
        values = np.zeros((len(keys), count), np.int16)
        seen[owners, self.models[entries]] = True
        values[owners, self.models[entries]] = self.values[entries]
        return seen, values


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTable:
    """Letter models of many languages: `letters` and `contexts` are what `CharModel` keeps.

    The log probability of a letter after a context, and what falling back from one costs.
    """

    names: tuple[str, ...]
    alphabet: str
    letters: Rows
    contexts: Rows
    found: dict[str, NDArray[np.int16]] = field(default_factory=dict, repr=False, compare=False)

    def score(self, name: str) -> NDArray[np.float64]:
        """Log p(name) in nats by each model, its end included; the name in lower case."""
        grams = _cut(name)
        kept = ((gram, self.found.get(gram)) for gram in grams)  # another thread may clear it
        found = {gram: values for gram, values in kept if values is not None}
        if new := [gram for gram in dict.fromkeys(grams) if gram not in found]:
            found.update(zip(new, self._foretell(new), strict=True))
            self.found.update(found)
        total = np.zeros(len(self.names), np.int64)
        for gram in grams:
            total += found[gram]
        return total / STEPS

    def prepare(self, names: Iterable[str]) -> None:
        """Look up what some names in lower case need, which is quicker than one by one."""
        grams = {gram for name in names for gram in _cut(name)}
        if len(self.found) > _MOST_KEPT:
            self.found.clear()
        if new := [gram for gram in grams if gram not in self.found]:
            self.found.update(zip(new, self._foretell(new), strict=True))

    def _foretell(self, grams: Sequence[str]) -> NDArray[np.int16]:
        """For each n-gram log p(its last letter | those before it), in eighths of a nat."""
        places, count = len(grams), len(self.names)
        whole = np.zeros((ORDER, places), np.uint64)  # by size, the context and the letter
        before = np.zeros((ORDER, places), np.uint64)  # the context
        find = self.alphabet.find
        known = [gram[-1] in self.alphabet for gram in grams]
        for place, gram in enumerate(grams):
            key = shift = 0
            for size, letter in enumerate(reversed(gram)):
                number = find(letter) + 1
                if size and not number:
                    break
                key |= number << shift
                shift += BITS
                whole[size, place] = key if known[place] else 0
                before[size, place] = key >> BITS
        seen, values = self.letters.spread(whole.ravel(), count)
        _, costs = self.contexts.spread(before.ravel(), count)
        shape = ORDER, places, count
        found = np.full((places, count), _UNSEEN, np.int16)
        steps = zip(seen.reshape(shape), values.reshape(shape), costs.reshape(shape), strict=True)
        for here, value, cost in steps:
            found = np.where(here, value, found + cost)
        return found


def _cut(name: str) -> list[str]:
    text = START + name + END
    return [text[max(at - ORDER, 0) : at] for at in range(2, len(text) + 1)]


def read_table(path: Path) -> LetterTable:
    """The table in a file that `write_table` has written."""
    with np.load(path, allow_pickle=False) as held:
        alphabet, *names = held["text"].tobytes().decode("utf-8").split("\n")
        letters, contexts = (
            Rows(**{part: held[f"{kind}_{part}"] for part in Rows.__slots__})
            for kind in ("letters", "contexts")
        )
    return LetterTable(names=tuple(names), alphabet=alphabet, letters=letters, contexts=contexts)


@lru_cache(maxsize=1)
def load_table() -> LetterTable:
    """The models that come with the program."""
    with as_file(files("transtrack.names") / "data" / "letters.npz") as path:
        return read_table(path)


@lru_cache(maxsize=1 << 15)
def score_letters(word: str) -> NDArray[np.float64]:
    """Log p(word in lower case) in nats by each of the table's models, in their order."""
    scores = load_table().score(word)
    scores.flags.writeable = False
    return scores


def score_as(word: str, *models: str) -> float:
    """Log p(word in lower case) in nats by the likeliest of some models; -inf if there is none.

    >>> score_as("rjabkow", "to-german") > score_as("ryabkov", "to-german")
    True
    """
    names = load_table().names
    scores = score_letters(word)
    return max(
        (float(scores[names.index(name)]) for name in models if name in names), default=-inf
    )
