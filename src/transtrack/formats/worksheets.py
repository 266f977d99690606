"""The sheets of a workbook that Excel or LibreOffice saved (ECMA-376, SpreadsheetML)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from transtrack.text import parse_xml, read_member

if TYPE_CHECKING:
    from lxml import etree

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET, _SHARED = "xl/worksheets/sheet{}.xml", "xl/sharedStrings.xml"
_LINKS, _NOTHING = "xl/worksheets/_rels/sheet{}.xml.rels", b"<none/>"
_MOST, _WIDEST = 9, 100  # sheets that are looked for, and columns
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_INDEX = re.compile(r"[0-9]{1,8}")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Sheet(NamedTuple):
    """The cells of a sheet, row by row, and what people noted at a row, by its number from 0."""

    rows: list[list[str]]
    notes: dict[int, list[str]]


def read_sheets(data: bytes, path: str) -> Iterator[Sheet]:
    """The sheets of a workbook; InputError for what is none."""
    read_member(data, "xl/workbook.xml", path)
    shared = [_text(item) for item in _read_part(data, _SHARED, path).iter(f"{_S}si")]
    for number in range(1, _MOST + 1):
        rows = list(_read_part(data, _SHEET.format(number), path).iter(f"{_S}row"))
        numbers = {row.get("r"): at for at, row in enumerate(rows)}
        notes: dict[int, list[str]] = {}
        for note in _find_notes(data, number, path):
            place = (note.get("ref") or "").lstrip(_LETTERS)
            if place in numbers and (text := _text(note).strip()):
                notes.setdefault(numbers[place], []).append(text)
        yield Sheet([_read_row(row, shared) for row in rows], notes)


def _find_notes(data: bytes, number: int, path: str) -> Iterator[etree._Element]:
    for link in _read_part(data, _LINKS.format(number), path).iter("{*}Relationship"):
        if (link.get("Type") or "").endswith("/comments"):
            name = (link.get("Target") or "").rpartition("/")[2]
            yield from _read_part(data, f"xl/{name}", path).iter(f"{_S}comment")


def _read_part(data: bytes, name: str, path: str) -> etree._Element:
    return parse_xml(read_member(data, name, path, missing=_NOTHING), path)


def _read_row(row: etree._Element, shared: Sequence[str]) -> list[str]:
    cells: list[str] = []
    for cell in row.iter(f"{_S}c"):
        letters = (cell.get("r") or "").rstrip("0123456789")
        column = _find_column(letters) if letters else len(cells)
        if column < _WIDEST:
            cells += [""] * (column - len(cells) + 1)
            cells[column] = _read_cell(cell, shared)
    return cells


def _find_column(letters: str) -> int:
    """The number of a column, from 0: A, B … Z, AA."""
    number = 0
    for letter in letters[:3]:
        number = number * 26 + max(_LETTERS.find(letter), 0) + 1
    return number - 1


def _read_cell(cell: etree._Element, shared: Sequence[str]) -> str:
    value = cell.findtext(f"{_S}v") or ""
    if cell.get("t") == "e":  # typed as a text, taken for a formula, and none
        return _unescape(f"={cell.findtext(f'{_S}f')}")
    if cell.get("t") == "s":
        number = int(value) if _INDEX.fullmatch(value) else len(shared)
        return shared[number] if number < len(shared) else ""
    return _text(cell) if cell.get("t") == "inlineStr" else _unescape(value)


def _text(element: etree._Element) -> str:
    """The runs of a text, without what is said of their pronunciation."""
    said = (run for run in element.iter(f"{_S}t") if not list(run.iterancestors(f"{_S}rPh")))
    return _unescape("".join(run.text or "" for run in said))


def _unescape(text: str) -> str:
    """The text with its characters as themselves; a line end within a cell is LF."""
    shown = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    whole = shown.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\r\n", "\n").replace("\r", "\n")
