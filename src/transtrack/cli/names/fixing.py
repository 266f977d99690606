"""`transtrack names fix`: put the spellings right in the files."""

from __future__ import annotations

import re
from difflib import unified_diff
from io import StringIO
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from transtrack.cli.console import complain, find_page, put
from transtrack.cli.names.shared import (
    FOUND,
    UNJUDGED,
    Paths,
    ProfileName,
    configure,
    group,
    open_profile,
    open_translations,
)
from transtrack.errors import UsageError
from transtrack.model import Document, Finding, Fix
from transtrack.reports import reveal

if TYPE_CHECKING:  # slow to import
    from transtrack.pipeline.names import Opened


_MARKUP = re.compile(r"[<>*_`\[\]]")  # what no name is spelled with


@group.command("fix")
def fix_names(
    paths: Paths = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change.")] = False,
    write: Annotated[
        bool, typer.Option("--write", help="Change what is sure, and list what is not.")
    ] = False,
    interactive: Annotated[
        bool, typer.Option("--interactive", "-i", help="Ask about each finding.")
    ] = False,
    profile: ProfileName = None,
) -> None:
    """Replace wrong spellings of names in the translations: exactly those letters, nothing else.

    Without an option: --diff. Files are written whole or not at all.
    """
    if diff + write + interactive > 1:
        raise UsageError("--diff, --write and --interactive exclude each other", hint="choose one")
    opened, findings = _survey(paths, profile)
    chosen = _ask(opened, findings) if interactive else _choose_sure(findings)
    fixed = {(fix.path, fix.span) for fixes in chosen.values() for fix in fixes}
    left = [f for f in findings if (f.location.path, f.location.span) not in fixed]
    replaced = 0
    for item in opened:
        fixes = chosen.get(item.path, [])
        if item.article is None or not fixes:
            continue
        if write or interactive:
            replaced += _write(item, fixes)
        else:
            put(_diff(item.article.target, fixes))
    if not interactive:
        _list(left)
    if write or interactive:
        complain(f"{replaced} replaced, {len(left)} left")
    waiting = left if write or interactive else findings
    skipped = any(item.skipped for item in opened)
    raise typer.Exit(UNJUDGED if skipped else FOUND if waiting else 0)


def _choose_sure(findings: list[Finding]) -> dict[str, list[Fix]]:
    """The fixes that need no person, by path."""
    chosen: dict[str, list[Fix]] = {}
    for item in findings:
        if item.fix:
            chosen.setdefault(item.fix.path, []).append(item.fix)
    return chosen


def _survey(paths: list[str] | None, profile: str | None) -> tuple[list[Opened], list[Finding]]:
    from transtrack.names.survey import survey_corpus  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.names import find_authority  # noqa: PLC0415

    config = configure(profile)
    opened = open_translations(config, paths)
    articles = [item.article for item in opened if item.article]
    others = [finding for item in opened for finding in item.findings]
    survey = survey_corpus(articles, find_authority(config), open_profile(config), others)
    return opened, [item for item in survey.findings if item.suggestion]


def _write(item: Opened, fixes: list[Fix]) -> int:
    from transtrack.text import order_fixes, write_fixes  # noqa: PLC0415 - slow to import
    from transtrack.track import hold  # noqa: PLC0415

    assert item.article is not None  # noqa: S101 - only opened ones have fixes
    with hold(item.file.parent):
        write_fixes(str(item.file), item.article.target.text, fixes)
    return len(order_fixes(fixes))


def _diff(document: Document, fixes: list[Fix]) -> str:
    from transtrack.text import apply_fixes  # noqa: PLC0415 - slow to import

    before = StringIO(document.text).readlines()  # lines as git counts them
    after = StringIO(apply_fixes(document.text, fixes)).readlines()
    path = document.path
    lines = unified_diff(before, after, f"a/{path}", f"b/{path}", n=1)
    return "".join(_paint(reveal(line.rstrip("\r\n"))) + "\n" for line in lines)


def _paint(line: str) -> str:
    colours = {"+": "32", "-": "31", "@": "36"}
    if not find_page().colour or line[:1] not in colours:
        return line
    return f"\x1b[{colours[line[0]]}m{line}\x1b[0m"


def _list(findings: list[Finding]) -> None:
    for item in findings:
        where = f"{item.location.path}:{item.location.line}:{item.location.column}"
        complain(f"not sure: {where}: {item.message}")


def _ask(opened: list[Opened], findings: list[Finding]) -> dict[str, list[Fix]]:
    """What a person decides on each finding; quitting keeps what was decided before."""
    chosen: dict[str, list[Fix]] = {}
    documents = {item.path: item.article.target for item in opened if item.article}
    for number, item in enumerate(findings, 1):
        document = documents[item.location.path]
        shown = f"{_show(document, item)}\n{_indent(item.message)}"
        put(f"\n{number} of {len(findings)}  {shown}\n")
        span = item.location.span
        if _MARKUP.search(document.text, span.start, span.end):
            put("  there is markup within it: change it by hand\n")
            continue
        answer = typer.prompt(
            f'  write "{reveal(item.suggestion)}"? y(es), n(o), q(uit), or another form',
            default="y",
            show_default=False,
        ).strip()
        if answer in ("q", "quit"):
            break
        if answer in ("n", "no", ""):
            continue
        text = item.suggestion if answer in ("y", "yes") else answer
        path = item.location.path
        fix = Fix(path=path, span=item.location.span, text=text)
        chosen.setdefault(path, []).append(fix)
    return chosen


def _show(document: Document, item: Finding) -> str:
    """The place and the line of the text around it."""
    start, end = item.location.span.start, item.location.span.end
    first = document.text.rfind("\n", 0, start) + 1
    last = document.text.find("\n", end)
    line = document.text[max(first, start - 60) : end + 60 if last < 0 else min(last, end + 60)]
    where = f"{item.location.path}:{item.location.line}:{item.location.column}"
    return f"{reveal(where)}\n{_indent(line.strip())}"


def _indent(text: str) -> str:
    lines = wrap(reveal(text), find_page().width, initial_indent="  ", subsequent_indent="  ")
    return "\n".join(lines)
