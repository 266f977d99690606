"""The little numbers in a web page that lead to its footnotes, and back."""

from __future__ import annotations

import re

from transtrack.text.markup import EventKind, Markup, Node

_MARK = re.compile(
    r"\s*[\[(]?(?:\d{1,3}|[ivxlc]{1,6}|[*†‡§]{1,3}|↩\ufe0e?|\^)[\])]?\s*", re.IGNORECASE
)
_PLACE = re.compile(  # as LibreOffice, Word, Markdown's programs and MediaWiki name them
    r"#_?(?:sd)?(?:ftn|edn|fn|foot|end|note|cite)", re.IGNORECASE
)
_ROLES = frozenset({"doc-noteref", "doc-backlink"})


def find_note_marks(markup: Markup) -> set[int]:
    """The links within the page that show a mark and nothing else, raised or named as a note's.

    They are no words of the sentence they hang on: `the city1` would be read as a code.
    """
    around = [0] * len(markup.nodes)  # the link that an element is, or stands in; 0 for none
    raised = [node.name == "sup" for node in markup.nodes]
    inside = markup.inherit(raised)
    for index, node in enumerate(markup.nodes):
        link = node.name == "a" and node.attribute("href").startswith("#")
        around[index] = index if link else around[node.parent]
        inside[around[index]] |= inside[index]
    shown: dict[int, list[str]] = {}
    for kind, index, start, end in markup.events:
        if kind is EventKind.TEXT and around[index]:
            shown.setdefault(around[index], []).append(markup.page.text[start:end])
    return {
        link
        for link, parts in shown.items()
        if _MARK.fullmatch("".join(parts)) and (inside[link] or _is_named(markup.nodes[link]))
    }


def _is_named(link: Node) -> bool:
    return link.attribute("role") in _ROLES or bool(_PLACE.match(link.attribute("href")))
