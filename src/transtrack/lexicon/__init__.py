"""The bilingual word model: find, read, look up, train."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from transtrack.lexicon.file import read_lexicon, render_lexicon
from transtrack.lexicon.lookup import Lookup, find_listed, find_same, look_up
from transtrack.lexicon.store import Lexicon, Side, make_lexicon, merge, pack, transpose
from transtrack.lexicon.train import train
from transtrack.lexicon.words import TOKEN, find_words

DATA = Path(__file__).parent / "data"
OWN = "own"  # what signatures call the program's

__all__ = [
    "DATA",
    "TOKEN",
    "Lexicon",
    "Lookup",
    "Side",
    "find_lexicon",
    "find_listed",
    "find_same",
    "find_words",
    "look_up",
    "make_lexicon",
    "merge",
    "pack",
    "read_lexicon",
    "render_lexicon",
    "train",
    "transpose",
]


@lru_cache(maxsize=8)
def find_lexicon(source: str, target: str) -> Lexicon | None:
    """The lexicon that comes with the program for two languages, None for other pairs.

    Only the first part of a language tag counts; either direction is found.
    """
    left, right = (tag.partition("-")[0] for tag in (source, target))
    if (there := DATA / f"{left}-{right}.lexicon").exists():
        return replace(read_lexicon(there), name=OWN)
    if (back := DATA / f"{right}-{left}.lexicon").exists():
        return replace(transpose(read_lexicon(back)), name=OWN)
    return None
