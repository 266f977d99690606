"""`transtrack report` as its users run it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.specimens import ENGLISH, GERMAN

from transtrack.cli import main

BAD = tuple(line.replace("47", "48") for line in ENGLISH)


def put(path: Path, lines: tuple[str, ...]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with an article that was translated in two commits, and one that was not."""
    put(tmp_path / "corpora/de/ferry.txt", GERMAN)
    put(tmp_path / "corpora/de/lost.txt", GERMAN)
    put(tmp_path / "corpora/en/ferry.txt", BAD)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


def commit(folder: Path, subject: str) -> None:
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", subject],
    ):
        subprocess.run(["git", *command], cwd=folder, check=True)


def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["transtrack", "report", *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    captured = capsys.readouterr()
    return int(end.value.code or 0), captured.out, captured.err


def read(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_a_site_is_written_and_the_corpus_left_as_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    before = read(project)
    status, out, err = run(capsys, monkeypatch, "-o", "site")
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "site/index.html"
    assert out.splitlines()[1].startswith("1 of 2 articles translated: 1 with findings, 1 missing")
    index = (project / "site/index.html").read_text(encoding="utf-8")
    assert "There is no history to show" in index
    assert 'href="articles/en.ferry.html"' in index
    page = (project / "site/articles/en.ferry.html").read_text(encoding="utf-8")
    assert '<mark class="major" data-findings="1">48</mark>' in page
    site = read(project / "site")
    assert {f"site/{name}": data for name, data in site.items()} | before == read(project)
    assert run(capsys, monkeypatch, "-o", "site")[0] == 0
    assert read(project / "site") == site
    assert str(project) not in index + page


def test_the_history_tells_how_the_corpus_was(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    commit(project, "<b>wrong</b>")
    put(project / "corpora/en/ferry.txt", ENGLISH)
    commit(project, "right")
    put(project / "corpora/en/lost.txt", ENGLISH)
    assert run(capsys, monkeypatch, "-o", "site")[0] == 0
    index = (project / "site/index.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;wrong&lt;/b&gt;" in index
    (table,) = [part for part in index.split("<table>") if "Commit</th>" in part]
    rows = [row.split('<td class="number">')[1:5] for row in table.split("<tr>")[2:]]
    assert [[cell.split("<")[0] for cell in row] for row in rows] == [
        ["2", "1", "0", "1"],
        ["2", "1", "1", "0"],
        ["2", "2", "2", "0"],
    ]
    assert run(capsys, monkeypatch, "-o", "site", "--history", "0")[0] == 0
    assert "There is no history" in (project / "site/index.html").read_text(encoding="utf-8")


def test_what_cannot_be_read_is_told_and_the_rest_is_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    (project / "corpora/en/lost.txt").write_bytes(b"\x00\x01" * 9)
    status, _, err = run(capsys, monkeypatch, "-o", "site")
    assert status == 2
    assert "corpora/en/lost.txt: not a text file" in err
    index = (project / "site/index.html").read_text(encoding="utf-8")
    assert "not judged" in index
    assert str(project) not in index


def test_nobody_elses_file_is_touched(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    (project / "own").mkdir()
    (project / "own" / "index.html").write_text("mine", encoding="utf-8")
    status, out, err = run(capsys, monkeypatch, "-o", "own")
    assert (status, out) == (2, "")
    assert "holds other files" in err
    assert read(project / "own") == {"index.html": b"mine"}
    assert run(capsys, monkeypatch, "-o", "corpora/de/ferry.txt")[0] == 2
    (project / "corpora").rename(project / "texts")
    assert run(capsys, monkeypatch, "-o", "new")[0] == 2
    assert not (project / "new").exists()


def test_the_page_of_an_article_that_is_gone_goes_and_only_that(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    run(capsys, monkeypatch, "-o", "site")
    (project / "site/articles/notes.html").write_text("mine", encoding="utf-8")
    (project / "corpora/en/ferry.txt").rename(project / "corpora/en/lost.txt")
    assert run(capsys, monkeypatch, "-o", "site")[0] == 0
    names = [path.name for path in sorted((project / "site/articles").iterdir())]
    assert names == ["en.lost.html", "notes.html"]


def test_a_language_without_a_lexicon_is_shown_without_a_score(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    polish = ("Prom zatonął u wybrzeży Rugii.", "Wszystkich 47 pasażerów zostało uratowanych.")
    put(project / "corpora/pl/ferry.txt", polish)
    status, _, err = run(capsys, monkeypatch, "-o", "site")
    assert status == 2
    assert "no score: no lexicon for de-pl" in err
    index = (project / "site/index.html").read_text(encoding="utf-8")
    assert "no score: no lexicon for de-pl" in index
    assert "lexicon train" not in index
    assert "lexicon train" in (project / "site/articles/pl.ferry.html").read_text(encoding="utf-8")


def test_a_folder_must_be_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    status, _, err = run(capsys, monkeypatch)
    assert status == 2
    assert "--output" in err


def test_a_stale_article_shows_what_its_original_said_before(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["transtrack", "align"])
    with pytest.raises(SystemExit):
        main()
    changed = tuple(line.replace("47", "147") for line in GERMAN)
    put(project / "corpora/de/ferry.txt", changed)
    capsys.readouterr()
    status, out, _ = run(capsys, monkeypatch, "-o", "site")
    assert status == 0
    assert "1 stale" in out
    page = (project / "site/articles/en.ferry.html").read_text(encoding="utf-8")
    assert page.count('class="former"') == 1
    assert f"<del>{GERMAN[2]}</del>" in page
