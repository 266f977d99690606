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
