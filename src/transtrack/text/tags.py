"""What tags and classes tell of a text: whether it is a heading, a caption, a byline."""

from __future__ import annotations

from transtrack.model import BlockKind
from transtrack.text.furniture import words_of
from transtrack.text.markup import Markup

_BY_TAG = {
    "h1": BlockKind.TITLE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "legend"), BlockKind.HEADING),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    **dict.fromkeys(("li", "dt", "dd", "td", "th"), BlockKind.ITEM),
    "blockquote": BlockKind.QUOTATION,
    "img": BlockKind.CAPTION,
    "time": BlockKind.DATELINE,
    "address": BlockKind.BYLINE,
}
_BY_WORD = (
    ({"byline", "author", "authors", "autor", "autoren"}, BlockKind.BYLINE),
    ({"dateline", "date", "datum", "pubdate", "timestamp", "published"}, BlockKind.DATELINE),
    ({"caption", "figcaption", "bildunterschrift", "credit", "credits"}, BlockKind.CAPTION),
    ({"skip", "skiplink", "skiplinks"}, BlockKind.NAVIGATION),
)


def find_kinds(markup: Markup) -> list[BlockKind]:
    """For each element what its text is: the innermost tag or class around it that tells."""
    kinds: list[BlockKind] = []
    for index, node in enumerate(markup.nodes):
        kind = _BY_TAG.get(node.name)
        if node.attributes and (kind is None or node.name in {"li", "td", "dd"}):
            words = words_of(node) | {node.attribute("rel").lower()}
            kind = next((kind for marks, kind in _BY_WORD if words & marks), kind)
        inherited = kinds[node.parent] if index else BlockKind.PARAGRAPH
        if node.name in {"p", "div"} and markup.nodes[node.parent].name in {"td", "th"}:
            inherited = BlockKind.PARAGRAPH
        kinds.append(kind or inherited)
    return kinds
