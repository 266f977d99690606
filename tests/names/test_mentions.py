from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.names.texts import read

from transtrack.names.article import open_article
from transtrack.names.mentions import find_mentions, find_runs
from transtrack.text import parse_document

COMMON = {"i", "the", "on", "monday", "minister", "deputy", "said", "in"}


def test_german_nouns_are_no_names() -> None:
    text = "Der Ingenieur Jewhen Mahda kam am Montag mit zwei Brücken.\nIn Kiew fiel Schnee."
    article = open_article(read(text, "de"))
    assert [item.text(article.target) for item in article.mentions] == ["Jewhen Mahda", "Kiew"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On Monday Deputy Minister Jevhen Mahda spoke.", ["Jevhen Mahda"]),
        (
            "She met Rüdiger von Fritsch and Ursula von der Leyen.",
            ["She", "Rüdiger von Fritsch", "Ursula von der Leyen"],
        ),
        ("Ohrysko's plan, Putin’s answer", ["Ohrysko", "Putin"]),
        ("the Putin-Lukaschenko talks in St. Petersburg", ["Putin-Lukaschenko", "St. Petersburg"]),
        ("a Selenskyj-friendly paper", ["Selenskyj"]),
        ("and I'm told that he’ll, Putin’ll, in the end", ["Putin"]),
        ("said al-Assad, who met Abdel-Fattah el-Sisi", ["al-Assad", "Abdel-Fattah el-Sisi"]),
        ("no names here at all", []),
    ],
)
def test_names_are_runs_of_capitals_without_titles(text: str, names: list[str]) -> None:
    assert [text[a:b] for a, b in find_runs(text, COMMON)] == names


def test_a_first_word_alone_is_a_name_only_if_it_is_one_elsewhere() -> None:
    document = read("Ships lay there.\nKoval saw them.\nThen came Koval.", "en")
    found = [item.text(document) for item in find_mentions(document)]
    assert found == ["Koval", "Koval"]


def test_a_mention_points_into_the_file_through_markup() -> None:
    text = "# News\n\nThen **Jewhen** &amp; Co met *Wolodymyr Ohrysko*'s aide.\n"
    document = parse_document(text, path="a.md", language="en")
    spans = [item.span for item in find_mentions(document)]
    assert "Wolodymyr Ohrysko" in [text[span.start : span.end] for span in spans]


@given(st.text(max_size=200))
def test_every_mention_is_there(text: str) -> None:
    for start, end in find_runs(text):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
