"""What is said of a translation's status, and its table, Markdown, JSON, page and badge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from html import escape
from typing import Final

from transtrack.model import Difference, Status
from transtrack.reports.page import Page, paint, render_data, reveal

SCHEMA: Final = 1
_COLOURS: Final = {
    Status.FRESH: ("32", "#2e7d32"),
    Status.UNREVIEWED: ("36", "#00697a"),
    Status.PARTIAL: ("33", "#8a6100"),
    Status.STALE: ("31", "#b3261e"),
    Status.MISSING: ("31", "#b3261e"),
    Status.UNKNOWN: ("35", "#6a4c93"),
}  # of a terminal, and of a page on white
_STYLE: Final = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;"
    "margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #8886}"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}td{overflow-wrap:anywhere}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRow:
    """One translation: its status, the counts behind it, and what has changed if that was asked.

    `reviewed` is a share between 0 and 1; `findings`, `score` and the changes, (author, date),
    are None where they were not asked for or are not known.
    """

    name: str
    source: str
    target: str | None
    status: Status
    changed: int = 0
    added: int = 0
    dropped: int = 0
    reviewed: float = 0.0
    doubtful: int = 0
    edited: bool = False
    reason: str = ""
    findings: int | None = None
    score: float | None = None
    source_change: tuple[str, str] | None = None
    target_change: tuple[str, str] | None = None
    differences: tuple[Difference, ...] = ()


def summarise_status(rows: Sequence[StatusRow]) -> str:
    """How many translations there are, and of which status."""
    counts = Counter(row.status for row in rows)
    told = ", ".join(f"{counts[status]} {status}" for status in Status if counts[status])
    number = f"{len(rows)} translation" + ("" if len(rows) == 1 else "s")
    return f"{number}: {told}" if rows else "no translations"


def _columns(rows: Sequence[StatusRow]) -> list[tuple[str, list[str]]]:
    """The columns of a table: those that say the same of every row as nothing are left out."""
    columns = [
        ("changed", [str(row.changed or "") for row in rows]),
        ("untranslated", [str(row.added or "") for row in rows]),
        ("dropped", [str(row.dropped or "") for row in rows]),
        ("to look at", [str(row.doubtful or "") for row in rows]),
        ("reviewed", [_share(row) for row in rows]),
        ("findings", ["" if row.findings is None else str(row.findings) for row in rows]),
        ("score", ["" if row.score is None else f"{row.score:.0f}" for row in rows]),
        ("original changed", [_told(row.source_change) for row in rows]),
        ("translation changed", [_told(row.target_change) for row in rows]),
        ("note", [_note(row) for row in rows]),
    ]
    return [(head, cells) for head, cells in columns if head == "reviewed" or any(cells)]


def _share(row: StatusRow) -> str:
    return "" if row.status in (Status.MISSING, Status.UNKNOWN) else f"{row.reviewed:.0%}"


def _told(change: tuple[str, str] | None) -> str:
    return f"{change[1]} {change[0]}" if change else ""


def _note(row: StatusRow) -> str:
    if row.reason:
        return row.reason.split("\n", maxsplit=1)[0]
    return "translation edited since; run transtrack align" if row.edited else ""


_WORDS: Final = {"original changed", "translation changed", "note"}  # columns to the left


def render_text(rows: Sequence[StatusRow], page: Page) -> str:
    """The summary, and a line a translation."""
    columns = _columns(rows)
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
            paint(f"{row.status:<{states}}", _COLOURS[row.status][0], page),
        ]
        cells += [
            _cell(name, reveal(values[number]), size)
            for (name, values), size in zip(columns, widths, strict=True)
        ]
        lines.append("  ".join(cells))
    return "".join(f"{line.rstrip()}\n" for line in lines) or "no translations\n"


def _cell(name: str, text: str, width: int) -> str:
    return f"{text:<{width}}" if name in _WORDS else f"{text:>{width}}"


def render_markdown(rows: Sequence[StatusRow], page: Page) -> str:  # noqa: ARG001 - as every one
    """The same as a table of GitHub's Markdown."""
    columns = _columns(rows)
    heads = ["article", "status", *(head for head, _ in columns)]
    aligned = ["---" if h in (*_WORDS, "article", "status") else "--:" for h in heads]
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


def render_json(rows: Sequence[StatusRow], page: Page) -> str:  # noqa: ARG001
    """Everything, with the differences."""
    data = {"schema": SCHEMA, "translations": [asdict(row) for row in rows]}
    text = render_data(data) + "\n"
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def render_html(rows: Sequence[StatusRow], page: Page) -> str:  # noqa: ARG001
    """A page that needs nothing else: the summary and the table."""
    columns = _columns(rows)
    heads = "".join(
        f"<th{'' if head in _WORDS else ' class=n'}>{escape(head)}</th>" for head, _ in columns
    )
    body = ""
    for number, row in enumerate(rows):
        cells = "".join(
            f"<td{'' if head in _WORDS else ' class=n'}>{escape(reveal(values[number]))}</td>"
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
        f'<rect x="{left}" width="{right}" height="20" fill="{_COLOURS[worst][1]}"/>'
        '<g fill="#fff" font-family="Verdana,sans-serif" font-size="11" text-anchor="middle">'
        f'<text x="{left // 2}" y="14">translations</text>'
        f'<text x="{left + right // 2}" y="14">{told}</text></g></svg>\n'
    )


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
