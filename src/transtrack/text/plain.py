"""Plain text: pages copied from a browser, and files wrapped at a margin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from transtrack.model import BlockKind
from transtrack.text.kinds import ends_sentence, recognise
from transtrack.text.lines import find_credit
from transtrack.text.passages import Passage, Reader, make_passage
from transtrack.text.pieces import Stroke, visible

_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"\r\n|\n|\r")
_MARKER = re.compile(r"(?:[-*•‣▪·–]|\d{1,3}[.)])\s+\S")
_ALT_TEXT = 150
_MARGINS = range(30, 161)
_WRAPPED_SHARE = 0.6
_PROSE_LINE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line that shows something: where it stands, what it shows, how far it is indented."""

    start: int
    end: int
    text: str
    indented: bool

    @property
    def marked(self) -> bool:
        return bool(_MARKER.match(self.text))


def parse(text: str) -> tuple[Passage, ...]:
    """The paragraphs, captions, headings … of a page's text.

    A single line break ends a block unless the lines look wrapped at a margin.
    """
    groups = list(_groups(text))
    margin = _margin(groups)
    passages: list[Passage] = []
    for group in groups:
        blocks = list(_blocks(group, margin))
        passages += _captions([made for block in blocks if (made := _passage(text, block))])
    return recognise(_items(passages), shaped=True)


def _groups(text: str) -> Iterator[list[_Line]]:
    """Lines that no blank line separates."""
    group: list[_Line] = []
    at = 0
    for end, following in _line_ends(text):
        shown = visible(text[at:end])
        if shown:
            group.append(
                _Line(start=at, end=end, text=shown, indented=text[at : at + 1] in {" ", "\t"})
            )
        elif group:
            yield group
            group = []
        at = following
    if group:
        yield group


def _line_ends(text: str) -> Iterator[tuple[int, int]]:
    for match in _BREAK.finditer(text):
        yield match.span()
    yield len(text), len(text)


def _margin(groups: list[list[_Line]]) -> int | None:
    """The column at which the file is wrapped, or None where its lines are blocks.

    A line is wrapped when the next line's first word had no room left in it; lines that mostly
    end with a full stop were not wrapped but written so.
    """
    lengths = sorted(len(line.text) for group in groups if len(group) > 1 for line in group)
    if not lengths:
        return None
    margin = lengths[(len(lengths) * 97 - 1) // 100]
    breaks = [pair for group in groups for pair in pairwise(group)]
    full = sum(_is_full(line, following, margin) for line, following in breaks)
    stopped = sum(ends_sentence(line.text) for line, _ in breaks)
    wrapped = full >= _WRAPPED_SHARE * len(breaks) and 2 * stopped <= len(breaks)
    return margin if len(breaks) > 1 and margin in _MARGINS and wrapped else None


def _is_full(line: _Line, following: _Line, margin: int) -> bool:
    return len(line.text) + 1 + len(following.text.split(" ", 1)[0]) > margin


def _blocks(group: list[_Line], margin: int | None) -> Iterator[list[_Line]]:
    """The group's lines, those together that one block was broken into."""
    listed = group[0].marked or sum(line.marked for line in group) > 1
    block = [group[0]]
    for line in group[1:]:
        if (listed and line.marked) or not _continues(block[-1], line, margin):
            yield block
            block = []
        block.append(line)
    yield block


def _continues(line: _Line, following: _Line, margin: int | None) -> bool:
    in_mid_sentence = following.text[0].islower() and not ends_sentence(line.text)
    if in_mid_sentence and len(line.text) >= _PROSE_LINE and find_credit(line.text) is None:
        return True
    indents = following.indented and not line.indented and not line.marked
    return margin is not None and not indents and _is_full(line, following, margin)


def _passage(text: str, block: list[_Line]) -> Passage | None:
    start, end = block[0].start, block[-1].end
    return make_passage(BlockKind.PARAGRAPH, [Stroke(start=start, end=end, shown=text[start:end])])


def _captions(passages: list[Passage]) -> list[Passage]:
    """The blocks of one group; above a caption with its credit stands the picture's alt text."""
    lines = [passage.plain for passage in passages]
    for index, line in enumerate(lines[:-1]):
        alone = index == 0 and len(lines) == 2  # noqa: PLR2004  # alt text and caption
        short = len(line) <= _ALT_TEXT and (alone or not ends_sentence(line))
        if short and find_credit(lines[index + 1]) and find_credit(line) is None:
            passages[index] = replace(passages[index], kind=BlockKind.CAPTION)
    return passages


def _items(passages: list[Passage]) -> list[Passage]:
    """Lines behind bullets or numbers are items where several follow each other."""
    marked = [bool(_MARKER.match(passage.plain)) for passage in passages]
    return [
        replace(passage, kind=BlockKind.ITEM)
        if passage.kind is BlockKind.PARAGRAPH
        and marked[index]
        and (any(marked[max(index - 1, 0) : index]) or any(marked[index + 1 : index + 2]))
        else passage
        for index, passage in enumerate(passages)
    ]


READER = Reader(name="plain text", suffixes=(".txt", ".text"), parse=parse, headings=False)
