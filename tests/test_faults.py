"""What goes wrong around the program: rights, locales, pipes, clocks, Ctrl-C."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from shutil import copytree

import pytest
from fuzz import faults, seeds
from fuzz.commands import Run
from fuzz.project import take_stock

import transtrack
from transtrack.track.stamps import open_stamps

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such rights or signals there")
NOBODY = 65534


@contextmanager
def as_nobody() -> Iterator[None]:
    """A block without the rights of the administrator, if they are there."""
    root = os.geteuid() == 0
    if root:
        os.setresuid(NOBODY, NOBODY, 0)
    try:
        if not (os.access(Path.cwd(), os.X_OK) and os.access(transtrack.__file__, os.R_OK)):
            pytest.skip("nobody may not read the program where it lies")
        yield
    finally:
        if root:
            os.setresuid(0, 0, 0)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of two articles, one aligned; what the commands load is loaded."""
    top = tmp_path_factory.mktemp("made")
    for name, (language, text) in product("ab", (("de", seeds.SOURCE), ("en", seeds.TARGET))):
        path = top / "corpora" / language / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (top / "names.toml").write_text(seeds.NAMES, encoding="utf-8")
    for words in (["align"], ["names", "fix"], ["check"], ["report", "-o", "x", "--history", "0"]):
        Run().start(top, words)
    (top / "corpora/en/a.po").unlink()
    return top


@pytest.fixture
def project(made: Path) -> Iterator[Path]:
    """A copy of it that is nobody's."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        copytree(made, top, dirs_exist_ok=True)
        if os.geteuid() == 0:
            for path in (top, *top.rglob("*")):
                os.chown(path, NOBODY, NOBODY)
        yield top
        for path in (top, *top.rglob("*")):
            path.chmod(0o700)


@pytest.mark.parametrize(
    ("place", "mode", "words"),
    [
        ("corpora/en", 0o500, ("align",)),
        ("corpora/en", 0o500, ("names", "fix", "--write")),
        ("corpora/en", 0o500, ("check", "--fix")),
        ("corpora/en/a.txt", 0o400, ("names", "fix", "--write")),
        ("corpora/en/a.txt", 0o000, ("align",)),
        ("corpora/en/b.po", 0o000, ("align",)),
        ("corpora/en", 0o000, ("align",)),
        ("corpora/en", 0o000, ("check",)),
        ("names.toml", 0o000, ("check",)),
        ("names.toml", 0o400, ("names", "learn", "--write")),
        (".transtrack", 0o000, ("align",)),
        ("corpora", 0o000, ("status",)),
        (".", 0o500, ("init", ".")),
        (".", 0o500, ("report", "-o", "site", "--history", "0")),
    ],
    ids=str,
)
def test_a_right_that_was_lost_is_told_and_nothing_is_harmed(
    place: str, mode: int, words: tuple[str, ...], project: Path
) -> None:
    before = take_stock(project)
    (project / place).chmod(mode)
    run = Run()
    with as_nobody():
        run.start(project, words)
    (project / place).chmod(0o700)
    assert run.status in (0, 1, 2)
    assert run.status == 2 or place == ".transtrack", run.shown
    after = {name: data for name, data in take_stock(project).items() if name in before}
    changed = [n for n in before if after.get(n) != before[n] and ".transtrack/" not in n]
    assert all("b.txt" in name or name.endswith(".po") for name in changed), run.shown
    assert not [name for name in take_stock(project) if ".transtrack-" in name]


def test_a_locale_without_letters_changes_no_byte(tmp_path: Path) -> None:
    for folder, (language, text) in product(
        ("C", "UTF-8"), (("de", seeds.SOURCE), ("en", seeds.TARGET))
    ):
        path = tmp_path / folder / "corpora" / language / "über—Größe.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    Run().start(tmp_path / "UTF-8", ["align"])
    done = subprocess.run(
        [sys.executable, "-m", "transtrack", "align"],
        cwd=tmp_path / "C", env={**os.environ, "LC_ALL": "C"}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    made = [(tmp_path / f / "corpora/en/über—Größe.po").read_bytes() for f in ("C", "UTF-8")]
    assert made[0] == made[1]


def test_a_name_that_is_no_text_is_a_name_all_the_same(tmp_path: Path) -> None:
    for language, text in (("de", seeds.SOURCE), ("en", seeds.TARGET)):
        for name in (b"f\xff\xfe", b"\xed\xa0\x80"):
            path = tmp_path / "corpora" / language / os.fsdecode(name + b".md")
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                path.write_text(text, encoding="utf-8")
            except OSError:
                pytest.skip("no such names on this disk")
    home = [f"out/en/{path.stem}.po" for path in (tmp_path / "corpora/en").iterdir()]
    for words in (["align"], ["check"], ["status"], ["export", "-f", "po", "-o", "out"]):
        run = Run()
        run.start(tmp_path, words)
        assert run.status == (words == ["check"]), run.shown
    again = Run()
    again.start(tmp_path, ["import", *home])
    assert again.shown == "import: 0 beads changed, 0 conflicts left\n"


def test_a_reader_that_goes_away_ends_the_program_quietly(project: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "transtrack", "status", "--format", "json"],
        cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    process.stdout.close()
    assert process.stderr
    told = process.stderr.read()
    process.stderr.close()
    assert process.wait() in (0, 2, 128 + signal.SIGPIPE)
    assert b"Traceback" not in told
    assert b"Exception" not in told


def test_ctrl_c_leaves_files_whole_and_the_next_run_goes_on(tmp_path: Path) -> None:
    chance = random.Random(3)  # noqa: S311 - no secret
    counts = faults.interrupt(tmp_path, 3, signal.SIGINT, chance, faults.CASES[:1])
    assert counts["runs"] == 3
    assert counts["torn"] + counts["lost"] + counts["tracebacks"] + counts["unfinished"] == 0


def test_an_import_that_was_killed_is_brought_to_its_end(tmp_path: Path) -> None:
    faults.make_project(tmp_path, 1)
    words = ["import", "--write-translation", f"{faults.HOME}/a000.xlf"]
    english = tmp_path / "corpora/en/a000.md"
    before = english.read_bytes()
    Run().start(tmp_path, words)
    whole = faults.take(tmp_path)
    english.write_bytes(before)  # killed between the catalogue and its translation
    Run().start(tmp_path, words)
    assert faults.take(tmp_path) == whole
    again = Run()
    again.start(tmp_path, words)
    assert again.shown == "import: 0 beads changed, 0 conflicts left\n"


@pytest.mark.parametrize("hours", [-100_000, -1, 0, 1, 100_000])
def test_a_clock_that_jumps_hides_no_change(hours: int, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("one", encoding="utf-8")
    at = time.time_ns() + hours * 3_600_000_000_000
    os.utime(path, ns=(at, at))
    with open_stamps(tmp_path, "test", ()) as stamps:
        assert stamps is not None
        stamps.keep("k", ("x",), 1)
    with open_stamps(tmp_path, "test", ()) as stamps:
        assert stamps is not None
        assert stamps.find("k", ("x",)) == 1
        path.write_text("two", encoding="utf-8")  # as long, and made as old
        os.utime(path, ns=(at, at))
        assert stamps.find("k", ("x",)) is None
        path.write_text("one", encoding="utf-8")
        assert stamps.find("k", ("x",)) == 1
