"""Which part of a web page is the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transtrack.text.markup import Markup, Node

_NEVER = frozenset(
    "head script style noscript template svg canvas iframe object embed audio video select option"  # noqa: SIM905  # a word list
    " textarea button math".split()
)
_FURNITURE_TAGS = frozenset("nav footer aside dialog form menu pre".split())  # noqa: SIM905  # a word list
_FURNITURE_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar"  # noqa: SIM905  # a word list
    " form".split()
)
_FURNITURE_WORDS = frozenset(
    "nav navigation navbar menu breadcrumb breadcrumbs cookie cookies consent gdpr cmp share"  # noqa: SIM905  # a word list
    " sharing sharebar shares social socialmedia related recommended recommendation"
    " recommendations recirculation promo promotion ad ads advert adverts advertisement"
    " advertising anzeige werbung sponsor sponsored comment comments kommentare disqus newsletter"
    " subscribe subscription signup login paywall footer sidebar toolbar popup modal overlay"
    " outbrain taboola tags taglist pagination pager search weiterlesen mehrzum"
    " trending mostread".split()
)
_WORD = re.compile(r"[A-Z]?[a-zäöü]+|[A-Z]+(?![a-z])")
_CONTAINERS = frozenset(
    " html body main article section div center table tbody tr td form span font"  # noqa: SIM905  # a word list
    " header fieldset".split(" ")
)
_PROSE = 60  # characters that make a block prose outside <p>
_HEAVY = 0.8  # share of the prose that sends the search into a container
_ARTICLE_SHARE = 0.4
_WIDER = 1.5  # how much more prose the container of both title and text may hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A block of text: its element, how many characters it shows, how many of them in links."""

    node: int
    shown: int
    linked: int


def words_of(markup: Markup, node: Node) -> frozenset[str]:
    """The lower-case words in an element's class and id: `articleBody` is article and body."""
    names = markup.attribute(node, "class") + " " + markup.attribute(node, "id")
    return frozenset(word.lower() for word in _WORD.findall(names))


def find_hidden(markup: Markup) -> list[bool]:
    """For each element whether no browser shows it."""
    return _inherit(markup, [_is_hidden(markup, node) for node in markup.nodes])


def find_article(markup: Markup, blocks: Sequence[Weighed]) -> list[bool]:
    """For each element whether its text is the article's, the title outside it included."""
    weights = _weights(markup, blocks)
    furniture = [
        _is_furniture(markup, index) and weights[index] * 2 <= weights[0]
        for index in range(len(markup.nodes))
    ]
    dropped = _inherit(markup, furniture)
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
    inside = _inherit(markup, [index == root for index in range(len(markup.nodes))])
    if titles and not any(inside[title] for title in titles):
        before = [title for title in titles if title < root] or titles
        title = before[-1]
        inside = _inherit(markup, [inside[at] or at == title for at in range(len(inside))])
    return [held and not gone for held, gone in zip(inside, dropped, strict=True)]


def _inherit(markup: Markup, own: list[bool]) -> list[bool]:
    """What holds for an element or for one around it."""
    for index, node in enumerate(markup.nodes):
        own[index] = own[index] or own[node.parent]
    return own


def _is_hidden(markup: Markup, node: Node) -> bool:
    style = markup.attribute(node, "style").replace(" ", "").lower()
    return (
        node.name in _NEVER
        or "hidden" in node.attributes
        or markup.attribute(node, "aria-hidden").lower() == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )


def _is_furniture(markup: Markup, index: int) -> bool:
    node = markup.nodes[index]
    return (
        node.name in _FURNITURE_TAGS
        or markup.attribute(node, "role").lower() in _FURNITURE_ROLES
        or (node.name not in {"html", "body"} and bool(words_of(markup, node) & _FURNITURE_WORDS))
    )


def _weights(markup: Markup, blocks: Iterable[Weighed]) -> list[int]:
    """For each element the characters of prose in it; what is mostly links is none."""
    weights = [0] * len(markup.nodes)
    for block in blocks:
        prose = block.shown >= _PROSE or markup.nodes[block.node].name == "p"
        if prose and block.linked * 2 < block.shown:
            weights[block.node] += block.shown
    for index in range(len(markup.nodes) - 1, 0, -1):
        weights[markup.nodes[index].parent] += weights[index]
    return weights


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
        or {markup.attribute(node, at).lower() for at in ("role", "itemprop")} & marks
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
