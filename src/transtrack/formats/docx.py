"""A bilingual table as a .docx file, for Word, LibreOffice and online editors.

Three parts make the smallest package that they open; written by hand it has no date in it, so
that the same beads give the same bytes, and what is read has passed our own limits before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from transtrack.formats.exchange import Exchange
from transtrack.formats.packing import pack
from transtrack.formats.table import HEAD, HINT, make_caption, make_cells, parse_table
from transtrack.text import (
    MAIN,
    NAMESPACE,
    W,
    paragraph_text,
    parse_word,
    read_comments,
    read_paragraphs,
)

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
_KEY = {"noProof": "1", "color": "808080", "sz": "8"}  # half points: the rows stay low
_COMMENT = HEAD.index("comment")
_WIDTHS = (4400, 4400, 1300, 1900, 1600, 1200)  # twentieths of a point, of an A4 page on its side
Look = Mapping[str, str]  # properties of a run, in the order of the schema


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
    _add_row(table, HEAD, [{"b": "1"}] * len(HEAD), head=True)
    languages = [{"lang": tag} for tag in (exchange.source_language, exchange.target_language)]
    looks = (*languages, {}, {}, languages[0], _KEY)
    for unit in exchange.units:
        _add_row(table, make_cells(unit), looks)
    _paragraph(body, make_caption(exchange))
    page = etree.SubElement(body, f"{W}sectPr")
    landscape = {f"{W}w": "16838", f"{W}h": "11906", f"{W}orient": "landscape"}
    etree.SubElement(page, f"{W}pgSz", landscape)
    sides = dict.fromkeys(("top", "right", "bottom", "left"), "1000")
    rest = dict.fromkeys(("header", "footer", "gutter"), "0")
    etree.SubElement(page, f"{W}pgMar", {f"{W}{k}": v for k, v in (sides | rest).items()})
    document = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return pack({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, MAIN: document})


def _add_row(
    table: etree._Element, cells: Sequence[str], looks: Sequence[Look], *, head: bool = False
) -> None:
    """A row that no page break parts; the head stands on every page."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    row = etree.SubElement(table, f"{W}tr")
    about = etree.SubElement(row, f"{W}trPr")
    for name in ("cantSplit", *(("tblHeader",) if head else ())):
        etree.SubElement(about, f"{W}{name}")
    for width, text, look in zip(_WIDTHS, cells, looks, strict=True):
        cell = etree.SubElement(row, f"{W}tc")
        about = etree.SubElement(cell, f"{W}tcPr")
        etree.SubElement(about, f"{W}tcW", {f"{W}w": str(width), f"{W}type": "dxa"})
        _paragraph(cell, text, look)


def parse(data: bytes, path: str) -> Exchange:
    """The beads of the document's first table; what stands in the margin of one is a comment."""
    root = parse_word(data, path)
    margin = read_comments(data, path)
    table = root.find(f".//{W}tbl")
    rows = () if table is None else table.findall(f"{W}tr")
    kept = [row for row in rows if row.find(f"{W}trPr/{W}del") is None]  # a tracked change
    captions = [paragraph_text(item) for item in root.findall(f"{W}body/{W}p")]
    told = next((text for text in captions[::-1] if "source_digest=" in text), "")
    return parse_table([_read_row(row, margin) for row in kept], told, path)


def _read_row(row: etree._Element, margin: Mapping[str, str]) -> list[str]:
    cells = ["\n".join(text for _, text in read_paragraphs(cell)) for cell in row.iter(f"{W}tc")]
    marks = row.iter(f"{W}commentReference")
    notes = [margin.get(mark.get(f"{W}id", ""), "") for mark in marks]
    if len(cells) == len(HEAD):
        cells[_COMMENT] = "\n".join(filter(None, (cells[_COMMENT], *notes)))
    return cells


def _paragraph(parent: etree._Element, text: str, look: Look | None = None) -> None:
    from lxml import etree  # noqa: PLC0415 - slow to import

    run = etree.SubElement(etree.SubElement(parent, f"{W}p"), f"{W}r")
    if look:
        about = etree.SubElement(run, f"{W}rPr")
        for name, value in look.items():
            etree.SubElement(about, f"{W}{name}", {f"{W}val": value or "und"})
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, f"{W}br")
        for place, part in enumerate(line.split("\t")):
            if place:
                etree.SubElement(run, f"{W}tab")
            element = etree.SubElement(run, f"{W}t")
            element.text = part
            element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
