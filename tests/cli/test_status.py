"""`transtrack status` as its users run it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from tests.running import Run
from tests.specimens import ENGLISH, GERMAN


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """Two articles, aligned; one of them has changed since, a third has no translation."""
    for language, sentences in (("de", GERMAN), ("en", ENGLISH)):
        folder = tmp_path / "corpora" / language
        folder.mkdir(parents=True)
        for name in ("ferry", "calm"):
            (folder / f"{name}.txt").write_text("\n\n".join(sentences) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    run("align")
    original = tmp_path / "corpora" / "de" / "ferry.txt"
    original.write_text(original.read_text("utf-8").replace("47", "48"), encoding="utf-8")
    (tmp_path / "corpora" / "de" / "new|<b>.txt").write_text("Ein neuer Text.\n", "utf-8")
    return tmp_path


def test_the_table_says_what_is_in_step(run: Run) -> None:
    status, out, err = run("status")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "3 translations: 1 fresh, 1 stale, 1 missing"
    assert lines[3].split() == ["en/calm", "fresh", "0%"]
    assert lines[4].split() == ["en/ferry", "stale", "1", "0%"]


def test_an_article_shows_each_changed_sentence_as_a_word_diff(run: Run) -> None:
    status, out, _ = run("status", "corpora/en/ferry.txt")
    assert status == 0
    assert "corpora/de/ferry.txt:5: changed" in out
    assert "Alle [-47-]{+48+} Passagiere wurden gerettet." in out
    assert "→ All 47 passengers were rescued." in out


def test_fail_on_makes_a_gate(run: Run) -> None:
    assert run("status", "--fail-on", "stale")[0] == 1
    assert run("status", "--fail-on", "unknown")[0] == 0
    assert run("status", "corpora/en/calm.txt", "--fail-on", "stale")[0] == 0


def test_what_was_never_aligned_ends_with_status_2(project: Path, run: Run) -> None:
    (project / "corpora" / "en" / "calm.po").unlink()
    status, out, _ = run("status")
    assert status == 2
    assert "never aligned; run transtrack align" in out


def test_json_holds_the_differences(run: Run) -> None:
    data = json.loads(run("status", "--format", "json")[1])
    row = data["translations"][1]
    assert (row["name"], row["status"], row["changed"]) == ("en/ferry", "stale", 1)
    assert row["differences"][0]["after"] == "Alle 48 Passagiere wurden gerettet."


def test_markdown_and_html_take_a_name_for_text(run: Run) -> None:
    assert r"en/new\|&lt;b&gt;" in run("status", "--format", "md")[1]
    page = etree.HTML(run("status", "--format", "html")[1])
    assert "en/new|<b>" in [cell.text for cell in page.iter("th")]


def test_the_badge_is_a_picture(run: Run) -> None:
    root = etree.fromstring(run("status", "--format", "badge")[1].encode())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("aria-label") == "translations: 1 of 3 in step"


def test_findings_are_counted_when_asked(project: Path, run: Run) -> None:
    english = project / "corpora" / "en" / "calm.txt"
    english.write_text(english.read_text("utf-8").replace("47", "74"), encoding="utf-8")
    _, out, _ = run("status", "--findings")
    assert "findings" in out
    assert "en/calm" in out


def test_history_names_who_changed_a_text_last(project: Path, run: Run) -> None:
    for command in (
        ["init", "-q"],
        ["add", "."],
        [
            "-c", "user.name=Ida Kern", "-c", "user.email=ida@example.org",
            "commit", "-qm", "x", "--date", "2024-05-01T12:00:00",
        ],
    ):  # fmt: skip
        subprocess.run(["git", *command], cwd=project, check=True)
    assert "2024-05-01 Ida Kern" in run("status", "--history")[1]
    assert "changed last on 2024-05-01 by Ida Kern" in run("status", "corpora/en/ferry.txt")[1]


@pytest.mark.parametrize("name", ["en/ferry", "ferry"])
def test_a_name_that_a_table_prints_is_one_that_commands_take(run: Run, name: str) -> None:
    by_path = run("status", "corpora/en/ferry.txt")
    assert run("status", name) == by_path
    for command in ("check", "names", "export"):
        done = run(command, *(["list"] if command == "names" else []), name)
        assert (done.status in (0, 1), done.err) == (True, "")
    assert "no translation yet" in run("check", "en/new|<b>").err


def test_a_path_that_is_no_translation_is_told(run: Run) -> None:
    status, out, err = run("status", "nowhere.txt")
    assert (status, out) == (2, "")
    assert "nowhere.txt" in err
