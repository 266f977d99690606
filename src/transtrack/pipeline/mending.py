"""Findings that are safe to put right, put right in their files."""

from __future__ import annotations

from dataclasses import replace
from difflib import unified_diff
from io import StringIO

from transtrack.model import Fix
from transtrack.pipeline.check import CheckedArticle
from transtrack.text import apply_fixes, order_fixes, write_fixes
from transtrack.track import hold


def find_fixes(article: CheckedArticle) -> tuple[Fix, ...]:
    """The fixes of an article's findings, none overlapping another."""
    findings = article.report.findings
    return order_fixes(item.fix for item in findings if item.fix is not None)


def fix_article(article: CheckedArticle) -> tuple[CheckedArticle, int]:
    """The article without the findings put right in its file, and how many those were."""
    fixes = find_fixes(article)
    if not fixes or article.report.bitext is None:
        return article, 0
    with hold(article.file.parent):
        write_fixes(str(article.file), article.report.bitext.target.text, fixes)
    left = tuple(item for item in article.report.findings if item.fix not in fixes)
    return replace(article, report=replace(article.report, findings=left)), len(fixes)


def render_diff(article: CheckedArticle) -> str:
    """What the fixes would change, as a unified diff; empty where there are none."""
    fixes = find_fixes(article)
    if not fixes or article.report.bitext is None:
        return ""
    text = article.report.bitext.target.text
    lines = unified_diff(
        StringIO(text).readlines(),  # lines as git counts them
        StringIO(apply_fixes(text, fixes)).readlines(),
        f"a/{article.path}",
        f"b/{article.path}",
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in lines
    )
