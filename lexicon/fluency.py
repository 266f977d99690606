"""Builds the model of English that `transtrack quality` judges fluency by.

    python lexicon/fluency.py PARALLEL... -o src/transtrack/quality/data/en.npz

PARALLEL are gzipped or plain TSV files, German and English sentence a line; docs/quality.md
names them. The model holds words, classes of words and n-gram statistics, no sentences.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from transtrack.quality.fluency import (
    CAPITALISED,
    FIRST,
    LAST,
    NUMBER,
    SPECIAL,
    UNKNOWN,
    split_words,
)
from transtrack.quality.ngrams import count_ngrams, to_arrays

WORDS = 12_000  # vocabulary: the most frequent words
CLASSES = 160
CONTEXTS = 400  # most frequent words, as neighbours that tell a word's class
DIMENSIONS = 60
ROUNDS = 25
LEAST_WORDS = (1, 2, 3)
LEAST_CLASSES = (1, 2, 3, 3)

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def read_side(path: Path, column: int) -> list[str]:
    """The sentences of one side of a file of pairs."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    rows = [line.split("\t") for line in text.split("\n")]
    return [row[column] for row in rows if len(row) == 2]  # noqa: PLR2004 - a pair


def number(sentences: list[list[str]], vocabulary: dict[str, int]) -> list[Integers]:
    """The sentences as numbers of words, rare ones by their looks."""
    found = []
    for sentence in sentences:
        ids = [vocabulary.get(word.lower()) or vocabulary[looks(word)] for word in sentence]
        found.append(np.array([vocabulary[FIRST], *ids, vocabulary[LAST]], np.int64))
    return found


def looks(word: str) -> str:
    """What an unknown word is taken for."""
    if word[0].isdecimal():
        return NUMBER
    return CAPITALISED if word[0].isupper() else UNKNOWN


def classify(sentences: list[Integers], size: int) -> Integers:
    """A class for each word, by k-means over the words around it (PPMI, cut to some dimensions).

    The most frequent words are classes of their own.
    """
    text = np.concatenate([part for s in sentences for part in ([0], s)])
    own = CLASSES // 2
    counts = np.bincount(text, minlength=size)
    order = np.argsort(-counts, kind="stable")
    order = order[order >= len(SPECIAL)]
    frequent = np.concatenate([np.arange(1, len(SPECIAL)), order[:CONTEXTS]])
    column = np.full(size, -1)
    column[frequent] = np.arange(len(frequent))
    table = np.zeros((size, 2 * len(frequent)))
    before, after = text[:-1], text[1:]
    ok = column[before] >= 0
    np.add.at(table, (after[ok], column[before[ok]]), 1)
    ok = column[after] >= 0
    np.add.at(table, (before[ok], len(frequent) + column[after[ok]]), 1)
    chance = np.outer(table.sum(1), table.sum(0)) / table.sum()
    vectors = np.log(np.maximum(table / np.maximum(chance, 1e-9), 1.0))
    vectors *= (table.sum(1) / (table.sum(1) + 5))[:, None]
    _, basis = np.linalg.eigh(vectors.T @ vectors)
    vectors = vectors @ basis[:, -DIMENSIONS:]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    classes = np.zeros(size, np.int64)
    classes[1 : len(SPECIAL)] = np.arange(1, len(SPECIAL))
    classes[order[:own]] = len(SPECIAL) + np.arange(own)
    rest = order[own:]
    first = len(SPECIAL) + own
    classes[rest] = first + cluster(vectors[rest], CLASSES - first)
    return classes


def cluster(vectors: Floats, count: int) -> Integers:
    """K-means by cosine; the first vectors, those of the most frequent words, are the seeds."""
    centres = vectors[:count]
    for _ in range(ROUNDS):
        chosen = np.argmax(vectors @ centres.T, axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, chosen, vectors)
        centres = sums / (np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9)
    return chosen


def main() -> None:
    """Read, count, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parallel", nargs="+", type=Path)
    parser.add_argument("-o", "--output", required=True, type=Path)
    parser.add_argument("--column", type=int, default=1)
    options = parser.parse_args()
    texts = [line for path in options.parallel for line in read_side(path, options.column)]
    sentences = [split_words(text) for text in texts]
    counts = Counter(word.lower() for s in sentences for word in s if not word[0].isdecimal())
    words = [w for w, n in sorted(counts.items(), key=lambda i: (-i[1], i[0])) if n > 1][:WORDS]
    vocabulary = {word: k for k, word in enumerate([*SPECIAL, *words])}
    numbers = number(sentences, vocabulary)
    classes = classify(numbers, len(vocabulary))
    arrays = {
        "words": np.frombuffer("\n".join(words).encode(), np.uint8),
        "classes": classes.astype(np.uint8),
        **to_arrays(count_ngrams(numbers, len(vocabulary), LEAST_WORDS), "words"),
        **to_arrays(
            count_ngrams([classes[s] for s in numbers], CLASSES, LEAST_CLASSES), "classes"
        ),
    }
    np.savez_compressed(options.output, **arrays)
    size = options.output.stat().st_size / 1e6
    print(f"{len(texts)} sentences, {len(words)} words, {size:.2f} MB")  # noqa: T201


if __name__ == "__main__":
    main()
