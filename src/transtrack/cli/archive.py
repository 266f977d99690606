"""`transtrack pull` and `transtrack push`: a project that lives in object storage."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transtrack.cli.console import complain, put
from transtrack.reports import reveal

if TYPE_CHECKING:  # slow to import
    from transtrack.track.mirror import Transfer

CONFLICTS, SKIPPED = 1, 2

Url = Annotated[
    str,
    typer.Argument(metavar="URL", help="Where it lives, as fsspec writes it: s3://bucket/folder."),
]


def pull(url: Url) -> None:
    """Bring what is new or has changed in an archive's store into this project.

    Only changed objects are fetched. A file that was changed here as well is told and left.

    Exit status: 0 both are the same, 1 conflicts are left, 2 something could not be brought.
    """
    from transtrack.config import find_config  # noqa: PLC0415 - slow to import
    from transtrack.track.mirror import pull as bring  # noqa: PLC0415
    from transtrack.track.store import Store  # noqa: PLC0415

    _tell(bring(Store(url), find_config(Path.cwd()).root), "fetched")


def push(url: Url) -> None:
    """Write what has changed in this project back into an archive's store.

    The texts and catalogues, the settings and the files these name. An object that somebody
    else has changed since it was pulled is told and left as it is. Nothing is deleted.

    Exit status: 0 both are the same, 1 conflicts are left, 2 something could not be sent.
    """
    from transtrack.config import find_config  # noqa: PLC0415 - slow to import
    from transtrack.track.corpus import find_files  # noqa: PLC0415
    from transtrack.track.mirror import push as send  # noqa: PLC0415
    from transtrack.track.store import Store  # noqa: PLC0415

    config = find_config(Path.cwd())
    _tell(send(Store(url), config.root, find_files(config)), "sent")


def _tell(done: Transfer, verb: str) -> None:
    put("".join(f"{reveal(path)}\n" for path in done.moved))
    for item in (*done.conflicts, *done.skipped):
        complain(f"{item.what}: {item.reason}")
    complain(f"{verb}: {len(done.moved)}, conflicts: {len(done.conflicts)}")
    raise typer.Exit(SKIPPED if done.skipped else CONFLICTS if done.conflicts else 0)
