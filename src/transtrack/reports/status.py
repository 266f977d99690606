"""The status of translations as text and JSON, and all its renderers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from transtrack.reports.page import Page, paint, render_data, reveal
from transtrack.reports.status_pages import render_badge, render_html, render_markdown
from transtrack.reports.status_rows import (
    COLOURS,
    WORDS,
    StatusRow,
    find_columns,
    summarise_status,
)

SCHEMA: Final = 1


def render_text(rows: Sequence[StatusRow], page: Page) -> str:
    """The summary, and a line a translation."""
    columns = find_columns(rows)
    names = [reveal(row.name) for row in rows]
    width = max(map(len, (*names, "article")))
    states = max((len(row.status) for row in rows), default=6)
    widths = [max(map(len, (head, *map(reveal, cells)))) for head, cells in columns]
    head = [f"{'article':<{width}}", f"{'status':<{states}}"]
    head += [_cell(name, name, size) for (name, _), size in zip(columns, widths, strict=True)]
    lines = [paint(summarise_status(rows), "1", page), "", "  ".join(head)] if rows else []
    for number, row in enumerate(rows):
        cells = [
            f"{names[number]:<{width}}",
            paint(f"{row.status:<{states}}", COLOURS[row.status][0], page),
        ]
        cells += [
            _cell(name, reveal(values[number]), size)
            for (name, values), size in zip(columns, widths, strict=True)
        ]
        lines.append("  ".join(cells))
    return "".join(f"{line.rstrip()}\n" for line in lines) or "no translations\n"


def _cell(name: str, text: str, width: int) -> str:
    return f"{text:<{width}}" if name in WORDS else f"{text:>{width}}"


def render_json(rows: Sequence[StatusRow], page: Page) -> str:  # noqa: ARG001
    """Everything, with the differences."""
    data = {"schema": SCHEMA, "translations": [asdict(row) for row in rows]}
    text = render_data(data) + "\n"
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRenderer:
    """A form of the table: its name on the command line, what it is, and how it is written."""

    name: str
    help: str
    render: Callable[[Sequence[StatusRow], Page], str]


STATUSES = (
    StatusRenderer(name="text", help="a line a translation", render=render_text),
    StatusRenderer(name="json", help="everything, for programs", render=render_json),
    StatusRenderer(name="md", help="a Markdown table", render=render_markdown),
    StatusRenderer(name="html", help="a page", render=render_html),
    StatusRenderer(name="badge", help="an SVG picture for a README", render=render_badge),
)
