"""What becomes of a check's findings: known ones left out, safe ones put right, the rest shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from transtrack.checks import CHECKS
from transtrack.checks.baseline import read_baseline, write_baseline
from transtrack.cli.console import complain, find_page, put
from transtrack.config import find_config
from transtrack.errors import TranstrackError
from transtrack.model import Skipped
from transtrack.pipeline.check import CheckedArticle, leave_known
from transtrack.pipeline.choice import Unmade
from transtrack.reports.findings import FINDINGS_REPORTS, Checked, Rule
from transtrack.reports.listing import render_statistics
from transtrack.reports.page import Page
from transtrack.text import write_text
from transtrack.track.git import find_prefix


def leave_baseline(
    articles: list[CheckedArticle], path: Path, *, write: bool
) -> tuple[list[CheckedArticle], int]:
    """The articles without what the baseline has; `write`: it is written first."""
    if write:
        write_baseline(str(path), [f for a in articles for f in a.report.findings])
    return leave_known(articles, read_baseline(str(path)))


def put_right(articles: list[CheckedArticle]) -> list[CheckedArticle]:
    """The articles with what is left after the fixes; one that cannot be written is skipped."""
    from transtrack.pipeline.mending import fix_article  # noqa: PLC0415 - slow to import

    left, total = [], 0
    for item in articles:
        try:
            article, count = fix_article(item)
        except TranstrackError as error:
            root = str(item.file).removesuffix(f"/{item.path}")
            skipped = Skipped(what=item.path, reason=error.tell(item.path, root))
            report = replace(item.report, skipped=(*item.report.skipped, skipped))
            article, count = replace(item, report=report), 0
        left.append(article)
        total += count
    complain(f"{total} put right")
    return left


def gather(articles: list[CheckedArticle], accepted: int, unmade: Unmade) -> Checked:
    """What the renderers take: every article's report, and the rules they were checked by."""
    rules = tuple(
        Rule(name=c.name, help=c.help, category=c.category, severity=c.severity) for c in CHECKS
    )
    return Checked(
        articles=tuple((article.path, article.report) for article in articles),
        rules=rules,
        accepted=accepted,
        unmade=unmade,
    )


def show_diff(articles: list[CheckedArticle]) -> None:
    """What the fixes would change, printed as a diff."""
    from transtrack.pipeline.mending import render_diff  # noqa: PLC0415 - slow to import

    put("".join(render_diff(article) for article in articles))


def show_findings(checked: Checked, name: str, output: Path | None, *, statistics: bool) -> None:
    """The findings, or how often each check found something, printed or in a file."""
    page = Page(width=find_page().width) if output else find_page()
    if statistics:
        text = render_statistics(checked, page)
    else:
        renderer = next(item for item in FINDINGS_REPORTS if item.name == name)
        if renderer.hosted:
            checked = replace(checked, prefix=find_prefix(find_config(Path.cwd()).root))
        text = renderer.render(checked, page)
    if output is None:
        put(text, commands=name == "github")
        return
    write_text(str(output), text)
