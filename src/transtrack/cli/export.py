"""`transtrack export`: bitexts for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transtrack.cli.console import complain, count, follow, put
from transtrack.cli.options import Articles, FormatName
from transtrack.errors import OutputError, TranstrackError, UsageError
from transtrack.formats import FORMATS, Exchange, Format
from transtrack.model import Skipped

if TYPE_CHECKING:
    from transtrack.track import Pair

_DEFAULT = FormatName("xliff")
UNREADABLE = 2
_HELP = "; ".join(f"{item.name}: {item.help}" for item in FORMATS)


def export(
    paths: Articles = None,
    output_format: Annotated[
        FormatName, typer.Option("--format", "-f", help=f"What to write. {_HELP}.")
    ] = _DEFAULT,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="A file for one article; else a folder, a file LANGUAGE/ARTICLE an article.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would be written, and write nothing.")
    ] = False,
) -> None:
    """Write bitexts for other programs, a file an article.

    One article in a text format goes to standard output unless --output is given. What the
    format cannot hold is said.
    """
    from transtrack.config import find_config  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.exchange import hold_pair  # noqa: PLC0415
    from transtrack.pipeline.lexicons import find_lexicons  # noqa: PLC0415
    from transtrack.pipeline.named import find_pairs, tell_empty  # noqa: PLC0415
    from transtrack.text import write_bytes  # noqa: PLC0415

    config = find_config(Path.cwd())
    lexicons = find_lexicons(config)
    form = next(item for item in FORMATS if item.name == output_format)
    items = find_pairs(config, paths or [])
    skipped = [item for item in items if isinstance(item, Skipped)]
    pairs = [item for item in items if not isinstance(item, Skipped)]
    for item in skipped:
        complain(f"{item.what}: {item.reason}")
    if not items:
        complain(tell_empty(config))
    places = _find_places(pairs, form, output, config.root)
    failed = bool(skipped)
    for pair in follow(pairs, len(pairs), "exporting"):
        try:
            exchange = hold_pair(config.root, pair, lexicons).exchange
        except TranstrackError as error:
            complain(error.show(config.root))
            failed = True
            continue
        _tell_replaced(pair, exchange)
        place = places[pair]
        if dry_run:
            put(f"{place or '-'}: {count(len(exchange.units), 'bead')}\n")
        elif place is None:
            put(form.render(exchange).decode())
        else:
            _make_folder(place.parent)
            write_bytes(str(place), form.render(exchange))
    if form.lacks and pairs:
        complain(_tell_lacks(form, pairs))
    raise typer.Exit(UNREADABLE if failed else 0)


def _tell_lacks(form: Format, pairs: Sequence[Pair]) -> str:
    """What a format does not keep, and how a file comes home that tells of no article."""
    told = f"{form.name} holds no {', no '.join(form.lacks)}"
    if "article" in form.lacks and len(pairs) == 1:
        told += f"; bring a file back with: transtrack import FILE --article {pairs[0].names[1]}"
    return told


def _find_places(
    pairs: Sequence[Pair], form: Format, output: Path | None, root: Path
) -> dict[Pair, Path | None]:
    """Where each article goes, None for standard output; never onto a file of the corpus."""
    if output is None:
        if len(pairs) > 1 or form.binary:
            what = "several articles" if len(pairs) > 1 else f"a {form.suffix} file"
            raise UsageError(f"{what} cannot go to standard output", hint="name one: -o FOLDER")
        return dict.fromkeys(pairs)
    from transtrack.text import find_place  # noqa: PLC0415 - slow to import

    single = len(pairs) == 1 and not output.is_dir() and bool(output.suffix)
    if single and output.suffix.lower() != form.suffix:
        hint = f"write -o {output.with_suffix(form.suffix)}, or name another --format"
        raise UsageError(f"a file of the format {form.name} ends in {form.suffix}", hint=hint)
    if len(pairs) > 1 and not output.is_dir() and output.suffix.lower() == form.suffix:
        names = ", ".join(pair.names[1] for pair in pairs[:3])
        raise UsageError(
            f"{len(pairs)} articles do not go into one file", hint=f"name one of them: {names}"
        )
    places: dict[Pair, Path | None] = {
        pair: output if single else output / pair.target_language / f"{pair.article}{form.suffix}"
        for pair in pairs
    }
    own = {
        find_place(root / name)
        for p in pairs
        for name in (p.source, p.target, p.catalogue)
        if name
    }
    for place in places.values():
        if place and find_place(place) in own:
            hint = "choose a folder outside of the corpus"
            raise UsageError(f"{place} is a file of the corpus itself", hint=hint)
    return places


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"no folder can be made here: {error.strerror}"
        raise OutputError(message, path=str(folder), hint="choose another --output") from error


def _tell_replaced(pair: Pair, exchange: Exchange) -> None:
    from transtrack.formats.exchange import count_replaced  # noqa: PLC0415

    number = count_replaced(exchange)
    if number:
        told = count(number, "character")
        complain(f"{pair.target}: {told} that no XML or PO holds: U+FFFD in the file")
