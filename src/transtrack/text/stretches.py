"""Where the texts of a web page stand: the page falls into texts, tags and what nobody sees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

_MARKUP = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    # Not possessive: groups in such a repeat break in Python 3.11. It never goes back anyway.
    r"""(?:[^>=]+|=\s*(?:"[^"]*"|'[^']*'|(?P<unclosed>["'])|[^\s>"'][^\s>]*|))*(?:>|(?P<cut>\Z))"""
    r"|<[!?/][^>]*+(?:>|\Z)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)))?"""
)
_RAW = {  # elements that hold no markup, and what ends them
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp")
}
_OPEN, _CLOSE = "\ue000", "\ue001"  # private use: no page means anything by them
_MARKER = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_UNSAFE = re.compile(f"[\0{_OPEN}{_CLOSE}]")


class Stretch(NamedTuple):
    """A text in the file, up to the next tag or comment."""

    start: int
    end: int
    blank: bool


@dataclass(slots=True)
class MarkedPage:
    """A page with a marker in place of each of its texts, which names the text by its number.

    Blank texts have numbers too but stay as they are: parsers treat blanks their own way.
    """

    text: str
    stretches: list[Stretch] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    shown: int = 0  # markers outside of tags

    def add_text(self, start: int, end: int) -> None:
        """Take a text up."""
        if start < end:
            self.parts.append(self._mark(start, end))
            self.shown += not self.stretches[-1].blank

    def add_tag(self, match: re.Match[str]) -> None:
        """Take a tag up, and the text for a picture in it."""
        name = _safe(match["name"])
        if name.lower() == "plaintext":  # would make all that follows one text
            return
        if match["close"]:
            self.parts.append(f"</{name}>")
        elif match["unclosed"]:  # a quote that would swallow the page
            self.parts.append(f"<{name}>")
        elif name.lower() == "img" and (alt := _alt_text(match)):
            before, behind = self.text[match.start() : alt[0]], self.text[alt[1] : match.end()]
            self.parts += (_safe(before), self._mark(*alt), _safe(behind))
        else:
            self.parts.append(_safe(match[0]))

    def _mark(self, start: int, end: int) -> str:
        blank = self.text[start:end].isspace()
        self.stretches.append(Stretch(start, end, blank))
        return " " if blank else f"{_OPEN}{len(self.stretches) - 1}{_CLOSE}"


def mark_texts(text: str, start: int, end: int) -> MarkedPage:
    """The texts of a stretch of the file; comments, declarations and scripts are none."""
    page = MarkedPage(text=text)
    at = start
    while match := _MARKUP.search(text, at, end):
        page.add_text(at, match.start())
        at = match.end()
        if not match["name"] or match["cut"] is not None:
            continue
        page.add_tag(match)
        ending = None if match["close"] else _RAW.get(match["name"].lower())
        if ending and match[0].endswith("/>"):  # XHTML
            page.parts.append(f"</{match['name']}>")
        elif ending:
            closing = ending.search(text, at, end)
            at = closing.start() if closing else end
    page.add_text(at, end)
    return page


def find_numbers(marked: str) -> list[int]:
    """The numbers of the stretches that markers name."""
    return [int(number) for number in _MARKER.findall(marked)]


def _safe(tag: str) -> str:
    return _UNSAFE.sub("\ufffd", tag)


def _alt_text(tag: re.Match[str]) -> tuple[int, int] | None:
    """Where the first `alt` of a tag has its value, unless that is blank."""
    for match in _ATTRIBUTE.finditer(tag.string, tag.end("name"), tag.end()):
        if match["name"].lower() == "alt":
            value = match.lastindex or 1
            return match.span(value) if value > 1 and match[value].strip() else None
    return None
