from __future__ import annotations

from pathlib import Path

import pytest
from tests.names.texts import alone, pair, survey

from transtrack.align import align
from transtrack.model import Severity
from transtrack.names.article import open_article
from transtrack.names.authority import parse_authority
from transtrack.names.survey import survey_corpus
from transtrack.text import apply_fixes, parse_document

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"


def told(source: str, target: str, rulings: str = "") -> list[tuple[str, str]]:
    """Check and suggestion of each finding."""
    authority = parse_authority(rulings) if rulings else None
    return [(item.check, item.suggestion) for item in survey(pair(source, target), authority)]


def test_a_german_spelling_taken_over_is_found_wherever_it_stands() -> None:
    found = survey(
        pair(
            "Der Ukrainer Wolodymyr Tschernenko sprach.\nDann ging Tschernenko.",
            "The Ukrainian Wolodymyr Tschernenko spoke.\nThen Tschernenko's team left.",
        )
    )
    assert [item.suggestion for item in found] == ["Volodymyr Chernenko", "Chernenko"]
    assert {item.check for item in found} == {"name-scheme"}
    assert found[0].severity is Severity.MAJOR
    assert "German spelling of Володимир Черненко" in found[0].message
    assert (found[1].location.line, found[1].location.column) == (2, 6)


def test_a_fix_replaces_the_name_and_nothing_else() -> None:
    text = "The Ukrainian Wolodymyr Tschernenko spoke.\r\nThen Tschernenko’s team\tleft.\r\n"
    article = pair("Der Ukrainer Wolodymyr Tschernenko sprach.\nDann Tschernenkos Leute.", text)
    fixes = [item.fix for item in survey(article) if item.fix]
    assert apply_fixes(text, fixes) == (
        "The Ukrainian Volodymyr Chernenko spoke.\r\nThen Chernenko’s team\tleft.\r\n"
    )


def test_no_one_is_left_in_two_spellings() -> None:
    for name in ("Alexander Lukaschenko", "Micheil Saakaschwili", "Sergej Lawrow"):
        surname = name.split()[1]
        text = f"Sanctions hit {name}. “{surname} has sold us,” she said."
        found = survey(pair(f"Strafen treffen {name}. „{surname} verriet uns“, sagte sie.", text))
        full, alone = found
        assert alone.suggestion == full.suggestion.split()[1]
        assert (alone.fix is None) == (full.fix is None)


@pytest.mark.parametrize(
    "spelled",
    ['<a href="/w">Wolodymyr</a> Tschernenko', "<b>Wolodymyr</b> Tschernenko"],
)
def test_a_name_with_tags_in_it_is_found_and_left_to_a_person(spelled: str) -> None:
    page = "<html><body><p>On Monday, {} spoke in the evening.</p></body></html>"
    source = parse_document(
        page.format("Wolodymyr Tschernenko"), path="corpora/de/a.html", language="de"
    )
    target = parse_document(page.format(spelled), path="corpora/en/a.html", language="en")
    (found,) = survey(open_article(target, align(source, target), None))
    assert (found.suggestion, found.fix) == ("Volodymyr Chernenko", None)


def test_capitals_in_a_headline_stay() -> None:
    found = survey(pair("Wolodymyr Tschernenko spricht", "WOLODYMYR TSCHERNENKO SPEAKS"))
    assert [item.suggestion for item in found] == ["VOLODYMYR CHERNENKO"]


def test_a_german_genitive_becomes_an_english_one() -> None:
    found = survey(pair("Das war Selenskyjs Rede.", "That was Selenskyjs speech."))
    assert [item.suggestion for item in found] == ["Zelenskyy's"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Wolfgang Schäuble sprach in Wolfsburg.", "Wolfgang Schäuble spoke in Wolfsburg."),
        ("Jens Weidmann und Wojciech Baran kamen.", "Jens Weidmann and Wojciech Baran came."),
        ("Sergej Rjabkow kam.", "Sergei Ryabkov came."),
        ("Der Spieler vom 1. FC Köln kam.", "The player of 1. FC Köln came."),
        ("Florian von Brunn kam.", "Florian von Brunn came."),
        ("Man nennt es Balkan-Express.", "It is called the Balkan express."),
        ("Er liebt Rom.", "He loves Rome."),
        ("Jochen Feldkamp leitet die Schule.", "Jochen Feldkamp heads the school."),
        ("Das sagt der Minister.", "So says the Minister."),
        ("Die TWh-Werte: 5 TWh.", "The TWH values: 5 TWh."),
    ],
)
def test_what_is_right_is_left_alone(source: str, target: str) -> None:
    assert told(source, target) == []


def test_a_surname_in_english_already_stays_beside_a_german_given_name() -> None:
    source = "Die Ukrainerin Jewhenija Kowaltschuk sprach."
    found = survey(pair(source, "The Ukrainian Jewhenija Kovalchuk spoke."))
    assert [item.suggestion for item in found] == ["Yevhenia Kovalchuk"]
    assert "Kovalkhuk" not in found[0].message


def test_a_given_name_that_stays_leaves_no_doubt_about_the_surname() -> None:
    text = "The Ukrainian Oleksandr Schewtschuk spoke."
    found = survey(pair("Der Ukrainer Oleksandr Schewtschuk sprach.", text))
    fixed = apply_fixes(text, [item.fix for item in found if item.fix])
    assert fixed == "The Ukrainian Oleksandr Shevchuk spoke."


def test_two_spellings_of_one_name_in_one_text() -> None:
    found = survey(
        pair(
            "Sergej Rjabkow kam.\nSpäter ging Sergej Rjabkow.",
            "Sergei Ryabkov came.\nLater Sergey Ryabkov left.",
        )
    )
    assert [(item.check, item.suggestion) for item in found] == [
        ("name-inconsistent", "Sergei Ryabkov")
    ]
    assert 'is "Sergei Ryabkov" in line 1' in found[0].message


def test_the_spelling_that_looks_german_is_the_one_to_change() -> None:
    found = told(
        "Aischa Mansur sang.\nDann ging Aischa Mansur.",
        "Aischa Mansur sang.\nThen Aisha Mansour left.",
    )
    assert [suggestion for _, suggestion in found] == ["Aisha Mansour"]


def test_two_articles_that_spell_a_full_name_differently() -> None:
    articles = [
        pair("Sergej Rjabkow kam.", "Sergei Ryabkov came.", "one"),
        pair("Sergej Rjabkow ging.", "Sergey Ryabkov left.", "two"),
    ]
    found = survey_corpus(articles, parse_authority(""))
    assert [(item.check, item.location.path) for item in found.findings] == [
        ("name-inconsistent", "corpora/en/two.txt")
    ]
    assert [len(name.variants) for name in found.names] == [2]


def test_a_place_by_its_german_name() -> None:
    found = survey(pair("Sie flogen nach Kiew und Lissabon.", "They flew to Kiew and Lissabon."))
    assert [(item.check, item.suggestion) for item in found] == [
        ("exonym", "Kyiv"),
        ("exonym", "Lisbon"),
    ]


RULED = '[[name]]\nen = "Volodymyr Zelensky"\naccepted = ["Volodymyr Zelenskyy"]\n'


def test_the_house_has_the_last_word() -> None:
    text = "Wolodymyr Selenskyj kam."
    assert told(text, "Wolodymyr Selenskyj came.", RULED) == [
        ("name-authority", "Volodymyr Zelensky")
    ]
    assert told(text, "Volodymyr Zelenskiy came.", RULED) == [
        ("name-authority", "Volodymyr Zelensky")
    ]
    assert told(text, "Volodymyr Zelenskyy came.", RULED) == []
    assert told(text, "Volodymyr Zelensky came.", RULED) == []


def test_kiev_is_wrong_only_where_the_house_says_so() -> None:
    assert told("Er fuhr nach Kiew.", "He went to Kiev.") == []
    assert told("Er fuhr nach Kiew.", "He went to Kiev.", '[[name]]\nen = "Kyiv"\n') == [
        ("name-authority", "Kyiv")
    ]


def test_a_full_name_that_is_not_there() -> None:
    missing = told("Gestern sprach Minister Sergej Lawrow.", "Yesterday the minister spoke.")
    assert [check for check, _ in missing] == ["name-missing"]
    assert told("Gestern kam Sergej Lawrow an.", "Sergei Lavrov arrived yesterday.") == []


def test_without_an_original_only_the_sure_is_told() -> None:
    assert [item.check for item in survey(alone("Then Wolodymyr Tschernenko came."))] == [
        "name-scheme"
    ]
    assert survey(alone("On the Island we met Al Franken and Thorn.")) == ()


@pytest.mark.skipif(not SAMPLES.exists(), reason="the sample page is not here")
def test_the_sample_page_gives_what_an_editor_wants_to_hear() -> None:
    from transtrack.pipeline import align_files  # noqa: PLC0415

    report = align_files(str(SAMPLES / "impasse.de.txt"), str(SAMPLES / "impasse.en.txt"))
    assert report.bitext
    from transtrack.lexicon import find_lexicon  # noqa: PLC0415
    from transtrack.names.article import open_article  # noqa: PLC0415

    article = open_article(report.bitext.target, report.bitext, find_lexicon("de", "en"))
    found = {(item.check, item.suggestion) for item in survey(article)}
    assert found == {
        ("name-scheme", "Yevhen Mahda"),
        ("name-scheme", "Volodymyr Ohryzko"),
        ("name-inconsistent", "Sergei Ryabkov"),
    }
