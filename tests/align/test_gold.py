from __future__ import annotations

import pytest

from transtrack.align import evaluate
from transtrack.align.gold import Pair

GOLD: list[Pair] = [((0,), (0,)), ((1, 2), (1,)), ((3,), ()), ((), (2,)), ((4,), (3, 4))]


def test_gold_agrees_with_itself() -> None:
    result = evaluate([(GOLD, GOLD)])
    assert result.strict.f1 == result.lax.f1 == 1.0


def test_strict_wants_the_bead_and_lax_an_overlap_on_both_sides() -> None:
    found: list[Pair] = [((0,), (0,)), ((1,), (1,)), ((2, 3), ()), ((4,), (2, 3, 4))]
    result = evaluate([(GOLD, found)])
    assert result.strict.precision == pytest.approx(1 / 4)
    assert result.lax.precision == pytest.approx(3 / 4)
    assert result.strict.recall == pytest.approx(1 / 3)
    assert result.lax.recall == pytest.approx(3 / 3)


def test_recall_leaves_null_beads_out_and_precision_counts_them() -> None:
    found: list[Pair] = [((3,), ()), ((), (2,))]
    result = evaluate([(GOLD, found)])
    assert result.strict.precision == 1.0
    assert result.strict.recall == 0.0
    assert result.strict.f1 == 0.0


def test_counts_are_summed_over_documents() -> None:
    result = evaluate([(GOLD, GOLD), ([((0,), (0,))], [((0,), ())])])
    assert result.strict.precision == pytest.approx(5 / 6)
    assert result.strict.recall == pytest.approx(3 / 4)


def test_nothing_agrees_with_nothing() -> None:
    assert evaluate([]).strict.f1 == 0.0
