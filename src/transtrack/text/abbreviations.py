"""Whether the full stop after a word ends a German or English sentence."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

_LETTERS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)*[^\W\d_]")
_ROMAN = re.compile(r"[IVX]{1,5}")
_NUMBER = re.compile(r"\d{1,3}|\d\d?\.\d\d?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The word lists of a language; `abbreviations.toml` says what each holds."""

    inner: frozenset[str]
    either: frozenset[str]
    openers: frozenset[str]
    lettered: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    sayings: frozenset[str]

    def opens(self, word: str) -> bool:
        """Whether a word's capital can only come from standing first in its sentence."""
        return re.split(r"['’\W]", word, maxsplit=1)[0] in self.openers


@cache
def words(language: str) -> Words | None:
    """The lists of a primary subtag, or None for a language without."""
    tables = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    table = tables.get(language)
    if table is None:
        return None
    return Words(**{field.name: frozenset(table[field.name].split()) for field in fields(Words)})


def full_stop_ends(
    before: str, word: str, after: str, known: Words, *, first: bool, proposed: bool
) -> bool:
    """Whether `word` and its full stop end a sentence, between the words `before` and `after`.

    `first`: the word begins its sentence; `proposed`: the general splitter would cut here.
    """
    if not word.strip(".-–—•*"):
        return False
    opens = known.opens(after)
    if word[-1].isdigit():
        return _number_ends(before, word, after, known, first=first)
    key = re.sub(r"\s", "", word)
    if key in known.inner:
        return False
    if key in known.either:
        return opens
    if known.before and _ROMAN.fullmatch(word) and not first:
        return opens or not (before[:1].isupper() or before in known.before)
    if _LETTERS.fullmatch(word):
        return (opens and not first) or before in known.lettered
    return proposed or opens or len(word) > 3
    # what the splitter takes for an abbreviation is one if it is short


def _number_ends(before: str, word: str, after: str, known: Words, *, first: bool) -> bool:
    """An ordinal, a date or the number of a list item goes on; any other number ends."""
    if not _NUMBER.fullmatch(word):
        return True
    if first:
        return False
    if not known.before or known.opens(after):
        return True
    name = re.split(r"\W", after, maxsplit=1)[0]
    return not (before.lower() in known.before or name in known.after)
