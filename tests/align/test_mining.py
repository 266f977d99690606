"""Texts of two collections are linked to their translations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from transtrack.align.mining import mine
from transtrack.lexicon import find_lexicon

GOLD = sorted((Path(__file__).parents[1] / "gold").glob("*.json"))
TEXTS = [
    tuple("\n".join(json.loads(path.read_text("utf-8"))[side]) for side in ("source", "target"))
    for path in GOLD
]


@pytest.mark.parametrize("known", [True, False])
def test_every_sample_finds_its_translation(known: bool) -> None:
    english = [en for _, en in TEXTS[::-1]]
    links = mine([de for de, _ in TEXTS], english, find_lexicon("de", "en") if known else None)
    right = [link for link in links if TEXTS[link.source][1] == english[link.target]]
    assert len(right) == len(links)
    assert len(right) >= len(TEXTS) - (0 if known else 3)


def test_a_text_without_a_counterpart_is_linked_to_nothing() -> None:
    links = mine(
        [de for de, _ in TEXTS],
        [en for _, en in TEXTS[: len(TEXTS) // 2]],
        find_lexicon("de", "en"),
    )
    assert [(link.source, link.target) for link in links] == [
        (k, k) for k in range(len(TEXTS) // 2)
    ]


def test_swapping_the_sides_mirrors_the_links() -> None:
    de, en = [a for a, _ in TEXTS], [b for _, b in TEXTS]
    there = {(link.source, link.target) for link in mine(de, en, None)}
    back = {(link.target, link.source) for link in mine(en, de, None)}
    assert there == back


def test_nothing_links_nothing() -> None:
    assert mine([], ["a"], None) == mine(["a"], [], None) == ()
    assert mine(["", "12"], ["", "!"], None) == ()
