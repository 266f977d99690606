"""Terms of a glossary: what counts as one, and what may render it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from transtrack.checks import pair_of
from transtrack.checks.terms import CHECK, make_terms
from transtrack.names.authority import Ruling

RULINGS = (
    Ruling(preferred=(("de", "Schuldenbremse"), ("en", "debt brake"))),
    Ruling(preferred=(("de", "Bundesrat"), ("en", "Bundesrat")), accepted=("upper house",)),
    Ruling(preferred=(("de", "Rat"), ("en", "council"))),
    Ruling(preferred=(("de", "EU"), ("en", "EU"))),
    Ruling(preferred=(("de", "Ständige Vertreterin"), ("en", "permanent representative"))),
    Ruling(preferred=(("fr", "dette"), ("en", "debt"))),
)
TERMS = make_terms(RULINGS, "de", "en")


def told(source: str, target: str) -> list[str]:
    pair = replace(pair_of(source, target), terms=TERMS)
    return [remark.suggestion for remark in CHECK.find(pair)]


@pytest.mark.parametrize(
    ("source", "target", "missing"),
    [
        ("Die Schuldenbremse gilt.", "The debt limit applies.", ["debt brake"]),
        ("Der Bundesrat stimmte zu.", "The senate agreed.", ["Bundesrat"]),
        ("Die EU berät.", "Europe is deliberating.", ["EU"]),
        (
            "Sie sprach mit der Ständigen Vertreterin.",
            "She spoke to the ambassador.",
            ["permanent representative"],
        ),
    ],
)
def test_a_term_rendered_otherwise_is_flagged(
    source: str, target: str, missing: list[str]
) -> None:
    assert told(source, target) == missing


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Die Schuldenbremse gilt.", "The debt brake applies."),
        ("Wegen der Schuldenbremsen spart man.", "Because of debt brakes, they save."),
        ("Der Bundesrat stimmte zu.", "The upper house agreed."),
        ("Er gab guten Rat.", "He gave the council good advice."),
        ("Die Räte tagen.", "The boards are meeting."),
        ("Eule und Euter", "owl and udder"),
        ("Die dette ist hoch.", "The sum is high."),
        ("Die Schuldenbremse gilt.", ""),
    ],
)
def test_a_term_in_one_of_its_forms_is_left_alone(source: str, target: str) -> None:
    assert told(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "languages", "term", "missing"),
    [
        ("昨日、津波が発生した。", "A wave came.", ("ja", "en"), ("津波", "tsunami"), ["tsunami"]),
        ("昨日、津波が発生した。", "A tsunami came.", ("ja", "en"), ("津波", "tsunami"), []),
        ("China agreed.", "中国は同意した。", ("en", "ja"), ("China", "中国"), []),
        ("China agreed.", "日本は同意した。", ("en", "ja"), ("China", "中国"), ["中国"]),
        ("China agreed.", "중국은 동의했다.", ("en", "ko"), ("China", "중국"), []),
        ("China agreed.", "وافقت والصين.", ("en", "ar"), ("China", "الصين"), []),
        ("China agreed.", "اليابان وافقت.", ("en", "ar"), ("China", "الصين"), ["الصين"]),
    ],
)
def test_terms_are_found_where_nothing_parts_words_or_articles_are_attached(
    source: str, target: str, languages: tuple[str, str], term: tuple[str, str], missing: list[str]
) -> None:
    ruling = Ruling(preferred=tuple(zip(languages, term, strict=True)))
    pair = replace(pair_of(source, target, languages), terms=make_terms([ruling], *languages))
    assert [remark.suggestion for remark in CHECK.find(pair)] == missing
