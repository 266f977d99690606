"""TMX 1.4b, Translation Memory eXchange: a unit a bead."""

from __future__ import annotations

from collections.abc import Sequence
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
    source = article.get("source_language") or ""
    usual = header.get("srclang") or ""
    units = [
        _unit(element, source or element.get("srclang") or usual, path)
        for element in body.iter("tu")
    ]
    return gather(units, article)


def _unit(element: etree._Element, source: str, path: str) -> Unit:
    row = _props(element)
    texts = {"source": "", "target": ""}
    variants = list(element.iter("tuv"))
    own = _find_source([v.get(LANG) or v.get("lang") or "" for v in variants], source)
    for number, variant in enumerate(variants):
        segment = variant.find("seg")
        if segment is not None:
            text = "".join(map(str, segment.itertext()))
            texts["source" if number == own else "target"] = text
    notes = ["".join(map(str, note.itertext())) for note in element.findall("note")]
    row |= texts | {"id": element.get("tuid", "")}
    row |= {"comment": "\n".join(notes)} if notes else {}  # many programs take notes away
    return parse_row(row, path=path, line=find_line(element))


def _find_source(languages: Sequence[str], source: str) -> int:
    """Which of a unit's languages is the source's: by its tag, by its tag without a region.

    The first where neither is there, as with `*all*`, which is no language.
    """
    told, wanted = [tag.lower() for tag in languages], source.lower()
    if wanted in told:
        return told.index(wanted)
    short = [tag.partition("-")[0] for tag in told]
    wanted = wanted.partition("-")[0]
    return short.index(wanted) if wanted in short else 0


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
