"""A web page as lxml understands it, every text with its place in the file.

libxml2 repairs the page much as browsers do, but tells of no text where it stood. It is therefore
handed a copy in which each text is a marker that names its stretch of the file. Its events are
listened to instead of its tree, which holds no more than 2,048 elements within each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, NamedTuple

from transtrack.errors import InputError
from transtrack.text.stretches import MarkedPage, Stretch, find_numbers, mark_texts


class EventKind(Enum):
    """What happens at a place of the file."""

    OPEN = "open"
    CLOSE = "close"
    TEXT = "text"


class Node(NamedTuple):
    """An element and the index of the one around it."""

    name: str
    parent: int
    attributes: Mapping[str, str]

    def attribute(self, name: str) -> str:
        """The value of an attribute, empty without one."""
        return self.attributes.get(name, "")


class Event(NamedTuple):
    """A tag of the element with this index, or a stretch of its text."""

    kind: EventKind
    node: int
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Markup:
    """Elements in the order they open (a parent before its children) and all that happens."""

    page: MarkedPage
    nodes: list[Node] = field(default_factory=lambda: [Node(name="", parent=0, attributes={})])
    events: list[Event] = field(default_factory=list)

    def inherit(self, own: list[bool]) -> list[bool]:
        """What holds for an element or for one around it."""
        held = own.copy()
        for index, node in enumerate(self.nodes):
            held[index] = held[index] or held[node.parent]
        return held

    def alt_text(self, node: Node) -> Stretch | None:
        """Where the file has the text for a picture."""
        numbers = find_numbers(node.attribute("alt"))
        return self.page.stretches[numbers[0]] if numbers else None


@dataclass(slots=True)
class _Listener:
    """What lxml calls (its parser target interface): the elements still open, and the markup."""

    markup: Markup
    stack: list[int] = field(default_factory=lambda: [0])
    heard: list[str] = field(default_factory=list)
    following: int = 0  # the first stretch that is still to come
    shown: int = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.close()
        index = len(self.markup.nodes)
        self.markup.nodes.append(Node(tag, self.stack[-1], dict(attributes) if attributes else {}))
        self.markup.events.append(Event(EventKind.OPEN, index))
        self.stack.append(index)

    def end(self, _tag: str) -> None:
        self.close()
        self.markup.events.append(Event(EventKind.CLOSE, self.stack.pop()))

    def data(self, data: str) -> None:
        self.heard.append(data)  # a marker may come in two parts

    def close(self) -> None:
        """Add the texts heard, each after the blanks that stand before it."""
        if not self.heard:
            return
        for number in find_numbers("".join(self.heard)):
            for stretch in self.markup.page.stretches[self.following : number]:
                if stretch.blank:
                    self._add(stretch)
            self._add(self.markup.page.stretches[number])
            self.following = number + 1
            self.shown += 1
        self.heard.clear()

    def _add(self, stretch: Stretch) -> None:
        event = Event(EventKind.TEXT, self.stack[-1], stretch.start, stretch.end)
        self.markup.events.append(event)


def parse_markup(text: str, start: int, end: int) -> Markup:
    """The elements and texts of a stretch of the file; InputError where lxml lost some text."""
    from lxml import etree  # noqa: PLC0415  # slow to import

    markup = Markup(page=mark_texts(text, start, end))
    copy = "".join(markup.page.parts).encode("utf-8", "replace")
    if not copy.strip():
        return markup
    listener: Any = _Listener(markup)
    # An encoding given outweighs those the page declares
    parser = etree.HTMLParser(target=listener, encoding="utf-8", huge_tree=True, no_network=True)
    etree.fromstring(copy, parser)
    if listener.shown != markup.page.shown:
        hint = "save the article's text as a .txt or .md file"
        raise InputError("this page is too broken to be read without losing text", hint=hint)
    return markup
