"""`transtrack check`: what is wrong in the translations, and where."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transtrack.cli.console import complain, follow, put
from transtrack.cli.options import SourceLanguage, TargetLanguage
from transtrack.errors import UsageError
from transtrack.model import Severity

if TYPE_CHECKING:  # slow to import
    from transtrack.pipeline.check import CheckedArticle
    from transtrack.pipeline.choice import Unmade
    from transtrack.pipeline.loose import Languages
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
            help="Translations, originals, folders or names (en/winter); or ORIGINAL TRANSLATION, "
            "a translation that the corpus does not have. Without: every translation.",
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
    source_language: SourceLanguage = None,
    target_language: TargetLanguage = None,
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

    Two files that lie outside of a project's corpora/ are an original and its translation, and so
    is an original inside with a file outside; their languages are read off their names or words,
    or given. Any other path inside of corpora/ stands for its own article.

    A finding is accepted by a baseline, or by a comment at its entry in the PO file:
    `transtrack: ignore`, the check's name in square brackets behind it.
    """
    if list_checks or explain:
        from transtrack.cli.explain import explain_check, tell_checks  # noqa: PLC0415 - slow to import

        put(explain_check(explain) if explain else tell_checks())
        return
    if write_baseline and baseline is None:
        raise UsageError("--write-baseline needs a file", hint="name it with --baseline FILE")
    if fix and diff:
        raise UsageError("--fix and --diff exclude each other", hint="leave one of them out")
    arguments = paths or [], (source_language, target_language)
    articles, unmade = _run(arguments, (_split(select), _split(ignore)), since, jobs)
    from transtrack.cli.findings import (  # noqa: PLC0415 - slow to import
        gather,
        leave_baseline,
        put_right,
        show_diff,
        show_findings,
    )

    accepted = sum(article.accepted for article in articles)
    if baseline is not None:
        articles, silent = leave_baseline(articles, baseline, write=write_baseline)
        accepted += silent
    articles = put_right(articles) if fix else articles
    for article in articles:
        for item in article.report.skipped:
            complain(f"{item.what}: {item.reason}")
    checked = gather(articles, accepted, unmade)
    if diff:
        show_diff(articles)
    else:
        show_findings(checked, output_format, output, statistics=statistics)
    raise typer.Exit(_status(checked, fail_on))


def _split(names: list[str] | None) -> list[str]:
    return [part.strip() for name in names or [] for part in name.split(",") if part.strip()]


def _run(
    arguments: tuple[list[str], Languages],
    names: tuple[list[str], list[str]],
    since: str | None,
    jobs: int,
) -> tuple[list[CheckedArticle], Unmade]:
    from transtrack.config import find_config  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.check import check_corpus  # noqa: PLC0415
    from transtrack.pipeline.choice import choose_checks, find_unmade, tell_unfit  # noqa: PLC0415
    from transtrack.pipeline.loose import find_checked  # noqa: PLC0415
    from transtrack.pipeline.named import tell_empty  # noqa: PLC0415

    config = find_config(Path.cwd())
    checks = choose_checks(config, *names)
    items, told = find_checked(config, *arguments)
    if not (items or told):
        complain(tell_empty(config))
    for line in (*told, *tell_unfit(checks, items)):
        complain(line)
    steps = check_corpus(config, items, checks, since, jobs)
    return list(follow(steps, len(items), "checking")), find_unmade(checks, items)


def _status(checked: Checked, fail_on: FailOn) -> int:
    if checked.skipped:
        return UNJUDGED
    if fail_on is FailOn.NEVER:
        return 0
    least = Severity(fail_on).rank
    return FOUND if any(item.severity.rank >= least for item in checked.findings) else 0
