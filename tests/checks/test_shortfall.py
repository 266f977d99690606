"""Sentences that a pair without a lexicon has no room for."""

from __future__ import annotations

import pytest

from transtrack.align import align
from transtrack.checks import CHECKS, find_findings
from transtrack.checks.links import make_links
from transtrack.checks.pair import Pair
from transtrack.checks.shortfall import find_shortfalls
from transtrack.checks.side import make_side
from transtrack.names.authority import Authority
from transtrack.text import parse_document

FRENCH = (
    "La rivière monte depuis lundi et les habitants remplissent des sacs de sable.",
    "Le maire a fait fermer le vieux pont pour des raisons de sécurité.",
    "Deux écoles ont servi d’abri à une quarantaine de familles.",
    "Les pompiers ont évacué un hôpital et une maison de retraite.",
    "Le train de nuit vers Lyon a été supprimé sans remplacement.",
    "La pluie devrait cesser dans la nuit de mercredi à jeudi.",
)
ENGLISH = (
    "The river has been rising since Monday and residents are filling sandbags.",
    "The mayor has had the old bridge closed for reasons of safety.",
    "Two schools have served as shelter for some forty families.",
    "Firefighters have evacuated a hospital and a home for the elderly.",
    "The night train to Lyon has been cancelled without a replacement.",
    "The rain should stop in the night from Wednesday to Thursday.",
)


def pairs(source: tuple[str, ...], target: tuple[str, ...]) -> list[Pair]:
    """Six beads of one sentence each, and one more of these."""
    beads = [*(((s,), (t,)) for s, t in zip(FRENCH, ENGLISH, strict=True)), (source, target)]
    links = make_links(None, [], [])
    return [
        Pair(source=make_side("fr", s), target=make_side("en", t), links=links) for s, t in beads
    ]


def test_the_sentence_that_is_too_much_is_told() -> None:
    french = "Le pont de 1932 est fermé depuis lundi et pour 47 jours."
    english = "The bridge of 1932 has been closed since Monday, for 47 days."
    assert list(find_shortfalls(pairs((french, FRENCH[4]), (english,)))) == [(6, 1)]
    assert list(find_shortfalls(pairs((FRENCH[4], french), (english,)))) == [(6, 0)]
    added = pairs((french,), (english, ENGLISH[4]))
    assert list(find_shortfalls(added, back=True)) == [(6, 1)]
    assert not list(find_shortfalls(added))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (FRENCH[:2], (" and ".join(ENGLISH[:2]),)),
        ((" et ".join(FRENCH[:2]),), ENGLISH[:2]),
        (FRENCH[:1], ENGLISH[:1]),
        ((*FRENCH[:2], "Oui."), (" and ".join(ENGLISH[:2]),)),
    ],
)
def test_merged_and_split_sentences_are_left_alone(
    source: tuple[str, ...], target: tuple[str, ...]
) -> None:
    found = pairs(source, target)
    assert not list(find_shortfalls(found))
    assert not list(find_shortfalls(found, back=True))


def test_a_few_sentences_tell_nothing() -> None:
    assert not list(find_shortfalls(pairs(FRENCH[:2], ENGLISH[:1])[3:]))


def test_a_sentence_left_out_within_a_paragraph_is_found() -> None:
    source = "\n\n".join((*FRENCH, f"{FRENCH[3]} {FRENCH[4]}"))
    target = "\n\n".join((*ENGLISH, ENGLISH[3]))
    documents = (
        parse_document(source, path="corpora/fr/a.txt", language="fr"),
        parse_document(target, path="corpora/en/a.txt", language="en"),
    )
    found = find_findings(align(*documents), dict.fromkeys(CHECKS), Authority())
    assert [item.check for item in found] == ["omission"]
