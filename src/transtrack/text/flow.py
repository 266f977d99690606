"""The blocks of a web page: the text between two tags that break a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from transtrack.text.markup import EventKind, Markup
from transtrack.text.pieces import Stroke

_INLINE = frozenset(  # whatever is not known to be inline breaks a block, save unknown elements
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn"}
    | {"em", "font", "i", "ins", "kbd", "label", "mark", "meter", "nobr", "output", "progress"}
    | {"q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup"}
    | {"time", "tt", "u", "var", "wbr", "br", "img", "picture", "source", "slot"}
)
_LONGEST = 8  # characters of a number, its semicolon included
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")


@dataclass(slots=True)
class Flow:
    """The text between two block tags: the element it stands in, strokes with theirs."""

    node: int
    strokes: list[tuple[Stroke, int]] = field(default_factory=list)
    breaks: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing is to be seen."""
        return not any(stroke.shown.strip() for stroke, _ in self.strokes)


def find_flows(markup: Markup, hidden: list[bool]) -> Iterator[Flow]:
    """The texts between block tags; two line breaks in a row part them too."""
    text = markup.page.text
    flow = Flow(node=0)
    at = 0  # where the text before ended
    for kind, index, start, end in markup.events:
        node = markup.nodes[index]
        if kind is EventKind.TEXT:
            blank = text[start:end].isspace()
            # A blank parts two words though what follows it is hidden; none stands in front
            if flow.strokes if blank else not hidden[index]:
                flow.strokes += [(stroke, index) for stroke in find_strokes(text, start, end)]
                flow.breaks = flow.breaks if blank else 0
                at = end
            continue
        opened = kind is EventKind.OPEN
        if node.name == "br" and opened:
            flow.breaks += 1
            flow.strokes.append((Stroke(start=at, end=at, shown="\n"), index))
        if flow.breaks > 1 if node.name == "br" else _breaks(node.name):
            if flow.strokes:
                yield flow
            flow = Flow(node=index if opened and node.name != "br" else node.parent)
        if node.name == "img" and opened and not hidden[index] and flow.empty:
            yield from _picture(markup, index)


@lru_cache(maxsize=256)
def _breaks(name: str) -> bool:
    """Whether a tag parts blocks; elements of the page's own making do not, as in browsers."""
    return name not in _INLINE and "-" not in name and ":" not in name


def _picture(markup: Markup, index: int) -> Iterator[Flow]:
    alt = markup.alt_text(markup.nodes[index])
    if alt:
        strokes = find_strokes(markup.page.text, alt.start, alt.end)
        yield Flow(node=index, strokes=[(stroke, index) for stroke in strokes])


def find_strokes(text: str, start: int, end: int) -> list[Stroke]:
    """What a text of the file shows: its character references resolved."""
    strokes: list[Stroke] = []
    at = start
    if text.find("&", start, end) < 0:
        return [Stroke(start=start, end=end, shown=text[start:end])]
    for match in _REFERENCE.finditer(text, start, end):
        shown = _resolve(match[0])
        if shown == match[0]:
            continue
        if match.start() > at:
            strokes.append(Stroke(start=at, end=match.start(), shown=text[at : match.start()]))
        strokes.append(Stroke(start=match.start(), end=match.end(), shown=shown))
        at = match.end()
    if at < end:
        strokes.append(Stroke(start=at, end=end, shown=text[at:end]))
    return strokes


def _resolve(reference: str) -> str:
    """What a character reference shows; of a number that no character has, U+FFFD."""
    number = reference[2:].lstrip("0")
    if reference[1] == "#" and number[:1] not in "xX" and len(number) > _LONGEST:
        return "\ufffd"  # as unescape has it, which reads no number of 4,300 digits
    return unescape(reference)
