"""`transtrack init`: a project out of a folder of texts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from transtrack.cli.console import complain, put
from transtrack.reports import reveal

UNJUDGED = 2


def init(
    folder: Annotated[
        Path, typer.Argument(help="The folder of the texts.", show_default="this one")
    ] = Path(),
    source: Annotated[
        str | None,
        typer.Option(
            metavar="TAG", help="The language that articles are written in.", show_default="de"
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")
    ] = False,
) -> None:
    """Set up a project in a folder of texts.

    Copies each text to corpora/LANGUAGE/ARTICLE, by the language that its name (winter.de.txt),
    its folder (de/winter.txt) or its words tell, and writes transtrack.toml. The texts stay
    where they are; nothing is overwritten.
    """
    from transtrack.pipeline.setup import carry_out, describe, plan_setup  # noqa: PLC0415 - slow
    from transtrack.text import parse_language  # noqa: PLC0415

    setup = plan_setup(folder, parse_language(source) if source else None)
    if not dry_run:
        carry_out(setup, folder)
    put("".join(f"{reveal(line)}\n" for line in describe(setup, folder)))
    for item in setup.skipped:
        complain(f"{item.what}: {item.reason}")
    if setup.alone:
        complain(f"in one language only: {', '.join(setup.alone)}")
    languages = sorted({item.place.parent.name for item in setup.placements})
    made = "would hold" if dry_run else "holds"
    complain(f"corpora/ {made} {', '.join(languages) or 'what it held'}; next: transtrack align")
    raise typer.Exit(UNJUDGED if setup.skipped else 0)
