"""`transtrack tm`: what has been translated before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transtrack.cli.console import complain, put
from transtrack.cli.options import Articles
from transtrack.errors import TranstrackError
from transtrack.model import Skipped
from transtrack.reports import reveal

if TYPE_CHECKING:  # slow to import
    from transtrack.track.memory import Match

UNJUDGED = 2
_NOTHING = "nothing is remembered yet; transtrack align writes the catalogues that remember"


def tm(
    paths: Articles = None,
    sentence: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Look up this sentence instead.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            metavar="TAG",
            help="The language of the translations for --sentence.",
            show_default="every language there is",
        ),
    ] = None,
    write: Annotated[
        bool,
        typer.Option("--write", help="Put the offers into the catalogues, as comments."),
    ] = False,
) -> None:
    """Offer, for sentences without a translation, how the corpus rendered them before.

    The memory is what the catalogues hold: reviewed beads, and those that are hardly doubtful.
    A match has at least 75 % of a sentence in common.
    """
    from transtrack.config import find_config  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.memory import find_offers, read_memory, write_offers  # noqa: PLC0415
    from transtrack.pipeline.named import find_pairs, tell_empty  # noqa: PLC0415
    from transtrack.track.memory import find_matches  # noqa: PLC0415

    config = find_config(Path.cwd())
    if sentence is not None:
        memories, unread = read_memory(config, language)
        (matches,) = find_matches([sentence], memories)
        put(_draw(sentence, matches) if matches else "")
        _end(unread, "" if matches else "no match" if memories else _NOTHING)
        return
    items = find_pairs(config, paths or [], untranslated=True)
    if not items:
        complain(tell_empty(config))
    unread = [item for item in items if isinstance(item, Skipped)]
    known = {}
    count = written = 0
    for pair in (item for item in items if not isinstance(item, Skipped)):
        if pair.target_language not in known:
            known[pair.target_language], skipped = read_memory(config, pair.target_language)
            unread += skipped
        try:
            offers = find_offers(config, pair, known[pair.target_language])
        except TranstrackError as error:
            unread.append(Skipped(what=pair.source, reason=error.message))
            continue
        told = [(text, matches) for text, matches in offers.sentences if matches]
        count += len(told)
        if told:
            put(f"{pair.target_language}/{reveal(pair.article)}\n")
            put("".join(_draw(text, matches) for text, matches in told))
        written += write and write_offers(config, offers)
    if known and not any(known.values()):
        complain(_NOTHING)
    ends = f"; catalogues written: {written}" if write else ""
    _end(unread, f"offers for {count} sentence{'' if count == 1 else 's'}{ends}")


def _draw(sentence: str, matches: tuple[Match, ...]) -> str:
    lines = [f"  {reveal(sentence)}"]
    for item in matches:
        sign = "✓" if item.memory.reviewed else " "
        lines.append(f"    {sign} {item.likeness:3.0f}%  {reveal(item.memory.target)}")
        lines.append(f"            {reveal(item.memory.path)}")
    return "".join(f"{line}\n" for line in lines)


def _end(unread: list[Skipped], message: str) -> None:
    for item in unread:
        complain(f"{item.what}: {item.reason}")
    if message:
        complain(message)
    raise typer.Exit(UNJUDGED if unread else 0)
