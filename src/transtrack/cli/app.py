"""The program `transtrack` and its commands."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Final, NoReturn

import typer

from transtrack import __version__
from transtrack.cli.console import complain, put
from transtrack.cli.interrupts import resend_interrupts
from transtrack.errors import TranstrackError

ALLOCATIONS = 200_000, 20, 20  # between collections; values don't form cycles, a fifth of the time
INTERRUPTED = 130  # 128 + SIGINT, as Typer exits on Ctrl-C
FAILED = 2

_COMMANDS: Final = {  # by name: where each is, loaded when it is asked for
    "init": ("init", "init"),
    "align": ("align", "align"),
    "check": ("check", "check"),
    "status": ("status", "status"),
    "watch": ("watch", "watch"),
    "tm": ("memory", "tm"),
    "mine": ("mine", "mine"),
    "quality": ("quality", "quality"),
    "report": ("report", "report"),
    "review": ("review", "review"),
    "export": ("export", "export"),
    "import": ("import_", "import_"),
    "pull": ("archive", "pull"),
    "push": ("archive", "push"),
}
_GROUPS: Final = ("names", "lexicon")


def make_app(only: str = "") -> typer.Typer:
    """The program with all its commands, or with the one of a name, which takes less time."""
    app = typer.Typer(
        name="transtrack",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(transtrack)
    for name, (module, function) in _COMMANDS.items():
        if only in {"", name}:
            app.command(name)(getattr(import_module(f"transtrack.cli.{module}"), function))
    for name in _GROUPS:
        if only in {"", name}:
            app.add_typer(import_module(f"transtrack.cli.{name}").group, name=name)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        put(f"transtrack {__version__}\n")
        raise typer.Exit


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
    """Run the program; an error becomes a message and status 2."""
    try:
        _open_streams()
        gc.set_threshold(*ALLOCATIONS)
        atexit.register(gc.freeze)  # at its end the interpreter would look through everything
        first = sys.argv[1] if len(sys.argv) > 1 else ""
        with resend_interrupts():
            make_app(first if first in {*_COMMANDS, *_GROUPS} else "")()
    except TranstrackError as error:
        complain(str(error))
        sys.exit(FAILED)
    except KeyboardInterrupt:  # before typer listens to it
        _end_early()
    except SystemExit as end:
        if end.code == INTERRUPTED:
            _end_early()
        raise
    except OSError as error:
        complain(f"{error.filename or 'a file'}: {error.strerror or error}")
        sys.exit(FAILED)
    except Exception:  # whatever it is, status 1 would say that there are findings
        from traceback import print_exc  # noqa: PLC0415 - needed once in a blue moon

        print_exc()
        complain("a fault of the program or of a plug-in; please report the lines above")
        sys.exit(FAILED)


def _open_streams() -> None:
    """Nothing; both streams write whatever character there is, and one that is closed nothing."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - to the end
        getattr(sys, name).reconfigure(errors="backslashreplace")


def _end_early() -> NoReturn:
    complain("interrupted; every file is as it was or complete")
    sys.exit(INTERRUPTED)
