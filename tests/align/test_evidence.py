"""Coverage tables against counting by hand."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.specimens import document

from transtrack.align.anchors import Pairs, find_chain
from transtrack.align.corridor import whole
from transtrack.align.evidence import cover_columns, cover_rows
from transtrack.align.matches import find_counterparts, match
from transtrack.align.tokens import TokenClass, skeletonise, tokenise

TEXT = st.lists(
    st.lists(st.sampled_from("Putin NATO 17 Koval Wien".split()), max_size=4).map(" ".join),  # noqa: SIM905
    min_size=1,
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(TEXT, TEXT)
def test_a_window_covers_each_token_once(left: list[str], right: list[str]) -> None:
    if not any(left) or not any(right):
        return
    source, target = tokenise(document(left)), tokenise(document(right, "en", "x.txt"))
    pairs = find_counterparts(source, target)
    of_source = match(pairs, len(source.types), target)
    of_target = match(pairs[:, ::-1], len(target.types), source)
    corridor = whole(len(left), len(right))
    columns = cover_columns(target, of_target, np.ones(len(target.types)), corridor, 3)
    rows = cover_rows(source, of_source, np.ones(len(source.types)), corridor, 3)
    for window in (1, 2, 3):
        for i in range(len(left)):
            for j in range(len(right)):
                cell = i * (len(right) + 1) + j
                above = set(" ".join(left[i : i + window]).split())
                beside = set(" ".join(right[j : j + window]).split())
                # every sentence also meets by its layout: one block, one beginning
                layout_source = 1 + (j == 0 and i == 0)
                layout_target = 1 + (j == 0 and i == 0)
                assert columns[window - 1][cell] == layout_target + len(
                    above & set(right[j].split())
                )
                assert rows[window - 1][cell] == layout_source + len(beside & set(left[i].split()))


def test_tokens_have_classes() -> None:
    tokens = tokenise(document(["Am 13. Januar kam Putin?"]))
    classes = dict(zip(tokens.types, tokens.classes.tolist(), strict=True))
    assert classes["13"] == TokenClass.NUMBER
    assert classes["Putin"] == TokenClass.CAPITALISED
    assert classes["kam"] == TokenClass.WORD
    assert classes["?"] == TokenClass.MARK
    assert sorted(classes.values())[-2:] == [TokenClass.LAYOUT] * 2


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Sergej", "Sergei"),
        ("Rjabkow", "Ryabkov"),
        ("Gruschko", "Grushko"),
        ("Kunadse", "Kunadze"),
        ("Sawizki", "Savitsky"),
        ("Militärübungen", "military"),
        ("1,5", "1.5"),
        ("Володимир", "Volodymyr"),
        ("„", "“"),
    ],
)
def test_counterparts_meet_across_spellings(german: str, english: str) -> None:
    source, target = tokenise(document([german])), tokenise(document([english], "en", "x.txt"))
    found = {
        (source.types[left], target.types[right])
        for left, right in find_counterparts(source, target).tolist()
    }
    assert any("\x00" not in left + right for left, right in found)


@pytest.mark.parametrize(("german", "english"), [("Minister", "Chancellor"), ("17", "71")])
def test_strangers_do_not_meet(german: str, english: str) -> None:
    source, target = tokenise(document([german])), tokenise(document([english], "en", "x.txt"))
    found = find_counterparts(source, target)
    assert len(found) == 2  # their layout


def test_a_skeleton_keeps_the_first_sound() -> None:
    assert skeletonise("jevhen") == skeletonise("yevhen") == "yvn"
    assert skeletonise("") == ""


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 3)), max_size=7))
def test_the_chain_of_anchors_is_the_heaviest_that_ascends(
    triples: list[tuple[int, int, int]],
) -> None:
    pairs = Pairs(
        source=np.array([s for s, _, _ in triples], np.int64),
        target=np.array([t for _, t, _ in triples], np.int64),
        shared=np.array([w for _, _, w in triples], np.int64),
    )
    weights: dict[tuple[int, int], int] = {}
    for source, target, weight in triples:
        weights[source, target] = max(weight, weights.get((source, target), 0))
    points = sorted(weights)
    best: dict[tuple[int, int], int] = {}
    for point in points:
        below = [best[p] for p in best if p[0] < point[0] and p[1] < point[1]]
        best[point] = weights[point] + max(below, default=0)
    chain = find_chain(pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))
    assert sum(weights[point] for point in chain) == max(best.values(), default=0)
