"""Findings as a GitLab Code Quality report."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, Final

from transtrack.model import Severity
from transtrack.reports.page import Page, reveal
from transtrack.reports.rules import Checked
from transtrack.reports.sarif import digest, fingerprint

_SEVERITIES: Final = {
    Severity.NEUTRAL: "info",
    Severity.MINOR: "minor",
    Severity.MAJOR: "major",
    Severity.CRITICAL: "critical",
}


def render(checked: Checked, page: Page) -> str:  # noqa: ARG001 - JSON is the same on any page
    """A list of issues, each with a fingerprint of its own; what was skipped is a blocker."""
    seen: Counter[str] = Counter()
    issues: list[dict[str, Any]] = []
    for finding in checked.findings:
        mark = fingerprint(finding)
        seen[mark] += 1
        issues.append(
            {
                "description": reveal(finding.message),
                "check_name": finding.check,
                "fingerprint": digest(f"{mark}{seen[mark]}"),
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": checked.locate(finding.location.path),
                    "lines": {"begin": finding.location.line},
                },
            }
        )
    issues += [
        {
            "description": reveal(f"skipped: {item.reason}"),
            "check_name": "skipped",
            "fingerprint": digest(item.what, item.reason),
            "severity": "blocker",
            "location": {"path": checked.locate(item.what), "lines": {"begin": 1}},
        }
        for item in checked.skipped
    ]
    return json.dumps(issues, ensure_ascii=True, indent=2) + "\n"
