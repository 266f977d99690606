"""Web pages: the article without what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from html import escape

from transtrack.model import BlockKind
from transtrack.text.article import Weighed, find_article
from transtrack.text.flow import Flow, find_flows
from transtrack.text.furniture import find_hidden
from transtrack.text.kinds import ends_sentence, recognise
from transtrack.text.lines import find_kind
from transtrack.text.markup import Markup, parse_markup
from transtrack.text.passages import Passage, Reader, make_passage
from transtrack.text.pieces import Stroke
from transtrack.text.tags import find_kinds

_META = {BlockKind.BYLINE, BlockKind.DATELINE}
_LONGEST_META = 120
_LOOSE = 25  # characters between names and dates that do not make them a sentence
_CELL = 200  # a table cell longer than this is layout


def parse(text: str) -> tuple[Passage, ...]:
    """The passages of the article in a page; scripts, menus, banners and comments left out."""
    markup = parse_markup(text, 0, len(text))
    kinds = find_kinds(markup)
    flows = find_flows(markup, find_hidden(markup))
    made = [(flow, passage) for flow in flows for passage in _made(flow, kinds)]
    held = find_article(markup, list(_weighed(markup, made)))
    passages = [passage for flow, passage in made if held[flow.node]]
    marked = any(p.kind in {BlockKind.TITLE, BlockKind.HEADING} for p in passages)
    return recognise(_with_title(passages), shaped=not marked)


def parse_fragment(text: str, start: int, end: int, kind: BlockKind) -> Iterator[Passage]:
    """The passages of HTML within another format, `kind` those that no tag tells otherwise."""
    markup = parse_markup(text, start, end)
    kinds = find_kinds(markup)
    for flow in find_flows(markup, find_hidden(markup)):
        for passage in _made(flow, kinds):
            told = passage.kind is not BlockKind.PARAGRAPH
            yield passage if told else replace(passage, kind=kind)


def _weighed(markup: Markup, made: Iterable[tuple[Flow, Passage]]) -> Iterator[Weighed]:
    links = markup.inherit([node.name == "a" for node in markup.nodes])
    footers = markup.inherit([node.name == "footer" for node in markup.nodes])
    for flow, passage in made:
        widths = [(len(stroke.shown.strip()), links[node]) for stroke, node in flow.strokes]
        yield Weighed(
            node=flow.node,
            shown=sum(width for width, _ in widths),
            linked=sum(width for width, link in widths if link),
            named=footers[flow.node]
            and (passage.kind in _META or find_kind(passage.plain) in {*_META, BlockKind.NOTE}),
        )


def _made(flow: Flow, kinds: list[BlockKind]) -> Iterator[Passage]:
    """The flow's passage; names and dates side by side in one flow are one passage each."""
    base = kinds[flow.node]
    told = [(kinds[node], len(stroke.shown.strip())) for stroke, node in flow.strokes]
    loose = sum(width for kind, width in told if kind not in _META)
    shown = {kind for kind, width in told if width}
    if base not in _META and shown & _META and loose <= _LOOSE:
        yield from _metas(flow, kinds)
        return
    passage = make_passage(
        shown.pop() if len(shown) == 1 else base, [stroke for stroke, _ in flow.strokes]
    )
    if passage:
        yield _sobered(passage)


def _metas(flow: Flow, kinds: list[BlockKind]) -> Iterator[Passage]:
    """Names and dates; a word before one (`Von`, `updated`) belongs to it, a bar to none."""
    group: list[Stroke] = []
    kind: BlockKind | None = None
    for stroke, node in flow.strokes:
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


READER = Reader(
    name="HTML",
    suffixes=(".html", ".htm", ".xhtml"),
    parse=parse,
    write=partial(escape, quote=False),
)
