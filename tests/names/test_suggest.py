from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transtrack.names.profiles import make_profile
from transtrack.names.scheme_files import parse_scheme
from transtrack.names.suggest import suggest

FIRST = [
    ("Wolodymyr Ohrysko", "Volodymyr Ohryzko"),
    ("Jevhen Mahda", "Yevhen Mahda"),
    ("Sergej Rjabkow", "Sergei Ryabkov"),
    ("Oleksandr Hontscharenko", "Oleksandr Honcharenko"),
    ("Mariam Dschaparidse", "Mariam Japaridze"),
    ("Zwetan Christow", "Tsvetan Hristov"),
    ("Peter Tschaikowski", "Pyotr Tchaikovsky"),
    ("Kiew", "Kyiv"),
    ("Pjöngjang", "Pyongyang"),
]


@pytest.mark.parametrize(("german", "english"), FIRST)
def test_the_english_form_comes_first(german: str, english: str) -> None:
    assert suggest(german)[0].text == english


def test_what_german_spelling_has_lost_is_told_by_likely_names() -> None:
    found = suggest("Irina Sacharowa")
    texts = [item.text for item in found]
    assert texts[0] == "Irina Zakharova"
    assert "Irina Sakharova" in texts
    assert found[0].original == "Ирина Захарова"
    assert found[0].language == "ru"
    assert found[0].probability > found[1].probability


def test_the_language_can_be_told() -> None:
    assert suggest("Olena Sabuschko", language="uk")[0].language == "uk"
    assert suggest("Gruschko", language="uk")[0].text == "Hrushko"
    assert suggest("Gruschko", language="ru")[0].text == "Grushko"


def test_a_house_profile_writes_otherwise() -> None:
    assert suggest("Sergej Lomow", profile=make_profile("bgn"))[0].text == "Sergey Lomov"
    assert suggest("Sergej Lomow", profile=make_profile("iso9"))[0].text == "Sergej Lomov"
    assert (
        suggest("Serhij Hnatjuk", profile=make_profile("ukraine-2010"))[0].text == "Serhiy Hnatiuk"
    )


def test_a_scheme_of_the_users_goes_before_all_others() -> None:
    own = parse_scheme(
        'title = "Ours"\nstandard = "house"\nlanguage = "ru"\ntarget = "en"\n'
        'rules = [["с", "s"], ["а", "a"], ["ш", "ŝ"], ["т", "t"], ["о", "o"], ["ё", "o"], '
        '["в", "v"]]\n'
        'samples = [["Саша", "Saŝa"]]\n',
        "ru-ours.toml",
    )
    profile = make_profile("iso9", (own,))
    assert suggest("Staschow", language="ru", profile=profile)[0].text == "Staŝov"


def test_other_orthographies_are_asked_for() -> None:
    assert suggest("Sergey Lomov", source="en", target="de")[0].text == "Sergej Lomow"
    assert "Lomow" in [item.text for item in suggest("Lomov", source="en", target="pl")]


def test_words_keep_their_gaps_and_capitals() -> None:
    assert suggest("Abdel-Fattah  as-Saidi")[0].text.count("  ") == 1
    assert suggest("OLEH HNATJUK")[0].text.casefold() == "oleh hnatiuk"


@pytest.mark.parametrize("name", ["", " ", "-", "Иван Yevhen იოანე", "A" * 10_000, "12", "…"])
def test_what_is_no_name_gets_no_suggestion(name: str) -> None:
    assert suggest(name) == ()


@given(st.text(max_size=24))
def test_any_text_is_answered_and_probabilities_are_shares(name: str) -> None:
    found = suggest(name, limit=50)
    assert sum(item.probability for item in found) <= 1.001
    assert [item.probability for item in found] == sorted(
        (item.probability for item in found), reverse=True
    )
