"""Whether the full stop after a word ends a sentence; most is known of German and English."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

_LETTERS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)*[^\W\d_]")
_SHORT = 2  # letters; what the splitter takes for an abbreviation is one if it has no more
_DAY = 2  # digits of a day or month before another number: "am 13. 1. 2020"
_NUMBER = re.compile(r"(?:\d{1,2}\.[-–/]?)?\d{1,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The word lists of a language; `abbreviations.toml` says what each holds."""

    inner: frozenset[str]
    either: frozenset[str]
    outer: frozenset[str]
    beyond: frozenset[str]
    numbered: frozenset[str]
    openers: frozenset[str]
    lettered: frozenset[str]
    roman: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    sayings: frozenset[str]

    def opens(self, word: str) -> bool:
        """Whether a word's capital can only come from standing first in its sentence."""
        initial = word[1:2] == "."  # "A. A. Milne" has no article
        return not initial and re.split(r"\W", word, maxsplit=1)[0] in self.openers


@cache
def words(language: str) -> Words | None:
    """The lists of a primary subtag, or None for a language without."""
    table = _tables().get(language)
    if table is None:
        return None
    return Words(**{field.name: frozenset(table[field.name].split()) for field in fields(Words)})


@cache
def heads(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The abbreviations that end no sentence before a capital, and before a digit."""
    table = _tables()["heads"].get(language, {})
    names, numbers = (frozenset(table.get(key, "").split()) for key in ("names", "numbers"))
    return names, numbers


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def full_stop_ends(
    before: str, word: str, after: str, known: Words, *, first: bool, proposed: bool
) -> bool:
    """Whether `word` and its full stop end a sentence, between the words `before` and `after`.

    `first`: the word begins its sentence; `proposed`: the general splitter would cut here.
    """
    if not word:
        return True
    if word[-1].isdigit():
        return _number_ends(before, word, after, known, first=first)
    listed = _listed_ends(word, after, known)
    if listed is not None:
        return listed
    opens = known.opens(after)
    if word in known.roman and not first:
        return opens or not (before[:1].isupper() or before in known.before)
    if _LETTERS.fullmatch(word):
        return (opens and not first) or before in known.lettered
    return proposed or opens or len(word) > _SHORT


def _listed_ends(word: str, after: str, known: Words) -> bool | None:
    """Whether an abbreviation of the lists ends its sentence, None for any other word."""
    if word in known.numbered:
        return not after[:1].isdigit()
    if word in known.inner:
        return False
    if word in known.outer:
        return re.split(r"\W", after, maxsplit=1)[0] not in known.beyond
    return known.opens(after) if word in known.either else None


def _number_ends(before: str, word: str, after: str, known: Words, *, first: bool) -> bool:
    """An ordinal, a date or the number of a list item goes on; any other number ends."""
    if not _NUMBER.fullmatch(word):
        return True
    if first:
        return False
    if not known.before or known.opens(after):
        return True
    if after[:1].isdigit():
        return len(word) > _DAY
    name = re.split(r"\W", after, maxsplit=1)[0]
    return not (before.lower() in known.before or name in known.after)
