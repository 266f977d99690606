"""Tables for spreadsheets, comma- or tab-separated (RFC 4180), a row a bead."""

from __future__ import annotations

import csv
import io
import re

from transtrack.errors import InputError
from transtrack.formats.exchange import Exchange
from transtrack.formats.rows import COLUMNS, gather, make_row, parse_row
from transtrack.text import decode_text

_FORMULA = re.compile(r"'*[=+\-@\t＝＋－＠]")  # OWASP, CSV injection
_VALUE = re.compile(r"'*(?=.{1,40}$)[^\d\n]{0,20}\d[^\n]*")  # may be a date, a time, an amount
_GUARDED = re.compile(rf"'(?:{_FORMULA.pattern}|{_VALUE.pattern})")
_TEXTS = ("source", "target", "comment", "previous")
_MARK = "\ufeff"  # Excel takes a CSV file without it for the system's old code page
_LONGEST = 10_000_000  # characters of a cell


def render_tsv(exchange: Exchange) -> bytes:
    """Cells between tabs; one with a tab, a quote or a line end stands in quotes."""
    return _render(exchange, "\t").encode()


def render_csv(exchange: Exchange) -> bytes:
    """Cells between commas, with a byte order mark for Excel."""
    return (_MARK + _render(exchange, ",")).encode()


def guard(text: str) -> str:
    """A cell no spreadsheet takes for a formula or a date; `unguard` gives the text back.

    >>> [guard(text) for text in ("=1+1", "'=1", "'tis", "May 5, 2020")]
    ["'=1+1", "''=1", "'tis", "'May 5, 2020"]
    """
    return f"'{text}" if _FORMULA.match(text) or _VALUE.match(text) else text


def unguard(cell: str) -> str:
    """The text of a guarded cell."""
    return cell[1:] if _GUARDED.match(cell) else cell


def parse(data: bytes, path: str) -> Exchange:
    """The beads of a table; columns in any order, cells between commas, semicolons or tabs."""
    text = decode_text(data, path)
    head = text.partition("\n")[0]
    delimiter = max("\t,;", key=head.count)
    csv.field_size_limit(_LONGEST)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise InputError(f"not a table that can be read: {error}", path=path) from error
    names = [cell.strip().lower() for cell in rows[0]] if rows else []
    if not {"source", "target"} <= set(names):
        hint = f"the first line names the columns: {', '.join(COLUMNS)}"
        raise InputError("no columns source and target", path=path, hint=hint)
    units = []
    for number, row in enumerate(rows[1:], 2):
        if any(row):
            cells = [cell.replace("\r\n", "\n") for cell in row]
            cells += [""] * (len(names) - len(cells))
            found = dict(zip(names, cells, strict=False))
            found |= {name: unguard(found[name]) for name in _TEXTS if name in found}
            units.append(parse_row(found, path=path, line=number))
    return gather(units)


def _render(exchange: Exchange, delimiter: str) -> str:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
    writer.writerow(COLUMNS)
    for unit in exchange.units:
        row = make_row(unit)
        writer.writerow([guard(cell) if name in _TEXTS else cell for name, cell in row.items()])
    return file.getvalue()
