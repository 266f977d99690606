"""HTML as a tree whose every text knows its place in the file.

Own work because nobody else tells the place: lxml knows a line at most, and html.parser stops at
malformed declarations with an AssertionError. Nothing here recurses; depth costs no stack.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from html import unescape

from transtrack.text.passages import Stroke

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905  # a word list
INLINE = frozenset(  # whatever is not known to be inline breaks a block, save unknown elements
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark meter"  # noqa: SIM905  # a word list
    " nobr output picture progress q rp rt ruby s samp slot small source span strike strong sub"
    " sup time tt u var wbr".split()
)
_RAW = frozenset("script style title textarea iframe noembed noframes xmp".split())  # noqa: SIM905  # a word list
_CLOSES_P = frozenset(
    "address article aside blockquote center details div dl fieldset figcaption figure footer form"  # noqa: SIM905  # a word list
    " h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul".split()
)
_CLOSES = {  # element → open elements it ends, and those beyond which it does not look
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "caption"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "option": ({"option"}, {"select"}),
}
_MARKUP = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|</(?P<end>[a-zA-Z][^\s/>]*)[^>]*(?:>|\Z)"
    r"|<(?P<start>[a-zA-Z][^\s/>]*)|<[!?/][^>]*(?:>|\Z)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?"""
)
_BETWEEN = re.compile(r"[\s/]*")
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")


class EventKind(Enum):
    """What happens at a place of the file."""

    OPEN = "open"
    CLOSE = "close"
    TEXT = "text"


@dataclass(slots=True)
class Node:
    """An element: its parent's index, and where the file holds its attributes' values."""

    name: str
    parent: int
    attributes: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """A tag or a text of the element with this index."""

    kind: EventKind
    node: int
    start: int
    end: int


@dataclass(slots=True)
class Markup:
    """Elements in the order they open (a parent before its children) and all that happens."""

    text: str
    nodes: list[Node] = field(default_factory=lambda: [Node(name="", parent=0)])
    events: list[Event] = field(default_factory=list)

    def attribute(self, node: Node, name: str) -> str:
        """The value of an attribute, empty without one."""
        start, end = node.attributes.get(name, (0, 0))
        return unescape(self.text[start:end])


@dataclass(slots=True)
class _Builder:
    """The tree so far and the elements still open."""

    markup: Markup
    stack: list[int] = field(default_factory=lambda: [0])
    open_names: Counter[str] = field(default_factory=Counter)

    def open(
        self, name: str, attributes: dict[str, tuple[int, int]], span: tuple[int, int]
    ) -> None:
        if name in _CLOSES_P:
            self._pop_to({"p"}, set(), span[0])
        if name in _CLOSES:
            self._pop_to(*_CLOSES[name], span[0])
        index = len(self.markup.nodes)
        self.markup.nodes.append(Node(name=name, parent=self.stack[-1], attributes=attributes))
        self.markup.events.append(Event(EventKind.OPEN, index, *span))
        if name in VOID:
            self.markup.events.append(Event(EventKind.CLOSE, index, span[1], span[1]))
        else:
            self.stack.append(index)
            self.open_names[name] += 1

    def close(self, name: str, at: int) -> None:
        """An inline element is not ended across a block: `<b><p></b>` leaves the p open."""
        self._pop_to({name}, {"block"} if name in INLINE else set(), at)

    def text(self, start: int, end: int) -> None:
        if start < end:
            self.markup.events.append(Event(EventKind.TEXT, self.stack[-1], start, end))

    def _pop_to(self, names: set[str], beyond: set[str], at: int) -> None:
        if not any(self.open_names[name] for name in names):
            return
        for depth in range(len(self.stack) - 1, 0, -1):
            name = self.markup.nodes[self.stack[depth]].name
            if name in names:
                break
            if name in beyond or ("block" in beyond and name not in INLINE):
                return
        else:
            return
        for index in reversed(self.stack[depth:]):
            self.markup.events.append(Event(EventKind.CLOSE, index, at, at))
            self.open_names[self.markup.nodes[index].name] -= 1
        del self.stack[depth:]


def parse_markup(text: str, start: int, end: int) -> Markup:
    """The elements and texts of a stretch of the file, as browsers understand them, roughly."""
    builder = _Builder(Markup(text=text))
    at = start
    while match := _MARKUP.search(text, at, end):
        builder.text(at, match.start())
        at = match.end()
        if match["end"]:
            builder.close(match["end"].lower(), match.start())
        elif match["start"]:
            name = match["start"].lower()
            attributes, at = _attributes(text, at, end)
            builder.open(name, attributes, (match.start(), at))
            if name in _RAW:
                closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, at, end)
                at = closing.start() if closing else end
    builder.text(at, end)
    return builder.markup


def _attributes(text: str, at: int, end: int) -> tuple[dict[str, tuple[int, int]], int]:
    """Where the values of a start tag's attributes stand, and where the tag ends."""
    found: dict[str, tuple[int, int]] = {}
    while True:
        between = _BETWEEN.match(text, at, end)
        at = between.end() if between else at
        match = _ATTRIBUTE.match(text, at, end)
        if match is None:
            return found, min(at + 1, end)
        found.setdefault(match[1].lower(), match.span(match.lastindex or 1))
        at = match.end()


def strokes_between(text: str, start: int, end: int) -> Iterator[Stroke]:
    """Text of the file with its character references resolved."""
    at = start
    for match in _REFERENCE.finditer(text, start, end):
        shown = unescape(match[0])
        if shown == match[0]:
            continue
        if match.start() > at:
            yield Stroke(start=at, end=match.start(), shown=text[at : match.start()])
        yield Stroke(start=match.start(), end=match.end(), shown=shown)
        at = match.end()
    if at < end:
        yield Stroke(start=at, end=end, shown=text[at:end])
