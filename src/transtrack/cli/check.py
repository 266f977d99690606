"""`transtrack check`: what is wrong in the translations, and where."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transtrack.cli.console import complain, find_page, follow, put
from transtrack.errors import TranstrackError, UsageError
from transtrack.model import Severity

if TYPE_CHECKING:  # slow to import
    from transtrack.checks import Check
    from transtrack.pipeline.check import CheckedArticle
    from transtrack.reports.findings import Checked

FOUND, UNJUDGED = 1, 2


class Output(StrEnum):
    """Formats of findings."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"


class FailOn(StrEnum):
    """From which severity findings make the exit status 1."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"
    NEVER = "never"


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Translations, originals, folders or names (en/winter). Without: every one.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        Output,
        typer.Option(
            "--format",
            "-f",
            help="text: for people; json, jsonl: for programs; github: annotations; "
            "sarif, junit, gitlab: for CI.",
        ),
    ] = Output.TEXT,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the findings to this file.")
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option(help="Exit with status 1 for findings of this severity or worse.")
    ] = FailOn.MINOR,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CHECK", help="Make only this check, or these, by commas or repeats."
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="CHECK", help="Leave this check out, or these."),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Put right in the files what is safe to put right.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Print what --fix would change, and change nothing.")
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Be silent about the findings in this file."),
    ] = None,
    write_baseline: Annotated[
        bool,
        typer.Option(
            "--write-baseline", help="Write the findings of now to the file of --baseline."
        ),
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(metavar="REV", help="Only what has changed since this revision of git's."),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, help="How many processes check.")
    ] = 1,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Print how often each check found something.")
    ] = False,
    list_checks: Annotated[
        bool, typer.Option("--list-checks", help="Print every check with its severity.")
    ] = False,
    explain: Annotated[
        str | None,
        typer.Option(metavar="CHECK", help="Print what a check finds, with examples."),
    ] = None,
) -> None:
    """Check translations against their originals: what is missing, added, wrong or left over.

    A finding is accepted by a baseline, or by a comment at its entry in the PO file:
    `transtrack: ignore`, the check's name in square brackets behind it.
    """
    if list_checks or explain:
        put(_explain(explain) if explain else _list())
        return
    if write_baseline and baseline is None:
        raise UsageError("--write-baseline needs a file", hint="name it with --baseline FILE")
    if fix and diff:
        raise UsageError("--fix and --diff exclude each other", hint="leave one of them out")
    articles = _run(paths or [], (_split(select), _split(ignore)), since, jobs)
    accepted = sum(article.accepted for article in articles)
    if baseline is not None:
        articles, silent = _silence(articles, baseline, write=write_baseline)
        accepted += silent
    articles = _fix(articles) if fix else articles
    for article in articles:
        for item in article.report.skipped:
            complain(f"{item.what}: {item.reason}")
    checked = _gather(articles, accepted)
    if diff:
        _show_diff(articles)
    else:
        _show(checked, output_format, output, statistics=statistics)
    raise typer.Exit(_status(checked, fail_on))


def _split(names: list[str] | None) -> list[str]:
    return [part.strip() for name in names or [] for part in name.split(",") if part.strip()]


def _run(
    paths: list[str], names: tuple[list[str], list[str]], since: str | None, jobs: int
) -> list[CheckedArticle]:
    from transtrack.config import find_config  # noqa: PLC0415 - slow to import
    from transtrack.model import Skipped  # noqa: PLC0415
    from transtrack.pipeline.check import check_corpus  # noqa: PLC0415
    from transtrack.pipeline.choice import (  # noqa: PLC0415
        UNTRANSLATED,
        choose_checks,
        find_pairs,
        tell_unfit,
    )

    config = find_config(Path.cwd())
    checks = choose_checks(config, *names)
    items = []
    for item in find_pairs(config, paths):
        if isinstance(item, Skipped) and item.reason == UNTRANSLATED:
            complain(f"{item.what}: {item.reason}")  # nothing to check, as in the whole corpus
        else:
            items.append(item)
    for line in tell_unfit(checks, items):
        complain(line)
    steps = check_corpus(config, items, checks, since, jobs)
    return list(follow(steps, len(items), "checking"))


def _silence(
    articles: list[CheckedArticle], path: Path, *, write: bool
) -> tuple[list[CheckedArticle], int]:
    """The articles without what the baseline has; `write`: it is written first."""
    from transtrack.checks.baseline import (  # noqa: PLC0415 - slow to import
        read_baseline,
        write_baseline,
    )
    from transtrack.pipeline.check import leave_known  # noqa: PLC0415

    if write:
        write_baseline(str(path), [f for a in articles for f in a.report.findings])
    return leave_known(articles, read_baseline(str(path)))


def _fix(articles: list[CheckedArticle]) -> list[CheckedArticle]:
    """The articles with what is left after the fixes; one that cannot be written is skipped."""
    from dataclasses import replace  # noqa: PLC0415

    from transtrack.model import Skipped  # noqa: PLC0415
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


def _gather(articles: list[CheckedArticle], accepted: int) -> Checked:
    from transtrack.checks import CHECKS  # noqa: PLC0415 - slow to import
    from transtrack.reports.findings import Checked, Rule  # noqa: PLC0415

    rules = tuple(
        Rule(name=c.name, help=c.help, category=c.category, severity=c.severity) for c in CHECKS
    )
    return Checked(
        articles=tuple((article.path, article.report) for article in articles),
        rules=rules,
        accepted=accepted,
    )


def _show_diff(articles: list[CheckedArticle]) -> None:
    from transtrack.pipeline.mending import render_diff  # noqa: PLC0415 - slow to import

    put("".join(render_diff(article) for article in articles))


def _show(checked: Checked, name: Output, output: Path | None, *, statistics: bool) -> None:
    from transtrack.reports.findings import FINDINGS_REPORTS  # noqa: PLC0415 - slow to import
    from transtrack.reports.listing import render_statistics  # noqa: PLC0415
    from transtrack.reports.page import Page  # noqa: PLC0415

    page = Page(width=find_page().width) if output else find_page()
    if statistics:
        text = render_statistics(checked, page)
    else:
        renderer = next(item for item in FINDINGS_REPORTS if item.name == name)
        text = renderer.render(checked, page)
    if output is None:
        put(text, commands=name is Output.GITHUB)
        return
    from transtrack.text import write_text  # noqa: PLC0415

    write_text(str(output), text)


def _status(checked: Checked, fail_on: FailOn) -> int:
    if checked.skipped:
        return UNJUDGED
    if fail_on is FailOn.NEVER:
        return 0
    order = list(Severity)
    least = order.index(Severity(fail_on))
    return FOUND if any(order.index(f.severity) >= least for f in checked.findings) else 0


def _list() -> str:
    from transtrack.checks import CHECKS  # noqa: PLC0415 - slow to import

    width = max(len(item.name) for item in CHECKS)
    return "".join(f"{item.name:<{width}}  {item.severity:<8}  {item.help}\n" for item in CHECKS)


def _explain(name: str) -> str:
    from transtrack.checks import CHECKS  # noqa: PLC0415 - slow to import

    found: Check | None = next((item for item in CHECKS if item.name == name), None)
    if found is None:
        known = ", ".join(item.name for item in CHECKS)
        raise UsageError(f'no check "{name}"', hint=f"known are: {known}")
    pair = f"{found.source or 'any'} to {found.target or 'any'}"
    lines = [f"{found.name}: {found.help}", f"{found.severity}, {found.category}, {pair}", ""]
    for title, examples in (("flags", found.flagged), ("leaves alone", found.passing)):
        for source, target in examples:
            lines += [f"{title}:", f"  {source or '(nothing)'}", f"  {target or '(nothing)'}"]
    return "".join(f"{line}\n" for line in lines)
