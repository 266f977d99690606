"""The benchmarks print what somebody else can score again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench import align as bench_align
from bench import speed as bench_speed
from bench.align import calibration_error, make_document, reliability, run
from bench.peers import gale_church

from transtrack.align import evaluate

GOLD = Path(__file__).parent / "gold"


def test_a_table_and_json_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(GOLD / "sternwarte.json")
    bench_align.main([path, "--json"])
    (row, total) = json.loads(capsys.readouterr().out)["results"]
    bench_align.main([path])
    table = capsys.readouterr().out
    assert f"{row['strict']['f1']:.3f}" in table
    assert row["documents"] == total["documents"] == 1


def test_beads_are_written_so_that_others_can_score_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "beads.jsonl"
    bench_align.main([str(GOLD), "--json", "--beads", str(out)])
    results = json.loads(capsys.readouterr().out)["results"]
    gold = {d["id"]: d["gold"] for d in bench_align.read_gold([str(GOLD)])}
    documents = []
    for line in out.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        assert set(data) == {"set", "variant", "id", "beads"}
        pairs = [[(tuple(a), tuple(b)) for a, b in x] for x in (gold[data["id"]], data["beads"])]
        documents.append((pairs[0], pairs[1]))
    assert len(documents) == len(gold)
    assert evaluate(documents).strict.f1 == pytest.approx(results[-1]["strict"]["f1"])


def test_a_peer_runs_beside(capsys: pytest.CaptureFixture[str]) -> None:
    bench_align.main([str(GOLD / "sternwarte.json"), "--json", "--peer", "gale-church"])
    results = json.loads(capsys.readouterr().out)["results"]
    own, peer = results[-2]["strict"]["f1"], results[-1]["strict"]["f1"]
    assert results[-1]["set"] == "gale-church"
    assert own > peer


def test_gale_church_gives_every_sentence_a_bead() -> None:
    beads = gale_church(["a" * 40, "b" * 20, "c" * 20], ["x" * 40, "y" * 41])
    assert sorted(k for left, _ in beads for k in left) == [0, 1, 2]
    assert sorted(k for _, right in beads for k in right) == [0, 1]


def test_calibration_is_the_gap_between_sure_and_right() -> None:
    bins = [
        {"beads": 3.0, "confidence": 0.9, "right": 0.6},
        {"beads": 1.0, "confidence": 0.5, "right": 0.5},
    ]
    assert calibration_error(bins) == pytest.approx(0.75 * 0.3)
    data = json.loads((GOLD / "sternwarte.json").read_text(encoding="utf-8"))
    assert sum(item["beads"] for item in reliability([run(data)])) == len(run(data).beads)


def test_no_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no gold"):
        bench_align.main([str(tmp_path)])


def test_speed_is_measured_in_a_process_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    bench_speed.main([str(GOLD), "--sizes", "100", "--json"])
    (row,) = json.loads(capsys.readouterr().out)
    assert row["pairs"] >= 100
    assert row["pairs_per_second"] > 0
    assert row["precision"] > 0.9
    bench_speed.main([str(GOLD), "--sizes", "100"])
    assert "pairs/s" in capsys.readouterr().out


def test_a_document_of_sentences_keeps_them() -> None:
    document = make_document(["Ja.", "", "Nein\nund nein."], "de", "x")
    assert [sentence.plain for sentence in document.sentences] == ["Ja.", "", "Nein\nund nein."]
