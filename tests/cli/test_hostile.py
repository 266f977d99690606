"""Whatever an article says, it is shown, and neither a terminal nor a program obeys it."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from lxml import etree
from tests.running import Done, Run

from transtrack.reports.page import CONTROLS

EVIL = (
    "\x1b[2J\x1b]0;own\x07\x9b31m\u202eevil\u2066\u061c\u200f\u2028::error file=a::b ##[debug]x",
    '<script>alert(1)</script><img src=x onerror="alert(1)">&lt;[x](javascript:alert(1))|*b*',
    '=HYPERLINK("http://example.org")%0A::stop-commands::x',
)
GERMAN = "Die Fähre ist am 13. Mai vor der Insel Rügen gesunken, sagte Jevhen Mahda dem Sender."
ENGLISH = "The ferry sank off the the island of Rügen on May 14, Jevhen Mahda told the station."
OBEYED = re.compile(rf"(?![\n\t])[{CONTROLS}]")
TWO = ("align", "corpora/de/e.txt", "corpora/en/e.txt")
FORMATS = (
    *(("align", "corpora/de/e.txt", "corpora/en/e.txt", "-f", form) for form in ("text", "json")),
    *(
        ("align", "corpora/de/e.txt", "corpora/en/e.txt", "-f", form)
        for form in ("tsv", "vecalign")
    ),
    *(
        ("check", "-f", form)
        for form in ("text", "json", "jsonl", "github", "sarif", "junit", "gitlab")
    ),
    ("check", "--statistics"),
    *(("quality", "-f", form) for form in ("text", "json", "tsv", "html")),
    *(("status", "-f", form) for form in ("text", "json", "md", "html", "badge")),
    ("status", "corpora/en/e.txt", "--diff"),
    *(("names", "-f", form) for form in ("text", "json", "tsv")),
    ("names", "fix"),
    ("names", "fix", "--write"),
    ("tm",),
    ("tm", "--sentence", f"{EVIL[0]} x"),
    ("init", "."),
    ("report", "-o", "site", "--history", "0"),
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one hostile article, whose name is hostile, too, and one without a twin."""
    for language, prose in (("de", GERMAN), ("en", ENGLISH)):
        folder = tmp_path / "corpora" / language
        folder.mkdir(parents=True)
        lines = [f"{prose}\n\n{text} {prose}\n\n{text}\n\n::error::x {prose}" for text in EVIL]
        text = "\n\n".join(["Fähre vor Rügen" if language == "de" else "Ferry", *lines, ""])
        (folder / "e.txt").write_text(text, encoding="utf-8")
        (folder / "\u202e\x1b[2J<b>|,::x.txt").write_text(text, encoding="utf-8")
    (tmp_path / "corpora" / "en" / "\x1b[3J alone.txt").write_text("Alone.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def judge(done: Done) -> None:
    assert done.status in {0, 1, 2}
    for shown in (done.out, done.err):
        assert not OBEYED.search(shown), ascii(shown)


@pytest.mark.parametrize("words", FORMATS, ids=" ".join)
def test_no_control_character_of_an_article_is_printed(
    words: tuple[str, ...], project: Path, run: Run
) -> None:
    assert project.is_dir()
    assert "catalogues: 2 written" in run("align").err
    done = run(*words)
    judge(done)
    if "json" in words or "sarif" in words or "gitlab" in words:
        json.loads(done.out)
    if "junit" in words:
        etree.fromstring(done.out.encode())
    if "html" in words or "badge" in words:
        assert "<script>alert" not in done.out
        assert "<img" not in done.out
    if "tsv" in words:
        cells = [cell for line in done.out.splitlines() for cell in line.split("\t")]
        assert not [cell for cell in cells if re.match(r"[=+@]|-[^\d.]", cell)]
    if "github" in words:
        known = ("::error file=", "::warning file=", "::notice file=")
        assert all(line.startswith(known) for line in done.out.splitlines())


def test_the_site_holds_no_markup_of_an_article(project: Path, run: Run) -> None:
    run("report", "-o", "site", "--history", "0")
    pages = [path.read_text(encoding="utf-8") for path in (project / "site").rglob("*.html")]
    assert len(pages) == 3
    assert not [page for page in pages if "<script>alert" in page or "<img src=x" in page]


def test_a_terminal_shows_a_patch_and_does_not_obey_it(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert project.is_dir()
    assert "\x1b]0;own\x07" in run("check", "--diff").out  # to be applied
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    done = run("check", "--diff")
    assert "Mahda" in done.out
    assert not OBEYED.search(re.sub(r"\x1b\[[\d;]*m", "", done.out))


@pytest.mark.parametrize("words", FORMATS, ids=" ".join)
def test_github_takes_no_line_of_an_article_for_a_command(
    words: tuple[str, ...], project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert project.is_dir()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    done = run(*words)
    shown = [*done.out.splitlines(), *done.err.splitlines()]
    if "github" not in words:
        assert not [line for line in shown if line.lstrip().startswith("::")]
    assert not [line for line in shown if "##[" in line]
