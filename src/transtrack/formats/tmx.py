"""TMX 1.4b, Translation Memory eXchange: a unit a bead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transtrack import __version__
from transtrack.errors import InputError
from transtrack.formats.exchange import Exchange, Unit
from transtrack.formats.rows import gather, make_article, make_row, parse_row
from transtrack.text import find_line, parse_xml

if TYPE_CHECKING:
    from lxml import etree

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_OWN = "x-transtrack-"  # what begins the type of our own properties
_TEXTS = ("source", "target", "comment", "id")


def render(exchange: Exchange) -> bytes:
    """Comments are notes; all else that has no place in TMX is a property of the unit."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    root = etree.Element("tmx", version="1.4")
    header = etree.SubElement(
        root,
        "header",
        {
            "creationtool": "transtrack",
            "creationtoolversion": __version__,
            "segtype": "sentence",
            "o-tmf": "PO",
            "adminlang": "en",
            "srclang": exchange.source_language or "und",
            "datatype": "plaintext",
        },
    )
    for name, value in make_article(exchange).items():
        _add(header, "prop", value, type=f"{_OWN}{name}")
    body = etree.SubElement(root, "body")
    for unit in exchange.units:
        row = make_row(unit)
        element = etree.SubElement(body, "tu", tuid=unit.id)
        if row["comment"]:
            _add(element, "note", row["comment"])
        for name, value in row.items():
            if value and name not in _TEXTS:
                _add(element, "prop", value, type=f"{_OWN}{name}")
        for language, text in (
            (exchange.source_language, row["source"]),
            (exchange.target_language, row["target"]),
        ):
            variant = etree.SubElement(element, "tuv", {LANG: language or "und"})
            _add(variant, "seg", text)
    return etree.tostring(
        root,
        encoding="UTF-8",
        xml_declaration=True,
        pretty_print=True,
        doctype='<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
    )


def parse(data: bytes, path: str) -> Exchange:
    """The units of a memory: the header's source language and one other."""
    root = parse_xml(data, path)
    header, body = root.find("header"), root.find("body")
    if root.tag != "tmx" or header is None or body is None:
        raise InputError("not a TMX file", path=path, hint="its root is tmx, with a header")
    article = _props(header)
    source = article.get("source_language") or header.get("srclang") or ""
    return gather([_unit(element, source, path) for element in body.iter("tu")], article)


def _unit(element: etree._Element, source: str, path: str) -> Unit:
    row = _props(element)
    texts = {"source": "", "target": ""}
    for number, variant in enumerate(element.iter("tuv")):
        language = variant.get(LANG) or variant.get("lang") or ""
        own = language.lower() == source.lower() if source else number == 0
        segment = variant.find("seg")
        if segment is not None:
            texts["source" if own else "target"] = "".join(map(str, segment.itertext()))
    comment = "\n".join("".join(map(str, note.itertext())) for note in element.findall("note"))
    row |= texts | {"comment": comment, "id": element.get("tuid", "")}
    return parse_row(row, path=path, line=find_line(element))


def _props(element: etree._Element) -> dict[str, str]:
    return {
        prop.get("type", "").removeprefix(_OWN): prop.text or ""
        for prop in element.findall("prop")
        if prop.get("type", "").startswith(_OWN)
    }


def _add(parent: etree._Element, tag: str, text: str, **attributes: str) -> None:
    from lxml import etree  # noqa: PLC0415 - slow to import

    element = etree.SubElement(parent, tag, attributes)
    element.text = text
