"""`transtrack align`: two files, or a project's every article."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transtrack.cli.console import complain, find_page, follow, put
from transtrack.cli.options import Lexicon, SourceLanguage, TargetLanguage
from transtrack.errors import UsageError
from transtrack.formats import FORMATS, make_exchange
from transtrack.model import Report, Skipped
from transtrack.reports import REPORTS, Page

if TYPE_CHECKING:  # slow to import
    from transtrack.config import Config

UNJUDGED = 2

_TEXTS = tuple(item for item in FORMATS if not item.binary)

Output = StrEnum(  # type: ignore[misc]  # its members are those of the tuples
    "Output", {item.name: item.name for item in (*REPORTS, *_TEXTS)}
)


def _formats() -> str:
    known = [*((r.name, r.help) for r in REPORTS), *((f.name, f.help) for f in _TEXTS)]
    return "; ".join(f"{name}: {text}" for name, text in known)


def align(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ORIGINAL TRANSLATION | NAME",
            help="Two files, `-` for standard input; or articles of the corpus by name "
            "(en/winter), file or folder. Without: every article below corpora/.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        Output | None,
        typer.Option("--format", "-f", help=f"What to print. {_formats()}.", show_default="text"),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file instead.")
    ] = None,
    presegmented: Annotated[
        bool, typer.Option("--presegmented", help="A sentence a line; empty lines count.")
    ] = False,
    source_language: SourceLanguage = None,
    target_language: TargetLanguage = None,
    lexicon: Lexicon = None,
    encoder: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="Compare sentences by the encoder in this folder, too."),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", min=1, help="How many processes align, for a whole corpus."),
    ] = 1,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Let a Dask cluster that sees the files align."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Align every article, and write no catalogue.")
    ] = False,
) -> None:
    """Align a translation with its original, sentence by sentence.

    Inside a project: align every article, or those named, keep the result in a PO catalogue
    beside each translation, and print a line an article. What a person reviewed is kept.

    With two files: print them side by side. `?` marks a bead to look at, `✓` a reviewed one,
    `↕` text that was moved. Nothing but --output is written.
    """
    from transtrack.config import find_config  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.lexicons import find_lexicons  # noqa: PLC0415
    from transtrack.pipeline.loose import are_files  # noqa: PLC0415

    config = find_config(Path.cwd())
    paths = files or []
    if not are_files(config, paths):
        if output_format or output or presegmented or source_language or target_language:
            raise UsageError(
                "these options go with two files",
                hint="transtrack align ORIGINAL TRANSLATION --format json",
            )
        _align_corpus(config, paths, (lexicon, encoder), (jobs, scheduler), dry_run=dry_run)
        return
    from transtrack.pipeline import align_files  # noqa: PLC0415 - slow to import

    report = align_files(
        *paths,
        source_language=source_language,
        target_language=target_language,
        presegmented=presegmented,
        lexicons=find_lexicons(config, lexicon),
        encoder=encoder,
    )
    _tell(report)
    page = Page(width=find_page().width) if output else find_page()
    _write(_render(report, output_format or Output("text"), page), output)
    raise typer.Exit(UNJUDGED if report.skipped else 0)


def _render(report: Report, name: Output, page: Page) -> str:
    for renderer in REPORTS:
        if renderer.name == name:
            return renderer.render(report, page)
    form = next(item for item in _TEXTS if item.name == name)
    return form.render(make_exchange(report.bitext)).decode() if report.bitext else ""


def _write(text: str, output: Path | None) -> None:
    if output is None:
        put(text)
        return
    from transtrack.text import write_text  # noqa: PLC0415 - slow to import

    write_text(str(output), text)


def _align_corpus(
    config: Config,
    paths: list[str],
    models: tuple[str | None, str | None],
    run: tuple[int, str | None],
    *,
    dry_run: bool,
) -> None:
    from transtrack.pipeline.batch import (  # noqa: PLC0415 - slow to import
        Task,
        align_batch,
        open_executor,
        skip_orphans,
    )
    from transtrack.pipeline.lexicons import find_lexicons  # noqa: PLC0415
    from transtrack.pipeline.named import find_pairs, tell_empty  # noqa: PLC0415
    from transtrack.reports.corpus import render_corpus  # noqa: PLC0415

    items = find_pairs(config, paths, untranslated=True)
    lexicons = find_lexicons(config, models[0])
    tasks = [
        Task(pair=item, root=config.root, lexicons=lexicons, encoder=models[1], dry_run=dry_run)
        for item in items
        if not isinstance(item, Skipped)
    ]
    with open_executor(*run) as execute:
        rows = list(follow(align_batch(tasks, execute), len(tasks), "aligning"))
    orphans = skip_orphans([item for item in items if isinstance(item, Skipped)])
    for row in (*rows, *orphans):
        for notice in row.notices:
            complain(notice)
        for item in row.skipped:
            complain(f"{item.what}: {item.reason}")
    if not items:
        complain(tell_empty(config))
    _write(render_corpus(rows), None)
    written = sum(row.wrote for row in rows)
    unchanged = sum(row.summary is not None for row in rows) - written
    made = "would be written" if dry_run else "written"
    complain(f"catalogues: {written} {made}, {unchanged} unchanged")
    raise typer.Exit(UNJUDGED if orphans or any(row.skipped for row in rows) else 0)


def _tell(report: Report) -> None:
    """Notices and what was skipped, on standard error."""
    if report.bitext:
        for document in (report.bitext.source, report.bitext.target):
            for notice in document.notices:
                complain(f"{document.path}: {notice}")
    for item in report.skipped:
        complain(f"{item.what}: {item.reason}")
