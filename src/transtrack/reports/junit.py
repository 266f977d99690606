"""Findings as JUnit XML: a suite an article, a failure a finding."""

from __future__ import annotations

from transtrack.model import Finding, Report
from transtrack.reports.page import Page, reveal
from transtrack.reports.rules import Checked


def render(checked: Checked, page: Page) -> str:  # noqa: ARG001 - XML is the same on any page
    """A suite an article; one without findings is a case that passes, one skipped an error."""
    suites = [_suite(path, report) for path, report in checked.articles]
    failures = len(checked.findings)
    errors = len(checked.skipped)
    tests = sum(max(len(r.findings) + len(r.skipped), 1) for _, r in checked.articles)
    head = (
        f'<testsuites name="transtrack" tests="{tests}" failures="{failures}" errors="{errors}">'
    )
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]
    return "\n".join(lines) + "\n"


def _suite(path: str, report: Report) -> str:
    name = _attribute(path)
    cases = [_case(name, finding) for finding in report.findings]
    cases += [
        f'    <testcase classname={name} name="skipped" time="0">\n'
        f"      <error message={_attribute(item.reason)}/>\n    </testcase>"
        for item in report.skipped
    ]
    if not cases:
        cases = [f'    <testcase classname={name} name="check" time="0"/>']
    counts = (
        f'tests="{len(cases)}" failures="{len(report.findings)}" errors="{len(report.skipped)}"'
    )
    body = "\n".join(cases)
    return f'  <testsuite name={name} {counts} time="0">\n{body}\n  </testsuite>'


def _case(name: str, finding: Finding) -> str:
    place = finding.location
    case = _attribute(f"{finding.check}:{place.line}:{place.column}")
    told = _attribute(finding.message)
    kind = _attribute(f"{finding.check} ({finding.severity})")
    return (
        f'    <testcase classname={name} name={case} time="0">\n'
        f"      <failure type={kind} message={told}/>\n    </testcase>"
    )


def _attribute(text: str) -> str:
    """A text as an XML attribute in quotes; what XML cannot hold is shown otherwise."""
    from xml.sax.saxutils import quoteattr  # noqa: PLC0415 - imports urllib, for who needs it

    shown = reveal(text)
    kept = "".join(c if _is_xml(ord(c)) else f"<U+{ord(c):04X}>" for c in shown)
    return quoteattr(kept)


def _is_xml(code: int) -> bool:
    return 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF  # noqa: PLR2004
