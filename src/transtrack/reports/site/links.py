"""The names of the site's files, and text made safe to stand in them."""

from __future__ import annotations

import re
from hashlib import sha256
from html import escape
from typing import Final

from transtrack.reports.page import reveal

INDEX: Final = "index.html"
FOLDER: Final = "articles"
_PLAIN: Final = re.compile(r"([a-z0-9-]{1,20})/([a-z0-9_-]{1,80})")
_LONGEST: Final = 40  # characters of a name that has to be made over


def page_name(name: str) -> str:
    """Where an article's page lies in the site: one name for each article, safe in any URL.

    >>> page_name("en/winter")
    'articles/en.winter.html'
    >>> page_name("en/Über #1/50%")
    'articles/en.ber-1-50.88be7215.html'
    """
    plain = _PLAIN.fullmatch(name)
    if plain:
        return f"{FOLDER}/{plain[1]}.{plain[2]}.html"
    language, _, rest = name.partition("/")
    digest = sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    parts = (re.sub("[^a-z0-9]+", "-", part.lower()).strip("-") for part in (language, rest))
    return f"{FOLDER}/{'.'.join(part[:_LONGEST] or 'x' for part in parts)}.{digest}.html"


def show(text: str) -> str:
    """The text as HTML, in an element or an attribute, its control characters shown."""
    return escape(reveal(text))
