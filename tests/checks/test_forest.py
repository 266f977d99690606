"""A model of weights and trees gives what its nodes say, whatever the rows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transtrack.checks import pair_of
from transtrack.checks.forest import Model, from_arrays
from transtrack.checks.names import DATA, PAIR_FEATURES, add_lost, find_strangers

INF = np.inf
TREES = Model(
    weights=np.array([0.5, 0.0]),
    bias=-1.0,
    features=np.array([0, 0, 1, 0, 0, 0]),
    bounds=np.array([1.0, INF, 0.25, INF, INF, INF]),
    children=np.array([1, 2, 1, 1, 3, 4, 3, 3, 4, 4, 5, 5]),
    values=np.array([0.0, 2.0, 0.0, -3.0, 4.0, 0.125]),
    roots=np.array([0, 5]),
)
NUMBERS = st.floats(-4, 4, width=32)


def ask(first: float, second: float) -> float:
    """What the two trees of above say in words."""
    leaf = 2.0 if first <= 1.0 else -3.0 if second <= 0.25 else 4.0
    return 0.5 * first - 1.0 + leaf + 0.125


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=5))
def test_a_row_weighs_what_its_leaves_do(rows: list[tuple[float, float]]) -> None:
    assert TREES.weigh(rows) == pytest.approx([ask(*row) for row in rows])


def test_a_model_comes_back_from_its_arrays() -> None:
    again = from_arrays(TREES.to_arrays("a"), "a")
    rows = [(0.0, 0.0), (2.0, 0.0), (2.0, 1.0)]
    assert again.weigh(rows) == pytest.approx(TREES.weigh(rows))


def test_the_models_of_names_know_as_many_features_as_are_measured() -> None:
    pair = pair_of(
        "Die Regisseurin Lindner wurde in Görlitz geboren.",
        "The director Marchetti was born in Görlitz.",
    )
    (stranger,) = find_strangers(pair)
    with np.load(DATA) as arrays:
        models = [from_arrays(arrays, name) for name in ("pair", "stranger")]
    odds = models[0].weigh([features for _, features, _ in stranger.lost])
    rows = [add_lost(stranger, odds)[0], add_lost(stranger._replace(lost=()), odds[:0])[0]]
    assert len(models[0].weights) == PAIR_FEATURES
    assert [len(row) for row in rows] == [len(models[1].weights)] * 2
    with_lost, without = models[1].weigh(rows)
    assert with_lost > without
