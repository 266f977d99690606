"""A bilingual page: one table, for a browser or a word processor."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from transtrack.errors import InputError
from transtrack.formats.exchange import Exchange
from transtrack.formats.table import HEAD, HINT, make_caption, make_cells, parse_table
from transtrack.text import decode_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_BREAK = "\ue000"  # for private use: stands for a `br` while other line ends go
_WRAPPED = re.compile(r"[ \t]*[\r\n]+[ \t]*")
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem }
h1 { font-size: 1.4rem; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100%; min-width: 50rem }
th, td { border-bottom: 1px solid #8886; padding: .5rem; text-align: start; vertical-align: top }
td { white-space: pre-wrap; overflow-wrap: break-word }
td:nth-child(-n+2) { width: 36% }
td:last-child, .article { color: #767676; font-size: .75rem; overflow-wrap: anywhere }
td:last-child { max-width: 5rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
main { overflow-x: auto }
:root { color-scheme: light dark }
"""


def render(exchange: Exchange) -> bytes:
    """A page without scripts; it loads nothing."""
    languages = exchange.source_language or "und", exchange.target_language or "und"
    rows = []
    for unit in exchange.units:
        cells = make_cells(unit)
        marks = [f' lang="{escape(tag)}" dir="auto"' for tag in languages] + [' dir="auto"'] * 4
        marked = zip(marks, cells, strict=True)
        rows.append("".join(f"<td{mark}>{_cell(cell)}</td>" for mark, cell in marked))
    head = "".join(f'<th scope="col">{name}</th>' for name in HEAD)
    title = escape(exchange.target or "bitext")
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<p>{HINT}</p>\n"
        f"<main>\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"
        + "".join(f"<tr>{row}</tr>\n" for row in rows)
        + f'</tbody>\n</table>\n</main>\n<p class="article">{escape(make_caption(exchange))}</p>\n'
        "</body>\n</html>\n"
    ).encode()


def parse(data: bytes, path: str) -> Exchange:
    """The beads of the page's first table."""
    from lxml import etree, html  # noqa: PLC0415 - slow to import

    text = decode_text(data, path)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode("utf-8", "surrogatepass"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise InputError(f"not a page that can be read: {error}", path=path) from error
    table = root.find(".//table")
    rows = [] if table is None else [[_text(cell) for cell in row] for row in table.iter("tr")]
    named = [item for item in root.iter("p") if item.get("class") == "article"]
    return parse_table(rows, _text(named[-1]) if named else "", path)


def _cell(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _text(cell: _Element) -> str:
    """The cell's text; line ends that a word processor wrapped it with are spaces, `br` is one."""
    parts = [cell.text or ""]
    for part in cell.iterdescendants():
        parts += [_BREAK if part.tag == "br" else part.text or "", part.tail or ""]
    text = "".join(parts)
    if "\n" in text:
        text = _WRAPPED.sub(" ", text).strip()
    return text.replace(_BREAK, "\n")
