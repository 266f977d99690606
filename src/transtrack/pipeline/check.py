"""The checks of a corpus or some translations: read, align, check, accept, put right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff
from functools import partial
from io import StringIO
from pathlib import Path

from transtrack.checks import CHECKS, Check, find_findings
from transtrack.checks.baseline import Baseline, subtract
from transtrack.config import Config
from transtrack.errors import ConfigError, TranstrackError, UsageError
from transtrack.formats.po import Catalogue
from transtrack.model import Bitext, Finding, Fix, Report, Severity, Skipped
from transtrack.names.authority import Authority, Ruling
from transtrack.names.glossary import read_glossary
from transtrack.names.profiles import Profile
from transtrack.pipeline.align import judge_pair, make_aligner, read_article
from transtrack.pipeline.names import find_authority, find_profile
from transtrack.pipeline.processes import spread
from transtrack.text import apply_fixes, find_place, order_fixes, write_fixes
from transtrack.track import Pair, find_corpus, hold, read_catalogue
from transtrack.track.changes import find_changed_lines
from transtrack.track.locate import locate

OFF = "off"
_IGNORE = re.compile(r"transtrack:\s*ignore(?:\[([^\]]*)\])?")

Chosen = Mapping[Check, Severity | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What a newsroom has laid down: its spellings of names, its profile, its glossaries."""

    authority: Authority
    profile: Profile
    rulings: tuple[Ruling, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedArticle:
    """One translation with its report; `accepted` counts findings that a comment accepts."""

    path: str
    file: Path
    report: Report
    accepted: int = 0


def choose_checks(
    config: Config, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> dict[Check, Severity | None]:
    """The checks to make with the severity that the project sets; UsageError for unknown names.

    `select` makes only these, though the project switches them off; `ignore` leaves some out.
    """
    known = {check.name: check for check in CHECKS}
    for name in (*select, *ignore):
        if name not in known:
            raise UsageError(f'no check "{name}"', hint=f"known are: {', '.join(known)}")
    settings = dict(config.checks)
    for name, value in settings.items():
        if name not in known:
            raise ConfigError(f'checks: no check "{name}"', hint=f"known are: {', '.join(known)}")
        if value not in (OFF, *Severity):
            hint = f"write one of: {OFF}, {', '.join(Severity)}"
            raise ConfigError(f'checks: {name}: "{value}" is no severity', hint=hint)
    chosen: dict[Check, Severity | None] = {}
    for name, check in known.items():
        told = settings.get(name)
        wanted = name in select if select else told != OFF
        if wanted and name not in ignore:
            chosen[check] = Severity(told) if told and told != OFF else None
    return chosen


def find_pairs(config: Config, paths: Sequence[str]) -> list[Pair | Skipped]:
    """The corpus' translations, or those at some paths; what belongs to no corpus is skipped.

    A path may name the translation, its original, its catalogue, or a folder.
    """
    corpus = find_corpus(config)
    pairs = [pair for pair in corpus.pairs if pair.target]
    if not paths:
        return [*pairs, *corpus.skipped]
    found: list[Pair | Skipped] = []
    for path in paths:
        place = find_place(path)
        own = [pair for pair in pairs if _belongs(config.root, pair, place)]
        if own:
            found += own
            continue
        original = any(find_place(config.root / pair.source) == place for pair in corpus.pairs)
        reason = "no translation yet" if original else "no translation with an original here"
        found.append(Skipped(what=path, reason=reason))
    return list(dict.fromkeys(found))


def _belongs(root: Path, pair: Pair, place: Path) -> bool:
    files = [find_place(root / name) for name in (pair.target or "", pair.source, pair.catalogue)]
    return place in files or place in files[0].parents or place in files[1].parents


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
    house = House(
        authority=find_authority(config),
        profile=find_profile(config),
        rulings=tuple(
            ruling
            for path in config.glossaries
            for ruling in read_glossary(str(config.root / path))
        ),
    )
    work = partial(_check_item, config, checks, house, since)
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
    report, _ = judge_pair(source, target, old, make_aligner(None, None, source, target))
    file = config.root / path
    if report.bitext is None:
        return CheckedArticle(path=path, file=file, report=report)
    findings = find_findings(report.bitext, checks, house.authority, house.profile, house.rulings)
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


def leave_accepted(
    findings: Sequence[Finding], catalogue: Catalogue | None, bitext: Bitext
) -> tuple[Finding, ...]:
    """The findings that no comment in the catalogue accepts: `transtrack: ignore[number]`."""
    entries = [e for e in catalogue.entries if _IGNORE.search(e.comment)] if catalogue else []
    if not entries:
        return tuple(findings)
    accepted: list[tuple[int, int, set[str]]] = []
    for found in locate(entries, bitext.source, bitext.target):
        names = {
            name.strip()
            for match in _IGNORE.finditer(found.entry.comment)
            for name in (match[1] or "").split(",")
        }
        target = found.target
        if not target and found.source:
            target = _before(bitext, found.source)
        for index in target or ():
            span = bitext.target.sentences[index].span
            accepted.append((span.start, span.end, names))
    return tuple(
        item
        for item in findings
        if not any(
            start <= item.location.span.start <= end and ("" in names or item.check in names)
            for start, end, names in accepted
        )
    )


def _before(bitext: Bitext, source: tuple[int, ...]) -> tuple[int, ...]:
    """The last target sentence before the place where some source sentences have none."""
    last: tuple[int, ...] = ()
    for bead in bitext.beads:
        if bead.source == source:
            break
        last = bead.target[-1:] or last
    return last


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


def find_fixes(article: CheckedArticle) -> tuple[Fix, ...]:
    """The fixes of an article's findings, none overlapping another."""
    findings = article.report.findings
    return order_fixes(item.fix for item in findings if item.fix is not None)


def fix_article(article: CheckedArticle) -> tuple[CheckedArticle, int]:
    """The article without the findings put right in its file, and how many those were."""
    fixes = find_fixes(article)
    if not fixes or article.report.bitext is None:
        return article, 0
    with hold(article.file.parent):
        write_fixes(str(article.file), article.report.bitext.target.text, fixes)
    left = tuple(item for item in article.report.findings if item.fix not in fixes)
    return replace(article, report=replace(article.report, findings=left)), len(fixes)


def render_diff(article: CheckedArticle) -> str:
    """What the fixes would change, as a unified diff; empty where there are none."""
    fixes = find_fixes(article)
    if not fixes or article.report.bitext is None:
        return ""
    text = article.report.bitext.target.text
    lines = unified_diff(
        StringIO(text).readlines(),  # lines as git counts them
        StringIO(apply_fixes(text, fixes)).readlines(),
        f"a/{article.path}",
        f"b/{article.path}",
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in lines
    )
