"""Word files: their paragraphs, a line each, in a text of our own making."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transtrack.text.outline import HEADING, ITEM, PARAGRAPH, TITLE, parse_outline, render_outline
from transtrack.text.passages import Reader
from transtrack.text.word import W, parse_word, read_paragraphs

if TYPE_CHECKING:
    from lxml import etree

_STYLE = re.compile(r"(?:Titel|Title)|(?:heading|berschrift|Rubrik|Titre)\s*\d?", re.IGNORECASE)


def unpack(data: bytes, path: str) -> str:
    """The paragraphs in order, `# ` before a title, `## ` before a heading, `- ` before an item.

    Tables are read cell by cell; headers, footnotes, comments and hidden text are left out,
    tracked changes are taken as accepted.
    """
    paragraphs = read_paragraphs(parse_word(data, path))
    return render_outline((_find_mark(properties), text) for properties, text in paragraphs)


def _find_mark(properties: etree._Element | None) -> str:
    if properties is None:
        return PARAGRAPH
    style = properties.find(f"{W}pStyle")
    name = (style.get(f"{W}val") or "") if style is not None else ""
    if _STYLE.match(name):
        return TITLE if re.fullmatch(r"(?i)titel|title|\D+\s*1", name) else HEADING
    number = properties.find(f"{W}numPr")
    if number is None:
        return ITEM if name.startswith("List") else PARAGRAPH
    told = number.find(f"{W}numId")
    left = told is not None and told.get(f"{W}val") == "0"  # the list that its style puts it in
    return PARAGRAPH if left else ITEM


READER = Reader(
    name="Word", suffixes=(".docx",), parse=parse_outline, unpack=unpack, fixable=False
)
