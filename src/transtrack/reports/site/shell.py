"""What every page of the site has: head, switches, help; styles and script of its own."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files

from transtrack import __version__
from transtrack.reports.site.links import show

_KEYS = (
    ("j, k", "next and previous finding, or article"),
    ("d", "next bead to look at"),
    ("/", "search"),
    ("Esc", "leave the search or this help"),
    ("?", "this help"),
)


def wrap(title: str, main: Iterable[str], *, back: str = "") -> str:
    """A whole page; `back` is where the overview lies from here, if this is not it.

    Styles and script stand in the page, so that each works alone, and are the only ones that
    its policy lets run: a text that gets past the escaping would still do nothing.
    """
    style, script = _read("style.css"), _read("script.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    way = f'<nav aria-label="Site"><a href="{show(back)}">← All articles</a></nav>' if back else ""
    return "".join(
        (
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f'<title>{show(title)}</title>\n<link rel="icon" href="data:,">\n',
            f"<style>{style}</style>\n<script>{script}</script>\n</head>\n<body>\n",
            f'<a class="skip" href="#main">Skip to the content</a>\n<header class="bar">{way}',
            _SWITCHES,
            "</header>\n",
            f'<main id="main" tabindex="-1">\n{"".join(main)}</main>\n',
            f'<footer><p class="soft">Made by transtrack {__version__}.</p></footer>\n',
            _draw_help(),
            "</body>\n</html>\n",
        )
    )


_SWITCHES = (
    '<div class="switches needs-script"><button type="button" data-act="theme">Dark mode</button>'
    '<button type="button" data-act="help" aria-keyshortcuts="?">Keys</button></div>'
)


def _draw_help() -> str:
    rows = "".join(f"<dt><kbd>{key}</kbd></dt><dd>{what}</dd>" for key, what in _KEYS)
    return (
        f'<dialog aria-labelledby="help-title"><h2 id="help-title">Keys</h2><dl>{rows}</dl>'
        '<p><label><input type="checkbox" id="keys" checked> single keys are on</label></p>'
        '<p><button type="button" data-act="close">Close</button></p></dialog>\n'
    )


def draw_facts(facts: Iterable[tuple[str, str]], kind: str = "facts") -> str:
    """Terms and what is said of them, the latter HTML; `kind` is for the style."""
    rows = "".join(f"<div><dt>{show(name)}</dt><dd>{value}</dd></div>" for name, value in facts)
    return f'<dl class="{kind}">{rows}</dl>\n'


def draw_choice(name: str, label: str, options: Iterable[tuple[str, str]]) -> str:
    """A filter: the first option lets everything through."""
    rows = "".join(f'<option value="{show(key)}">{show(text)}</option>' for key, text in options)
    return f'<label>{label} <select data-filter="{name}">{rows}</select></label>'


def draw_search(label: str) -> str:
    """The field of the search, and where the number of what is shown is told."""
    return (
        f'<label>{label} <input type="search" data-filter="text" autocomplete="off" '
        'spellcheck="false" aria-keyshortcuts="/"></label>'
        '<p class="count soft" role="status"></p>'
    )


@cache
def _read(name: str) -> str:
    return files("transtrack.reports.site").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}"
