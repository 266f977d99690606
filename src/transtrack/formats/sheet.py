"""Tables for spreadsheets, comma- or tab-separated (RFC 4180), a row a bead."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from transtrack.errors import InputError
from transtrack.formats.exchange import Exchange, Unit, make_ids
from transtrack.formats.rows import COLUMNS, gather, make_row, parse_row
from transtrack.text import Decoded, decode, read_rows

_FORMULA = re.compile(r"'*[=+\-@\t＝＋－＠]")  # OWASP, CSV injection
_VALUE = re.compile(r"'*(?=.{1,40}$)[^\d\n]{0,20}\d[^\n]*")  # may be a date, a time, an amount
_GUARDED = re.compile(rf"'(?:{_FORMULA.pattern}|{_VALUE.pattern})")
_TEXTS = ("source", "target", "comment", "previous")
_MARK = "\ufeff"  # Excel takes a CSV file without it for the system's old code page
_NUMBER = re.compile(r"\d+(?:e\d+)?")  # a digest that a spreadsheet takes for one
_SENTENCES = re.compile(r"(?:\d{1,6}(?:,\d{1,6})*)?")
_OWN = {
    "kind": re.compile(r"\d{1,6}-\d{1,6}"),
    "confidence": re.compile(r"[01]\.\d+"),
    "source_sentences": _SENTENCES,
    "target_sentences": _SENTENCES,
}
_PAGES = ("mac_roman", "cp850")
_MISREAD = ("cp1252", "mac_roman")
_GAPS = {  # bytes without a letter in windows-1252, as Excel and LibreOffice show them
    shown + byte: 0xDC00 + byte for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) for shown in (0, 0xF100)
}


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
    """The beads of a table; columns in any order, cells between commas, semicolons or tabs.

    Of what its bytes can stand for, it is read as that in which most source texts are those that
    their ids were made from.
    """
    best: list[Unit] = []
    found = ""
    for page, text in _find_readings(decode(data, path), data):
        units = _read(text, path)
        if not best or _count_whole(units) > _count_whole(best):
            best, found = units, page
        if _count_whole(best) == len(best):
            break
    return replace(gather(best), page=found)


def _find_readings(decoded: Decoded, data: bytes) -> Iterator[tuple[str, str]]:
    """The text with its code page, likeliest first, none for Unicode.

    Text that was opened as a page and saved as Unicode, with `Ã¼` for `ü`, is put right.
    """
    known = decoded.codec.startswith("utf")
    yield "" if known else decoded.codec, decoded.text
    for page in _MISREAD if known else _PAGES:
        with suppress(UnicodeError):
            text = decoded.text.translate(_GAPS).encode(page, "surrogateescape") if known else data
            yield "" if known else page, text.decode("utf-8" if known else page)


def _count_whole(units: Sequence[Unit]) -> int:
    return sum(unit.id in make_ids([unit.entry]) for unit in units)


def _read(text: str, path: str) -> list[Unit]:
    rows = read_rows(text, path)
    names = [cell.strip().lower() for cell in rows[0]] if rows else []
    if not {"source", "target"} <= set(names):
        hint = f"the first line names the columns: {', '.join(COLUMNS)}"
        raise InputError("no columns source and target", path=path, hint=hint)
    units = []
    for number, row in enumerate(rows[1:], 2):
        if any(row):
            cells = [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row]
            cells += [""] * (len(names) - len(cells))
            found = dict(zip(names, cells, strict=False))
            found |= {name: unguard(found[name]) for name in (*_TEXTS, "base") if name in found}
            found |= {name: "" for name in _OWN if not _is_whole(name, found.get(name, ""))}
            units.append(parse_row(found, path=path, line=number))
    return units


def _is_whole(name: str, cell: str) -> bool:
    """Whether a spreadsheet has left a cell of ours as it was: 1-1 may be a date, 0,1 a number.

    What is not is left out; an import compares texts, states and comments.
    """
    if not _OWN[name].fullmatch(cell):
        return False
    numbers = cell.split(",") if "_" in name and cell else []
    return numbers == sorted(set(numbers), key=int)


def _render(exchange: Exchange, delimiter: str) -> str:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
    writer.writerow(COLUMNS)
    for unit in exchange.units:
        row = make_row(unit)
        row |= {name: guard(row[name]) for name in _TEXTS}
        row["base"] = f"'{row['base']}" if _NUMBER.fullmatch(row["base"]) else row["base"]
        writer.writerow(row.values())
    return file.getvalue()
