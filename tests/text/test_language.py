from __future__ import annotations

import pytest

from transtrack.errors import UsageError
from transtrack.text import (
    check_language,
    detect_language,
    parse_document,
    parse_language,
    path_language,
)

GERMAN = "Die Stadt hat am Montag beschlossen, die alte Brücke im nächsten Jahr abzureißen. "
ENGLISH = "The city decided on Monday that the old bridge will be demolished next year. "


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("corpora/de/winter.txt", "de"),
        ("corpora/pt-BR/winter.txt", "pt-BR"),
        ("corpora/zh-Hans/winter.txt", "zh-Hans"),
        ("corpora/de/politik/winter.txt", "de"),
        ("winter.de.txt", "de"),
        ("winter.pt-BR.md", "pt-BR"),
        ("article_en.html", "en"),
        ("article-en.html", "en"),
        ("de.txt", "de"),
        ("corpora/de/winter.en.txt", "en"),
        ("winter.txt", None),
        ("check-in.txt", None),
        ("de-escalation.md", None),
        ("src/main/bin/winter.txt", None),
        ("texte/QQ/winter.txt", None),
        ("-", None),
    ],
)
def test_the_path_tells_the_language_only_where_it_is_safe(
    path: str, language: str | None
) -> None:
    assert path_language(path) == language


@pytest.mark.parametrize(
    ("tag", "normal"),
    [("de", "de"), ("DE_at", "de-AT"), ("zh-hans", "zh-Hans"), ("deu", "de"), (" en ", "en")],
)
def test_tags_are_normalised(tag: str, normal: str) -> None:
    assert parse_language(tag) == normal


@pytest.mark.parametrize("tag", ["", "German", "xx", "de-", "../de", "d e", "\0"])
def test_what_is_no_tag_is_a_usage_error(tag: str) -> None:
    with pytest.raises(UsageError, match="is not a language tag") as caught:
        parse_language(tag)
    assert "BCP 47" in str(caught.value)


def test_languages_are_recognised_the_same_way_every_time() -> None:
    answers = {detect_language(text) for text in [GERMAN, ENGLISH] * 3}
    assert len(answers) == 2
    assert {answer.language for answer in answers if answer} == {"de", "en"}


def test_too_little_text_is_not_judged() -> None:
    assert detect_language("Neue Gespräche") is None
    assert detect_language("12345 67890 " * 20) is None


def test_text_in_another_language_is_said_to_be_so() -> None:
    document = parse_document(GERMAN * 3, path="corpora/en/winter.txt")
    skipped = check_language(document)
    assert skipped is not None
    assert skipped.what == "corpora/en/winter.txt"
    assert skipped.reason.startswith("the text is in German, not in English")


NAMES = """By Jens Thiele and Agnieszka Mazur

Winter talks in Tallinn: A lot of protocol, little progress

Every page is turned individually: Aischa Mansur at work

Dobrovolskyi called Wolfgang Kunze‑Hartung, an organ builder from Bautzen in eastern Germany.

Der Saal im Schwarzhäupterhaus
"""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN * 3, "de"),
        (GERMAN * 3, "de-AT"),
        (GERMAN, "en"),  # too little to be sure
        ("Byen besluttet mandag at den gamle broen skal rives neste år. " * 3, "da"),
        ("Byen besluttet mandag at den gamle broen skal rives neste år. " * 3, "nb"),
        (GERMAN * 3, "gsw"),
        (NAMES, "en"),
    ],
)
def test_what_is_right_or_unclear_raises_no_alarm(text: str, language: str) -> None:
    assert check_language(parse_document(text, path="a.txt", language=language)) is None
