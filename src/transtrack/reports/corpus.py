"""A corpus as a table, a line an article."""

from __future__ import annotations

from collections.abc import Sequence

from transtrack.model import Report, Status
from transtrack.reports.page import reveal
from transtrack.reports.summary import summarise

_HEAD = ("beads", "1-1", "omitted", "added", "moved", "to look at")


def render_corpus(rows: Sequence[tuple[str, Report]]) -> str:
    """A line for each named report, with its counts or the reason why there are none."""
    if not rows:
        return ""
    names = [reveal(name) for name, _ in rows]
    width = max(map(len, (*names, "article")))
    lines = [f"{'article':<{width}}  {'  '.join(_HEAD)}"]
    for name, (_, report) in zip(names, rows, strict=True):
        lines.append(f"{name:<{width}}  {_cells(report)}")
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _cells(report: Report) -> str:
    if report.bitext is None:
        missing = report.status is Status.MISSING
        return "no translation yet" if missing else "skipped: " + "; ".join(_reasons(report))
    found = summarise(report.bitext)
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
    return f"{cells}  stale" if report.status is Status.STALE else cells


def _reasons(report: Report) -> list[str]:
    return [reveal(item.reason.split("\n", maxsplit=1)[0]) for item in report.skipped]
