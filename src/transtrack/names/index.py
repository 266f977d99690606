"""Conventional names by their spellings: whole names, given names, surnames."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from anyascii import anyascii

from transtrack.names.known import Entry, load_exonyms, load_given, load_known

_WORDS: Final = re.compile(r"[^\s\-‐-―]+")
_LOST: Final = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "’": "'", "ʼ": "'"}
)

_ROOT: Final = 5  # letters that a country and its people share: Schweden, Schwedin
_VOWELS: Final = {ord(letter): None for letter in "aeiouyjh"}
_STOP: Final = re.compile("t(?=[csz])")
_SOUNDS: Final = str.maketrans({**dict.fromkeys("kgqxcszd", "x"), **dict.fromkeys("wvpb", "f")})
_REPEATED: Final = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """A name in lower case, without marks on its letters, white space as one space.

    >>> fold("Đoković"), fold("Bashar  al-Assad")
    ('djokovic', 'bashar al-assad')
    """
    if name.isascii():
        return " ".join(name.lower().split())
    name = name.casefold().replace("đ", "dj").translate(_LOST)
    if name.isascii():
        return " ".join(name.split())
    plain = unicodedata.normalize("NFD", name)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def split_name(name: str) -> list[str]:
    """The words of a name, parted by white space, hyphens and dashes.

    >>> split_name("Abdel-Fattah el-Sisi")
    ['Abdel', 'Fattah', 'el', 'Sisi']
    """
    return _WORDS.findall(name)


@lru_cache(maxsize=1 << 15)
def coarsen(word: str) -> str:
    """What all spellings of a word have in common: a key to find candidates by.

    >>> coarsen("Ryabkov") == coarsen("Rjabkow"), coarsen("Tschechow") == coarsen("Chekhov")
    (True, True)
    """
    key = anyascii(word).lower().translate(_VOWELS)
    return squeeze(_STOP.sub("", key).translate(_SOUNDS))


def squeeze(letters: str) -> str:
    """The letters, each once where it stands several times in a row."""
    return _REPEATED.sub(r"\1", letters)


class Convention(NamedTuple):  # an index has thousands of them
    """A spelling's entry, the spelling's rank among the language's forms, and what is asked.

    `original` is that of the whole name, or of its surname alone.
    """

    entry: Entry
    rank: int
    original: str
    surname: bool = False

    def forms(self, language: str) -> tuple[str, ...]:
        """The forms in German (`de`) or English (`en`), the usual one first."""
        forms = self.entry.forms(language)
        if not self.surname:
            return forms
        return tuple(dict.fromkeys(split_name(form)[-1] for form in forms))


Index = dict[str, tuple[Convention, ...]]


@lru_cache(maxsize=8)
def index_names(language: str) -> Index:
    """Well-known names and exonyms by their folded forms in German (`de`) or English (`en`)."""
    found: dict[str, list[Convention]] = {}
    for entry in (*load_known(), *load_exonyms()):
        for rank, form in enumerate(entry.forms(language)):
            item = Convention(entry=entry, rank=rank, original=entry.original)
            found.setdefault(find_key(form), []).append(item)
    return _freeze(found)


def find_key(name: str) -> str:
    """What a whole name is looked up by: folded, hyphens as spaces."""
    if name.isascii() and "-" not in name:
        return fold(name)
    return " ".join(split_name(fold(name)))


@lru_cache(maxsize=8)
def index_given(language: str) -> Index:
    """Given names by their folded forms."""
    found: dict[str, list[Convention]] = {}
    for entry in load_given():
        for rank, form in enumerate(entry.forms(language)):
            item = Convention(entry=entry, rank=rank, original=entry.original)
            found.setdefault(fold(form), []).append(item)
    return _freeze(found)


@lru_cache(maxsize=8)
def index_surnames(language: str) -> Index:
    """The last words of well-known people's names, as `surname`."""
    found: dict[str, list[Convention]] = {}
    for entry in load_known():
        if entry.kind != "person":
            continue
        original = _last_word(entry.original)
        for rank, form in enumerate(entry.forms(language)):
            item = Convention(entry=entry, rank=rank, original=original, surname=True)
            found.setdefault(fold(_last_word(form)), []).append(item)
    return _freeze(found)


def _last_word(name: str) -> str:
    last = name.rpartition(" ")[2]
    return last if last.isalpha() else split_name(name)[-1]


@lru_cache(maxsize=1 << 15)
def is_listed(word: str) -> bool:
    """Whether a word is a given name, a known surname, or a known name by itself."""
    key = fold(word)
    return any(
        key in index(language)
        for index in (index_given, index_surnames, index_names)
        for language in ("de", "en")
    )


def _freeze(found: dict[str, list[Convention]]) -> Index:
    return {key: tuple(items) for key, items in found.items()}


def find_places(word: str) -> tuple[str, ...]:
    """English names of countries and towns whose German ones begin as a word in lower case.

    >>> "sweden" in find_places("schwedisch")
    True
    """
    return _places().get(word[:_ROOT], ())


@lru_cache(maxsize=1)
def _places() -> dict[str, tuple[str, ...]]:
    """The words of English names by the first letters of the German ones."""
    found: dict[str, dict[str, None]] = {}
    for entry in load_exonyms():
        for form in entry.german:
            words = [word.lower() for name in entry.english for word in name.split()]
            found.setdefault(form.lower()[:_ROOT], {}).update(dict.fromkeys(words))
    return {root: tuple(words) for root, words in found.items()}
