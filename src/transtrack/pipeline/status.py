"""The status of a corpus: every translation held against its original as it stands now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from transtrack.config import Config
from transtrack.model import Kind, Report, Severity
from transtrack.pipeline.choice import choose_checks
from transtrack.pipeline.report import judge_corpus
from transtrack.reports.status_rows import StatusRow
from transtrack.track import Pair
from transtrack.track.history import Change, find_last_changes
from transtrack.track.status import ArticleStatus, find_status


def track_corpus(
    config: Config,
    pairs: Sequence[Pair],
    *,
    closely: bool = False,
    findings: bool = False,
    history: bool = False,
) -> Iterator[StatusRow]:
    """Each translation's status, one after the other.

    `closely`: with all that has changed; `findings`: with the number of open findings and the
    score; `history`: with who changed the texts last, and when.
    """
    changes: Mapping[str, Change] = {}
    if history:
        changes = find_last_changes(config.root, config.corpora)
    articles = (find_status(config.root, pair, closely=closely) for pair in pairs)
    if not findings:
        yield from (_make_row(article, changes) for article in articles)
        return
    known = list(articles)
    wanted = [article.pair for article in known if article.scan.entries]
    judged = judge_corpus(config, wanted, choose_checks(config))
    for article in known:
        row = _make_row(article, changes)
        yield _add_verdict(row, next(judged).report) if article.scan.entries else row


def _add_verdict(row: StatusRow, report: Report) -> StatusRow:
    """The row with the number of open findings, and the score if there can be one."""
    count = sum(item.severity is not Severity.NEUTRAL for item in report.findings)
    return replace(row, findings=count, score=report.scores[0].value if report.scores else None)


def _make_row(article: ArticleStatus, changes: Mapping[str, Change]) -> StatusRow:
    pair = article.pair
    last = [changes.get(path or "") for path in (pair.source, pair.target)]
    return StatusRow(
        name=f"{pair.target_language}/{pair.article}",
        source=pair.source,
        target=pair.target,
        status=article.status,
        changed=article.count(Kind.CHANGED),
        added=article.count(Kind.ADDED),
        dropped=article.count(Kind.DROPPED),
        reviewed=article.reviewed,
        doubtful=article.scan.doubtful,
        edited=article.edited,
        reason=article.reason,
        source_change=(last[0].author, last[0].date) if last[0] else None,
        target_change=(last[1].author, last[1].date) if last[1] else None,
        differences=article.differences,
    )
