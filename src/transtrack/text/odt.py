"""OpenDocument texts (ISO 26300), as LibreOffice saves them: their paragraphs, a line each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from transtrack.text.outline import HEADING, ITEM, PARAGRAPH, TITLE, parse_outline, render_outline
from transtrack.text.passages import Reader
from transtrack.text.xml import parse_xml, read_member

if TYPE_CHECKING:
    from lxml import etree

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _STYLE, _OFFICE = (f"{{{_NAMES}{name}:1.0}}" for name in ("text", "style", "office"))
_DRAW = f"{{{_NAMES}drawing:1.0}}"
_FEW = re.compile(r"[0-9]{1,3}")  # spaces: an element may ask for more than memory holds
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_LEFT_OUT = {
    f"{_OFFICE}annotation",
    *(f"{_TEXT}{name}" for name in ("note", "tracked-changes", "hidden-text", "ruby-text")),
}
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")


class _Walk:
    """The paragraphs of a document, as far as they have been walked through."""

    def __init__(self, root: etree._Element) -> None:
        styles = list(root.iter(f"{_STYLE}style"))
        self.parents = {
            item.get(f"{_STYLE}name"): item.get(f"{_STYLE}parent-style-name") for item in styles
        }
        self.hidden = {
            item.get(f"{_STYLE}name")
            for item in styles
            for about in item.iter(f"{_STYLE}text-properties")
            if about.get(f"{_TEXT}display") == "none"
        }
        self.deletions = {
            region.get(f"{_TEXT}id")
            for region in root.iter(f"{_TEXT}changed-region")
            if region.find(f"{_TEXT}deletion") is not None
        }
        self.deleting: set[str | None] = set()
        self.boxes: list[etree._Element] = []  # that hang on the last paragraph
        self.open = ""  # a paragraph whose break a tracked change takes away

    def find_paragraphs(self, parent: etree._Element, around: str) -> Iterator[tuple[str, str]]:
        """The mark and the text of each paragraph, those of a box behind the one it hangs on."""
        for child in parent:
            if child.tag in _LEFT_OUT or child.get(f"{_TEXT}display") == "none":
                continue
            if child.tag not in _PARAGRAPHS:
                item = child.tag == f"{_TEXT}list-item"
                yield from self.find_paragraphs(child, ITEM if item else around)
                continue
            parts = [self.open]
            self.collect(child, parts)
            self.open = "".join(parts) if self.deleting else ""
            if not self.deleting:
                yield self.find_mark(child, around), "".join(parts)
            boxes, self.boxes = self.boxes, []
            for box in boxes:
                yield from self.find_paragraphs(box, PARAGRAPH)

    def collect(self, element: etree._Element, parts: list[str]) -> None:
        """Add what an element says, changes accepted, without its boxes and notes."""
        self.say(element.text, parts)
        for child in element:
            change = child.get(f"{_TEXT}change-id")
            if child.tag == f"{_TEXT}change-start" and change in self.deletions:
                self.deleting.add(change)
            elif child.tag == f"{_TEXT}change-end":
                self.deleting.discard(change)
            elif child.tag == f"{_TEXT}s":
                count = child.get(f"{_TEXT}c", "1")
                self.say(" " * int(count) if _FEW.fullmatch(count) else " ", parts)
            elif child.tag in _SIGNS:
                self.say(_SIGNS[str(child.tag)], parts)
            elif str(child.tag).startswith(_DRAW):
                self.boxes += [] if self.deleting else [child]
            elif self.is_shown(child):
                self.collect(child, parts)
            self.say(child.tail, parts)

    def say(self, text: str | None, parts: list[str]) -> None:
        """Add a text unless a tracked change takes it away."""
        if text and not self.deleting:
            parts.append(text)

    def is_shown(self, element: etree._Element) -> bool:
        """Whether an element is of the paragraph, and seen by its readers."""
        style = element.get(f"{_TEXT}style-name")
        return element.tag not in _LEFT_OUT and style not in self.hidden

    def find_mark(self, paragraph: etree._Element, around: str) -> str:
        """What kind of paragraph it is; a style of its own is known by the one it is made from."""
        name = paragraph.get(f"{_TEXT}style-name")
        if name == "Title" or self.parents.get(name) == "Title":
            return TITLE
        if paragraph.tag == f"{_TEXT}h":
            return TITLE if paragraph.get(f"{_TEXT}outline-level", "1") == "1" else HEADING
        return around


def unpack(data: bytes, path: str) -> str:
    """The paragraphs in order, `# ` before a title, `## ` before a heading, `- ` before an item.

    Tables are read cell by cell; headers, footnotes, comments and hidden text are left out,
    tracked changes are taken as accepted.
    """
    packed = data.startswith(b"PK")
    root = parse_xml(read_member(data, "content.xml", path) if packed else data, path)
    walk = _Walk(root)
    body = root.findall(f"{_OFFICE}body/{_OFFICE}text")
    paragraphs = [item for text in body for item in walk.find_paragraphs(text, PARAGRAPH)]
    return render_outline([*paragraphs, (PARAGRAPH, walk.open)])


READER = Reader(
    name="OpenDocument",
    suffixes=(".odt", ".fodt"),
    parse=parse_outline,
    unpack=unpack,
    fixable=False,
)
