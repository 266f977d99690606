"""Names in their own script, written in Latin letters."""

from __future__ import annotations

import pytest

from transtrack.names.profiles import make_profile
from transtrack.names.writing import is_original, write


@pytest.mark.parametrize(
    ("name", "target", "form", "language"),
    [
        ("Володимир Кучеренко", "en", "Volodymyr Kucherenko", "uk"),
        ("Володимир Кучеренко", "de", "Wolodymyr Kutscherenko", "uk"),
        ("Александр Шмидт", "en", "Alexander Shmidt", "ru"),
        ("Київ", "en", "Kyiv", "uk"),
        ("Сяргей Жукоўскі", "en", "Siarhei Zhukouski", "be"),
        ("Анна-Марія Гнатюк", "en", "Anna-Maria Hnatiuk", "uk"),
    ],
)
def test_an_original_is_written_as_the_press_writes_it(
    name: str, target: str, form: str, language: str
) -> None:
    (first, *_) = write(name, target=target)
    assert (first.text, first.language, first.original) == (form, language, name)


def test_probabilities_are_shares() -> None:
    assert sum(item.probability for item in write("Сергей Рябков")) == pytest.approx(1)


def test_a_house_without_conventions_has_its_scheme_alone() -> None:
    house = make_profile("iso9")
    (first, *_) = write("Александр Рябков", language="ru", profile=house)
    assert first.text == "Aleksandr Rjabkov"


@pytest.mark.parametrize("name", ["", " ", "Georg", "毛泽东", "!?", "123"])
def test_what_is_no_original_has_no_form(name: str) -> None:
    assert not is_original(name)
    assert not write(name)
