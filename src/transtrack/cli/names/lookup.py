"""`transtrack names suggest` and `names compare`: single names, without any text."""

from __future__ import annotations

import sys
import unicodedata
from enum import StrEnum
from typing import Annotated

import typer

from transtrack.cli.console import complain, put
from transtrack.cli.names.shared import ProfileName, configure, group, open_profile
from transtrack.errors import UsageError
from transtrack.reports import reveal
from transtrack.reports.page import render_cell

Row = tuple[str, ...]
SUGGESTED: Row = ("input", "rank", "suggestion", "original", "language", "probability")
COMPARED: Row = ("a", "b", "verdict", "probability", "reason")


class Table(StrEnum):
    """Formats of suggestions and comparisons."""

    TEXT = "text"
    TSV = "tsv"


class Orthography(StrEnum):
    """Whose spelling."""

    DE = "de"
    EN = "en"
    FR = "fr"
    PL = "pl"
    SCI = "sci"


Form = Annotated[
    Table, typer.Option("--format", "-f", help="text: columns for people; tsv: for programs.")
]


@group.command("suggest")
def suggest_names(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Without: a line each on standard input."),
    ] = None,
    source: Annotated[Orthography, typer.Option("--from", help="Whose spelling it is.")] = (
        Orthography.DE
    ),
    target: Annotated[Orthography, typer.Option("--to", help="Whose spelling is wanted.")] = (
        Orthography.EN
    ),
    language: Annotated[
        str | None,
        typer.Option(metavar="TAG", help="The language of the original, such as uk, if known."),
    ] = None,
    profile: ProfileName = None,
    limit: Annotated[int, typer.Option(min=1, help="How many candidates.")] = 5,
    output_format: Form = Table.TEXT,
) -> None:
    """Print how a name is written elsewhere: the candidates, with original and probability."""
    from transtrack.names.reading import languages  # noqa: PLC0415 - slow to import
    from transtrack.names.suggest import suggest  # noqa: PLC0415
    from transtrack.names.writing import is_original, write  # noqa: PLC0415

    if language and language not in languages():
        known = ", ".join(languages())
        raise UsageError(f"no scheme for names in '{language}'", hint=f"known are: {known}")
    house = open_profile(configure(profile))
    rows: list[Row] = []
    for name in names or _lines():
        if is_original(name):
            found = write(name, target=target, language=language, profile=house)[:limit]
        else:
            found = suggest(
                name,
                source=source,
                target=target,
                language=language,
                profile=house,
                limit=limit,
            )
        if not found:
            complain(f"{name}: {_tell_unread(name)}")
        rows += [
            (name, str(rank), item.text, item.original, item.language, f"{item.probability:.3f}")
            for rank, item in enumerate(found, 1)
        ]
    _print_table(SUGGESTED, rows, output_format)


def _tell_unread(name: str) -> str:
    letters = [letter for letter in name if letter.isalpha()]
    if letters and not any("LATIN" in unicodedata.name(letter, "") for letter in letters):
        return "an original; give a spelling in Latin letters, and say with --from whose it is"
    return "no reading of this spelling"


@group.command("compare")
def compare_names(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[A B]", help="Without: two columns on standard input, tab between."
        ),
    ] = None,
    output_format: Form = Table.TEXT,
) -> None:
    """Tell whether two spellings are of one name: same, different, or unknown, and why."""
    from transtrack.names.compare import compare  # noqa: PLC0415 - slow to import

    if names and len(names) != 2:  # noqa: PLR2004 - a pair
        raise UsageError("two names are compared", hint="put names of several words in quotes")
    pairs = [(names[0], names[1])] if names else [_pair(line) for line in _lines()]
    rows: list[Row] = []
    for one, other in pairs:
        found = compare(one, other)
        rows.append((one, other, str(found.verdict), f"{found.probability:.3f}", found.reason))
    _print_table(COMPARED, rows, output_format)


def _lines() -> list[str]:
    """Standard input by lines, empty ones left out."""
    text = sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    return [line for line in text.split("\n") if line.strip()]


def _pair(line: str) -> tuple[str, str]:
    one, tab, other = line.rstrip("\r").partition("\t")
    if not tab:
        raise UsageError(
            f"no tab in this line: {line[:60]}", hint="write two names with a tab between"
        )
    return one, other.partition("\t")[0]


def _print_table(head: Row, rows: list[Row], form: Table) -> None:
    write = render_cell if form is Table.TSV else reveal
    cells = [head, *(tuple(write(cell) for cell in row) for row in rows)]
    if form is Table.TSV:
        put("".join("\t".join(row) + "\n" for row in cells))
        return
    widths = [max(len(row[at]) for row in cells) for at in range(len(head))]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    )
    put("".join(f"{line}\n" for line in lines))
