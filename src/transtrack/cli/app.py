"""The program `transtrack` and its commands."""

from __future__ import annotations

import atexit
import gc
import sys
from typing import Annotated, NoReturn

import typer

from transtrack import __version__
from transtrack.cli import (
    align,
    archive,
    check,
    export,
    import_,
    init,
    lexicon,
    memory,
    mine,
    names,
    quality,
    report,
    review,
    status,
    watch,
)
from transtrack.cli.console import complain
from transtrack.errors import TranstrackError

ALLOCATIONS = 200_000, 20, 20  # between collections; values don't form cycles, a fifth of the time
INTERRUPTED = 130  # 128 + SIGINT, as Typer exits on Ctrl-C
FAILED = 2

app = typer.Typer(
    name="transtrack",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("init")(init.init)
app.command("align")(align.align)
app.command("check")(check.check)
app.command("status")(status.status)
app.command("watch")(watch.watch)
app.command("tm")(memory.tm)
app.command("mine")(mine.mine)
app.command("quality")(quality.quality)
app.command("report")(report.report)
app.command("review")(review.review)
app.command("export")(export.export)
app.command("import")(import_.import_)
app.command("pull")(archive.pull)
app.command("push")(archive.push)
app.add_typer(names.group, name="names")
app.add_typer(lexicon.group, name="lexicon")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"transtrack {__version__}")
        raise typer.Exit


@app.callback()
def transtrack(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Keep a translated article in step with its original, sentence by sentence.

    Exit status: 0 all is fine, 1 there are findings, 2 something could not be read or judged.
    """


def main() -> None:
    """Run the program; an error becomes a message and status 2, never a traceback."""
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # real files
        gc.set_threshold(*ALLOCATIONS)
        atexit.register(gc.freeze)  # at its end the interpreter would look through everything
        app()
    except TranstrackError as error:
        complain(str(error))
        sys.exit(FAILED)
    except KeyboardInterrupt:  # before typer listens to it
        _end_early()
    except SystemExit as end:
        if end.code == INTERRUPTED:
            _end_early()
        raise


def _end_early() -> NoReturn:
    complain("interrupted; every file is as it was or complete")
    sys.exit(INTERRUPTED)
