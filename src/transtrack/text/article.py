"""Which part of a web page is the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transtrack.text.furniture import find_furniture
from transtrack.text.markup import Markup

_CONTAINERS = frozenset(
    {"", "html", "body", "main", "article", "section", "div", "center", "header", "fieldset"}
    | {"table", "tbody", "tr", "td", "form", "span", "font"}
)
_PROSE = 60  # characters that make a block prose outside <p>
_HEAVY = 0.8  # share of the prose that sends the search into a container
_ARTICLE_SHARE = 0.4
_WIDER = 1.5  # how much more prose the container of both title and text may hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A block of text: its element, how many characters it shows, how many of them in links.

    `named`: it is a byline, a date or a note on who wrote or translated the text.
    """

    node: int
    shown: int
    linked: int
    named: bool = False


def find_article(markup: Markup, blocks: Sequence[Weighed]) -> list[bool]:
    """For each element whether its text is the article's, the title outside it included."""
    dropped = markup.inherit(_furniture(markup, blocks))
    kept = [block for block in blocks if not dropped[block.node]]
    if not kept:
        return [True] * len(markup.nodes)
    weights = _weights(markup, kept)
    titles = [
        index
        for index, node in enumerate(markup.nodes)
        if node.name == "h1" and not dropped[index]
    ]
    root = _with_title(markup, _root(markup, weights), titles, weights)
    inside = markup.inherit([index == root for index in range(len(markup.nodes))])
    if titles and not any(inside[title] for title in titles):
        before = [title for title in titles if title < root] or titles
        title = before[-1]
        inside = markup.inherit([held or at == title for at, held in enumerate(inside)])
    return [held and not gone for held, gone in zip(inside, dropped, strict=True)]


def _furniture(markup: Markup, blocks: Sequence[Weighed]) -> list[bool]:
    """Furniture, unless it holds most of the text; nor is an article's footer of names alone."""
    weights = _weights(markup, blocks)
    named = _sums(markup, [(block.node, block.shown) for block in blocks if block.named])
    shown = _sums(markup, [(block.node, block.shown) for block in blocks])
    within = markup.inherit([node.name == "article" for node in markup.nodes])
    return [
        told
        and weights[index] * 2 <= weights[0]
        and not (node.name == "footer" and within[index] and 0 < named[index] == shown[index])
        for index, (node, told) in enumerate(
            zip(markup.nodes, find_furniture(markup), strict=True)
        )
    ]


def _weights(markup: Markup, blocks: Iterable[Weighed]) -> list[int]:
    """For each element the characters of prose in it; what is mostly links is none."""
    prose = [
        (block.node, block.shown)
        for block in blocks
        if (block.shown >= _PROSE or markup.nodes[block.node].name == "p")
        and block.linked * 2 < block.shown
    ]
    return _sums(markup, prose)


def _sums(markup: Markup, amounts: Iterable[tuple[int, int]]) -> list[int]:
    """For each element the amounts of all in it."""
    sums = [0] * len(markup.nodes)
    for index, amount in amounts:
        sums[index] += amount
    for index in range(len(markup.nodes) - 1, 0, -1):
        sums[markup.nodes[index].parent] += sums[index]
    return sums


def _root(markup: Markup, weights: list[int]) -> int:
    """The article's element: marked up as such, else the narrowest around most of the prose."""
    main = _heaviest(markup, weights, {"main"}, {"main"})
    article = _heaviest(markup, weights, {"article"}, {"article", "articlebody"})
    whole = weights[main] if main else weights[0]
    if article and weights[article] >= _ARTICLE_SHARE * whole:
        return article
    if main and weights[main] * 2 >= weights[0]:
        return main
    heavy = {
        markup.nodes[index].parent: index
        for index in range(1, len(weights))
        if weights[index] >= max(_HEAVY * weights[markup.nodes[index].parent], 1)
        and markup.nodes[index].name in _CONTAINERS
    }
    root = 0
    while root in heavy:
        root = heavy[root]
    return root


def _heaviest(markup: Markup, weights: list[int], names: set[str], marks: set[str]) -> int:
    """The element with the most prose among those of these names, roles or item properties."""
    marked = [
        index
        for index, node in enumerate(markup.nodes)
        if node.name in names
        or (
            node.attributes and {node.attribute(at).lower() for at in ("role", "itemprop")} & marks
        )
    ]
    best = max(marked, key=weights.__getitem__, default=0)
    return best if weights[best] else 0


def _with_title(markup: Markup, root: int, titles: list[int], weights: list[int]) -> int:
    """The element around both text and title, if little else stands in it."""
    around = {index: depth for depth, index in enumerate(_ancestors(markup, root))}
    for title in titles:
        shared = next(index for index in _ancestors(markup, title) if index in around)
        if shared == root or markup.nodes[shared].name in {"", "html", "body"}:
            continue
        if weights[shared] <= _WIDER * weights[root]:
            return shared
    return root


def _ancestors(markup: Markup, index: int) -> list[int]:
    """The element and those around it, outwards."""
    chain = [index]
    while chain[-1]:
        chain.append(markup.nodes[chain[-1]].parent)
    return chain
