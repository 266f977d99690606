"""How expected a sentence is in its language: n-grams of words and of classes of words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import regex
from numpy.typing import NDArray

from transtrack.quality.ngrams import NGrams, from_arrays

FIRST, LAST, NUMBER, CAPITALISED, UNKNOWN = "<s>", "</s>", "<number>", "<name>", "<unknown>"
SPECIAL = ("", FIRST, LAST, NUMBER, CAPITALISED, UNKNOWN)
DATA = Path(__file__).parent / "data"
RAREST = 12.0  # nats; the information of a word that the model does not have

_WORD = regex.compile(r"\p{Nd}+(?:[.,:]\p{Nd}+)*|(?:\p{L}\p{M}*)+(?:['’]\p{L}+)?|[.,;:!?]")

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fluency:
    """The vocabulary of a language with the class of each word, and two n-gram models."""

    vocabulary: dict[str, int]
    classes: NDArray[np.int64]
    words: NGrams
    grammar: NGrams

    def information(self, word: str) -> float:
        """How much a word, in lower case, tells by its rarity, in nats."""
        number = self.vocabulary.get(word)
        return RAREST if number is None else -self.words.alone(number)

    def surprise(self, text: str) -> tuple[Floats, Floats]:
        """For each word and mark of a sentence and its end: gain of its neighbours, in nats.

        The first tells how much likelier the word is for the two before it, the second how
        much likelier its class is for the three classes before it, than either is anywhere.
        """
        numbers = np.array([1, *map(self._number, split_words(text)), 2], np.int64)
        classes = self.classes[numbers]
        return self.words.gain(numbers)[1:], self.grammar.gain(classes)[1:]

    def _number(self, word: str) -> int:
        found = self.vocabulary.get(word.lower())
        if found is not None:
            return found
        looks = NUMBER if word[0].isdecimal() else CAPITALISED if word[0].isupper() else UNKNOWN
        return SPECIAL.index(looks)


def split_words(text: str) -> list[str]:
    """The words, numbers and marks of a sentence.

    >>> split_words("It wasn’t 1,500 – or was it?")
    ['It', "wasn't", '1,500', 'or', 'was', 'it', '?']
    """
    return [word.replace("’", "'") for word in _WORD.findall(text)]


@lru_cache(maxsize=4)
def find_fluency(language: str) -> Fluency | None:
    """The model of a language that comes with the program, None for others."""
    path = DATA / f"{language.partition('-')[0]}.npz"
    if not path.exists():
        return None
    with np.load(path) as arrays:
        words = arrays["words"].tobytes().decode("utf-8").split("\n")
        return Fluency(
            vocabulary={word: number for number, word in enumerate(words, len(SPECIAL))},
            classes=arrays["classes"].astype(np.int64),
            words=from_arrays(arrays, "words"),
            grammar=from_arrays(arrays, "classes"),
        )
