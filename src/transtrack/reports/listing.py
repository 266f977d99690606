"""Findings for people, by article: where, what, the line in view, what to write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from transtrack.model import Document, Finding, Severity
from transtrack.reports.page import Page, count_cells, fit, paint, reveal
from transtrack.reports.rules import Checked
from transtrack.reports.skipped import tell_skipped

_COLOURS: Final = {
    Severity.CRITICAL: "31;1",
    Severity.MAJOR: "31",
    Severity.MINOR: "33",
    Severity.NEUTRAL: "2",
}
_MARGIN: Final = 4  # columns before a line in view


def render(checked: Checked, page: Page) -> str:
    """The findings of each article, what was skipped, and their number."""
    lines: list[str] = []
    for path, report in checked.articles:
        document = report.bitext.target if report.bitext else None
        for finding in report.findings:
            lines += _draw(path, finding, document, page)
        if report.findings:
            lines.append("")
    lines += [f"skipped: {line}" for line in tell_skipped(checked.skipped)]
    lines.append(paint(_summary(checked), "1", page))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def render_statistics(checked: Checked, page: Page) -> str:  # noqa: ARG001 - as every renderer's
    """How often each check found something, the most frequent first, and in how many articles."""
    counts = Counter((item.check, item.severity) for item in checked.findings)
    articles = Counter(
        name for _, report in checked.articles for name in {item.check for item in report.findings}
    )
    rows = [("findings", "articles", "check", "severity")]
    rows += [
        (str(count), str(articles[name]), name, str(severity))
        for (name, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    width = max(len(row[2]) for row in rows)
    lines = [f"{a:>8}  {b:>8}  {name:<{width}}  {severity}" for a, b, name, severity in rows]
    return "".join(f"{line}\n" for line in [*lines, _summary(checked)])


def _draw(path: str, finding: Finding, document: Document | None, page: Page) -> Iterator[str]:
    where = f"{reveal(path)}:{finding.location.line}:{finding.location.column}"
    message = finding.message
    if finding.suggestion and finding.suggestion not in message:
        message += f"; write {finding.suggestion}"
    told = f"{where}: {finding.check}: {reveal(message)}"
    room = page.width if page.folds else len(told)
    lines = wrap(told, room, subsequent_indent="  ", break_on_hyphens=False)
    check = paint(finding.check, _COLOURS[finding.severity], page)
    yield from "\n".join(lines).replace(f" {finding.check}:", f" {check}:", 1).split("\n")
    if document is not None:
        yield from _view(finding, document, page)


def _view(finding: Finding, document: Document, page: Page) -> Iterator[str]:
    """The line that a finding stands in, cut to the page, with a caret under its place."""
    start, text = finding.location.span.start, document.text
    first = start - (finding.location.column - 1)
    lengths = [at for mark in "\r\n" if (at := text.find(mark, first)) >= 0]
    line = text[first : min(lengths, default=len(text))]
    room = max(page.width - _MARGIN, 20)
    column = finding.location.column - 1
    left = max(room // 3, room - 1 - count_cells(line[column:]))  # a caret may stand behind it
    low = column - fit(line[:column][::-1], left)
    shown = line[low : low + fit(line[low:], room)]
    if not shown.strip():
        return
    marked = shown[column - low :][: finding.location.span.end - start]
    margin = _MARGIN + count_cells(reveal(line[low:column]))
    carets = "^" * max(1, count_cells(reveal(marked)))
    yield f"{'':{_MARGIN}}{reveal(shown)}"
    yield f"{'':{margin}}{paint(carets, _COLOURS[finding.severity], page)}"


def _summary(checked: Checked) -> str:
    counts = Counter(item.severity for item in checked.findings)
    parts = [f"{counts[item]} {item}" for item in reversed(Severity) if counts[item]]
    number = len(checked.findings)
    told = f"{number} finding" if number == 1 else f"{number} findings"
    if parts:
        told += f" ({', '.join(parts)})"
    articles = sum(report.bitext is not None for _, report in checked.articles)
    told += f" in {articles} article" if articles == 1 else f" in {articles} articles"
    if checked.accepted:
        told += f", {checked.accepted} accepted"
    if checked.skipped:
        told += f", {len(checked.skipped)} skipped"
    return told
