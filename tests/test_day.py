"""A day in the life: set up, align, review in the browser, update, export, edit, import, check."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from lxml import etree
from tests.specimens import ENGLISH, GERMAN

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"


def run(folder: Path, *words: str, status: int = 0) -> str:
    """What the program prints, run as a user runs it; its exit status is what is expected."""
    done = subprocess.run(
        [sys.executable, "-m", "transtrack", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status, (words, done.stdout, done.stderr)
    return done.stdout


@contextmanager
def review(folder: Path, article: str) -> Iterator[object]:
    """The review page of an article in a browser."""
    command = [sys.executable, "-m", "transtrack", "review", "--no-browser", article]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            url = process.stdout.readline().strip()
            with playwright.sync_playwright() as running:
                browser = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
                page = browser.new_page()
                page.goto(url)
                page.wait_for_selector("#rows[aria-busy=false]")
                yield page
                browser.close()
        finally:
            process.terminate()


def reviewed(folder: Path) -> int:
    return (folder / "corpora" / "en" / "ferry.po").read_text("utf-8").count(", reviewed")


def test_a_day_in_the_life_of_a_translation(tmp_path: Path) -> None:
    for language, sentences in (("de", GERMAN), ("en", ENGLISH)):
        path = tmp_path / f"ferry.{language}.txt"
        path.write_text("\n\n".join(sentences) + "\n", encoding="utf-8")

    run(tmp_path, "init")
    run(tmp_path, "align")
    assert "1 fresh" in run(tmp_path, "status", "--fail-on", "stale")

    with review(tmp_path, "ferry") as page:
        page.keyboard.press("Home")  # type: ignore[attr-defined]  # playwright is optional
        for key in ("c", "j", "c", "j", "c"):
            page.keyboard.press(key)  # type: ignore[attr-defined]
        expect = playwright.expect(page.locator("#counts"))  # type: ignore[attr-defined]
        expect.to_contain_text("3 of 6 reviewed")
    assert reviewed(tmp_path) == 3

    original = tmp_path / "corpora" / "de" / "ferry.txt"
    original.write_text(original.read_text("utf-8").replace("47", "48"), encoding="utf-8")
    told = run(tmp_path, "status", "corpora/en/ferry.txt")
    assert told.count("corpora/de/ferry.txt:") == 1
    assert "Alle [-47-]{+48+} Passagiere wurden gerettet." in told
    assert "1 stale" in run(tmp_path, "status", "--fail-on", "stale", status=1)
    assert "48" in run(tmp_path, "check", status=1)

    run(tmp_path, "align")
    run(tmp_path, "export", "corpora/en/ferry.txt", "--format", "xliff", "-o", "ferry.xlf")
    tree = etree.parse(str(tmp_path / "ferry.xlf"))
    (unit,) = [
        unit
        for unit in tree.iter(f"{XLIFF}trans-unit")
        if "48 Passagiere" in str(unit.findtext(f"{XLIFF}source"))
    ]
    target = unit.find(f"{XLIFF}target")
    assert target is not None
    target.text = "All 48 passengers were rescued."
    target.set("state", "final")
    unit.set("approved", "yes")
    tree.write(str(tmp_path / "ferry.xlf"), encoding="utf-8", xml_declaration=True)
    run(tmp_path, "import", "ferry.xlf", "--write-translation")

    run(tmp_path, "align")
    english = (tmp_path / "corpora" / "en" / "ferry.txt").read_text("utf-8")
    assert english == "\n\n".join(ENGLISH).replace("47", "48") + "\n"
    assert "1 fresh" in run(tmp_path, "status", "--fail-on", "stale")
    assert reviewed(tmp_path) == 3
    run(tmp_path, "check")
