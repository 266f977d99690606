"""Findings as JSON and as JSON lines."""

from __future__ import annotations

from typing import Any, Final

from transtrack.model import Finding
from transtrack.reports.page import Page, render_data
from transtrack.reports.rules import Checked

SCHEMA: Final = 1


def render_json(checked: Checked, page: Page) -> str:  # noqa: ARG001 - JSON is the same on any page
    """Everything: findings, what was skipped, how many were accepted, what was not checked."""
    data = {
        "schema": SCHEMA,
        "articles": [
            {
                "path": path,
                "status": report.status,
                "findings": [_finding(item) for item in report.findings],
                "skipped": [{"what": item.what, "reason": item.reason} for item in report.skipped],
            }
            for path, report in checked.articles
        ],
        "accepted": checked.accepted,
        "not_made": [
            {"source": tags[0], "target": tags[1], "checks": list(names)}
            for tags, names in checked.unmade
        ],
    }
    return _dump(data, indent=2) + "\n"


def render_jsonl(checked: Checked, page: Page) -> str:  # noqa: ARG001
    """A finding a line; what was skipped as lines of their own."""
    rows = [_finding(item) for item in checked.findings]
    rows += [{"skipped": item.what, "reason": item.reason} for item in checked.skipped]
    return "".join(f"{_dump(row)}\n" for row in rows)


def _dump(data: object, indent: int | None = None) -> str:
    text = render_data(data, indent)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.location
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "start": place.span.start,
        "end": place.span.end,
        "check": finding.check,
        "severity": finding.severity,
        "category": finding.category,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "fix": None if finding.fix is None else finding.fix.text,
    }
