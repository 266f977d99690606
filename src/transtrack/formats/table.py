"""A table that people read and correct: its columns, and one for the program at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from urllib.parse import quote, unquote

from transtrack.errors import InputError
from transtrack.formats.exchange import Exchange, Unit
from transtrack.formats.rows import ARTICLE, gather, make_row, parse_row

SHOWN = ("source", "target", "state", "comment", "previous")
HEAD = (*SHOWN, "key")
_KEY = ("id", "base", "confidence", "kind", "source_sentences", "target_sentences")
_NONE = "."  # stands for an empty part of a key
_SPACE: Final = re.compile(r"[\s%]")
HINT = "Correct the column target, write reviewed into state, or a comment; leave key as it is."


def make_cells(unit: Unit) -> list[str]:
    """A unit's cells, in the order of `HEAD`."""
    row = make_row(unit)
    return [*(row[name] for name in SHOWN), " ".join(row[name] or _NONE for name in _KEY)]


def parse_table(rows: Sequence[Sequence[str]], article: str, path: str) -> Exchange:
    """The exchange in a table whose first row is `HEAD`; `article` as `make_caption` wrote it."""
    if not rows or list(rows[0]) != list(HEAD):
        hint = f"the first row of its table reads: {', '.join(HEAD)}"
        raise InputError("no table of beads in it", path=path, hint=hint)
    units = []
    for number, cells in enumerate(rows[1:], 2):
        if not any(map(str.strip, cells)):
            continue
        if len(cells) != len(HEAD):
            message = f"row {number} of its table has {len(cells)} cells, not {len(HEAD)}"
            raise InputError(message, path=path, hint="merge or split no cells")
        row: Mapping[str, str] = dict(zip(HEAD, cells, strict=True))
        parts = ("" if part == _NONE else part for part in cells[-1].split())
        key = dict(zip(_KEY, parts, strict=False))
        units.append(parse_row({**row, **key}, path=path, line=number))
    return gather(units, parse_caption(article))


def make_caption(exchange: Exchange) -> str:
    """Where the beads are from, in one line; white space in a name is written as in a URI: %20."""
    named = ((name, getattr(exchange, name)) for name in ARTICLE)
    return " ".join(f"{name}={_escape(value)}" for name, value in named if value)


def parse_caption(text: str) -> dict[str, str]:
    """What `make_caption` was told."""
    pairs: Iterable[tuple[str, str, str]] = (part.partition("=") for part in text.split())
    return {name: unquote(value) for name, _, value in pairs}


def _escape(value: str) -> str:
    return _SPACE.sub(lambda found: quote(found[0]), value)
