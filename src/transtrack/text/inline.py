"""What inline Markdown shows, and the place in the file of every character of it.

markdown-it tells the lines of a block but not where its words stand: `rules` has its inline rules
note that. The plain text between two tokens so placed begins where the one before it ended.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from transtrack.text.pieces import Stroke
from transtrack.text.rules import Rule, locate

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

Anchors = Sequence[tuple[int, int]]  # ascending: offset in the block's source, in the file
_LINE_BREAK = re.compile(r"<br\b", re.IGNORECASE)


@cache
def located_parser() -> MarkdownIt:
    """CommonMark, tables and strikethrough; inline tokens carry `meta["source"]`."""
    from markdown_it import MarkdownIt, rules_inline  # noqa: PLC0415  # slow to import

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    rules: dict[str, Rule] = {
        "newline": rules_inline.newline,
        "escape": rules_inline.escape,
        "backticks": rules_inline.backtick,
        "strikethrough": rules_inline.strikethrough.tokenize,
        "emphasis": rules_inline.emphasis.tokenize,
        "link": rules_inline.link,
        "image": rules_inline.image,
        "autolink": rules_inline.autolink,
        "html_inline": rules_inline.html_inline,
        "entity": rules_inline.entity,
    }
    for name, rule in rules.items():
        parser.inline.ruler.at(name, locate(rule))
    return parser.disable(["fragments_join", "text_join"])


def inline_parts(
    tokens: Sequence[Token], anchors: Anchors, base: int = 0
) -> Iterator[tuple[bool, list[Stroke]]]:
    """What inline tokens show, in turn: whether it is a picture's alt text, and its strokes."""
    at = base
    for token in tokens:
        low, high = token.meta.get("source") or (at - base, at - base + len(token.content))
        start, end = base + low, base + high
        if token.type in {"text", "text_special"}:
            yield False, _place(anchors, start, end, token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            yield False, _place(anchors, start, start + 1, "\n")
        elif token.type == "html_inline" and _LINE_BREAK.match(token.content):
            yield False, _place(anchors, start, end, " ")
        elif token.type == "code_inline":
            yield False, _code(token, anchors, start, end)
        elif token.type == "image":
            alt = inline_parts(token.children or [], anchors, start + len("!["))
            yield True, [stroke for _, strokes in alt for stroke in strokes]
        at = end


def _code(token: Token, anchors: Anchors, start: int, end: int) -> list[Stroke]:
    """The words between backticks, one space at either end left out as the standard says."""
    fence = len(token.markup)
    inner = end - start - 2 * fence
    padding = fence + (inner - len(token.content)) // 2
    return _place(anchors, start + padding, end - padding, token.content)


def _place(anchors: Anchors, start: int, end: int, shown: str) -> list[Stroke]:
    """Strokes of the file for a stretch of the block's source, one a line where it spans lines."""
    if not anchors or start >= end:
        return []
    if len(anchors) == 1 and end - start == len(shown):
        at = _in_file(anchors, start)
        return [Stroke(start=at, end=at + len(shown), shown=shown)]
    if end - start != len(shown):
        last = _in_file(anchors, end - 1) + 1
        return [Stroke(start=_in_file(anchors, start), end=last, shown=shown)]
    first, last = (bisect_right(anchors, (at, -1)) for at in (start + 1, end))
    edges = [start, *(source for source, _ in anchors[first:last]), end]
    return [
        Stroke(start=at, end=at + high - low, shown=shown[low - start : high - start])
        for low, high in pairwise(edges)
        for at in (_in_file(anchors, low),)
    ]


def _in_file(anchors: Anchors, offset: int) -> int:
    source, place = anchors[max(bisect_right(anchors, (offset + 1, -1)) - 1, 0)]
    return place + offset - source


def anchor_lines(content: str, text: str, lines: Sequence[tuple[int, int]]) -> Anchors:
    """Where each line of a paragraph or heading begins in the file, its markers left out."""
    anchors: list[tuple[int, int]] = []
    at = 0
    for line, (start, end) in zip(content.split("\n"), lines, strict=False):
        core = line.strip()
        written = text[start:end].replace("\0", "\ufffd").rstrip()
        place = len(written) - len(core) if written.endswith(core) else written.find(core)
        if core and place >= 0:
            anchors.append((at + len(line) - len(line.lstrip()), start + place))
        at += len(line) + 1
    return anchors


def anchor_cell(content: str, text: str, start: int) -> Anchors:
    r"""Where a table cell's content stands from `start` on; `|` in it is written `\|`."""
    anchors: list[tuple[int, int]] = []
    at, place = 0, start
    shown = text.replace("\0", "\ufffd") if "\ufffd" in content else text
    for index, part in enumerate(content.split("|")):
        if index:
            place = shown.index("\\|", place) + 1
            anchors.append((at, place))
            at, place = at + 1, place + 1
        place = shown.index(part, place)
        if part:
            anchors.append((at, place))
        at, place = at + len(part), place + len(part)
    return anchors
