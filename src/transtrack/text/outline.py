"""Paragraphs of a word processor's file, a line each, in a text of our own making."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from transtrack.model import BlockKind
from transtrack.text.kinds import recognise
from transtrack.text.passages import Passage, make_passage
from transtrack.text.pieces import Stroke

TITLE, HEADING, ITEM, PARAGRAPH = "# ", "## ", "- ", ""
_MARKS = {TITLE: BlockKind.TITLE, HEADING: BlockKind.HEADING, ITEM: BlockKind.ITEM}
_MARK = re.compile(r"(?:#{1,2}|-) ")
_LINE = re.compile(r"[^\n]+")


def render_outline(paragraphs: Iterable[tuple[str, str]]) -> str:
    """A line a paragraph, each given with its mark; one that begins like a mark has a space first.

    Empty ones are left out.
    """
    lines = []
    for mark, paragraph in paragraphs:
        text = " ".join(paragraph.split("\n")).strip()
        if text:
            lines.append(f"{mark}{text}" if mark or not _MARK.match(text) else f" {text}")
    return "".join(f"{line}\n" for line in lines)


def parse_outline(text: str) -> tuple[Passage, ...]:
    """The passages of a text that `render_outline` made; titles but the first are headings."""
    passages: list[Passage] = []
    titled = marked = False
    for passage in _passages(text):
        title = passage.kind is BlockKind.TITLE
        passages.append(replace(passage, kind=BlockKind.HEADING) if title and titled else passage)
        titled |= title
        marked |= title or passage.kind is BlockKind.HEADING
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
