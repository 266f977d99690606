"""A bilingual table as a .docx file, for Word, LibreOffice and online editors.

Three parts make the smallest package that they open; written by hand it has no date in it, so
that the same beads give the same bytes, and what is read has passed our own limits before.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from transtrack.formats.exchange import Exchange
from transtrack.formats.table import HEAD, HINT, make_caption, make_cells, parse_table
from transtrack.text import MAIN, NAMESPACE, W, paragraph_text, parse_word

if TYPE_CHECKING:
    from lxml import etree

_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/word/document.xml" ContentType=\
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
<Relationship Id="rId1" Target="word/document.xml" Type=\
"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>\
</Relationships>"""
_WIDTHS = (4400, 4400, 1300, 1900, 1600, 1200)  # twentieths of a point, of an A4 page on its side
_EPOCH = (1980, 1, 1, 0, 0, 0)


def render(exchange: Exchange) -> bytes:
    """A hint, the table, and a last line that tells where it is from."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    root = etree.Element(f"{W}document", nsmap={"w": NAMESPACE})
    body = etree.SubElement(root, f"{W}body")
    _paragraph(body, HINT)
    table = etree.SubElement(body, f"{W}tbl")
    properties = etree.SubElement(table, f"{W}tblPr")
    etree.SubElement(properties, f"{W}tblW", {f"{W}w": "0", f"{W}type": "auto"})
    borders = etree.SubElement(properties, f"{W}tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        etree.SubElement(borders, f"{W}{side}", {f"{W}val": "single", f"{W}sz": "4"})
    grid = etree.SubElement(table, f"{W}tblGrid")
    for width in _WIDTHS:
        etree.SubElement(grid, f"{W}gridCol", {f"{W}w": str(width)})
    for cells in (HEAD, *map(make_cells, exchange.units)):
        row = etree.SubElement(table, f"{W}tr")
        for width, text in zip(_WIDTHS, cells, strict=True):
            cell = etree.SubElement(row, f"{W}tc")
            about = etree.SubElement(cell, f"{W}tcPr")
            etree.SubElement(about, f"{W}tcW", {f"{W}w": str(width), f"{W}type": "dxa"})
            _paragraph(cell, text)
    _paragraph(body, make_caption(exchange))
    page = etree.SubElement(body, f"{W}sectPr")
    landscape = {f"{W}w": "16838", f"{W}h": "11906", f"{W}orient": "landscape"}
    etree.SubElement(page, f"{W}pgSz", landscape)
    sides = dict.fromkeys(("top", "right", "bottom", "left"), "1000")
    rest = dict.fromkeys(("header", "footer", "gutter"), "0")
    etree.SubElement(page, f"{W}pgMar", {f"{W}{k}": v for k, v in (sides | rest).items()})
    document = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return _pack({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, MAIN: document})


def parse(data: bytes, path: str) -> Exchange:
    """The beads of the document's first table."""
    root = parse_word(data, path)
    table = root.find(f".//{W}tbl")
    rows: list[list[str]] = []
    for row in table.findall(f"{W}tr") if table is not None else ():
        cells = row.findall(f".//{W}tc")
        rows.append(["\n".join(map(paragraph_text, cell.iter(f"{W}p"))) for cell in cells])
    captions = [paragraph_text(item) for item in root.findall(f"{W}body/{W}p")]
    told = next((text for text in captions[::-1] if "source_digest=" in text), "")
    return parse_table(rows, told, path)


def _paragraph(parent: etree._Element, text: str) -> None:
    from lxml import etree  # noqa: PLC0415 - slow to import

    run = etree.SubElement(etree.SubElement(parent, f"{W}p"), f"{W}r")
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, f"{W}br")
        for place, part in enumerate(line.split("\t")):
            if place:
                etree.SubElement(run, f"{W}tab")
            element = etree.SubElement(run, f"{W}t")
            element.text = part
            element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _pack(parts: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(member, data)
    return file.getvalue()
