"""The findings of a bead, explained below its translation."""

from __future__ import annotations

from collections.abc import Sequence

from transtrack.model import Document, Finding, Severity
from transtrack.reports.site.links import show


def draw_note(number: int, finding: Finding, document: Document) -> str:
    """What was found, how grave it is, and the fix."""
    return (
        f'<li class="note {finding.severity}" id="f{number}" tabindex="-1" '
        f'data-check="{show(finding.check)}"><b>{number}</b> '
        f'<span class="severity">{finding.severity}</span> '
        f'<span class="check">{show(finding.check)}</span> {show(finding.message)}'
        f"{_draw_fix(finding, document)}</li>"
    )


def _draw_fix(finding: Finding, document: Document) -> str:
    """What to write instead: exactly, where that is sure; else as advice, unless said already."""
    if finding.fix is not None:
        span = finding.fix.span
        old, new = show(document.text[span.start : span.end]), show(finding.fix.text)
        was = f"<del>{old}</del> → " if old else ""
        return f'<span class="fix">Fix: {was}<ins>{new or "(nothing)"}</ins></span>'
    if finding.suggestion and finding.suggestion not in finding.message:
        return f'<span class="fix">Suggestion: {show(finding.suggestion)}</span>'
    return ""


def count_severities(findings: Sequence[Finding]) -> list[tuple[Severity, int]]:
    """The severities that occur, worst first, with their numbers."""
    names = [item.severity for item in findings]
    return [(item, names.count(item)) for item in reversed(Severity) if item in names]
