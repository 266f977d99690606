"""The benchmark of scores prints every table, and its correlations are those of the books."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from bench import agree, learn, people, scores
from tests.specimens import ENGLISH, GERMAN


def test_ranks_and_ties_are_counted_as_usual() -> None:
    left, right = np.array([1.0, 2.0, 2.0, 3.0]), np.array([1.0, 3.0, 2.0, 4.0])
    assert agree.spearman(left, right) == pytest.approx(0.9487, abs=1e-4)
    assert agree.kendall(left, right) == pytest.approx(0.9129, abs=1e-4)
    assert agree.pearson(left, np.ones(4)) == 0.0


def test_agreement_within_segments_does_not_see_which_segment_is_better() -> None:
    ours, z = np.array([1.0, 2.0, 8.0, 9.0]), np.array([2.0, 1.0, 9.0, 8.0])
    assert agree.pearson(ours, z) > 0.9
    assert agree.within(ours, z, np.array([0, 0, 1, 1])) == pytest.approx(-1.0)


MQM = """system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity
ref\tt\t1\t1\tr1\tThe ferry sank.\tDie Fähre sank.\tNo-error\tNo-error
A\tt\t1\t1\tr1\tThe ferry sank.\tDie <v>Fee</v> sank.\tAccuracy/Mistranslation\tMajor
A\tt\t1\t1\tr1\tThe ferry sank.\tDie Fee sank<v>.</v>\tFluency/Punctuation\tMinor
A\tt\t1\t1\tr2\tThe ferry sank.\tDie Fee sank.\tFluency/Grammar\tMinor
B\tt\t1\t1\tr1\tThe ferry sank.\t<v>Ja.</v>\tNon-translation!\tMajor
"""


def test_experts_ratings_become_mean_penalties(tmp_path: Path) -> None:
    path = tmp_path / "mqm.tsv"
    path.write_text(MQM, encoding="utf-8")
    first, second = people.read_mqm(path)
    assert first["hypothesis"] == "Die Fee sank."
    assert first["reference"] == "Die Fähre sank."
    assert (first["z"], first["ratings"]) == (pytest.approx(-3.05), 2)
    assert second["z"] == -25.0


def test_a_public_set_is_read_and_its_table_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "source/newstest2017-deen-src.de": "Die Fähre sank.\nSie rettet ihn.\n",
        "references/newstest2017-deen-ref.en": "the ferry sank .\nshe &apos;s saving him .\n",
        "system-outputs/de-en/newstest2017.one.1.de-en": "the ferry sank .\nshe does n&apos;t .\n",
        "DA-seglevel.csv": "LP DATA SYSTEM SID HUMAN\nen-zh x one.1 1 0.3\n"
        "de-en x one.1+two.2 1 0.5\nde-en x one.1 2 -0.5\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    rows = people.read_wmt17(tmp_path)
    assert [row["hypothesis"] for row in rows] == ["The ferry sank.", "She doesn't."]
    assert rows[1]["reference"] == "She's saving him."
    people.main([str(tmp_path)])
    assert "short source" in capsys.readouterr().out


def test_a_set_without_references_goes_without_the_metrics_that_need_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "dev.ende.df.short.tsv"
    head = "index\toriginal\ttranslation\tscores\tmean\tz_scores\tz_mean\tmodel_scores\n"
    row = "0\tThe ferry sank.\tDie Fähre sank.\t[9, 8, 7]\t8\t[1, 0, 1]\t0.5\t-0.25\n"
    path.write_text(head + row + row.replace("0.5", "-0.5"), encoding="utf-8")
    one, other = people.read_mlqe(path)
    assert (one["z"], one["ratings"], one["confidence"]) == (0.5, 3, -0.25)
    assert other["z"] == -0.5
    people.main([str(path)])
    out = capsys.readouterr().out
    assert "the system's own" in out
    assert "bleu" not in out


def test_a_line_of_scores_finds_its_system_and_its_sentence(tmp_path: Path) -> None:
    files = {
        "txt/sources/generaltest2022.de-en.src.de": "Die Fähre sank.\nSie rettet ihn.\n",
        "txt/references/generaltest2022.de-en.ref.A.en": "The ferry sank.\nShe saves him.\n",
        "txt/system-outputs/generaltest2022.de-en.hyp.Online-A.en": "It sank.\nShe saved him.\n",
        "humaneval/DA/newstest2022-toen/ad-seg-scores-de-en.csv": "SYS SID RAW.SCR Z.SCR N \n"
        "Online-A.8 2 48 -0.5 2 \nHUMAN-B 1 90 1.5 1 \n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (row,) = people.read_wmt22(tmp_path)
    assert row["system"] == "Online-A"
    assert (row["source"], row["hypothesis"]) == ("Sie rettet ihn.", "She saved him.")
    assert (row["reference"], row["z"], row["ratings"]) == ("She saves him.", -0.5, 2)


def test_the_surface_of_any_translation_can_be_measured() -> None:
    rows = [{"source": "Ja.", "hypothesis": text} for text in ("Yes.", "¿?", "I didn't, 47 - no!")]
    made = np.array([learn.show(row) for row in rows], np.float64)
    assert made.shape == (3, 27)
    assert np.isfinite(made).all()


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
