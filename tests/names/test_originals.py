"""Names of originals in another script: German spellings in their English translations."""

from __future__ import annotations

import pytest

from transtrack.model import Bead, Bitext, Finding
from transtrack.names.article import Article, open_article
from transtrack.names.authority import Authority
from transtrack.names.originals import is_form, is_german_spelling
from transtrack.names.survey import survey_article, survey_corpus
from transtrack.text import parse_document

RULED = Authority(path="names.toml")


def article(source: str, target: str, tags: tuple[str, str] = ("uk", "en")) -> Article:
    """A translation of one sentence."""
    one = parse_document(f"{source}\n", path="a.txt", language=tags[0])
    other = parse_document(f"{target}\n", path=f"b.{tags[1]}.txt", language=tags[1])
    bead = Bead(source=(0,), target=(0,), score=0.0, confidence=1.0)
    return open_article(other, Bitext(source=one, target=other, beads=(bead,), signature="given"))


def survey(source: str, target: str, tags: tuple[str, str] = ("uk", "en")) -> list[Finding]:
    """The findings on the names of a translation of one sentence."""
    return list(survey_article(article(source, target, tags), RULED))


@pytest.mark.parametrize(
    ("source", "target", "origin", "form"),
    [
        ("Прийшов Богдан Кучеренко.", "Then Bohdan Kutscherenko came.", "uk", "Bohdan Kucherenko"),
        ("Лист Євгена Жадька.", "A letter by Jewhen Schadko.", "uk", "Yevhen Zhadko"),
        ("Пришёл Юрий Щукин.", "Then Juri Schtschukin came.", "ru", "Yuri Shchukin"),
        ("Прыйшоў Сяргей Жукоўскі.", "Then Sjarhej Schukouski came.", "be", "Siarhei Zhukouski"),
    ],
)
def test_a_german_spelling_is_found_and_the_english_one_told(
    source: str, target: str, origin: str, form: str
) -> None:
    (finding,) = survey(source, target, (origin, "en"))
    assert finding.check == "name-scheme"
    assert finding.suggestion == form


@pytest.mark.parametrize(
    ("source", "target", "origin"),
    [
        ("Прийшов Богдан Кучеренко.", "Then Bohdan Kucherenko came.", "uk"),
        ("Прийшов Макс Вебер.", "Then Max Weber came.", "uk"),
        ("Прийшла Анна Ковальська.", "Then Anna Kowalska came.", "uk"),
        ("Пришёл Йозеф Шустер.", "Then Josef Schuster came.", "ru"),
        ("Дошао је Петар Јовановић.", "Then Petar Jovanović came.", "sr"),
        ("Он живёт в Мюнхене.", "He lives in Munich.", "ru"),
        ("Команда играет в Лиге Европы.", "The team plays in the Europa League.", "ru"),
        ("Юлия приехала в Бонн.", "Julia came to Bonn.", "ru"),
        ("Роман Рибак писав.", "Roman Rybak was writing.", "uk"),
        ("Це написала Таня Мюллер.", "It was Tanja Müller who wrote this.", "uk"),
    ],
)
def test_english_forms_and_names_of_other_countries_stay(
    source: str, target: str, origin: str
) -> None:
    assert not survey(source, target, (origin, "en"))


def test_a_name_that_the_original_lacks_needs_more_than_its_letters() -> None:
    assert not survey("Прийшов міністр.", "Then Juri Lemke came.")


def test_which_spelling_a_word_has_is_asked_of_both_presses() -> None:
    words = ["євгена", "магди"]
    assert is_german_spelling("jewhen", words, "uk")
    assert not is_german_spelling("yevhen", words, "uk")
    assert not is_german_spelling("peter", words, "uk")
    assert not is_form("ма", "ма")


@pytest.mark.parametrize("tags", [("uk", "de"), ("uk", "fr"), ("en", "uk")])
def test_in_other_languages_only_the_house_rules(tags: tuple[str, str]) -> None:
    target = "Jewhen Mahda kam, Jevhen Mahda sprach, Yevhen Mahda ging."
    assert not survey("Прийшов Євген Магда.", target, tags)


def test_the_spellings_of_two_languages_are_not_held_against_each_other() -> None:
    english = article("Прийшов Сергій Рябков.", "Then Sergei Ryabkov came.")
    german = article("Прийшов Сергій Рябков.", "Dann kam Sergej Rjabkow.", ("uk", "de"))
    found = survey_corpus([english, german], RULED)
    assert not found.findings
    assert [len(name.full) for name in found.names] == [1, 1]
