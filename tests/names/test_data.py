"""The tables of names hold what their columns say."""

from __future__ import annotations

import unicodedata
from collections import Counter
from importlib.resources import files

import pytest

DATA = files("transtrack") / "names" / "data"
COLUMNS = {
    "given.tsv": ["language", "original", "german", "english", "group", "gender"],
    "known.tsv": ["kind", "language", "original", "german", "english"],
}
SCRIPTS = {
    **dict.fromkeys(
        ["ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "uz"], "CYRILLIC"
    ),
    **dict.fromkeys(["az", "tk"], "LATIN"),
    **dict.fromkeys(["ar", "fa"], "ARABIC"),
    "ka": "GEORGIAN",
    "hy": "ARMENIAN",
    "el": "GREEK",
    "he": "HEBREW",
    "zh": "CJK",
    "ja": "CJK HIRAGANA KATAKANA",
    "ko": "HANGUL",
}


def rows(name: str) -> list[dict[str, str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [dict(zip(COLUMNS[name], line.split("\t"), strict=True)) for line in lines[1:]]


def scripts(text: str) -> set[str]:
    """The scripts of a text's letters, by their Unicode names; a modifier is of none."""
    letters = (one for one in text if unicodedata.category(one) in {"Ll", "Lu", "Lt", "Lo"})
    return {unicodedata.name(letter).split()[0] for letter in letters}


@pytest.mark.parametrize("name", COLUMNS)
def test_a_table_has_its_columns_sorted_without_duplicates(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    header, *lines = text.splitlines()
    assert header.split("\t") == COLUMNS[name]
    assert text.endswith("\n")
    width = COLUMNS[name].index("original") + 1
    keys = [line.split("\t")[:width] for line in lines]
    assert keys == sorted(keys)
    assert [key for key, count in Counter(map(tuple, keys)).items() if count > 1] == []
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("name", COLUMNS)
def test_an_original_is_in_its_languages_script_and_its_forms_are_latin(name: str) -> None:
    for row in rows(name):
        assert scripts(row["original"]) <= set(SCRIPTS[row["language"]].split()), row
        for column in ("german", "english"):
            forms = row[column].split(";")
            assert all(form and form == form.strip() for form in forms), row
            assert len(set(forms)) == len(forms), row
            assert scripts(row[column]) == {"LATIN"}, row
            assert all(form[0].isupper() or "-" in form for form in forms), row


def test_given_names_have_a_group_and_a_gender() -> None:
    for row in rows("given.tsv"):
        assert row["gender"] in {"m", "f", "u"}, row
        assert row["group"] == row["group"].lower(), row
        assert scripts(row["group"]) == {"LATIN"}, row


def test_cognates_share_a_group() -> None:
    group = {(row["language"], row["original"]): row["group"] for row in rows("given.tsv")}
    assert group["uk", "Володимир"] == group["ru", "Владимир"] == group["be", "Уладзімір"]
    assert group["uk", "Сергій"] == group["ru", "Сергей"] == group["be", "Сяргей"]
    assert group["uk", "Михайло"] == group["ka", "მიხეილ"] == group["el", "Μιχάλης"]


def test_the_known_are_persons_and_places() -> None:
    kinds = Counter(row["kind"] for row in rows("known.tsv"))
    assert set(kinds) == {"person", "place"}
    assert min(kinds.values()) > 0
