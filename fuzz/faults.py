"""Faults at bad moments: killed programs, two at once, full disks; afterwards files are whole.

python -m fuzz.faults [--kills 200] [--full 50] [--pairs 50] [--seed 1]
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
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from fuzz import seeds
from transtrack.errors import TranstrackError
from transtrack.formats.po import parse_catalogue

PROGRAM: Final = (sys.executable, "-m", "transtrack")
CASES: Final = (
    ("align",),
    ("names", "fix", "--write"),
    ("check", "--fix"),
    ("tm", "--write"),
    ("init", "loose"),
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


def _start(words: Sequence[str], folder: Path, **given: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*PROGRAM, *words], cwd=folder, env={**os.environ, **given},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip


def _finish(process: subprocess.Popen[bytes], counts: Counter[str], good: Sequence[int]) -> None:
    _, told = process.communicate(timeout=60)
    if b"Traceback" in told or process.returncode not in good:
        counts["tracebacks"] += 1
        print(process.args, process.returncode, told.decode("utf-8", "replace")[-1500:])


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
            process = _start(words, folder)
            time.sleep(length * chance.uniform(0.3, 1.0))
            process.send_signal(number)
            _finish(process, counts, (*_GOOD, -number, 128 + number))
            now = take(folder)
            counts["runs"] += 1
            counts["half-way"] += before != now != whole
            counts += judge(before, whole, now)
            if counts["runs"] % 5 == 0:  # the next run goes on where this one ended
                _finish(_start(words, folder), counts, _GOOD)
                counts["unfinished"] += take(folder) != whole
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
    )
    for at in range(times):
        folder = top / "work"
        shutil.copytree(original, folder)
        processes = [_start(words, folder) for words in pairs[at % len(pairs)]]
        for process in processes:
            _finish(process, counts, _GOOD)
        counts["runs"] += 1
        for name, data in take(folder).items():
            torn = not data.endswith(b"\n") or (name.endswith(".po") and not _decisions(data))
            counts["torn"] += torn
            if name.endswith(".po") and name in before:
                counts["lost"] += _decisions(before[name]) > _decisions(data)
        shutil.rmtree(folder)
    return counts


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
            process = _start(words, folder)
            _finish(process, counts, _GOOD)
            counts["runs"] += 1
            counts["refused"] += process.returncode == 2  # noqa: PLR2004 - the status
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
    parser.add_argument("--interrupts", type=int, default=25)
    parser.add_argument("--full", type=int, default=50)
    parser.add_argument("--pairs", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    chance = random.Random(asked.seed)
    runs: tuple[tuple[str, int, Callable[[Path, int], Counter[str]]], ...] = (
        ("killed", asked.kills, lambda top, n: interrupt(top, n, signal.SIGKILL, chance)),
        ("Ctrl-C", asked.interrupts, lambda top, n: interrupt(top, n, signal.SIGINT, chance)),
        ("full disk", asked.full, lambda top, n: fill_disk(top, n, chance)),
        ("two at once", asked.pairs, lambda top, n: run_two(top, n, chance)),
    )
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
            for key in ("runs", "half-way", "refused", *faults)
            if counts[key] or key in faults[:3]
        }
        print(f"{name:12}", ", ".join(f"{count} {key}" for key, count in told.items()), flush=True)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
