"""The workbook as spreadsheets save it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import pytest
from tests.specimens import ferry

from transtrack.errors import InputError
from transtrack.formats import Exchange, Unit, make_exchange, xlsx
from transtrack.formats.packing import pack
from transtrack.formats.table import HEAD, make_caption, make_cells
from transtrack.formats.workbook import write_workbook
from transtrack.formats.worksheets import read_sheets

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = """<Relationships><Relationship Type="http://x/comments" Target="../comments7.xml"/>
</Relationships>"""


def save(rows: Sequence[Sequence[str]], caption: str, **parts: str) -> bytes:
    """A workbook with its texts in a part of their own, as Excel and LibreOffice have them.

    The article's sheet comes first; a row has a cell more, of somebody's own.
    """
    strings = sorted({cell for row in rows for cell in row} | {caption})
    shared = "".join(f"<si><r><t>{text}</t></r><rPh><t>x</t></rPh></si>" for text in strings)
    lines = []
    for number, row in enumerate([*rows, []], 1):
        cells = [
            f'<c r="{letter}{number}" t="s"><v>{strings.index(cell)}</v></c>'
            for letter, cell in zip("ABCDEF", row, strict=False)
            if cell
        ]
        lines.append(f'<row r="{number}">{"".join(cells)}<c r="H{number}"><v>1</v></c></row>')
    sheets = {
        "sheet1": f'<row><c t="s"><v>{strings.index(caption)}</v></c></row>',
        "sheet2": "".join(lines),
    }
    made = {
        "xl/workbook.xml": "<workbook/>",
        "xl/sharedStrings.xml": f"<sst {MAIN}>{shared}</sst>",
        **{
            f"xl/worksheets/{name}.xml": f"<x {MAIN}><sheetData>{text}</sheetData></x>"
            for name, text in sheets.items()
        },
    }
    return pack(made | {name.replace("__", "/"): text for name, text in parts.items()})


def table(exchange: Exchange) -> list[list[str]]:
    return [list(HEAD), *map(make_cells, exchange.units)]


def read(exchange: Exchange) -> tuple[Unit, ...]:
    return xlsx.parse(xlsx.render(exchange), "a.xlsx").units


def test_what_a_spreadsheet_saved_says_the_same() -> None:
    exchange = make_exchange(ferry())
    saved = xlsx.parse(save(table(exchange)[:4], make_caption(exchange)), "a.xlsx")
    assert saved.units == read(exchange)[:3]
    assert saved.digest == exchange.digest


def test_what_is_noted_at_a_cell_is_a_comment() -> None:
    exchange = make_exchange(ferry())
    note = (
        f'<comments {MAIN}><comment ref="B2"><text><r><t>Sure?</t></r></text></comment></comments>'
    )
    parts = {"xl__worksheets___rels__sheet2.xml.rels": LINKS, "xl__comments7.xml": note}
    saved = xlsx.parse(save(table(exchange), make_caption(exchange), **parts), "a.xlsx").units
    assert saved[0].entry.comment == "Sure?"
    assert saved[0].digest != saved[0].base
    assert saved[1:] == read(exchange)[1:]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="A1"><v>7</v></c>', "7"),
        ('<c r="A1" t="str"><f>B1</f><v>x</v></c>', "x"),
        ('<c r="A1" t="e"><f>1+x</f><v>#NAME?</v></c>', "=1+x"),
        ('<c r="A1" t="s"><v>99</v></c>', ""),
        (f'<c r="A1" t="s"><v>{"9" * 5000}</v></c>', ""),
        (
            '<c t="inlineStr"><is><t>a_x000D_\nb_xD800__x005F_x0041_</t></is></c>',
            "a\nb\ufffd_x0041_",
        ),
        ('<c r="ZZZ1"><v>1</v></c><c r="A1"><v>2</v></c>', "2"),
    ],
)
def test_a_cell_is_read_as_it_is_shown(cell: str, text: str) -> None:
    sheet = f"<worksheet {MAIN}><sheetData><row>{cell}</row></sheetData></worksheet>"
    data = pack({"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": sheet})
    assert next(read_sheets(data, "a.xlsx")).rows == [[text]]


def test_what_looks_like_a_formula_or_a_date_is_text() -> None:
    data = write_workbook({"a": [["head"], ["=1+1"], ["1-1"], ["_x0041_"]]}, (10,))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<f" not in sheet.replace("<fo", "")
    assert sheet.count('t="inlineStr"') == 4
    assert next(read_sheets(data, "a.xlsx")).rows == [["head"], ["=1+1"], ["1-1"], ["_x0041_"]]


def test_a_workbook_without_the_table_is_told() -> None:
    with pytest.raises(InputError, match="no table of beads"):
        xlsx.parse(write_workbook({"a": [["x"]]}, (10,)), "a.xlsx")
    with pytest.raises(InputError, match=r"save it as \.xlsx again"):
        xlsx.parse(pack({"x": "y"}), "a.xlsx")
