"""Faults at bad moments: killed programs, two at once, full disks; afterwards files are whole.

python -m fuzz.faults [--kills 200] [--reviews 100] [--full 50] [--pairs 50] [--seed 1]
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, NoReturn

from bench.review import kill_often
from bench.review import make_project as make_long_article

from fuzz import seeds
from fuzz.commands import Run
from transtrack.cli import main as run_program
from transtrack.config import Config
from transtrack.errors import TranstrackError
from transtrack.formats import xliff
from transtrack.formats.po import parse_catalogue
from transtrack.pipeline.exchange import hold_pair
from transtrack.pipeline.lexicons import NO_LEXICONS
from transtrack.track import find_corpus

HOME: Final = "home"  # the folder of the files to import; as an argument, each of them
CASES: Final = (
    ("align",),
    ("names", "fix", "--write"),
    ("check", "--fix"),
    ("tm", "--write"),
    ("init", "loose"),
    ("import", "--write-translation", HOME),
)
DISK: Final = "1m"  # of the disk that is to be full
_GOOD: Final = (0, 1, 2)


def make_project(folder: Path, articles: int) -> None:
    """A project of so many articles, each with a decision of a person in its catalogue."""
    decided = seeds.make_catalogue()
    for number in range(articles):
        for language, text in (("de", seeds.SOURCE), ("en", seeds.TARGET)):
            path = folder / "corpora" / language / f"a{number:03}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("47", str(47 + number)), encoding="utf-8")
            loose = folder / "loose" / f"w{number:03}.{language}.txt"
            loose.parent.mkdir(exist_ok=True)
            loose.write_text(text, encoding="utf-8")
        (folder / "corpora" / "en" / f"a{number:03}.po").write_text(decided, encoding="utf-8")
    (folder / "names.toml").write_text(seeds.NAMES, encoding="utf-8")
    (folder / HOME).mkdir()
    for pair in find_corpus(Config(root=folder)).pairs:
        sent = xliff.render(hold_pair(folder, pair, NO_LEXICONS).exchange).decode()
        came = sent.replace("were rescued", "are safe and sound")
        (folder / HOME / f"{pair.article}.xlf").write_text(came, encoding="utf-8")


def take(folder: Path) -> dict[str, bytes]:
    """Every file below a folder; temporary files of killed programs left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".transtrack" not in str(path.relative_to(folder))
    }


def judge(
    before: dict[str, bytes], whole: dict[str, bytes], now: dict[str, bytes]
) -> Counter[str]:
    """Files that are neither as before nor as a whole run leaves them, and decisions lost."""
    found: Counter[str] = Counter()
    for name in {*before, *whole, *now}:
        if now.get(name) not in (before.get(name), whole.get(name)):
            found["torn"] += 1
        if name.endswith(".po") and name in before:
            found["lost"] += _decisions(before[name]) > _decisions(now.get(name, b""))
    return found


def _decisions(data: bytes) -> int:
    """How many entries of a catalogue a person decided on; none where it is no catalogue."""
    try:
        entries = parse_catalogue(data.decode("utf-8"), path="a.po").entries
    except (TranstrackError, UnicodeDecodeError):
        return 0
    return sum(entry.reviewed or bool(entry.comment) for entry in entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Running:
    """A program at work: a process of its own, forked once all of it was imported."""

    words: Sequence[str]
    process: int
    told: IO[bytes]

    def send(self, number: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.process, number)


def _start(words: Sequence[str], folder: Path) -> _Running:
    told = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the process is
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    process = os.fork()
    if process == 0:
        _become(_name_files(words, folder), folder, told)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    return _Running(words=words, process=process, told=told)


def _name_files(words: Sequence[str], folder: Path) -> list[str]:
    files = [f"{HOME}/{path.name}" for path in sorted((folder / HOME).iterdir())]
    return [part for word in words for part in (files if word == HOME else [word])]


def _become(words: Sequence[str], folder: Path, told: IO[bytes]) -> NoReturn:
    """Nothing: this process is the program now, and ends with it."""
    status, begun = 1, False
    try:
        os.chdir(folder)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for number, target in enumerate((nowhere, nowhere, told.fileno())):
            os.dup2(target, number)
        sys.argv = ["transtrack", *words]
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        begun = True
        run_program()
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt) and not begun:  # no business of the program's
            os._exit(128 + signal.SIGINT)
        os.write(2, traceback.format_exc().encode("utf-8", "replace"))
    os._exit(status)


def _finish(running: _Running, counts: Counter[str], good: Sequence[int]) -> int:
    """The exit status, a signal as a negative number; tracebacks and others are counted."""
    _, ended = os.waitpid(running.process, 0)
    status = os.waitstatus_to_exitcode(ended)
    with running.told as file:
        file.seek(0)
        told = file.read()
    if b"Traceback" in told or status not in good:
        counts["tracebacks"] += 1
        print(running.words, status, told.decode("utf-8", "replace")[-1500:])
    return status


def warm_up(folder: Path) -> None:
    """Nothing; what the commands load once is loaded before the forks."""
    make_project(folder, 1)
    for words in CASES:
        Run().start(folder, _name_files(words, folder))


def interrupt(
    top: Path,
    times: int,
    number: signal.Signals,
    chance: random.Random,
    cases: Sequence[Sequence[str]] = CASES,
) -> Counter[str]:
    """Commands ended by a signal at a random moment while they write; the next run goes on."""
    counts: Counter[str] = Counter()
    original = top / "original"
    make_project(original, 12)
    before = take(original)
    for words in cases:
        whole_folder = top / "whole"
        shutil.copytree(original, whole_folder)
        began = time.monotonic()
        _finish(_start(words, whole_folder), counts, _GOOD)
        length, whole = time.monotonic() - began, take(whole_folder)
        shutil.rmtree(whole_folder)
        for _ in range(times // len(cases)):
            folder = top / "work"
            shutil.copytree(original, folder)
            running = _start(words, folder)
            time.sleep(length * chance.uniform(0.0, 1.0))
            running.send(number)
            _finish(running, counts, (*_GOOD, -number, 128 + number))
            now = take(folder)
            counts["runs"] += 1
            counts["half-way"] += before != now != whole
            counts += judge(before, whole, now)
            if counts["runs"] % 5 == 0:  # the next run goes on where this one ended
                _finish(_start(words, folder), counts, _GOOD)
                again = take(folder)
                counts["unfinished"] += again != whole
                for name in sorted({*again, *whole}):
                    if again.get(name) != whole.get(name):
                        print("unfinished:", *words, name)
            shutil.rmtree(folder)
    return counts


def run_two(top: Path, times: int, _chance: random.Random) -> Counter[str]:
    """Two programs that write at once: each file is as one of them leaves it, or both."""
    counts: Counter[str] = Counter()
    original = top / "original"
    make_project(original, 6)
    before = take(original)
    pairs = (
        (CASES[0], CASES[0]),
        (CASES[1], CASES[2]),
        (CASES[0], CASES[3]),
        (CASES[4], CASES[4]),
        (CASES[5], CASES[0]),
        (CASES[5], CASES[1]),
    )
    for at in range(times):
        folder = top / "work"
        shutil.copytree(original, folder)
        both = [_start(words, folder) for words in pairs[at % len(pairs)]]
        for running in both:
            _finish(running, counts, _GOOD)
        counts["runs"] += 1
        for name, data in take(folder).items():
            torn = not data.endswith(b"\n") or (name.endswith(".po") and not _decisions(data))
            counts["torn"] += torn
            if name.endswith(".po") and name in before:
                counts["lost"] += _decisions(before[name]) > _decisions(data)
        shutil.rmtree(folder)
    return counts


def kill_reviews(top: Path, times: int, seed: int) -> Counter[str]:
    """Reviewing sessions killed while decisions come in; each that was answered is kept."""
    make_long_article(top, 60)
    try:
        found = kill_often(top, times, seed)
    except AssertionError as lost:
        print(f"review: {lost}")
        return Counter(runs=times, lost=1)
    return Counter(runs=found["killed"], answered=found["answered"])


def fill_disk(top: Path, times: int, chance: random.Random) -> Counter[str]:
    """Commands on a disk (a tmpfs) with room for some of what they write."""
    counts: Counter[str] = Counter()
    original = top / "original"
    make_project(original, 6)
    before = take(original)
    disk = top / "disk"
    disk.mkdir()
    for at in range(times):
        words = CASES[at % len(CASES)]
        whole_folder = top / "whole"
        shutil.copytree(original, whole_folder)
        _finish(_start(words, whole_folder), counts, _GOOD)
        whole = take(whole_folder)
        shutil.rmtree(whole_folder)
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(disk)], check=True
        )
        try:
            folder = disk / "work"
            shutil.copytree(original, folder)
            free = shutil.disk_usage(disk).free
            (disk / "filler").write_bytes(b"x" * max(free - 4096 * chance.randrange(0, 12), 0))
            status = _finish(_start(words, folder), counts, _GOOD)
            counts["runs"] += 1
            counts["refused"] += status == 2  # noqa: PLR2004 - refused, not found wanting
            now = take(folder)
            counts += judge(before, whole, now)
            counts["left"] += any(
                path.name.startswith(".transtrack-") for path in folder.rglob("*")
            )
        finally:
            subprocess.run(["umount", str(disk)], check=True)
    return counts


def main(arguments: Sequence[str] | None = None) -> int:
    """1 if a file was torn, a decision lost, or a traceback seen."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--reviews", type=int, default=100)
    parser.add_argument("--interrupts", type=int, default=25)
    parser.add_argument("--full", type=int, default=50)
    parser.add_argument("--pairs", type=int, default=50)
    parser.add_argument("--case", default="", help="kill this command only, such as import")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    chance = random.Random(asked.seed)
    cases = tuple(words for words in CASES if asked.case in words[0])
    runs: tuple[tuple[str, int, Callable[[Path, int], Counter[str]]], ...] = (
        ("killed", asked.kills, lambda top, n: interrupt(top, n, signal.SIGKILL, chance, cases)),
        ("review", asked.reviews, lambda top, n: kill_reviews(top, n, asked.seed)),
        (
            "Ctrl-C",
            asked.interrupts,
            lambda top, n: interrupt(top, n, signal.SIGINT, chance, cases),
        ),
        ("full disk", asked.full, lambda top, n: fill_disk(top, n, chance)),
        ("two at once", asked.pairs, lambda top, n: run_two(top, n, chance)),
    )
    with tempfile.TemporaryDirectory(prefix="transtrack-faults-") as folder:
        warm_up(Path(folder))
    bad = 0
    for name, times, run in runs:
        if not times:
            continue
        with tempfile.TemporaryDirectory(prefix="transtrack-faults-") as folder:
            counts = run(Path(folder), times)
        faults = ("torn", "lost", "tracebacks", "unfinished", "left")
        bad += sum(counts[fault] for fault in faults)
        told = {
            key: counts[key]
            for key in ("runs", "half-way", "refused", "answered", *faults)
            if counts[key] or key in faults[:3]
        }
        print(f"{name:12}", ", ".join(f"{count} {key}" for key, count in told.items()), flush=True)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
