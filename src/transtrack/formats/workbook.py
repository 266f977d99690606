"""Workbooks of text (ECMA-376, SpreadsheetML), as Excel and LibreOffice open them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from transtrack.formats.packing import pack

Rows = Sequence[Sequence[str]]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_S = f"{{{_MAIN}}}"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LINE = 15  # points
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # what it begins with is taken for a character
_FONT = '<sz val="11"/><name val="Calibri"/>'
_TEXT = 'numFmtId="49" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"'
_WRAPPED, _BOLD = "1", "2"  # of the formats of cells that follow
_STYLES = f"""{_XML}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font>{_FONT}</font><font><b/>\
{_FONT}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill>\
<patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/>\
<top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" \
fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" \
borderId="0" xfId="0"/><xf {_TEXT} fontId="0" applyAlignment="1"><alignment vertical="top" \
wrapText="1"/></xf><xf {_TEXT} fontId="1" applyFont="1"/></cellXfs><cellStyles count="1">\
<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""


def write_workbook(sheets: Mapping[str, Rows], widths: Sequence[int]) -> bytes:
    """A workbook of these sheets, by name; the first row of each is a head that stays in view."""
    numbers = range(1, len(sheets) + 1)
    links = [f"worksheets/sheet{number}.xml" for number in numbers]
    names = zip(sheets, numbers, strict=True)
    told = "".join(f'<sheet name="{name}" sheetId="{k}" r:id="rId{k}"/>' for name, k in names)
    book = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{told}</sheets></workbook>'
    kinds = {"xl/workbook.xml": "sheet.main", "xl/styles.xml": "styles"}
    kinds |= {f"xl/{link}": "worksheet" for link in links}
    override = "".join(
        f'<Override PartName="/{part}" ContentType="{_KIND}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return pack(
        {
            "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default '
            f'Extension="rels" ContentType="{relations}"/>{override}</Types>',
            "_rels/.rels": _relate([("officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": f"{_XML}{book}",
            "xl/_rels/workbook.xml.rels": _relate(
                [*(("worksheet", link) for link in links), ("styles", "styles.xml")]
            ),
            "xl/styles.xml": _STYLES,
            **{
                f"xl/{link}": _render(rows, widths)
                for link, rows in zip(links, sheets.values(), strict=True)
            },
        }
    )


def _relate(links: Sequence[tuple[str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _count_lines(cells: Sequence[str], widths: Sequence[int]) -> int:
    """How many lines the fullest cell of a row takes, about; the widest are those that wrap."""
    return max(
        sum(1 + len(line) // width for line in text.split("\n"))
        for text, width in zip(cells, widths, strict=False)
    )


def _render(rows: Rows, widths: Sequence[int]) -> bytes:
    from lxml import etree  # noqa: PLC0415 - slow to import

    root = etree.Element(f"{_S}worksheet", nsmap={None: _MAIN})  # type: ignore[dict-item]  # the stubs know no default
    views = etree.SubElement(root, f"{_S}sheetViews")
    view = etree.SubElement(views, f"{_S}sheetView", workbookViewId="0")
    frozen = {"ySplit": "1", "topLeftCell": "A2", "activePane": "bottomLeft", "state": "frozen"}
    etree.SubElement(view, f"{_S}pane", frozen)
    columns = etree.SubElement(root, f"{_S}cols")
    for number, width in enumerate(widths, 1):
        place = {"min": str(number), "max": str(number), "width": str(width)}
        etree.SubElement(columns, f"{_S}col", {**place, "style": _WRAPPED, "customWidth": "1"})
    body = etree.SubElement(root, f"{_S}sheetData")
    for number, cells in enumerate(rows, 1):
        height = str(_LINE * _count_lines(cells, widths))
        row = etree.SubElement(body, f"{_S}row", r=str(number), ht=height)
        for letter, text in zip(_LETTERS, cells, strict=False):
            about = {
                "r": f"{letter}{number}",
                "s": _WRAPPED if number > 1 else _BOLD,
                "t": "inlineStr",
            }
            cell = etree.SubElement(row, f"{_S}c", about)
            shown = etree.SubElement(etree.SubElement(cell, f"{_S}is"), f"{_S}t")
            shown.text = _ESCAPE.sub("_x005F_", text)
            shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
