"""`transtrack quality`: how good translations are, with a reference or without."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from math import isfinite
from os.path import relpath
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transtrack.cli.console import complain, find_page, follow, put
from transtrack.cli.options import Lexicon, SourceLanguage, TargetLanguage
from transtrack.errors import UsageError

if TYPE_CHECKING:  # slow to import
    from transtrack.config import Config
    from transtrack.pipeline.quality import Options, Scored
    from transtrack.quality import Scorecard

FOUND, UNJUDGED = 1, 2


class Output(StrEnum):
    """Formats of the scorecard."""

    TEXT = "text"
    JSON = "json"
    TSV = "tsv"
    HTML = "html"


def quality(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ORIGINAL TRANSLATION | NAME",
            help="Two files, or two folders where the same name makes an article; or translations "
            "of the corpus by name (en/winter), file or folder. Without: every translation below "
            "corpora/.",
            show_default=False,
        ),
    ] = None,
    reference: Annotated[
        str | None,
        typer.Option(
            metavar="PATH", help="An independent translation by a person to compare with."
        ),
    ] = None,
    reference_rev: Annotated[
        str | None,
        typer.Option(metavar="REV", help="Take the reference from this revision in git."),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="Another translation: tell which is better."),
    ] = None,
    metric: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="bleu, chrf, chrf++, ter, or a plug-in's such as comet; repeatable.",
        ),
    ] = None,
    output_format: Annotated[
        Output,
        typer.Option(
            "--format",
            "-f",
            help="text: bars and the worst sentences; json: everything; tsv: a row a sentence and "
            "metric; html: a page that needs nothing else.",
        ),
    ] = Output.TEXT,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file instead.")
    ] = None,
    fail_under: Annotated[
        float | None,
        typer.Option(
            metavar="SCORE",
            help="Exit with status 1 where an article's first score is lower (ter: higher).",
        ),
    ] = None,
    presegmented: Annotated[
        bool, typer.Option("--presegmented", help="A sentence a line; empty lines count.")
    ] = False,
    source_language: SourceLanguage = None,
    target_language: TargetLanguage = None,
    lexicon: Lexicon = None,
) -> None:
    """Score translations, the worst sentences first.

    Without a reference: 0 to 100 by what the sentences have in common with their originals and
    by how well they read. With one: BLEU, chrF, chrF++ and TER by sacrebleu; the texts need not
    be split alike.
    """
    from transtrack.config import find_config  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.lexicons import find_lexicons  # noqa: PLC0415
    from transtrack.pipeline.loose import are_files  # noqa: PLC0415
    from transtrack.pipeline.quality import Options, sum_up  # noqa: PLC0415

    if fail_under is not None and not isfinite(fail_under):
        raise UsageError(f"{fail_under} is no score to fall below", hint="--fail-under 70")
    config = find_config(Path.cwd())
    given = paths or []
    options = Options(
        metrics=tuple(metric or ()),
        revision=reference_rev,
        presegmented=presegmented,
        languages=(source_language, target_language),
        lexicons=find_lexicons(config, lexicon),
    )
    scored = (
        _score_files(given, reference, baseline, options)
        if are_files(config, given)
        else _score_named(config, given, (reference, baseline), options)
    )
    card = sum_up(scored, options)
    from transtrack.reports.skipped import tell_skipped  # noqa: PLC0415 - slow to import

    for line in tell_skipped(card.skipped):
        complain(line)
    _write(card, output_format, output)
    raise typer.Exit(_status(card, fail_under))


def _score_files(
    paths: list[str], reference: str | None, baseline: str | None, options: Options
) -> list[Scored]:
    from transtrack.pipeline.articles import find_articles  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.quality import score_articles  # noqa: PLC0415

    if baseline and not (reference or options.revision):
        hint = "name one with --reference"
        raise UsageError("two translations are compared by a reference", hint=hint)
    articles = find_articles([*paths, reference, baseline])
    return list(follow(score_articles(articles, options), len(articles), "scoring"))


def _score_named(
    config: Config, paths: list[str], others: tuple[str | None, str | None], options: Options
) -> list[Scored]:
    from transtrack.errors import InputError  # noqa: PLC0415 - slow to import
    from transtrack.model import Skipped  # noqa: PLC0415
    from transtrack.pipeline.named import find_pairs, part, tell_empty  # noqa: PLC0415
    from transtrack.pipeline.quality import score_pairs  # noqa: PLC0415

    if options.presegmented or any(options.languages):
        hint = "transtrack quality ORIGINAL TRANSLATION"
        raise UsageError("these options go with two files or folders", hint=hint)
    items = find_pairs(config, paths)
    if not items:
        reason, advice = part(tell_empty(config))
        raise InputError(reason, path=str(config.root / config.corpora), hint=advice)
    if not any(others):
        return list(follow(score_pairs(config, items, options), len(items), "scoring"))
    if len(items) > 1:
        hint = "name it: transtrack quality en/winter --reference FILE; or name three folders"
        raise UsageError("another text goes with one article", hint=hint)
    (pair,) = items
    if isinstance(pair, Skipped):
        reason, advice = part(pair.reason)
        raise InputError(reason, path=pair.what, hint=advice)
    files = [relpath(config.root / name) for name in (pair.source, pair.target) if name]
    languages = pair.source_language, pair.target_language
    return _score_files(files, *others, replace(options, languages=languages))


def _write(card: Scorecard, output_format: Output, output: Path | None) -> None:
    from transtrack.reports import Page  # noqa: PLC0415 - slow to import
    from transtrack.reports.quality import QUALITY_REPORTS  # noqa: PLC0415

    renderer = next(item for item in QUALITY_REPORTS if item.name == output_format)
    page = find_page()
    if output is None:
        put(renderer.render(card, page))
        return
    from transtrack.text import write_text  # noqa: PLC0415 - slow to import

    write_text(str(output), renderer.render(card, Page(width=page.width)))


def _status(card: Scorecard, fail_under: float | None) -> int:
    if card.skipped:
        return UNJUDGED
    if fail_under is None:
        return 0
    sign = 1 if card.rising else -1
    firsts = [article.scores[0].value for article in card.articles if article.scores]
    return FOUND if any(sign * value < sign * fail_under for value in firsts) else 0
