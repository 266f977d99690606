"""`transtrack watch`: catalogues that follow the texts while people write."""

from __future__ import annotations

from pathlib import Path

import typer

from transtrack.cli.console import complain, put
from transtrack.errors import TranstrackError
from transtrack.reports import reveal


def watch() -> None:
    """Align again whatever article is saved, until Ctrl-C.

    First every article that is not in step, then each one whose original, translation or
    catalogue changes; a line each tells how it stands.
    """
    from watchfiles import watch as follow  # noqa: PLC0415 - slow to import

    from transtrack.config import find_config  # noqa: PLC0415
    from transtrack.pipeline.watching import bring_in_step, find_touched  # noqa: PLC0415
    from transtrack.track import find_corpus  # noqa: PLC0415

    config = find_config(Path.cwd())
    for line in bring_in_step(config, find_corpus(config).pairs):
        put(f"{reveal(line)}\n")
    complain(f"watching {config.corpora}/; Ctrl-C ends")
    try:
        for changes in follow(config.root / config.corpora, raise_interrupt=True):
            paths = {Path(path) for _, path in changes}
            try:
                for line in bring_in_step(config, find_touched(config, paths)):
                    put(f"{reveal(line)}\n")
            except TranstrackError as error:  # a folder may be away for a moment
                complain(error.message)
    except KeyboardInterrupt:
        complain("ended; every catalogue is as it was or complete")
        raise typer.Exit from None
