"""Web pages: the article without what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from transtrack.model import BlockKind
from transtrack.text.article import Weighed, find_article, find_hidden, words_of
from transtrack.text.kinds import ends_sentence, recognise
from transtrack.text.markup import INLINE, EventKind, Markup, parse_markup, strokes_between
from transtrack.text.passages import Passage, Reader, Stroke, make_passage

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
_META = {BlockKind.BYLINE, BlockKind.DATELINE}
_LONGEST_META = 120
_LOOSE = 25  # characters between names and dates that do not make them a sentence
_CELL = 200  # a table cell longer than this is layout


@dataclass(slots=True)
class _Block:
    """The text between two block tags: strokes, each with its element."""

    node: int
    strokes: list[tuple[Stroke, int]] = field(default_factory=list)
    breaks: int = 0

    @property
    def empty(self) -> bool:
        return not any(stroke.shown.strip() for stroke, _ in self.strokes)


def parse(text: str) -> tuple[Passage, ...]:
    """The passages of the article in a page; scripts, menus, banners and comments left out."""
    markup = parse_markup(text, 0, len(text))
    hidden = find_hidden(markup)
    kinds = _kinds(markup)
    made = [
        (block, passage) for block in _blocks(markup, hidden) for passage in _made(block, kinds)
    ]
    links = _links(markup)
    held = find_article(markup, [_weigh(block, links) for block, _ in made])
    passages = [passage for block, passage in made if held[block.node]]
    marked = any(p.kind in {BlockKind.TITLE, BlockKind.HEADING} for p in passages)
    return recognise(_with_title(passages), shaped=not marked)


def parse_fragment(text: str, start: int, end: int, kind: BlockKind) -> Iterator[Passage]:
    """The passages of HTML within another format, `kind` those that no tag tells otherwise."""
    markup = parse_markup(text, start, end)
    kinds = _kinds(markup)
    for block in _blocks(markup, find_hidden(markup)):
        for passage in _made(block, kinds):
            told = passage.kind is not BlockKind.PARAGRAPH
            yield passage if told else replace(passage, kind=kind)


def _kinds(markup: Markup) -> list[BlockKind]:
    """For each element what its text is: the innermost tag or class around it that tells."""
    kinds: list[BlockKind] = []
    for index, node in enumerate(markup.nodes):
        kind = _BY_TAG.get(node.name)
        if node.attributes and (kind is None or node.name in {"li", "td", "dd"}):
            words = words_of(markup, node) | {markup.attribute(node, "rel").lower()}
            kind = next((kind for marks, kind in _BY_WORD if words & marks), kind)
        inherited = kinds[node.parent] if index else BlockKind.PARAGRAPH
        if node.name in {"p", "div"} and markup.nodes[node.parent].name in {"td", "th"}:
            inherited = BlockKind.PARAGRAPH
        kinds.append(kind or inherited)
    return kinds


def _links(markup: Markup) -> list[bool]:
    links: list[bool] = []
    for index, node in enumerate(markup.nodes):
        links.append(node.name == "a" or (index > 0 and links[node.parent]))
    return links


def _blocks(markup: Markup, hidden: list[bool]) -> Iterator[_Block]:
    """The texts between block tags; two line breaks in a row part blocks too."""
    block = _Block(node=0)
    for event in markup.events:
        node = markup.nodes[event.node]
        if node.name == "br" and event.kind is EventKind.OPEN:
            block.breaks += 1
            block.strokes.append(
                (Stroke(start=event.start, end=event.end, shown="\n"), event.node)
            )
            ends = block.breaks > 1
        else:
            ends = event.kind is not EventKind.TEXT and _breaks(node.name)
        if ends:
            yield block
            block = _Block(node=_around(markup, event.node, event.kind))
        if hidden[event.node]:
            continue
        if event.kind is EventKind.TEXT:
            strokes = strokes_between(markup.text, event.start, event.end)
            block.strokes += [(stroke, event.node) for stroke in strokes]
            if markup.text[event.start : event.end].strip():
                block.breaks = 0
        elif node.name == "img" and event.kind is EventKind.OPEN and block.empty:
            yield from _alt_text(markup, event.node)
    yield block


def _breaks(name: str) -> bool:
    """Whether a tag parts blocks; elements of the page's own making do not, as in browsers."""
    return name not in INLINE and "-" not in name and ":" not in name


def _around(markup: Markup, index: int, event: EventKind) -> int:
    """The element whose text follows a tag."""
    return markup.nodes[index].parent if event is EventKind.CLOSE else index


def _alt_text(markup: Markup, index: int) -> Iterator[_Block]:
    start, end = markup.nodes[index].attributes.get("alt", (0, 0))
    strokes = [(stroke, index) for stroke in strokes_between(markup.text, start, end)]
    if strokes:
        yield _Block(node=index, strokes=strokes)


def _weigh(block: _Block, links: list[bool]) -> Weighed:
    shown = linked = 0
    for stroke, node in block.strokes:
        width = len(stroke.shown.strip())
        shown += width
        linked += width if links[node] else 0
    return Weighed(node=block.node, shown=shown, linked=linked)


def _made(block: _Block, kinds: list[BlockKind]) -> Iterator[Passage]:
    """The block's passage; names and dates side by side in one block are one passage each."""
    base = kinds[block.node]
    told = [(kinds[node], len(stroke.shown.strip())) for stroke, node in block.strokes]
    loose = sum(width for kind, width in told if kind not in _META)
    shown = {kind for kind, width in told if width}
    if base not in _META and shown & _META and loose <= _LOOSE:
        yield from _metas(block, kinds)
        return
    passage = make_passage(
        shown.pop() if len(shown) == 1 else base, [stroke for stroke, _ in block.strokes]
    )
    if passage:
        yield _sobered(passage)


def _metas(block: _Block, kinds: list[BlockKind]) -> Iterator[Passage]:
    """Names and dates; a word before one (`Von`, `updated`) belongs to it, a bar to none."""
    group: list[Stroke] = []
    kind: BlockKind | None = None
    for stroke, node in block.strokes:
        found = kinds[node] if kinds[node] in _META else None
        if not found and not any(char.isalnum() for char in stroke.shown):
            continue
        if kind and found is not kind:
            yield from _one(kind, group)
            group, kind = [], None
        group.append(stroke)
        kind = found or kind
    yield from _one(kind or BlockKind.PARAGRAPH, group)


def _one(kind: BlockKind, strokes: list[Stroke]) -> Iterator[Passage]:
    passage = make_passage(kind, strokes)
    if passage:
        yield passage


def _sobered(passage: Passage) -> Passage:
    """A paragraph where a class promised a name, or a cell an item, but a text stands there."""
    plain = passage.plain
    wordy = len(plain) > _LONGEST_META or (ends_sentence(plain) and len(plain.split()) > 5)  # noqa: PLR2004
    if (passage.kind in _META and wordy) or (
        passage.kind is BlockKind.ITEM and len(plain) > _CELL
    ):
        return replace(passage, kind=BlockKind.PARAGRAPH)
    return passage


def _with_title(passages: list[Passage]) -> list[Passage]:
    """One title: the first h1, or without one the heading that opens the article."""
    kinds = [passage.kind for passage in passages]
    first = next((at for at, kind in enumerate(kinds) if kind is BlockKind.TITLE), None)
    if first is None:
        opening = [kind for kind in kinds if kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}]
        first = kinds.index(BlockKind.HEADING) if opening[:1] == [BlockKind.HEADING] else None
    return [
        replace(passage, kind=BlockKind.TITLE if at == first else BlockKind.HEADING)
        if passage.kind is BlockKind.TITLE or at == first
        else passage
        for at, passage in enumerate(passages)
    ]


READER = Reader(name="HTML", suffixes=(".html", ".htm", ".xhtml"), parse=parse)
