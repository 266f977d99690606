"""`transtrack report`: a corpus as a web site that needs no network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transtrack.cli.console import complain, follow, put
from transtrack.reports import reveal

if TYPE_CHECKING:  # slow to import
    from transtrack.config import Config
    from transtrack.model import Skipped
    from transtrack.pipeline.choice import Chosen
    from transtrack.pipeline.report import Key
    from transtrack.reports.site import Moment, Row
    from transtrack.track import Pair

UNJUDGED = 2
HISTORY = 12  # commits


def report(
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="Write the site to this folder: a new one, an empty one, or an earlier site.",
        ),
    ],
    history: Annotated[
        int,
        typer.Option(
            min=0, metavar="N", help="Judge the corpus at N earlier commits, too; 0: at none."
        ),
    ] = HISTORY,
) -> None:
    """Write the corpus as a web site: what is fit, what is not, and every article's both texts.

    Each translation is aligned, checked and scored once. The pages work from the disk and load
    nothing from elsewhere; the texts themselves are not changed.
    """
    from transtrack.config import find_config  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.choice import choose_checks  # noqa: PLC0415
    from transtrack.pipeline.named import find_pairs  # noqa: PLC0415
    from transtrack.pipeline.site import close_site, open_site  # noqa: PLC0415
    from transtrack.reports.site import render_overview, sum_up, tell  # noqa: PLC0415

    config = find_config(Path.cwd())
    checks = choose_checks(config)
    items = find_pairs(config, (), untranslated=True)
    old = open_site(output)
    rows, known = _write_articles(config, items, checks, output)
    moments = _trace(config, checks, known, history)
    pages = [row.page for row in rows if row.page]
    index = close_site(output, render_overview(rows, moments), pages, old)
    put(f"{reveal(str(index))}\n{tell(sum_up(rows))}\n")
    raise typer.Exit(UNJUDGED if any(row.reasons for row in rows) else 0)


def _write_articles(
    config: Config, items: Sequence[Pair | Skipped], checks: Chosen, output: Path
) -> tuple[list[Row], dict[Key, Row]]:
    """A line for each article, also by what it was made of; its page is written."""
    from transtrack.checks import CHECKS  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.report import judge_corpus, key_article  # noqa: PLC0415
    from transtrack.pipeline.site import write_page  # noqa: PLC0415
    from transtrack.reports.rules import Rule  # noqa: PLC0415
    from transtrack.reports.site import make_row, render_article  # noqa: PLC0415
    from transtrack.reports.skipped import tell_skipped  # noqa: PLC0415

    rules = tuple(
        Rule(name=c.name, help=c.help, category=c.category, severity=c.severity) for c in CHECKS
    )
    rows, known = [], {}
    skipped: list[Skipped] = []
    for article in follow(judge_corpus(config, items, checks), len(items), "judging"):
        row = make_row(article)
        rows.append(row)
        key = key_article(config.root, article)
        if key is not None:
            known[key] = row
        skipped += article.report.skipped
        if article.report.bitext is not None:
            write_page(output, row.page, render_article(article, article.report.bitext, rules))
    for line in tell_skipped(skipped):
        complain(line)
    return rows, known


def _trace(config: Config, checks: Chosen, known: dict[Key, Row], history: int) -> list[Moment]:
    from transtrack.pipeline.past import trace_corpus  # noqa: PLC0415 - slow to import
    from transtrack.track.history import find_commits  # noqa: PLC0415

    commits = find_commits(config.root, config.corpora, history)
    return list(follow(trace_corpus(config, commits, checks, known), len(commits), "history"))
