"""All there is to say about a corpus: each article aligned, checked and scored once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from transtrack.config import Config
from transtrack.errors import TranstrackError
from transtrack.model import Report, Skipped, Status
from transtrack.pipeline.check import CheckedArticle, check_corpus
from transtrack.pipeline.choice import Chosen
from transtrack.pipeline.lexicons import Lexicons, find_lexicons
from transtrack.pipeline.rating import rate_beads
from transtrack.quality import average
from transtrack.reports.site.values import Article
from transtrack.track import Pair, read_catalogue
from transtrack.track.former import find_former
from transtrack.track.history import blob_id

Key = tuple[str | None, ...]  # an article's files with their contents' ids


def judge_corpus(
    config: Config, items: Sequence[Pair | Skipped], checks: Chosen
) -> Iterator[Article]:
    """Each article aligned, checked and scored, one after the other, or the reason why not."""
    there = [item for item in items if isinstance(item, Skipped) or item.target]
    checked = check_corpus(config, there, checks)
    lexicons = find_lexicons(config)
    for item in items:
        if isinstance(item, Skipped):
            yield _make_orphan(item, next(checked))
        elif item.target is None:
            yield _make_article(item, Report(bitext=None, status=Status.MISSING))
        else:
            article = _score(item, next(checked), lexicons)
            yield _recall(article, config.root / item.catalogue)


def _recall(article: Article, path: Path) -> Article:
    """The article with what its original said before, where it is stale."""
    bitext = article.report.bitext
    old = read_catalogue(path) if article.report.status is Status.STALE else None
    return replace(article, former=find_former(old, bitext)) if old and bitext else article


def _make_orphan(item: Skipped, checked: CheckedArticle) -> Article:
    return Article(
        name=item.what, languages=("", ""), paths=("", item.what), report=checked.report
    )


def _make_article(pair: Pair, report: Report) -> Article:
    return Article(
        name=f"{pair.target_language}/{pair.article}",
        languages=(pair.source_language, pair.target_language),
        paths=(pair.source, pair.target),
        report=report,
    )


def _score(pair: Pair, checked: CheckedArticle, lexicons: Lexicons) -> Article:
    """The article with its ratings; where there can be none, the report says why."""
    report = checked.report
    article = replace(_make_article(pair, report), accepted=checked.accepted)
    if report.bitext is None:
        return article
    try:
        ratings = rate_beads(report.bitext, lexicons)
    except TranstrackError as error:
        skipped = Skipped(what=checked.path, reason=f"no score: {error.tell(checked.path)}")
        return replace(article, report=replace(report, skipped=(*report.skipped, skipped)))
    found = [item for item in ratings if item is not None]
    scores = (average(found),) if found else ()
    return replace(article, ratings=ratings, report=replace(report, scores=scores))


def key_article(root: Path, article: Article) -> Key | None:
    """What an article's verdict depends on, None where a file cannot be read."""
    source, target = article.paths
    if not source or not target:
        return None
    try:
        ids = [blob_id((root / path).read_bytes()) for path in (source, target)]
        catalogue = (root / target).with_suffix(".po")
        kept = blob_id(catalogue.read_bytes()) if catalogue.exists() else None
    except OSError:
        return None
    return source, ids[0], target, ids[1], kept
