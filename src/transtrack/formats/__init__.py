"""Bitexts as files of the field: one module a format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from transtrack.errors import UsageError
from transtrack.formats import (
    docx,
    gettext,
    html,
    intertext,
    jsonl,
    ladder,
    plain,
    sheet,
    tmx,
    vecalign,
    xliff,
    xliff2,
)
from transtrack.formats.exchange import Exchange, State, Unit, make_exchange

ASPECTS = ("texts", "states", "comments", "previous sources", "confidence", "beads", "article")
_ALL = ASPECTS
_TABLE = ASPECTS[:-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format's name on the command line, its files, and what of `ASPECTS` it holds.

    `settled`: its editors take the doubt away themselves, so what they leave in doubt stays so.
    """

    name: str
    help: str
    suffix: str
    holds: tuple[str, ...]
    render: Callable[[Exchange], bytes]
    parse: Callable[[bytes, str], Exchange]
    binary: bool = False
    settled: bool = False

    @property
    def lacks(self) -> tuple[str, ...]:
        """What it cannot hold."""
        return tuple(aspect for aspect in ASPECTS if aspect not in self.holds)


FORMATS = (
    Format(
        name="po",
        help="gettext, as kept beside the translation",
        suffix=".po",
        holds=("texts", "states", "comments", "previous sources", "confidence", "article"),
        render=gettext.render,
        parse=gettext.parse,
        settled=True,
    ),
    Format(
        name="tmx",
        help="translation memory, TMX 1.4b",
        suffix=".tmx",
        holds=_ALL,
        render=tmx.render,
        parse=tmx.parse,
    ),
    Format(
        name="xliff",
        help="XLIFF 1.2, for OmegaT and Okapi",
        suffix=".xlf",
        holds=_ALL,
        render=xliff.render,
        parse=xliff.parse,
    ),
    Format(
        name="xliff2",
        help="XLIFF 2.1",
        suffix=".xliff",
        holds=_ALL,
        render=xliff2.render,
        parse=xliff2.parse,
    ),
    Format(
        name="tsv",
        help="a bead a line, for spreadsheets and scripts",
        suffix=".tsv",
        holds=_TABLE,
        render=sheet.render_tsv,
        parse=sheet.parse,
    ),
    Format(
        name="csv",
        help="the same between commas, for Excel and LibreOffice",
        suffix=".csv",
        holds=_TABLE,
        render=sheet.render_csv,
        parse=sheet.parse,
    ),
    Format(
        name="jsonl",
        help="an object a line, for programs",
        suffix=".jsonl",
        holds=_ALL,
        render=jsonl.render,
        parse=jsonl.parse,
    ),
    Format(
        name="html",
        help="a table as a web page",
        suffix=".html",
        holds=_ALL,
        render=html.render,
        parse=html.parse,
    ),
    Format(
        name="docx",
        help="a table for Word or LibreOffice",
        suffix=".docx",
        holds=_ALL,
        render=docx.render,
        parse=docx.parse,
        binary=True,
    ),
    Format(
        name="ladder",
        help="hunalign's ladder of sentence numbers",
        suffix=".ladder",
        holds=("beads", "confidence"),
        render=ladder.render,
        parse=ladder.parse,
    ),
    Format(
        name="vecalign",
        help="sentence numbers, `[0]:[0, 1]:cost`",
        suffix=".vecalign",
        holds=("beads", "confidence"),
        render=vecalign.render,
        parse=vecalign.parse,
    ),
    Format(
        name="intertext",
        help="InterText's links between numbered sentences",
        suffix=".xml",
        holds=("beads",),
        render=intertext.render,
        parse=intertext.parse,
    ),
    Format(
        name="pairs",
        help="plain text, the translation below its source",
        suffix=".txt",
        holds=("texts",),
        render=plain.render,
        parse=plain.parse,
    ),
)


def find_format(path: str, name: str | None = None) -> Format:
    """The format of that name, else the one that a file's suffix tells; UsageError for none."""
    suffix = PurePath(path).suffix.lower()
    for item in FORMATS:
        if item.name == name or (name is None and item.suffix == suffix):
            return item
    hint = f"say which with --format: {', '.join(item.name for item in FORMATS)}"
    raise UsageError(f"{path}: no format is known by its suffix", hint=hint)


__all__ = [
    "ASPECTS",
    "FORMATS",
    "Exchange",
    "Format",
    "State",
    "Unit",
    "find_format",
    "make_exchange",
]
