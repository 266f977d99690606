"""Talk on standard error, data on standard output, and how wide and colourful that may be."""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TextIO, TypeVar

import typer

from transtrack.errors import OutputError
from transtrack.reports import Page, reveal
from transtrack.reports.page import CONTROLS

BROKEN_PIPE = 141  # 128 + SIGPIPE
PATIENCE = 1.0  # seconds before a progress bar appears

_CONTROL = re.compile(rf"(?!\n|\t|\x1b\[[\d;]*m)[{CONTROLS}]")
_COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)  # the runner trims a line before it looks

T = TypeVar("T")


def count(number: int, one: str) -> str:
    """A number of things, told as people do.

    >>> count(1, "bead"), count(2, "bead")
    ('1 bead', '2 beads')
    """
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def complain(message: str) -> None:
    """Say it on standard error, with control characters shown."""
    typer.echo(_disarm("\n".join(map(reveal, message.split("\n")))), err=True)


def put(text: str, *, commands: bool = False) -> None:
    """Write data to standard output; a reader that has gone ends the program as in a shell.

    On a terminal, control characters are shown but for colours; in GitHub's log nothing is a
    workflow command unless `commands`. A file or another program gets the text as it is.
    """
    if sys.stdout.isatty():
        text = _CONTROL.sub(lambda found: reveal(found[0]), text)
    elif not commands and not _is_file(sys.stdout):
        text = _disarm(text)
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_output()
        raise SystemExit(BROKEN_PIPE) from None
    except OSError as error:
        _leave_output()
        message = f"cannot be written: {error.strerror}"
        raise OutputError(message, path="standard output", hint="make room there") from None


def _leave_output() -> None:
    """Nothing; what is still to be written there goes nowhere, and says nothing of it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _disarm(text: str) -> str:
    """In GitHub's log the text with no line in it that its runner obeys (`::`, `##[`)."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return text
    return _COMMAND.sub(lambda found: found[0].replace("::", "∷").replace("##[", "##⟦"), text)


def _is_file(stream: TextIO) -> bool:
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):  # a stream that is no file
        return False


def find_page() -> Page:
    """The terminal's width, or 80 columns; colour on a terminal, unless NO_COLOR is set."""
    return Page(
        width=shutil.get_terminal_size((80, 24)).columns,
        colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
        folds=sys.stdout.isatty(),
    )


def follow(steps: Iterable[T], total: int, what: str) -> Iterator[T]:
    """The same steps, with a progress bar on a terminal's standard error after a second."""
    if not sys.stderr.isatty():
        yield from steps
        return
    from rich.console import Console  # noqa: PLC0415 - slow to import
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = TextColumn(what), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[at]}")
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(what, total=total, at="")
    began = monotonic()
    try:
        for done, step in enumerate(steps, 1):
            if monotonic() - began > PATIENCE and not bar.live.is_started:
                bar.start()
            bar.update(task, completed=done)
            yield step
    finally:
        if bar.live.is_started:
            bar.stop()
