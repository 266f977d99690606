"""Word files: their paragraphs, a line each, in a text of our own making."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transtrack.model import BlockKind
from transtrack.text.kinds import recognise
from transtrack.text.passages import Passage, Reader, make_passage
from transtrack.text.pieces import Stroke
from transtrack.text.word import W, paragraph_text, parse_word

_MARKS = {"# ": BlockKind.TITLE, "## ": BlockKind.HEADING, "- ": BlockKind.ITEM}
_MARK = re.compile(r"(?:#{1,2}|-) ")
_LINE = re.compile(r"[^\n]+")
_STYLE = re.compile(r"(?:Titel|Title)|(?:heading|berschrift|Rubrik|Titre)\s*\d?", re.IGNORECASE)


def unpack(data: bytes, path: str) -> str:
    """The paragraphs in order, `# ` before a title, `## ` before a heading, `- ` before an item.

    One that begins with such a mark itself has a space before it. Tables are read cell by cell;
    headers, footnotes and comments are left out, tracked changes are taken as accepted.
    """
    lines = []
    for paragraph in parse_word(data, path).iter(f"{W}p"):
        text = " ".join(paragraph_text(paragraph).split("\n")).strip()
        if text:
            mark = _find_mark(paragraph.find(f"{W}pPr"))
            lines.append(f"{mark}{text}" if mark or not _MARK.match(text) else f" {text}")
    return "".join(f"{line}\n" for line in lines)


def parse(text: str) -> tuple[Passage, ...]:
    """The passages of a text that `unpack` made."""
    passages = list(_passages(text))
    marked = any(p.kind in {BlockKind.TITLE, BlockKind.HEADING} for p in passages)
    return recognise(passages, shaped=not marked)


def _passages(text: str) -> Iterator[Passage]:
    for line in _LINE.finditer(text):
        mark = _MARK.match(line[0])
        kind = _MARKS[mark[0]] if mark else BlockKind.PARAGRAPH
        start = line.start() + (mark.end() if mark else 0)
        stroke = Stroke(start=start, end=line.end(), shown=text[start : line.end()])
        passage = make_passage(kind, [stroke])
        if passage:
            yield passage


def _find_mark(properties: object) -> str:
    from lxml import etree  # noqa: PLC0415 - slow to import

    if not isinstance(properties, etree._Element):
        return ""
    style = properties.find(f"{W}pStyle")
    name = (style.get(f"{W}val") or "") if style is not None else ""
    if _STYLE.match(name):
        return "# " if re.fullmatch(r"(?i)titel|title|\D+\s*1", name) else "## "
    return "- " if properties.find(f"{W}numPr") is not None or name.startswith("List") else ""


READER = Reader(name="Word", suffixes=(".docx",), parse=parse, unpack=unpack, fixable=False)
