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


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("transtrack.names") / "data" / name).read_text(encoding="utf-8")
    head, *lines = [line.split("\t") for line in text.split("\n") if line]
    return [dict(zip(head, line, strict=True)) for line in lines]


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form for form in cell.split(";") if form)


@lru_cache(maxsize=1)
def load_given() -> tuple[Entry, ...]:
    """Given names of the languages that German and English transliterate."""
    return tuple(
        Entry(
            kind="given",
            language=row["language"],
            original=row["original"],
            german=_forms(row["german"]),
            english=_forms(row["english"]),
            group=row["group"],
            gender=row["gender"],
        )
        for row in _rows("given.tsv")
    )


@lru_cache(maxsize=1)
def load_known() -> tuple[Entry, ...]:
    """Well-known people and places, as the press writes them in both languages."""
    return tuple(
        Entry(
            kind=row["kind"],
            language=row["language"],
            original=row["original"],
            german=_forms(row["german"]),
            english=_forms(row["english"]),
        )
        for row in _rows("known.tsv")
    )


@lru_cache(maxsize=1)
def load_exonyms() -> tuple[Entry, ...]:
    """Places that German and English call by names of their own."""
    return tuple(
        Entry(
            kind="exonym",
            language="",
            original=row["original"],
            german=_forms(row["german"]),
            english=_forms(row["english"]),
        )
        for row in _rows("exonyms.tsv")
    )


@lru_cache(maxsize=1)
def load_function_words() -> frozenset[str]:
    """English function words, days, months and titles in lower case: no part of a name."""
    path = files("transtrack.names") / "data" / "function-en.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


@lru_cache(maxsize=1)
def load_homely() -> frozenset[str]:
    """German forms of given names, folded, that others bear at home: Janis, Andrej, Ismail."""
    path = files("transtrack.names") / "data" / "homely.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


@lru_cache(maxsize=2)
def load_common(language: str) -> frozenset[str]:
    """Words in lower case of German (`de`) or English (`en`) that are no names."""
    path = files("transtrack.names") / "data" / f"common-{language}.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


@lru_cache(maxsize=1)
def load_dictionary() -> frozenset[str]:
    """English words in lower case that `load_common` lacks: those that are rarer (SCOWL)."""
    path = files("transtrack.names") / "data" / "dictionary-en.txt"
    return frozenset(path.read_text(encoding="utf-8").split())
