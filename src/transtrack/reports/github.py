"""Findings as GitHub workflow commands, which annotate a pull request's files."""

from __future__ import annotations

from typing import Final

from transtrack.model import Severity
from transtrack.reports.page import Page, reveal
from transtrack.reports.rules import Checked

_LEVELS: Final = {
    Severity.NEUTRAL: "notice",
    Severity.MINOR: "warning",
    Severity.MAJOR: "error",
    Severity.CRITICAL: "error",
}


def render(checked: Checked, page: Page) -> str:  # noqa: ARG001 - a command is the same on any page
    """A command a finding, and an error for what was skipped."""
    lines = []
    for finding in checked.findings:
        place = finding.location
        fields = {
            "file": checked.locate(place.path),
            "line": place.line,
            "col": place.column,
            "title": f"{finding.check} ({finding.severity})",
        }
        told = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
        lines.append(f"::{_LEVELS[finding.severity]} {told}::{_data(finding.message)}")
    lines += [
        f"::error file={_property(checked.locate(item.what))},title=skipped::{_data(item.reason)}"
        for item in checked.skipped
    ]
    return "".join(f"{line}\n" for line in lines)


def _data(text: str) -> str:
    r"""A message as a command's data: per cent signs and line ends escaped, controls shown.

    >>> _data("100 %\n::stop")
    '100 %25%0A::stop'
    """
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return reveal(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
