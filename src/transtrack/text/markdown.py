"""Markdown: CommonMark with GitHub's tables and strikethrough."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from transtrack.model import BlockKind
from transtrack.text.html import parse_fragment
from transtrack.text.inline import anchor_cell, anchor_lines, inline_parts, located_parser
from transtrack.text.kinds import recognise
from transtrack.text.passages import Passage, Reader, make_passage
from transtrack.text.pieces import Stroke

if TYPE_CHECKING:
    from markdown_it.token import Token

_EDGE = r"[ \t]*(?:\r\n|\n|\r)"
_FRONT_MATTER = re.compile(
    rf"(---|\+\+\+){_EDGE}(?!{_EDGE})(?:.*?(?:\r\n|\n|\r))??\1[ \t]*(?=[\r\n]|\Z)", re.S
)
_MARKS = re.compile(r"[\\`*_\[\]<>#|~&\n]")  # what might be taken for Markdown's own
_LINE_END = re.compile(r"\r\n?|\n")
_CONTAINERS = {
    "blockquote": BlockKind.QUOTATION,
    "list_item": BlockKind.ITEM,
    "th": BlockKind.ITEM,
    "td": BlockKind.ITEM,
}


@dataclass(slots=True)
class _Place:
    """Where the walk over the block tokens is: open containers, whether a title was seen."""

    text: str
    lines: list[tuple[int, int]]
    kinds: list[BlockKind] = field(default_factory=lambda: [BlockKind.PARAGRAPH])
    titled: bool = False
    cell_at: int | None = None


def parse(text: str) -> tuple[Passage, ...]:
    """The blocks of a Markdown file; front matter, code and link targets are not shown."""
    match = _FRONT_MATTER.match(text)
    body = match.end() if match else 0
    tokens = located_parser().parse(text[body:])
    place = _Place(text=text, lines=_lines(text, body))
    passages = [passage for token in tokens for passage in _passages(token, place)]
    return recognise(passages, shaped=not any(token.type == "heading_open" for token in tokens))


def _lines(text: str, start: int) -> list[tuple[int, int]]:
    """Where each line begins and ends; markdown-it counts LF, CRLF and CR."""
    lines: list[tuple[int, int]] = []
    at = start
    for match in _LINE_END.finditer(text, start):
        lines.append((at, match.start()))
        at = match.end()
    return [*lines, (at, len(text))]


def _passages(token: Token, place: _Place) -> Iterator[Passage]:
    """What one block token adds; an opening or a closing one moves the place."""
    name, _, edge = token.type.rpartition("_")
    if edge == "open":
        place.kinds.append(_kind(token, name, place))
        if name == "tr" and token.map:
            place.cell_at = place.lines[token.map[0]][0]
    elif edge == "close":
        place.kinds.pop()
        place.cell_at = None if name == "tr" else place.cell_at
    elif token.type == "inline" and token.content:
        yield from _inline(token, place)
    elif token.type == "html_block" and token.map:
        lines = place.lines[slice(*token.map)]
        yield from parse_fragment(place.text, lines[0][0], lines[-1][1], place.kinds[-1])


def _kind(token: Token, name: str, place: _Place) -> BlockKind:
    if name != "heading":
        return _CONTAINERS.get(name, place.kinds[-1])
    if token.tag == "h1" and not place.titled:
        place.titled = True
        return BlockKind.TITLE
    return BlockKind.HEADING


def _inline(token: Token, place: _Place) -> Iterator[Passage]:
    if place.cell_at is None:
        lines = place.lines[slice(*(token.map or (0, 0)))]
        anchors = anchor_lines(token.content, place.text, lines)
    else:
        anchors = anchor_cell(token.content, place.text, place.cell_at)
        place.cell_at = anchors[-1][1] + len(token.content) - anchors[-1][0]
    parts = list(inline_parts(token.children or [], anchors))
    yield from _with_pictures(parts, place.kinds[-1])


def _with_pictures(parts: Sequence[tuple[bool, list[Stroke]]], kind: BlockKind) -> list[Passage]:
    """The block's text; alt texts before and behind it are captions, those within not shown."""
    text = [
        index
        for index, (picture, strokes) in enumerate(parts)
        if not picture and any(stroke.shown.strip() for stroke in strokes)
    ]
    first, last = (text[0], text[-1]) if text else (len(parts), len(parts))
    words = [s for picture, strokes in parts[first : last + 1] if not picture for s in strokes]
    made = [
        *(
            make_passage(BlockKind.CAPTION, strokes)
            for picture, strokes in parts[:first]
            if picture
        ),
        make_passage(kind, words),
        *(make_passage(BlockKind.CAPTION, s) for picture, s in parts[last + 1 :] if picture),
    ]
    return [passage for passage in made if passage]


def _write(words: str) -> str | None:
    return None if _MARKS.search(words) else words


READER = Reader(name="Markdown", suffixes=(".md", ".markdown"), parse=parse, write=_write)
