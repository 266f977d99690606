"""`transtrack quality` as its users run it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.specimens import ENGLISH, GERMAN

from transtrack.cli import main

FREE = tuple(line.replace("sank", "went down").replace("rescued", "saved") for line in ENGLISH)
WRONG = tuple(" ".join(reversed(line.split())) for line in ENGLISH)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with an article, a reference and a baseline for it."""
    texts = {"corpora/de": GERMAN, "corpora/en": ENGLISH, "reference": FREE, "old": WRONG}
    for folder, lines in texts.items():
        path = tmp_path / folder / "ferry.txt"
        path.parent.mkdir(parents=True)
        path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["transtrack", "quality", *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    captured = capsys.readouterr()
    return int(end.value.code or 0), captured.out, captured.err


def commit(project: Path) -> None:
    """Nothing; the project is a repository, and all of it is in its first commit."""
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *command], cwd=project, check=True)


PAIR = ("corpora/de/ferry.txt", "corpora/en/ferry.txt", "--target-language", "en")


def test_the_projects_articles_have_a_score_that_a_gate_can_hold(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    status, out, _ = run(capsys, monkeypatch)
    assert status == 0
    assert "en/ferry" in out
    assert run(capsys, monkeypatch, "--fail-under", "60")[0] == 0
    assert run(capsys, monkeypatch, "--fail-under", "99.99")[0] == 1


def test_a_reference_brings_the_fields_metrics_and_a_baseline_a_verdict(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    extra = ("--reference", "reference/ferry.txt", "--baseline", "old/ferry.txt")
    status, out, _ = run(capsys, monkeypatch, *PAIR, *extra, "--format", "json")
    data = json.loads(out)
    assert status == 0
    assert [score["metric"] for score in data["scores"]] == ["bleu", "chrf", "chrf++", "ter"]
    assert all(score["signature"] for score in data["scores"])
    assert [item["metric"] for item in data["comparisons"]] == ["bleu", "chrf", "chrf++", "ter"]
    assert run(capsys, monkeypatch, *PAIR, *extra, "--metric", "ter", "--fail-under", "1")[0] == 1


def test_a_reference_from_git_is_read_in_the_encoding_it_was_written_in(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    for name in ("corpora/de/ferry.txt", "corpora/en/ferry.txt"):
        path = project / name
        path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    commit(project)
    status, out, _ = run(capsys, monkeypatch, "--reference-rev", "HEAD", "-f", "tsv")
    assert status == 0
    assert "\tbleu\t100.0000\t" in out


def test_a_stem_that_two_files_share_is_told_and_neither_is_taken(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    (project / "corpora" / "en" / "~$ferry.docx").write_bytes(b"a lock of Word's")
    assert run(capsys, monkeypatch, "corpora/de", "corpora/en")[0] == 0
    (project / "corpora" / "en" / "ferry.md").write_text("A ferry.\n", encoding="utf-8")
    status, out, err = run(capsys, monkeypatch, "corpora/de", "corpora/en")
    assert (status, out) == (2, "")
    assert "corpora/en/ferry.md and corpora/en/ferry.txt are both this article" in err


def test_folders_are_scored_by_stem_and_a_missing_translation_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    (project / "reference" / "harbour.txt").write_text("A harbour.\n", encoding="utf-8")
    arguments = ("corpora/de", "corpora/en", "--reference", "reference")
    status, out, err = run(capsys, monkeypatch, *arguments, "--target-language", "en")
    assert status == 2
    assert "ferry" in out
    assert "harbour" in err


def test_the_reference_may_come_from_git(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    commit(project)
    status, out, _ = run(capsys, monkeypatch, "--reference-rev", "HEAD", "-f", "tsv")
    assert status == 0
    assert "\tbleu\t100.0000\t" in out
    status, _, err = run(capsys, monkeypatch, *PAIR, "--reference-rev", "nowhere")
    assert status == 2
    assert "git log" in err
    assert run(capsys, monkeypatch, *PAIR, "--reference-rev", "--help")[0] == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((*PAIR, "--baseline", "old/ferry.txt"), "by a reference"),
        ((*PAIR, "--metric", "bleu"), "needs a reference"),
        ((*PAIR, "--reference", "corpora"), "do not go together"),
        (("--presegmented",), "go with two files"),
        (("--source-language", "de"), "go with two files"),
        (("en/ferry", "--presegmented"), "go with two files"),
        ((*PAIR, "--reference", "empty.txt"), "the file is empty"),
        ((*PAIR, "--fail-under", "nan"), "nan is no score to fall below"),
    ],
)
def test_wrong_usage_is_said_with_the_way_out(
    arguments: tuple[str, ...],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    project: Path,
) -> None:
    (project / "empty.txt").touch()
    status, out, err = run(capsys, monkeypatch, *arguments)
    assert (status, out) == (2, "")
    assert said in err


def test_an_unknown_language_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    (project / "short.txt").write_text("It sank.\n", encoding="utf-8")
    status, _, err = run(capsys, monkeypatch, PAIR[0], "short.txt")
    assert status == 2
    assert "short.txt: too little text to tell its language by" in err
    assert "--target-language TAG" in err
    assert run(capsys, monkeypatch, PAIR[0], "short.txt", "--target-language", "en")[0] == 0


def test_languages_without_a_lexicon_are_not_judged(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    (project / "ferry.pl.txt").write_text("Prom zatonął.\n", encoding="utf-8")
    status, _, err = run(capsys, monkeypatch, PAIR[0], "ferry.pl.txt")
    assert status == 2
    assert "no lexicon for de-pl" in err


def test_a_page_is_written_to_a_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    status, out, _ = run(capsys, monkeypatch, "-f", "html", "-o", "quality.html")
    assert (status, out) == (0, "")
    page = (project / "quality.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")


def test_an_empty_original_is_named_and_not_its_translation(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    (project / "corpora/de/ferry.txt").write_text("", encoding="utf-8")
    status, out, err = run(capsys, monkeypatch)
    assert status == 2
    told = " ".join((out + err).split())
    assert "corpora/en/ferry.txt: corpora/de/ferry.txt: the file is empty;" in told


def test_what_is_true_of_all_articles_is_told_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    for name in "abc":
        for language, text in (("de", "Die Fähre sank."), ("pl", "Prom zatonął.")):
            path = project / "corpora" / language / f"{name}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"{text}\n", encoding="utf-8")
    status, out, err = run(capsys, monkeypatch)
    assert status == 2
    assert "en/ferry" in out
    assert out.count("no lexicon for de-pl") == err.count("no lexicon for de-pl") == 1
    assert "3 files (corpora/pl/a.txt, corpora/pl/b.txt, corpora/pl/c.txt): no lexicon" in err
