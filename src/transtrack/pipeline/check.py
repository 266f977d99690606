"""The checks of a corpus or some translations: read, align, check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from transtrack.checks.baseline import Baseline, subtract
from transtrack.config import Config
from transtrack.errors import TranstrackError, UsageError
from transtrack.model import Bitext, Finding, Report, Skipped
from transtrack.pipeline.acceptance import leave_accepted
from transtrack.pipeline.align import judge_pair, make_aligner, read_article
from transtrack.pipeline.choice import Chosen
from transtrack.pipeline.house import House, open_house
from transtrack.pipeline.processes import spread
from transtrack.track import Pair, read_catalogue
from transtrack.track.changes import find_changed_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedArticle:
    """One translation with its report; `accepted` counts findings that a comment accepts."""

    path: str
    file: Path
    report: Report
    accepted: int = 0


def check_corpus(
    config: Config,
    items: Sequence[Pair | Skipped],
    checks: Chosen,
    since: str | None = None,
    jobs: int = 1,
) -> Iterator[CheckedArticle]:
    """Each translation checked, in order; what cannot be read or judged is skipped.

    `since` leaves out what has not changed since a revision; `jobs` processes share the work.
    """
    work = partial(_check_item, config, checks, open_house(config), since)
    for found in spread(work, items, jobs) if jobs > 1 else map(work, items):
        if found is not None:
            yield found


def _check_item(
    config: Config, checks: Chosen, house: House, since: str | None, item: Pair | Skipped
) -> CheckedArticle | None:
    """The article checked, None where nothing of it has changed."""
    if isinstance(item, Skipped):
        report = Report(bitext=None, skipped=(item,))
        return CheckedArticle(path=item.what, file=Path(item.what), report=report)
    path = item.target or item.source
    try:
        lines = _find_lines(config.root, item, since) if since else None
        if lines is not None and not any(lines):
            return None
        return _check_pair(config, item, checks, house, lines)
    except UsageError:
        raise
    except TranstrackError as error:
        report = Report(
            bitext=None, skipped=(Skipped(what=path, reason=error.tell(path, config.root)),)
        )
        return CheckedArticle(path=path, file=config.root / path, report=report)


Lines = tuple[frozenset[int], frozenset[int]]


def _find_lines(root: Path, pair: Pair, since: str) -> Lines | None:
    """The changed lines of the original and the translation; None where either is new."""
    source = find_changed_lines(root, pair.source, since)
    target = find_changed_lines(root, pair.target or "", since)
    return None if source is None or target is None else (source, target)


def _check_pair(
    config: Config,
    pair: Pair,
    checks: Chosen,
    house: House,
    lines: Lines | None,
) -> CheckedArticle:
    path = pair.target or ""
    source = read_article(config.root, pair.source, pair.source_language)
    target = read_article(config.root, path, pair.target_language)
    old = read_catalogue(config.root / pair.catalogue)
    words = house.lexicons.find(source.language, target.language)
    report, _ = judge_pair(source, target, old, make_aligner(words))
    file = config.root / path
    if report.bitext is None:
        return CheckedArticle(path=path, file=file, report=report)
    findings = house.check(report.bitext, checks)
    if lines is not None:
        findings = tuple(item for item in findings if _is_new(item, report.bitext, lines))
    kept = leave_accepted(findings, old, report.bitext)
    report = replace(report, findings=kept)
    return CheckedArticle(path=path, file=file, report=report, accepted=len(findings) - len(kept))


def _is_new(finding: Finding, bitext: Bitext, lines: Lines) -> bool:
    """Whether a finding's line has changed, or the original of its sentence."""
    first = finding.location.line
    last = bitext.target.position(finding.location.span.end).line
    if lines[1].intersection(range(first, last + 1)):
        return True
    at = finding.location.span
    for bead in bitext.beads:
        spans = [bitext.target.sentences[index].span for index in bead.target]
        if any(span.start <= at.start <= span.end for span in spans):
            for index in bead.source:
                span = bitext.source.sentences[index].span
                start, end = (bitext.source.position(k).line for k in (span.start, span.end))
                if lines[0].intersection(range(start, end + 1)):
                    return True
    return False


def leave_known(
    articles: Sequence[CheckedArticle], known: Baseline
) -> tuple[list[CheckedArticle], int]:
    """The articles without the findings of a baseline, and how many those were."""
    kept, silent = [], 0
    for article in articles:
        new = subtract(article.report.findings, known)
        silent += len(article.report.findings) - len(new)
        kept.append(replace(article, report=replace(article.report, findings=new)))
    return kept, silent
