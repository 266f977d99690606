"""Stretches that a translation has as the original has them, in pairs without a lexicon."""

from __future__ import annotations

import pytest

from transtrack.checks import pair_of
from transtrack.checks.untranslated import CHECK
from transtrack.model import Severity

FRENCH = "La mairie a fermé le vieux pont pour des raisons de sécurité."


def said(source: str, target: str, languages: tuple[str, str]) -> list[str]:
    """The stretches that are reported."""
    return [target[r.start : r.end] for r in CHECK.find(pair_of(source, target, languages))]


@pytest.mark.parametrize("languages", [("fr", "en"), ("fr", "de"), ("fr", "uk")])
def test_a_sentence_left_as_it_was_is_found(languages: tuple[str, str]) -> None:
    source = f"Il pleut. {FRENCH}"
    assert said(source, f"It is raining. {FRENCH}", languages) == [FRENCH]
    (remark,) = CHECK.find(pair_of(FRENCH, FRENCH, languages))
    assert remark.severity is Severity.CRITICAL


def test_a_stretch_of_a_sentence_is_found() -> None:
    target = "The town hall a fermé le vieux pont pour des raisons of safety."
    assert said(FRENCH, target, ("fr", "en")) == ["a fermé le vieux pont pour des raisons"]


JAPANESE = "しかし、この橋は安全ではないとHIV団体は言う。"


def test_without_spaces_characters_tell() -> None:
    languages = "ja", "en"
    assert said(f"雨だ。{JAPANESE}", f"It rains. {JAPANESE}", languages) == [JAPANESE]
    (remark,) = CHECK.find(pair_of(JAPANESE, JAPANESE, languages))
    assert remark.severity is Severity.CRITICAL
    half = "But この橋は安全ではないと they say."
    assert said(JAPANESE, half, languages) == ["この橋は安全ではないと"]
    for named in (
        "“この橋は安全ではないと” they say.",
        "A company (この橋は安全ではないと).",
        "東京電力株式会社",
    ):
        assert not said(f"{JAPANESE}東京電力株式会社", named, languages)
    assert not said(JAPANESE, JAPANESE, ("ja", "zh"))


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        (FRENCH, "The town hall has closed the old bridge for safety.", ("fr", "en")),
        ("Elle chante.", "Elle chante.", ("fr", "en")),
        (
            "Le roman « Un si long voyage vers la mer » paraît lundi.",
            "The novel “Un si long voyage vers la mer” is out on Monday.",
            ("fr", "en"),
        ),
        (
            "Jean-Luc Martin, Marie Dubois et Anne Petit",
            "Jean-Luc Martin, Marie Dubois and Anne Petit",
            ("fr", "en"),
        ),
        ("Svih 12 igrača igralo je dobro.", "Svih 12 igrača igralo je dobro.", ("hr", "sr")),
        ("Das bleibt alles so, wie es ist.", "Das bleibt alles so, wie es ist.", ("de", "de-CH")),
        ("4 5 6 7 8 9 10 11", "4 5 6 7 8 9 10 11", ("fr", "en")),
    ],
)
def test_names_titles_and_what_relatives_share_stay(
    source: str, target: str, languages: tuple[str, str]
) -> None:
    assert not said(source, target, languages)


@pytest.mark.parametrize(
    ("source", "target", "languages", "found"),
    [
        ("Профсоюз опасается сокращений.", "Профсоюз опасается сокращений.", ("ru", "de"), True),
        ("Київ чекає.", "He said Київ is waiting.", ("uk", "en"), True),
        ("Так сказав Азаров.", "That is what Азаров said.", ("uk", "en"), True),
        ("工会担心裁员。", "工会担心裁员。", ("zh", "en"), True),
        ("Η Αθήνα περιμένει.", "Η Αθήνα περιμένει.", ("el", "en"), True),
        ("قال الوزير ذلك.", "قال الوزير ذلك.", ("ar", "en"), True),
        ("Київ чекає.", "Kyiv (Київ) is waiting.", ("uk", "en"), False),
        (
            "Слово «поребрик» смішить.",
            "The word “поребрик” makes people laugh.",
            ("uk", "en"),
            False,
        ),
        ("Літера Ї зникла.", "The letter Ї has gone.", ("uk", "en"), False),
        ("Ο ιός β εξαπλώνεται.", "The β variant is spreading.", ("el", "en"), False),
        ("東京電力株式会社", "東京電力株式会社", ("ja", "en"), False),
        ("Київ чекає.", "Киев ждёт.", ("uk", "ru"), False),
        ("Das Wort heißt Київ.", "The word is Київ.", ("de", "en"), False),
    ],
)
def test_another_script_needs_no_long_stretch(
    source: str, target: str, languages: tuple[str, str], *, found: bool
) -> None:
    assert bool(said(source, target, languages)) == found
