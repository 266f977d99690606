"""The benchmark of scores prints every table, and its correlations are those of the books."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from bench import scores
from tests.specimens import ENGLISH, GERMAN


def test_ranks_and_ties_are_counted_as_usual() -> None:
    left, right = np.array([1.0, 2.0, 2.0, 3.0]), np.array([1.0, 3.0, 2.0, 4.0])
    assert scores.spearman(left, right) == pytest.approx(0.9487, abs=1e-4)
    assert scores.kendall(left, right) == pytest.approx(0.9129, abs=1e-4)
    assert scores.pearson(left, np.ones(4)) == 0.0


def test_every_table_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = list(zip(GERMAN, ENGLISH, strict=True))
    people = [
        {"source": s, "reference": t, "hypothesis": t[at:], "system": f"S{at}", "segment": k}
        | {"z": k - at, "ratings": 1 + k % 2}
        for at in (0, 9)
        for k, (s, t) in enumerate(lines)
    ]
    tables: dict[str, list[dict[str, Any]]] = {
        "human_scores": people,
        "clean": [{"source": s, "target": t} for s, t in lines],
        "faults": [{"source": s, "clean": t, "faulty": t[9:], "fault": "cut"} for s, t in lines],
        "demetr": [
            {"source": s, "good": t, "bad": "", "category": "empty", "severity": "critical"}
            for s, t in lines
        ],
    }
    for name, rows in tables.items():
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / f"{name}_dev.jsonl").write_text(text, encoding="utf-8")
    scores.main([str(tmp_path)])
    out = capsys.readouterr().out
    assert "sentence chrf++" in out
    assert "sound translations score" in out
