"""The addresses of the page: files that are always the same, and those of each article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Final

HTML: Final = "text/html; charset=utf-8"
_JAVASCRIPT: Final = "text/javascript; charset=utf-8"
STATIC: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "/": ("list.html", HTML),
        "/review.css": ("review.css", "text/css; charset=utf-8"),
        "/icon.svg": ("icon.svg", "image/svg+xml"),
        **{
            f"/{name}.js": (f"{name}.js", _JAVASCRIPT)
            for name in ("list", "review", "rows", "wire")
        },
    }
)
_ARTICLE: Final = re.compile(r"/article/([0-9]{1,6})(?:/(state|revision|findings|act))?", re.ASCII)


def read_static(name: str) -> bytes:
    """A file of the page as it lies in the package."""
    return (files("transtrack.review") / "static" / name).read_bytes()


def find_article(path: str, count: int) -> tuple[int | None, str | None]:
    """The number of the article, of so many, that a path asks for, and what of it.

    >>> find_article("/article/3/state", 4), find_article("/article/4", 4)
    ((3, 'state'), (None, None))
    """
    match = _ARTICLE.fullmatch(path)
    if match is None or int(match[1]) >= count:
        return None, None
    return int(match[1]), match[2]
