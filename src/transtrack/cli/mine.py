"""`transtrack mine`: which texts of an archive belong together."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transtrack.cli.console import complain, follow, put
from transtrack.cli.options import Lexicon, SourceLanguage, TargetLanguage
from transtrack.config import quote_toml
from transtrack.reports import reveal

if TYPE_CHECKING:  # slow to import
    from transtrack.pipeline.mining import Found

UNJUDGED = 2

Output = StrEnum("Output", ["tsv", "toml"])


def mine(
    originals: Annotated[Path, typer.Argument(help="The folder of the originals.")],
    translations: Annotated[Path, typer.Argument(help="The folder of the translations.")],
    output_format: Annotated[
        Output,
        typer.Option(
            "--format",
            "-f",
            help="tsv: a pair a line; toml: the table of pairs for transtrack.toml.",
        ),
    ] = Output.tsv,
    least: Annotated[
        float, typer.Option(help="The margin over its neighbours from which a pair is told.")
    ] = 0.04,
    source_language: SourceLanguage = None,
    target_language: TargetLanguage = None,
    lexicon: Lexicon = None,
) -> None:
    """Find which original each translation of an archive belongs to.

    For archives in which nobody knows any more: the texts are compared by their words, names
    and numbers. A line is an original, its translation, and the margin by which they are more
    alike than either is to its next neighbours; what is told of nothing has no counterpart.
    """
    from transtrack.config import find_config  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.lexicons import find_lexicons  # noqa: PLC0415
    from transtrack.pipeline.mining import find_files, match_pages, read_pages  # noqa: PLC0415

    lexicons = find_lexicons(find_config(Path.cwd()), lexicon)
    sides = []
    for folder, language in ((originals, source_language), (translations, target_language)):
        files = find_files(folder)
        sides.append(list(follow(read_pages(files, language), len(files), "reading")))
    found = match_pages(sides[0], sides[1], lexicons, least)
    put("".join(_draw(output_format, found)))
    skipped = [page.skipped for side in sides for page in side if page.skipped]
    for item in skipped:
        complain(f"{item.what}: {item.reason}")
    complain(f"{len(found)} pairs of {len(sides[0])} originals and {len(sides[1])} translations")
    raise typer.Exit(UNJUDGED if skipped else 0)


def _draw(output_format: Output, found: tuple[Found, ...]) -> list[str]:
    if output_format is Output.toml:
        lines = (f"{quote_toml(i.target)} = {quote_toml(i.source)}\n" for i in found)
        return ["[pairs]\n", *lines]
    return [f"{reveal(i.source)}\t{reveal(i.target)}\t{i.margin:.3f}\n" for i in found]
