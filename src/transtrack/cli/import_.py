"""`transtrack import`: bitexts home from other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transtrack.cli.console import complain, count, put
from transtrack.cli.options import FormatName
from transtrack.errors import TranstrackError

if TYPE_CHECKING:
    from transtrack.pipeline.exchange import Imported

CONFLICTS, UNREADABLE = 1, 2


def import_(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Files that had been exported.")
    ],
    input_format: Annotated[
        FormatName | None,
        typer.Option("--format", "-f", help="Their format, if not as their suffix tells."),
    ] = None,
    article: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="The article they are of, such as en/winter, if they do not tell."
        ),
    ] = None,
    write_translation: Annotated[
        bool,
        typer.Option("--write-translation", help="Put new wordings into the translation, too."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would change, and write nothing.")
    ] = False,
) -> None:
    """Bring corrections made in other programs home, as reviews in the catalogue.

    A changed wording, a state set to reviewed, a comment, another bead. Where the catalogue or
    the original has changed since the export, the sentence is told and left as it is.

    Exit status: 0 all came home, 1 conflicts are left, 2 a file could not be read.
    """
    from transtrack.config import find_config  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.exchange import import_file  # noqa: PLC0415
    from transtrack.reports.homecoming import render_homecoming  # noqa: PLC0415

    config = find_config(Path.cwd())
    done: list[Imported] = []
    failed = False
    for file in files:
        try:
            imported = import_file(
                config,
                file,
                form=input_format,
                article=article,
                write_translation=write_translation,
                dry_run=dry_run,
            )
        except TranstrackError as error:
            complain(error.show(config.root))
            failed = True
            continue
        name = f"{imported.pair.target_language}/{imported.pair.article}"
        put(render_homecoming(name, imported.home))
        done.append(imported)
    complain(_sum_up(done, dry_run=dry_run))
    conflicts = any(item.home.conflicts for item in done)
    raise typer.Exit(UNREADABLE if failed else CONFLICTS if conflicts else 0)


def _sum_up(done: Sequence[Imported], *, dry_run: bool) -> str:
    changes = sum(len(item.home.changes) for item in done)
    conflicts = sum(len(item.home.conflicts) for item in done)
    rewritten = sum(item.rewritten for item in done)
    verb = "would change" if dry_run else "changed"
    text = f"import: {count(changes, 'bead')} {verb}, {count(conflicts, 'conflict')} left"
    told = f"; {count(rewritten, 'sentence')} rewritten in translations"
    return f"{text}{told}" if rewritten else text
