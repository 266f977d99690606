"""Bitexts as files of the field: one module a format."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from types import ModuleType

from transtrack.errors import UsageError
from transtrack.formats.exchange import Exchange, State, Unit, make_exchange

ASPECTS = ("texts", "states", "comments", "previous sources", "confidence", "beads", "article")
_ALL = ASPECTS
_TABLE = ASPECTS[:-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format's name on the command line, its files, and what of `ASPECTS` it holds.

    `module` of this package, loaded when first used, has its `parse`, and `writer` its renderer.
    `settled`: its editors take the doubt away themselves, so what they leave in doubt stays so.
    """

    name: str
    help: str
    suffix: str
    holds: tuple[str, ...]
    module: str
    writer: str = "render"
    binary: bool = False
    settled: bool = False

    @property
    def lacks(self) -> tuple[str, ...]:
        """What it cannot hold."""
        return tuple(aspect for aspect in ASPECTS if aspect not in self.holds)

    def _load(self) -> ModuleType:
        return import_module(f"{__name__}.{self.module}")

    def render(self, exchange: Exchange) -> bytes:
        """A bitext as the format's file."""
        data: bytes = getattr(self._load(), self.writer)(exchange)
        return data

    def parse(self, data: bytes, path: str) -> Exchange:
        """The bitext in a file; a TranstrackError that says where it is not the format's."""
        exchange: Exchange = self._load().parse(data, path)
        return exchange


FORMATS = (
    Format(
        name="po",
        help="gettext, as kept beside the translation",
        suffix=".po",
        holds=("texts", "states", "comments", "previous sources", "confidence", "article"),
        module="gettext",
        settled=True,
    ),
    Format(
        name="tmx",
        help="translation memory, TMX 1.4b",
        suffix=".tmx",
        holds=_ALL,
        module="tmx",
    ),
    Format(
        name="xliff",
        help="XLIFF 1.2, for OmegaT and Okapi",
        suffix=".xlf",
        holds=_ALL,
        module="xliff",
    ),
    Format(
        name="xliff2",
        help="XLIFF 2.1",
        suffix=".xliff",
        holds=_ALL,
        module="xliff2",
    ),
    Format(
        name="tsv",
        help="a bead a line, for spreadsheets and scripts",
        suffix=".tsv",
        holds=_TABLE,
        module="sheet",
        writer="render_tsv",
    ),
    Format(
        name="csv",
        help="the same between commas, for Excel and LibreOffice",
        suffix=".csv",
        holds=_TABLE,
        module="sheet",
        writer="render_csv",
    ),
    Format(
        name="jsonl",
        help="an object a line, for programs",
        suffix=".jsonl",
        holds=_ALL,
        module="jsonl",
    ),
    Format(
        name="html",
        help="a table as a web page",
        suffix=".html",
        holds=_ALL,
        module="html",
    ),
    Format(
        name="docx",
        help="a table for Word or LibreOffice",
        suffix=".docx",
        holds=_ALL,
        module="docx",
        binary=True,
    ),
    Format(
        name="xlsx",
        help="a sheet of text for Excel or LibreOffice",
        suffix=".xlsx",
        holds=_ALL,
        module="xlsx",
        binary=True,
    ),
    Format(
        name="ladder",
        help="hunalign's ladder of sentence numbers",
        suffix=".ladder",
        holds=("beads", "confidence"),
        module="ladder",
    ),
    Format(
        name="vecalign",
        help="sentence numbers, `[0]:[0, 1]:cost`",
        suffix=".vecalign",
        holds=("beads", "confidence"),
        module="vecalign",
    ),
    Format(
        name="intertext",
        help="InterText's links between numbered sentences",
        suffix=".xml",
        holds=("beads",),
        module="intertext",
    ),
    Format(
        name="pairs",
        help="plain text, the translation below its source",
        suffix=".txt",
        holds=("texts",),
        module="plain",
    ),
)


_OTHERS = {  # what office programs save unless asked for another
    **dict.fromkeys((".odt", ".doc", ".rtf"), ".docx"),
    **dict.fromkeys((".ods", ".xls"), ".xlsx"),
}


def find_format(path: str, name: str | None = None) -> Format:
    """The format of that name, else the one that a file's suffix tells; UsageError for none."""
    suffix = PurePath(path).suffix.lower()
    for item in FORMATS:
        if item.name == name or (name is None and item.suffix == suffix):
            return item
    if name is not None:
        listed = ", ".join(item.name for item in FORMATS)
        raise UsageError(f"no format '{name}'", hint=f"known are: {listed}")
    known = _OTHERS.get(suffix)
    names = ", ".join(item.name for item in FORMATS)
    told = f"save it as {known} in the program it is from"
    hint = told if known else f"say which with --format: {names}"
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
