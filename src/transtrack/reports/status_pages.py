"""A status table on pages: Markdown's, one of its own, and the badge of a README."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from transtrack.model import Status
from transtrack.reports.page import Page, reveal
from transtrack.reports.status_rows import (
    COLOURS,
    WORDS,
    StatusRow,
    find_columns,
    summarise_status,
)

_STYLE: Final = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;"
    "margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #8886}"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}td{overflow-wrap:anywhere}"
)


def render_markdown(rows: Sequence[StatusRow], page: Page) -> str:  # noqa: ARG001 - as every one
    """The summary, and a table of GitHub's Markdown."""
    columns = find_columns(rows)
    heads = ["article", "status", *(head for head, _ in columns)]
    aligned = ["---" if h in (*WORDS, "article", "status") else "--:" for h in heads]
    lines = [summarise_status(rows), "", _row(heads), _row(aligned)]
    for number, row in enumerate(rows):
        lines.append(_row([row.name, row.status, *(cells[number] for _, cells in columns)]))
    return "".join(f"{line}\n" for line in lines)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_escape(cell) for cell in cells) + " |"


def _escape(text: str) -> str:
    """Text that Markdown, and the HTML within it, takes for nothing else."""
    for mark in "\\`*_[]|#":
        text = text.replace(mark, f"\\{mark}")
    return escape(reveal(text), quote=False)


def render_html(rows: Sequence[StatusRow], page: Page) -> str:  # noqa: ARG001
    """A page that needs nothing else: the summary and the table."""
    columns = find_columns(rows)
    heads = "".join(
        f"<th{'' if head in WORDS else ' class=n'}>{escape(head)}</th>" for head, _ in columns
    )
    body = ""
    for number, row in enumerate(rows):
        cells = "".join(
            f"<td{'' if head in WORDS else ' class=n'}>{escape(reveal(values[number]))}</td>"
            for head, values in columns
        )
        body += f"<tr><th>{escape(reveal(row.name))}</th><td>{row.status}</td>{cells}</tr>\n"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Translations</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>Translations</h1><p>{summarise_status(rows)}</p>"
        f"<table><thead><tr><th>article</th><th>status</th>{heads}</tr></thead>\n"
        f"<tbody>{body}</tbody></table></main></body></html>\n"
    )


def render_badge(rows: Sequence[StatusRow], page: Page) -> str:  # noqa: ARG001
    """An SVG picture for a README: how many translations are fresh."""
    fresh = sum(row.status in (Status.FRESH, Status.UNREVIEWED) for row in rows)
    worst = max((row.status for row in rows), key=list(Status).index, default=Status.UNKNOWN)
    told = f"{fresh} of {len(rows)} in step"
    left, right = 82, 16 + 7 * len(told)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" '
        f'aria-label="translations: {told}"><title>translations: {told}</title>'
        f'<rect width="{left}" height="20" fill="#444"/>'
        f'<rect x="{left}" width="{right}" height="20" fill="{COLOURS[worst][1]}"/>'
        '<g fill="#fff" font-family="Verdana,sans-serif" font-size="11" text-anchor="middle">'
        f'<text x="{left // 2}" y="14">translations</text>'
        f'<text x="{left + right // 2}" y="14">{told}</text></g></svg>\n'
    )
