"""The renderers of findings: one file each, all of them in `FINDINGS_REPORTS`."""

from __future__ import annotations

from transtrack.reports import github, gitlab, junit, listing, records, sarif
from transtrack.reports.rules import Checked, FindingsRenderer, Rule

FINDINGS_REPORTS = (
    FindingsRenderer(
        name="text", help="a finding a line, its line in view", render=listing.render
    ),
    FindingsRenderer(name="json", help="everything, by article", render=records.render_json),
    FindingsRenderer(name="jsonl", help="a finding a line", render=records.render_jsonl),
    FindingsRenderer(
        name="github", help="workflow commands, as annotations", render=github.render, hosted=True
    ),
    FindingsRenderer(
        name="sarif", help="SARIF 2.1.0, for code scanning", render=sarif.render, hosted=True
    ),
    FindingsRenderer(name="junit", help="JUnit XML, for test reports", render=junit.render),
    FindingsRenderer(name="gitlab", help="GitLab Code Quality", render=gitlab.render, hosted=True),
)

__all__ = ["FINDINGS_REPORTS", "Checked", "FindingsRenderer", "Rule"]
