"""`transtrack names`: find, put right, suggest and compare spellings of names."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transtrack.cli.console import complain, find_page, follow, put
from transtrack.cli.groups import DefaultGroup
from transtrack.errors import UsageError
from transtrack.model import Severity

if TYPE_CHECKING:  # slow to import
    from transtrack.config import Config
    from transtrack.pipeline.names import Opened

FOUND, UNJUDGED = 1, 2

group = typer.Typer(
    cls=DefaultGroup,
    no_args_is_help=False,
    help="Find names in the wrong transliteration or in two, and put them right. "
    "Without a command: list them.",
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Output(StrEnum):
    """Formats of the list of names."""

    TEXT = "text"
    JSON = "json"
    TSV = "tsv"


class FailOn(StrEnum):
    """From which severity findings make the exit status 1."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"
    NEVER = "never"


class Table(StrEnum):
    """Formats of suggestions and comparisons."""

    TEXT = "text"
    TSV = "tsv"


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Translations, or folders of them. Without: every one below corpora/.",
        show_default=False,
    ),
]
ProfileName = Annotated[
    str | None,
    typer.Option(
        "--profile", metavar="NAME", help="The house profile: press, bgn, ukraine-2010 or iso9."
    ),
]


@group.command("list")
def list_names(
    paths: Paths = None,
    output_format: Annotated[
        Output,
        typer.Option(
            "--format", "-f", help="text: grouped by name; json: everything; tsv: a row a mention."
        ),
    ] = Output.TEXT,
    profile: ProfileName = None,
    fail_on: Annotated[
        FailOn, typer.Option(help="Exit with status 1 for findings of this severity or worse.")
    ] = FailOn.MINOR,
) -> None:
    """List every name in the translations with its spellings, what is wrong with them first."""
    from transtrack.names.survey import survey_corpus  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.names import find_authority  # noqa: PLC0415
    from transtrack.reports.names import NAMES_REPORTS  # noqa: PLC0415

    config = _configure(profile)
    opened = _open(config, paths)
    articles = [item.article for item in opened if item.article]
    survey = survey_corpus(articles, find_authority(config), _profile(config))
    skipped = [item.skipped for item in opened if item.skipped]
    renderer = next(item for item in NAMES_REPORTS if item.name == output_format)
    put(renderer.render(survey, skipped, find_page()))
    raise typer.Exit(_status(fail_on, [item.severity for item in survey.findings], bool(skipped)))


def _status(fail_on: FailOn, severities: list[Severity], skipped: bool) -> int:
    if skipped:
        return UNJUDGED
    order = list(Severity)
    if fail_on is FailOn.NEVER:
        return 0
    least = order.index(Severity(fail_on))
    return FOUND if any(order.index(item) >= least for item in severities) else 0


def _configure(profile: str | None) -> Config:
    from dataclasses import replace  # noqa: PLC0415

    from transtrack.config import find_config  # noqa: PLC0415

    config = find_config(Path.cwd())
    return replace(config, profile=profile) if profile else config


def _profile(config: Config):  # type: ignore[no-untyped-def]
    from transtrack.pipeline.names import find_profile  # noqa: PLC0415

    return find_profile(config)


def _open(config: Config, paths: list[str] | None) -> list[Opened]:
    from transtrack.pipeline.names import find_translations, open_articles  # noqa: PLC0415

    items = find_translations(config, paths or [])
    opened = list(follow(open_articles(config, items), len(items), "reading names"))
    for item in opened:
        if item.skipped:
            complain(f"{item.path}: {item.skipped.reason}")
    return opened


@group.command("suggest")
def suggest_names(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Without: a line each on standard input."),
    ] = None,
    source: Annotated[
        str, typer.Option("--from", help="Whose spelling it is: de, fr, pl, en or sci.")
    ] = "de",
    target: Annotated[str, typer.Option("--to", help="Whose spelling is wanted.")] = "en",
    language: Annotated[
        str | None, typer.Option(help="The language of the original, such as uk, if it is known.")
    ] = None,
    profile: ProfileName = None,
    limit: Annotated[int, typer.Option(min=1, help="How many candidates.")] = 5,
    output_format: Annotated[
        Table, typer.Option("--format", "-f", help="text or tsv.")
    ] = Table.TEXT,
) -> None:
    """Print how a name is written in English, from its German spelling, with the original."""
    from transtrack.names.suggest import suggest  # noqa: PLC0415

    config = _configure(profile)
    house = _profile(config)
    rows: list[tuple[str, ...]] = []
    for name in names or _lines():
        found = suggest(
            name, source=source, target=target, language=language, profile=house, limit=limit
        )
        if not found:
            complain(f"{name}: no reading of this spelling")
        rows += [
            (name, str(rank), item.text, item.original, item.language, f"{item.probability:.3f}")
            for rank, item in enumerate(found, 1)
        ]
    head = ("input", "rank", "suggestion", "original", "language", "probability")
    _print_table(head, rows, output_format)


@group.command("compare")
def compare_names(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[A B]", help="Without: two columns, tab between, on standard input."
        ),
    ] = None,
    output_format: Annotated[
        Table, typer.Option("--format", "-f", help="text or tsv.")
    ] = Table.TEXT,
) -> None:
    """Tell whether two spellings are of one name: same, different, or unknown."""
    from transtrack.names.compare import compare  # noqa: PLC0415

    if names and len(names) != 2:  # noqa: PLR2004 - a pair
        raise UsageError("two names are compared", hint="put names of several words in quotes")
    pairs = [(names[0], names[1])] if names else [_pair(line) for line in _lines()]
    rows: list[tuple[str, ...]] = []
    for one, other in pairs:
        found = compare(one, other)
        rows.append((one, other, str(found.verdict), f"{found.probability:.3f}", found.reason))
    _print_table(("a", "b", "verdict", "probability", "reason"), rows, output_format)


def _lines() -> list[str]:
    data = sys.stdin.buffer.read().decode("utf-8", "replace")
    return [line for line in data.splitlines() if line.strip()]


def _pair(line: str) -> tuple[str, str]:
    one, tab, other = line.partition("\t")
    if not tab:
        raise UsageError(
            f"no tab in this line: {line[:60]}", hint="write two names with a tab between"
        )
    return one, other.partition("\t")[0]


def _print_table(head: tuple[str, ...], rows: list[tuple[str, ...]], form: Table) -> None:
    from transtrack.reports import reveal  # noqa: PLC0415

    cells = [tuple(reveal(cell) for cell in row) for row in rows]
    if form is Table.TSV:
        put("".join("\t".join(row) + "\n" for row in (head, *cells)))
        return
    widths = [max((len(row[at]) for row in (head, *cells)), default=0) for at in range(len(head))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (head, *cells)
    ]
    put("".join(f"{line}\n" for line in lines))
