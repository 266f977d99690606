"""What stands around the article of a web page: menus, banners, share bars, hidden parts."""

from __future__ import annotations

import re

from transtrack.text.markup import Markup, Node
from transtrack.text.notemarks import find_note_marks

_NEVER = frozenset(
    {"title", "script", "style", "noscript", "template", "svg", "canvas", "math"}
    | {"iframe", "object", "embed", "audio", "video"}
    | {"select", "option", "textarea", "button"}
)
_TAGS = frozenset({"nav", "footer", "aside", "dialog", "form", "menu", "pre"})
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "form"}
    | {"dialog", "alertdialog", "menu", "menubar", "toolbar"}
)
_WORDS = frozenset(
    {"nav", "navigation", "navbar", "menu", "breadcrumb", "breadcrumbs", "toolbar", "sidebar"}
    | {"footer", "pagination", "pager", "search", "tags", "taglist", "popup", "modal", "overlay"}
    | {"cookie", "cookies", "consent", "gdpr", "cmp"}
    | {"share", "sharing", "sharebar", "shares", "social", "socialmedia"}
    | {"related", "recommended", "recommendation", "recommendations", "recirculation"}
    | {"outbrain", "taboola", "trending", "mostread", "weiterlesen", "mehrzum"}
    | {"ad", "ads", "advert", "adverts", "advertisement", "advertising", "anzeige", "werbung"}
    | {"promo", "promotion", "sponsor", "sponsored"}
    | {"comment", "comments", "kommentare", "disqus"}
    | {"newsletter", "subscribe", "subscription", "signup", "login", "paywall"}
)
_PAGE = frozenset({"header", "footer"})
_UNSEEN = re.compile(r"(?:^|;)(?:display:none|visibility:hidden)")
_WORD = re.compile(r"[A-Z]?[a-zäöü]+|[A-Z]+(?![a-z])")


def words_of(node: Node) -> frozenset[str]:
    """The lower-case words in an element's class and id: `articleBody` is article and body."""
    names = node.attribute("class") + " " + node.attribute("id")
    return (
        frozenset(word.lower() for word in _WORD.findall(names)) if names != " " else frozenset()
    )


def find_hidden(markup: Markup) -> list[bool]:
    """For each element whether no browser shows it, or it is the mark of a footnote."""
    marks = find_note_marks(markup)
    hidden = [_is_hidden(node) or index in marks for index, node in enumerate(markup.nodes)]
    return markup.inherit(hidden)


def find_furniture(markup: Markup) -> list[bool]:
    """For each element whether its tag, role, class or id says that it is none of the article.

    A footer of a quotation or a figure tells who is quoted or whose picture it is: it is no
    page's footer (HTML, 4.3.8).
    """
    cited = markup.inherit([node.name in {"blockquote", "figure"} for node in markup.nodes])
    return [
        _is_furniture(node, {"footer"} if inside else set())
        for node, inside in zip(markup.nodes, cited, strict=True)
    ]


def _is_hidden(node: Node) -> bool:
    if node.name in _NEVER or not node.attributes:
        return node.name in _NEVER
    style = node.attribute("style").replace(" ", "").lower()
    return (
        "hidden" in node.attributes
        or node.attribute("aria-hidden").lower() == "true"
        or _UNSEEN.search(style) is not None
    )


def _is_furniture(node: Node, spared: set[str]) -> bool:
    if node.name in {"html", "body"}:
        return node.attribute("role").lower() in _ROLES
    return bool(
        ({node.name} & _TAGS) - spared
        or node.attribute("role").lower() in _ROLES
        or (words_of(node) & _WORDS) - spared
        or node.attribute("title") in _PAGE  # a page's, as LibreOffice saves it
    )
