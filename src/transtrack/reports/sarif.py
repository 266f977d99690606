"""Findings as SARIF 2.1.0, which code hosts and editors show in place."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from typing import Any, Final
from urllib.parse import quote

from transtrack import __version__
from transtrack.model import Document, Finding, Severity
from transtrack.reports.page import Page, reveal
from transtrack.reports.rules import Checked, Rule

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {
    Severity.NEUTRAL: "note",
    Severity.MINOR: "warning",
    Severity.MAJOR: "error",
    Severity.CRITICAL: "error",
}


def render(checked: Checked, page: Page) -> str:  # noqa: ARG001 - JSON is the same on any page
    """One run with every rule, a result a finding, notifications of what was not checked."""
    rules = {rule.name: number for number, rule in enumerate(checked.rules)}
    results = [
        _result(finding, checked, rules, report.bitext.target if report.bitext else None)
        for _, report in checked.articles
        for finding in report.findings
    ]
    notes: list[dict[str, Any]] = [
        {
            "level": "error",
            "message": {"text": reveal(item.reason)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": _link(checked.locate(item.what))}
                    }
                }
            ],
        }
        for item in checked.skipped
    ]
    failed = bool(notes)
    notes += [
        {
            "level": "note",
            "message": {"text": f"{' to '.join(tags)}: not checked for {', '.join(names)}"},
        }
        for tags, names in checked.unmade
    ]
    run = {
        "tool": {
            "driver": {
                "name": "transtrack",
                "version": __version__,
                "rules": [_rule(rule) for rule in checked.rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": results,
        "invocations": [
            {"executionSuccessful": not failed, "toolExecutionNotifications": notes},
        ],
    }
    data = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(data, ensure_ascii=True, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.help},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.category], "severity": rule.severity},
    }


def _result(
    finding: Finding, checked: Checked, rules: dict[str, int], document: Document | None
) -> dict[str, Any]:
    place = finding.location
    region: dict[str, Any] = {"startLine": place.line, "startColumn": place.column}
    if document is not None:
        end = document.position(place.span.end)
        region |= {"endLine": end.line, "endColumn": end.column}
    artifact = {"uri": _link(checked.locate(place.path))}
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "level": _LEVELS[finding.severity],
        "message": {"text": reveal(finding.message)},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": {"finding/v1": fingerprint(finding)},
        "properties": {"severity": finding.severity, "category": finding.category},
    }
    if finding.check in rules:
        result["ruleIndex"] = rules[finding.check]
    if finding.fix is not None:
        replacement = {"deletedRegion": region, "insertedContent": {"text": finding.fix.text}}
        change = {"artifactLocation": artifact, "replacements": [replacement]}
        result["fixes"] = [{"artifactChanges": [change]}]
    return result


def fingerprint(finding: Finding) -> str:
    """What stays the same of a finding when its line moves."""
    return digest(finding.location.path, finding.check, finding.message)


def digest(*parts: str) -> str:
    """A hash of some texts, which need not be any that UTF-8 can write."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _link(path: str) -> str:
    """A path as a relative URI, of the bytes that the file is called."""
    return quote(os.fsencode(path))
