"""Whether time grows faster than the text: every reader and check on one sign, over and over.

python -m fuzz.slow [--small 16] [--large 64] [--only NAME]   (thousands of characters)
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from types import FrameType
from typing import Final

from fuzz.watch import HangError
from transtrack.checks import CHECKS, Check, find_findings
from transtrack.errors import TranstrackError
from transtrack.formats import FORMATS
from transtrack.formats.exchange import Exchange, make_exchange
from transtrack.model import Bead, Bitext
from transtrack.names.article import open_article
from transtrack.names.authority import Authority, parse_authority
from transtrack.text import parse_document

UNITS: Final = (
    " ", "a", "A", "1", "a ", "A ", "1 ", "(", ")", "[", "]", "<", ">", "&", "*", "_", "`", "\n", "\r", "\t", "„",
    "“", '"', "'", "’", "»", "1,", "1.", "-", "–", "A. ", "a.b", "ab-", "A-", "http://", "a@", "#", "<a ", "<!--", "![",
    "[a](", "|", "| a ", "> ", "- ", "\u200b", "\u202e", "\u0301", "Dr. ", "z. B. ", "Anna Müller ", "17:30 ",
    "$", "%", "euro ", "Mio. ", "1 Mio. ", "и", "漢", "\\", "{", "<p>", "</p>", "<b>", "&amp;", "Von ", "a'", ".",
    "?", "! ", "...", "1.1.", "\u00a0", "=", "a\n", "A\n", "1. a\n", "Foto: A\n", "not ", "nicht ", "ein", "one ",
    "Jevhen ", "al-", "de ", "5. Mai ", "May 5, ", "~", "**a", "<div>", "[^", "a|b\n", "---\n", "\n\n- ", "{{",
)  # fmt: skip
_LIMIT: Final = 20.0
_LEAST: Final = 0.1  # seconds below which a time tells nothing
_LINEAR: Final = 2.0  # what a fourfold text may take over four times as long


def make_runs() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Each thing that is tried, by name."""
    for name in ("de.txt", "de.md", "de.html"):
        yield name, partial(_read, name)
    yield "names.toml", lambda text: parse_authority(f'[[name]]\nen = "{text}"', "names.toml")
    for form in FORMATS:
        yield form.name, partial(_write, form.render)
    yield "names", lambda text: open_article(_join(text).target, _join(text))
    for check in CHECKS:
        yield check.name, partial(_check, check)


def _read(name: str, text: str) -> object:
    return parse_document(f"Titel.\n\n{text}", path=name)


def _write(render: Callable[[Exchange], bytes], text: str) -> object:
    return render(make_exchange(_join(text)))


def _check(check: Check, text: str) -> object:
    return find_findings(_join(text), {check: None}, Authority())


def _join(text: str) -> Bitext:
    """The text as one sentence, and beside it as its own translation with a letter more."""
    line = " ".join(text.split("\n"))
    source = parse_document(line + "\n", path="a.txt", language="de", presegmented=True)
    target = parse_document(f"{line}x\n", path="b.txt", language="en", presegmented=True)
    sides = tuple(tuple(range(len(item.sentences))) for item in (source, target))
    bead = Bead(source=sides[0], target=sides[1], score=1.0, confidence=0.9)
    return Bitext(source=source, target=target, beads=(bead,), signature="slow")


def measure(run: Callable[[str], object], text: str) -> float:
    """Seconds of this process' own; infinite where it took longer than the limit."""
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, _LIMIT)
    try:
        with suppress(TranstrackError):
            run(text)
    except HangError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - began


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise HangError


def main(arguments: Sequence[str] | None = None) -> int:
    """1 if some time grew faster than the text."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.slow", description=__doc__)
    parser.add_argument("--small", type=int, default=4)
    parser.add_argument("--large", type=int, default=16)
    parser.add_argument("--only", default="")
    asked = parser.parse_args(arguments)
    signal.signal(signal.SIGPROF, _stop)
    tried = bad = 0
    for name, run in make_runs():
        if asked.only not in name:
            continue
        measure(run, "Warm.")
        slowest = (0.0, "")
        for unit in UNITS:
            small, large = (
                unit * (size * 1000 // len(unit)) for size in (asked.small, asked.large)
            )
            times = measure(run, small), measure(run, large)
            tried += 1
            slowest = max(slowest, (times[1], unit))
            growth = times[1] / max(times[0], _LEAST / 8)
            if times[1] > _LEAST and growth > _LINEAR * asked.large / asked.small:
                bad += 1
                print(f"{name:20} {unit!a:14} {times[0]:7.3f} s {times[1]:7.3f} s", flush=True)
        print(f"{name:20} slowest {slowest[0]:.3f} s on {slowest[1]!a}", flush=True)
    print(f"{tried} tried, {bad} grew faster than the text")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
