"""Every check flags what it says that it flags, and leaves alone what it says it does."""

from __future__ import annotations

import pytest

from transtrack.align import align
from transtrack.checks import CHECKS, Check, find_findings, pair_of, quotation
from transtrack.checks.check import Remark
from transtrack.model import Finding, Severity
from transtrack.names.authority import Authority
from transtrack.text import parse_document


def judge(check: Check, source: str, target: str) -> bool:
    """Whether a check finds anything but a hint in an example."""
    if check.whole:
        return bool(findings(source, target, {check: None}))
    remarks = check.find(pair_of(source, target))
    return any(item.severity is not Severity.NEUTRAL for item in remarks)


def findings(
    source: str, target: str, checks: dict[Check, Severity | None] | None = None
) -> tuple[Finding, ...]:
    """The findings on two texts, aligned."""
    documents = (
        parse_document(source, path="corpora/de/a.txt", language="de"),
        parse_document(target, path="corpora/en/a.txt", language="en"),
    )
    bitext = align(*documents)
    return find_findings(bitext, checks or dict.fromkeys(CHECKS), Authority(path="names.toml"))


def examples(kind: str) -> list[object]:
    return [
        pytest.param(check, source, target, id=f"{check.name}-{number}")
        for check in CHECKS
        for number, (source, target) in enumerate(getattr(check, kind))
    ]


@pytest.mark.parametrize(("check", "source", "target"), examples("flagged"))
def test_a_check_flags(check: Check, source: str, target: str) -> None:
    assert judge(check, source, target)


@pytest.mark.parametrize(("check", "source", "target"), examples("passing"))
def test_a_check_leaves_alone(check: Check, source: str, target: str) -> None:
    assert not judge(check, source, target)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_is_complete(check: Check) -> None:
    assert check.name.replace("-", "").isalpha()
    assert check.help.endswith(".")
    assert len(check.passing) >= 3
    assert len(check.flagged) >= 3 or check.name in (
        "name-authority",
        "terminology",
    )  # need a house's file


def test_names_of_checks_are_their_own() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
@pytest.mark.parametrize(("source", "target"), [("", ""), ("?", "–"), ("Ja.", "Yes."), ("", "5")])
def test_a_check_bears_next_to_nothing(check: Check, source: str, target: str) -> None:
    for remark in check.find(pair_of(source, target)):
        assert 0 <= remark.start <= remark.end <= len(target)


def test_a_finding_names_the_place_in_the_file() -> None:
    source = "Das Museum öffnet am Montag.\n\nEs kamen 47 Gäste aus der ganzen Stadt.\n"
    target = "The museum opens on Monday.\n\nThere were 74 guests from all over the city.\n"
    (found,) = findings(source, target)
    assert found.check == "number"
    assert target[found.location.span.start : found.location.span.end] == "74"
    assert (found.location.line, found.location.column) == (3, 12)


def test_a_sentence_that_is_missing_is_reported_where_the_text_before_it_ends() -> None:
    source = (
        "Das Museum öffnet am Montag. Der Direktor Klaus Ebner hat 47 Gäste zur Feier eingeladen."
        " Der Eintritt ist für Kinder frei.\n"
    )
    target = "The museum opens on Monday. Admission is free for children.\n"
    found = [item for item in findings(source, target) if item.check == "omission"]
    assert len(found) == 1
    assert "Klaus Ebner" in found[0].message


def test_a_house_rules_how_severe_a_check_is() -> None:
    check = next(item for item in CHECKS if item.name == "number")
    source, target = "Es kamen 47 Gäste.\n", "There were 74 guests.\n"
    (found,) = findings(source, target, {check: Severity.CRITICAL})
    assert found.severity is Severity.CRITICAL


def test_a_fix_replaces_what_the_check_saw() -> None:
    source, target = "Er nannte es „Unsinn“.\n", "He called it „nonsense”.\n"
    (found,) = findings(source, target)
    assert found.fix is not None
    assert target[found.fix.span.start : found.fix.span.end] == "„"
    assert found.fix.text == "“"


def test_a_word_that_grammar_wants_twice_stays() -> None:
    check = next(item for item in CHECKS if item.name == "doubled-word")
    french = pair_of("Wir haben uns getroffen.", "Nous nous sommes rencontrés.", ("de", "fr"))
    assert not list(check.find(french))
    assert not list(
        check.find(pair_of("Er hoffte, das reicht.", "He hoped that that was enough."))
    )


@pytest.mark.parametrize(
    ("source", "target", "language", "fix"),
    [
        ("He told the BBC.", "وقال لبرنامج بي بي سي ذلك.", "ar", []),
        ("He said it.", "هو قال قال ذلك.", "ar", ["قال"]),
        ("The Roa Roa Hotel fell.", "Отель Роа Роа рухнул.", "ru", []),
        ("The hotel fell.", "Отель отель рухнул.", "ru", ["Отель"]),
        ("The number grows slowly.", "Sayı yavaş yavaş artıyor.", "tr", [None]),
        ("No, no, no!", "Nej nej nej!", "sv", []),
        ("It was the first.", "Det det första var det.", "sv", []),
    ],
)
def test_words_that_other_languages_double_are_never_put_right(
    source: str, target: str, language: str, fix: list[str | None]
) -> None:
    check = next(item for item in CHECKS if item.name == "doubled-word")
    found = list(check.find(pair_of(source, target, ("en", language))))
    assert [item.fix for item in found] == fix
    assert all(item.severity is Severity.NEUTRAL for item in found if item.fix is None)


def test_a_missing_byline_is_one_finding_that_calls_it_so() -> None:
    source = "Der Fluss steigt\n\nVon Marta Linde\n\nDie Helfer füllen seit dem Morgen Säcke.\n"
    target = "The river is rising\n\nHelpers have been filling bags since the morning.\n"
    (found,) = findings(source, target)
    assert found.check == "omission"
    assert 'the byline "Von Marta Linde"' in found.message


@pytest.mark.parametrize(
    ("target", "grave"),
    [
        ("The old bridge over the river was closed on Monday", False),
        ("The old bridge over the", True),
    ],
)
def test_without_a_lexicon_a_full_stop_is_a_hint_unless_more_is_missing(
    target: str, *, grave: bool
) -> None:
    check = next(item for item in CHECKS if item.name == "end")
    source = "Le vieux pont sur la rivière a été fermé lundi."
    (remark,) = check.find(pair_of(source, target, ("fr", "en")))
    assert (remark.severity is not Severity.NEUTRAL) == grave


def test_the_sign_of_a_hebrew_abbreviation_is_no_quotation_mark() -> None:
    def look(target: str) -> list[Remark]:
        return list(quotation.find(pair_of("The U.S. has left.", target, ("en", "he"))))

    assert not look("ארה“ב עזבה.")
    assert not look('מנכ"ל ארה"ב עזב.')
    assert look("“ארה“ב עזבה.")
