"""Which language a Latin spelling's name is of, by its letters alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import inf
from typing import Final

import numpy as np
from numpy.typing import NDArray

from transtrack.names.index import fold, index_given
from transtrack.names.letters import load_table, score_as, score_letters
from transtrack.names.reading import LETTER, languages

NATIVE: Final = (  # whose names English writes as they are
    "german", "english", "polish", "slavic", "romance", "nordic", "baltic", "turkic", "asian",
    "african",
)  # fmt: skip
PRIORS: Final = {  # how often the press meets names of a language, in nats
    "ru": -1.0, "uk": -1.2, "be": -3.0, "bg": -3.0, "sr": -3.5, "mk": -4.0, "kk": -3.5,
    "ky": -4.0, "mn": -4.5, "ka": -3.0, "hy": -3.0, "el": -4.0, "ar": -2.5, "fa": -3.0,
    "he": -3.5, "zh": -5.0, "ja": -5.0, "ko": -5.0,
}  # fmt: skip
_RARE: Final = -5.0
GIVEN: Final = 5.0  # nats for a given name of the list, as -log of its share
PARTICLES: Final = frozenset(
    [
        "al",
        "el",
        "as",
        "ad",
        "ar",
        "at",
        "az",
        "an",
        "ibn",
        "bin",
        "bint",
        "ben",
        "abu",
        "abd",
        "de",
        "von",
        "der",
    ]
)
_FEW: Final = 3  # languages looked at closely
_FAR: Final = 3.5  # nats; a language so far behind the likeliest is left out
_WEIGHT: Final = 0.25  # of a nat of the letter models, in costs
_FARTHEST: Final = 4.0  # what a language costs at most


def score_language(word: str, language: str) -> float:
    """Log p(word in lower case) as a transliterated name of a language, in nats."""
    return score_as(word, f"as-{language}")


def score_languages(word: str) -> NDArray[np.float64]:
    """Log p(word in lower case) as a transliterated name of each of `languages()`, in nats."""
    columns = _columns()[0]
    return np.where(columns < 0, -inf, score_letters(word)[columns])


@lru_cache(maxsize=1)
def _columns() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the table has the models of `languages()`, -1 for one that has none, and `NATIVE`."""
    at = {name: number for number, name in enumerate(load_table().names)}
    foreign = [at.get(f"as-{language}", -1) for language in languages()]
    return np.array(foreign), np.array([at[name] for name in NATIVE])


@lru_cache(maxsize=1 << 15)
def score_native(word: str) -> float:
    """Log p(word in lower case) as a name that English writes as it is, in nats."""
    return float(score_letters(word)[_columns()[1]].max())


@lru_cache(maxsize=1 << 15)
def cost_languages(word: str) -> NDArray[np.float32]:
    """What taking a word for each language's costs beside the likeliest, shaped for `Costs`."""
    scores = score_languages(word)
    costs = np.minimum(_WEIGHT * (scores.max() - scores), _FARTHEST)
    shaped: NDArray[np.float32] = costs.astype(np.float32)[:, None, None]
    return shaped


@lru_cache(maxsize=1 << 15)
def is_foreign(word: str) -> float:
    """Evidence in nats that a word is a transliterated name, not a native one."""
    return float(score_languages(word).max()) - score_native(word)


def prior(language: str) -> float:
    """How often the press meets names of a language, in nats."""
    return PRIORS.get(language, _RARE)


def rank_languages(words: Sequence[str], *sources: str) -> list[str]:
    """The languages that the words are likeliest of, by the given names and by their letters.

    `sources` are the orthographies that the words may be in. If some word is a given name of
    the list, only languages that have it are considered.
    """
    keys = [word.lower() for word in words if word.lower() not in PARTICLES]
    listed = [
        {
            item.entry.language
            for source in sources
            for item in index_given(source).get(fold(key), ())
        }
        for key in keys
    ]
    candidates = sorted(set().union(*listed)) or languages()
    ranked = []
    for language in candidates:
        cost = -prior(language)
        for key, owners in zip(keys, listed, strict=True):
            letters = -LETTER * score_language(key, language)
            cost += min(letters, GIVEN) if language in owners else letters
        ranked.append((cost, language))
    ranked.sort()
    limit = ranked[0][0] + _FAR
    return [language for cost, language in ranked[:_FEW] if cost <= limit]
