"""The main part of a .docx file (ECMA-376, WordprocessingML), as lxml reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transtrack.text.xml import parse_xml, read_member

if TYPE_CHECKING:
    from lxml import etree

MAIN = "word/document.xml"
_COMMENTS, _NO_COMMENTS = "word/comments.xml", b"<none/>"
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = ("del", "moveFrom")  # what tracked changes take away
_LEFT_OUT = {f"{W}{name}" for name in (*_GONE, "pPr", "rPr", "rt", "txbxContent")}


def parse_word(data: bytes, path: str) -> etree._Element:
    """The root of the main part; InputError for what is no .docx, or would flood memory.

    What is there once more for programs that cannot draw it, as a text box is, is left out.
    """
    from lxml import etree  # noqa: PLC0415 - slow to import

    root = parse_xml(read_member(data, MAIN, path), path)
    etree.strip_elements(root, _FALLBACK, with_tail=False)
    return root


def read_comments(data: bytes, path: str) -> dict[str, str]:
    """What stands in the margin, with its author's name, by the id that the text refers to."""
    root = parse_xml(read_member(data, _COMMENTS, path, missing=_NO_COMMENTS), path)
    found = {}
    for comment in root.iter(f"{W}comment"):
        text = "\n".join(text for _, text in read_paragraphs(comment)).strip()
        author = comment.get(f"{W}author", "").strip()
        found[comment.get(f"{W}id", "")] = f"{author}: {text}" if author and text else text
    return found


def read_paragraphs(element: etree._Element) -> Iterator[tuple[etree._Element | None, str]]:
    """The properties and the text of each paragraph in it, tracked changes accepted.

    Paragraphs whose break was deleted are one. Those of a text box follow the one it hangs on.
    """
    open_: dict[etree._Element | None, str] = {}
    for paragraph in element.iter(f"{W}p"):
        parent, properties = paragraph.getparent(), paragraph.find(f"{W}pPr")
        text = open_.pop(parent, "") + paragraph_text(paragraph)
        if any(paragraph.find(f"{W}pPr/{W}rPr/{W}{name}") is not None for name in _GONE):
            open_[parent] = text
        else:
            yield properties, text
    for text in open_.values():
        yield None, text


def paragraph_text(paragraph: etree._Element) -> str:
    """What a paragraph says, tracked changes accepted; without its text boxes and hidden text."""
    parts: list[str] = []
    _collect(paragraph, parts)
    return "".join(parts)


def _collect(element: etree._Element, parts: list[str]) -> None:
    for child in element:
        if child.tag == f"{W}t":
            parts.append(child.text or "")
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[str(child.tag)])
        elif child.tag not in _LEFT_OUT and not _is_hidden(child):
            _collect(child, parts)


def _is_hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val") not in {"0", "false", "off"}
