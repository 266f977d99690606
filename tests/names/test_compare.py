from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transtrack.cli.names.lookup import Orthography
from transtrack.names.compare import ORTHOGRAPHIES, Verdict, compare
from transtrack.names.reading import TARGETS

SAME = [
    ("Jewhen", "Yevhen"),
    ("Wladislaw Surkow", "Vladislav Surkov"),
    ("Gruschko", "Grushko"),
    ("Grushko", "Grouchko"),
    ("Rjabkow", "Ryabkov"),
    ("Tschitschinadse", "Chichinadze"),
    ("Paschinjan", "Pashinyan"),
    ("Chruschtschow", "Khrushchev"),
    ("Serhii Hnatiuk", "Serhiy Hnatyuk"),
    ("Dschamal al-Chatib", "Jamal al-Khatib"),
    ("Jusuf Haddad", "Yusuf Haddad"),
    ("Muammar al-Gaddafi", "Moammar Gadhafi"),
    ("Benjamin Netanjahu", "Benjamin Netanyahu"),
    ("Kiew", "Kyiv"),
    ("Wilna", "Vilnius"),
    ("Đinđić", "Djindjic"),
    ("Mao Tse-tung", "Mao Zedong"),
    ("Wassyl Petrowytsch Koval", "Vasyl Koval"),
]
DIFFERENT = [
    ("Wolodymyr", "Wladimir"),
    ("Serhij", "Sergej"),
    ("Petrow", "Petrowa"),
    ("Schewtschenko", "Schewtschuk"),
    ("Honcharenko", "Honcharuk"),
    ("Sakharov", "Zakharov"),
    ("Meyer", "Meier"),
    ("Schmidt", "Schmitt"),
    ("Minsk", "Pinsk"),
    ("Rostow", "Rostock"),
    ("Dmitri Koslow", "Dmitri Kossow"),
    ("Anna Koval", "Olena Koval"),
    ("Wolfgang Krüger", "Nino Lomidze"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_that_share_an_original_are_one_name(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.verdict is Verdict.SAME, found
    assert found.reason


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_names_without_a_shared_original_are_different(one: str, other: str) -> None:
    assert compare(one, other).verdict is not Verdict.SAME


@pytest.mark.parametrize(("one", "other"), SAME + DIFFERENT)
def test_the_order_of_the_two_does_not_matter(one: str, other: str) -> None:
    there, back = compare(one, other), compare(other, one)
    assert there.verdict is back.verdict
    assert there.probability == pytest.approx(back.probability, abs=1e-3)


def test_nothing_can_be_said_of_an_empty_name() -> None:
    assert compare("", "Kyiv").verdict is Verdict.UNKNOWN
    assert compare("-", "'").verdict is Verdict.UNKNOWN


def test_ten_thousand_letters_are_no_name_and_take_no_time() -> None:
    found = compare("A" * 10_000, "B" * 10_000)
    assert found.verdict is Verdict.DIFFERENT
    assert len(found.reason) < 200


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_get_a_verdict(one: str, other: str) -> None:
    found = compare(one, other)
    assert 0.0 <= found.probability <= 1.0
    assert (found.verdict is Verdict.SAME) == (found.probability >= 0.5)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_name_is_itself(name: str) -> None:
    assert compare(name, name.title()).verdict is Verdict.SAME


def test_the_commands_know_every_orthography() -> None:
    assert [item.value for item in Orthography] == list(TARGETS) == list(ORTHOGRAPHIES)


def test_a_name_of_many_words_is_compared_in_no_time() -> None:
    many = "Karl Theodor Maria Nikolaus Johann Jacob Philipp Franz Joseph Sylvester Guttenberg"
    assert compare("Philipp Guttenberg", many).verdict is Verdict.SAME
    assert compare("Petr Guttenberg", many).verdict is not Verdict.SAME
    letters = " ".join("abcdefghijklmnopqrstuvwxyz")
    assert compare(letters[:31], letters).probability < 1
