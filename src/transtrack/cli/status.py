"""`transtrack status`: which translations are in step with their originals."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from transtrack.cli.console import complain, find_page, follow, put
from transtrack.cli.options import Articles
from transtrack.model import Skipped, Status

Output = StrEnum("Output", ["text", "json", "md", "html", "badge"])

FOUND, UNJUDGED = 1, 2


def status(
    paths: Articles = None,
    output_format: Annotated[
        Output, typer.Option("--format", "-f", help="What to print; badge is an SVG picture.")
    ] = Output.text,
    fail_on: Annotated[
        Status | None,
        typer.Option(
            help="Exit with status 1 for a translation in this state or a worse one.",
            show_default=False,
        ),
    ] = None,
    findings: Annotated[
        bool, typer.Option("--findings", help="Check and score every article, too.")
    ] = False,
    history: Annotated[
        bool, typer.Option("--history", help="Tell who changed the texts last, and when (git).")
    ] = False,
) -> None:
    """Tell which translations are in step with their originals.

    Fresh: the translation renders the original as it stands. Unreviewed: it does, but beads
    wait for a person. Partial: sentences are not translated yet. Stale: sentences have changed
    since. Missing: there is no translation. Unknown: never aligned, or not to be read.

    With one article: every changed sentence of its original as a word diff, and the translation
    that now needs work.
    """
    from transtrack.config import find_config  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.named import find_pairs, tell_empty  # noqa: PLC0415
    from transtrack.pipeline.status import track_corpus  # noqa: PLC0415
    from transtrack.reports.differences import render_differences  # noqa: PLC0415
    from transtrack.reports.status import STATUSES  # noqa: PLC0415

    config = find_config(Path.cwd())
    items = find_pairs(config, paths or [], untranslated=True)
    skipped = [item for item in items if isinstance(item, Skipped)]
    pairs = [item for item in items if not isinstance(item, Skipped)]
    one = bool(paths) and len(pairs) == 1
    closely = one or output_format is Output.json
    if not items:
        complain(tell_empty(config))
    steps = track_corpus(config, pairs, closely=closely, findings=findings, history=history or one)
    rows = list(follow(steps, len(pairs), "comparing"))
    for item in skipped:
        complain(f"{item.what}: {item.reason}")
    if one and output_format is Output.text:
        put(render_differences(rows[0], find_page()))
    elif rows or not skipped:
        renderer = next(item for item in STATUSES if item.name == output_format.name)
        put(renderer.render(rows, find_page()))
    raise typer.Exit(_judge([row.status for row in rows], fail_on, unjudged=bool(skipped)))


def _judge(found: list[Status], fail_on: Status | None, *, unjudged: bool) -> int:
    order = list(Status)
    if unjudged or Status.UNKNOWN in found:
        return UNJUDGED
    worst = max(map(order.index, found), default=0)
    return FOUND if fail_on is not None and worst >= order.index(fail_on) else 0
