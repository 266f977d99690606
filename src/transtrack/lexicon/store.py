"""A bilingual lexicon: which word translates which, and how probably."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from transtrack.lexicon.memory import Memory

_STEPS = 8.0  # a probability is kept as -log2(p) in eighths, in a byte

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The words of one language: their hashes ascending, and the words in the same order."""

    language: str
    hashes: NDArray[np.uint64]
    text: bytes
    numbers: Memory[int] = field(
        default_factory=Memory, init=False, repr=False, compare=False
    )  # what `find` has found, and `find_entries`, and `find_listed`
    reached: Memory[tuple[int, ...]] = field(
        default_factory=Memory, init=False, repr=False, compare=False
    )
    listed: Memory[bool] = field(default_factory=Memory, init=False, repr=False, compare=False)

    def find(self, words: Iterable[str]) -> Integers:
        """The number of each word, -1 for one that is not there."""
        found = self.numbers.recall(list(words), lambda new: self.search(new).tolist())
        return np.array(found, np.int64)

    def search(self, words: Iterable[str]) -> Integers:
        """The same as `find`, for words that are not likely to be asked for again."""
        wanted = hash_words(words)
        if not len(self.hashes):
            return np.full(len(wanted), -1)
        at = np.minimum(np.searchsorted(self.hashes, wanted), len(self.hashes) - 1)
        return np.where(self.hashes[at] == wanted, at, -1)

    def words(self) -> list[str]:
        """All words, by number."""
        return self.text.decode("utf-8", "replace").split("\n") if self.text else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Translation probabilities both ways between the words of two languages.

    The translations of source word w are entries `starts[w]:starts[w + 1]`, with the target's
    number and, as bytes, p(target | source) and p(source | target). `info` tells where it
    comes from, `name` stands for it in signatures.
    """

    source: Side
    target: Side
    starts: Integers
    targets: NDArray[np.uint32]
    forward: NDArray[np.uint8]
    backward: NDArray[np.uint8]
    info: Mapping[str, Any] = field(default_factory=dict)
    name: str = "given"
    kept: Memory[tuple[bool, bool]] = field(
        default_factory=Memory, init=False, repr=False, compare=False
    )  # what `find_kept` has found

    def __len__(self) -> int:
        return len(self.targets)

    def translations(self, word: str) -> list[tuple[str, float, float]]:
        """Each translation of a source word with its probability and the reverse one."""
        (number,) = self.source.find([word.lower()])
        if number < 0:
            return []
        words = self.target.words()
        entries = range(int(self.starts[number]), int(self.starts[number + 1]))
        found = [
            (words[self.targets[k]], unpack(self.forward[k]), unpack(self.backward[k]))
            for k in entries
        ]
        return sorted(found, key=lambda item: (-item[1], item[0]))


def hash_words(words: Iterable[str]) -> NDArray[np.uint64]:
    """A 64-bit hash of each word, the same on every machine."""
    return np.frombuffer(b"".join(map(_digest, words)), "<u8")


def _digest(word: str) -> bytes:
    return blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def pack(probability: float) -> int:
    """A probability as a byte."""
    return min(round(-float(np.log2(max(probability, 1e-9))) * _STEPS), 255)


def unpack(byte: int) -> float:
    """The probability behind a byte, within 5 per cent."""
    return float(2.0 ** (-int(byte) / _STEPS))


def make_lexicon(
    entries: Mapping[tuple[str, str], tuple[float, float]],
    languages: tuple[str, str],
    info: Mapping[str, Any],
) -> Lexicon:
    """The lexicon of these entries: (source, target) words and probabilities both ways."""
    source = _side(languages[0], {left for left, _ in entries})
    target = _side(languages[1], {right for _, right in entries})
    lefts = source.find(left for left, _ in entries)
    rights = target.find(right for _, right in entries)
    order = np.lexsort((rights, lefts))
    forward = np.array([pack(there) for there, _ in entries.values()], np.uint8)
    backward = np.array([pack(back) for _, back in entries.values()], np.uint8)
    return Lexicon(
        source=source,
        target=target,
        starts=np.searchsorted(lefts[order], np.arange(len(source.hashes) + 1)),
        targets=rights[order].astype(np.uint32),
        forward=forward[order],
        backward=backward[order],
        info=dict(info),
    )


def _side(language: str, words: set[str]) -> Side:
    ordered = sorted(words)
    hashes = hash_words(ordered)
    order = np.argsort(hashes, kind="stable")
    text = "\n".join(ordered[k] for k in order.tolist()).encode("utf-8")
    return Side(language=language, hashes=hashes[order], text=text)


def transpose(lexicon: Lexicon) -> Lexicon:
    """The same lexicon the other way round."""
    lefts = np.repeat(np.arange(len(lexicon.starts) - 1), np.diff(lexicon.starts))
    order = np.lexsort((lefts, lexicon.targets))
    ordered = lexicon.targets[order]
    return Lexicon(
        source=lexicon.target,
        target=lexicon.source,
        starts=np.searchsorted(ordered, np.arange(len(lexicon.target.hashes) + 1)),
        targets=lefts[order].astype(np.uint32),
        forward=lexicon.backward[order],
        backward=lexicon.forward[order],
        info=lexicon.info,
        name=lexicon.name,
    )


def merge(lexicons: Sequence[Lexicon]) -> Lexicon:
    """One lexicon of several of the same languages; where two know a pair, the surer counts."""
    entries: dict[tuple[str, str], tuple[float, float]] = {}
    for lexicon in lexicons:
        sources, targets = lexicon.source.words(), lexicon.target.words()
        for number, word in enumerate(sources):
            for k in range(int(lexicon.starts[number]), int(lexicon.starts[number + 1])):
                pair = word, targets[lexicon.targets[k]]
                there, back = unpack(lexicon.forward[k]), unpack(lexicon.backward[k])
                old = entries.get(pair, (0.0, 0.0))
                entries[pair] = max(old[0], there), max(old[1], back)
    first = lexicons[0]
    info = {"merged": [dict(lexicon.info) for lexicon in lexicons]}
    return make_lexicon(entries, (first.source.language, first.target.language), info)
