"""A corpus as a table, a line an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transtrack.model import Report, Skipped, Status
from transtrack.reports.page import reveal
from transtrack.reports.summary import Summary, summarise

_HEAD = ("beads", "1-1", "omitted", "added", "moved", "to look at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An article in a line: its counts, or why there are none; `wrote`: its catalogue changed.

    `notices` tell what the readers had to assume.
    """

    name: str
    status: Status
    summary: Summary | None = None
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[str, ...] = ()
    wrote: bool = False


def make_row(name: str, report: Report, *, wrote: bool = False) -> Row:
    """The line of a report."""
    bitext = report.bitext
    documents = (bitext.source, bitext.target) if bitext else ()
    return Row(
        name=name,
        status=report.status,
        summary=summarise(bitext) if bitext else None,
        skipped=report.skipped,
        notices=tuple(f"{item.path}: {notice}" for item in documents for notice in item.notices),
        wrote=wrote,
    )


def render_corpus(rows: Sequence[Row]) -> str:
    """A line for each article, with its counts or the reason why there are none."""
    if not rows:
        return ""
    names = [reveal(row.name) for row in rows]
    width = max(map(len, (*names, "article")))
    lines = [f"{'article':<{width}}  {'  '.join(_HEAD)}"]
    for name, row in zip(names, rows, strict=True):
        lines.append(f"{name:<{width}}  {_cells(row)}")
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _cells(row: Row) -> str:
    found = row.summary
    if found is None:
        missing = row.status is Status.MISSING
        return "no translation yet" if missing else "skipped: " + "; ".join(_reasons(row))
    numbers = (
        found.beads,
        found.share,
        found.omissions,
        found.additions,
        found.moved,
        found.doubtful,
    )
    cells = "  ".join(
        f"{number:>{len(head)}}" for number, head in zip(numbers, _HEAD, strict=True)
    )
    return f"{cells}  stale" if row.status is Status.STALE else cells


def _reasons(row: Row) -> list[str]:
    return [reveal(item.reason.split("\n", maxsplit=1)[0]) for item in row.skipped]
