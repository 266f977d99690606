"""Names whose spelling is a convention: given names, well-known people and places, exonyms."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple


class Entry(NamedTuple):  # five thousand of them are read at every start
    """One name: its original, and how German and English write it, the press form first.

    `group` is a key that cognates of several languages share (Volodymyr, Vladimir); `kind` is
    given, person, place or exonym. Of an exonym, `english[1:]` are forms that English has
    given up.
    """

    kind: str
    language: str
    original: str
    german: tuple[str, ...]
    english: tuple[str, ...]
    group: str = ""
    gender: str = ""

    def forms(self, language: str) -> tuple[str, ...]:
        """The forms in German (`de`) or English (`en`), the usual one first; else none."""
        if language == "de":
            return self.german
        return self.english if language == "en" else ()


def _read(name: str) -> str:
    return (files("transtrack.names") / "data" / name).read_text(encoding="utf-8")


def _read_entries(name: str, kind: str = "") -> tuple[Entry, ...]:
    """The entries of a table; of one `kind`, or of the kind that each row says."""
    head, *lines = [line.split("\t") for line in _read(name).split("\n") if line]
    rows = (dict(zip(head, line, strict=True)) for line in lines)
    return tuple(
        Entry(
            kind=kind or row["kind"],
            language=row.get("language", ""),
            original=row["original"],
            german=_split_forms(row["german"]),
            english=_split_forms(row["english"]),
            group=row.get("group", ""),
            gender=row.get("gender", ""),
        )
        for row in rows
    )


def _split_forms(cell: str) -> tuple[str, ...]:
    return tuple(form for form in cell.split(";") if form)


@lru_cache(maxsize=1)
def load_given() -> tuple[Entry, ...]:
    """Given names of the languages that German and English transliterate."""
    return _read_entries("given.tsv", "given")


@lru_cache(maxsize=1)
def load_known() -> tuple[Entry, ...]:
    """Well-known people and places, as the press writes them in both languages."""
    return _read_entries("known.tsv")


@lru_cache(maxsize=1)
def load_exonyms() -> tuple[Entry, ...]:
    """Places that German and English call by names of their own."""
    return _read_entries("exonyms.tsv", "exonym")


@lru_cache(maxsize=1)
def load_function_words() -> frozenset[str]:
    """English function words, days, months and titles in lower case: no part of a name."""
    return frozenset(_read("function-en.txt").split())


@lru_cache(maxsize=1)
def load_homely() -> frozenset[str]:
    """German forms of given names, folded, that others bear at home: Janis, Andrej, Ismail."""
    return frozenset(_read("homely.txt").split())


@lru_cache(maxsize=2)
def load_common(language: str) -> frozenset[str]:
    """Words in lower case of German (`de`) or English (`en`) that are no names."""
    return frozenset(_read(f"common-{language}.txt").split())


@lru_cache(maxsize=1)
def load_dictionary() -> frozenset[str]:
    """English words in lower case that `load_common` lacks: those that are rarer (SCOWL)."""
    return frozenset(_read("dictionary-en.txt").split())
