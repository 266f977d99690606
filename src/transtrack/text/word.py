"""The main part of a .docx file (ECMA-376, WordprocessingML), as lxml reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transtrack.text.xml import parse_xml, read_member

if TYPE_CHECKING:
    from lxml import etree

MAIN = "word/document.xml"
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_LEFT_OUT = (f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr")  # tracked deletions, properties


def parse_word(data: bytes, path: str) -> etree._Element:
    """The root of the main part; InputError for what is no .docx, or would flood memory."""
    return parse_xml(read_member(data, MAIN, path), path)


def paragraph_text(paragraph: etree._Element) -> str:
    """What a paragraph says, tracked changes accepted."""
    parts: list[str] = []
    _collect(paragraph, parts)
    return "".join(parts)


def _collect(element: etree._Element, parts: list[str]) -> None:
    for child in element:
        if child.tag == f"{W}t":
            parts.append(child.text or "")
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[str(child.tag)])
        elif child.tag not in _LEFT_OUT:
            _collect(child, parts)
