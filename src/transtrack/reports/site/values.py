"""What the site is made of: articles, their lines in the overview, the corpus' past."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from transtrack.model import BlockKind, Document, Report, Score, Severity, Status
from transtrack.quality import Rating
from transtrack.reports.site.links import page_name
from transtrack.reports.summary import summarise

BINS = 20  # of the distribution of scores, 5 points each


class State(StrEnum):
    """What a reader wants to know of an article first; an article is in one state only."""

    FIT = "fit"
    FINDINGS = "with findings"
    STALE = "stale"
    MISSING = "missing"
    UNJUDGED = "not judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A translation, aligned, checked and scored once; `ratings` has one, or None, for each bead.

    `languages` and `paths` are the original's and the translation's; `former` holds, by the
    place of their beads, sources that have changed since, as they stood.
    """

    name: str
    languages: tuple[str, str]
    paths: tuple[str, str | None]
    report: Report
    ratings: tuple[Rating | None, ...] = ()
    former: Mapping[int, str] = field(default_factory=dict)
    accepted: int = 0

    @property
    def state(self) -> State:
        """In that order: missing, not readable, stale, with findings, not judged in full, fit."""
        if self.report.status is Status.MISSING:
            return State.MISSING
        if self.report.bitext is None:
            return State.UNJUDGED
        if self.report.status is Status.STALE:
            return State.STALE
        if any(item.severity is not Severity.NEUTRAL for item in self.report.findings):
            return State.FINDINGS
        return State.UNJUDGED if self.report.skipped else State.FIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An article's line in the overview: `page` is empty where it has none.

    `weight` is the number of characters by which the score counts, `spread` the numbers of
    sentences by score in `BINS` classes, `doubtful` the beads that wait for a person.
    """

    name: str
    title: str
    languages: tuple[str, str]
    paths: tuple[str, str | None]
    state: State
    page: str = ""
    score: Score | None = None
    weight: int = 0
    spread: tuple[int, ...] = (0,) * BINS
    severities: tuple[tuple[Severity, int], ...] = ()
    doubtful: int = 0
    reasons: tuple[str, ...] = ()

    @property
    def findings(self) -> int:
        """How many there are, of any severity."""
        return sum(count for _, count in self.severities)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """A corpus in figures; `scores` has one for each signature."""

    states: tuple[tuple[State, int], ...]
    articles: int
    translated: int
    findings: int
    scores: tuple[Score, ...]

    @property
    def mean(self) -> float | None:
        """The score, where there is only one kind of it."""
        return self.scores[0].value if len(self.scores) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The corpus as it stood at a commit, by today's rules; the date is ISO 8601."""

    commit: str
    date: str
    subject: str
    totals: Totals


def make_row(article: Article) -> Row:
    """What the overview keeps of an article."""
    report, ratings = article.report, [item for item in article.ratings if item is not None]
    counts = Counter(item.severity for item in report.findings)
    return Row(
        name=article.name,
        title=find_title(report.bitext.target) if report.bitext else "",
        languages=article.languages,
        paths=article.paths,
        state=article.state,
        page=page_name(article.name) if report.bitext else "",
        score=report.scores[0] if report.scores else None,
        weight=sum(max(len(item.source), len(item.target)) for item in ratings),
        spread=spread([item.score.value for item in ratings]),
        severities=tuple((item, counts[item]) for item in reversed(Severity) if counts[item]),
        doubtful=summarise(report.bitext).doubtful if report.bitext else 0,
        reasons=tuple(_tell(item.reason, whole=not report.bitext) for item in report.skipped),
    )


def _tell(reason: str, *, whole: bool) -> str:
    """A reason; what to do about it stands on the article's page where there is one."""
    return reason if whole else reason.partition("; ")[0]


def find_title(document: Document) -> str:
    """The text of the first title, or else of the first heading; empty where there is none."""
    for kind in (BlockKind.TITLE, BlockKind.HEADING):
        for number, block in enumerate(document.blocks):
            if block.kind is kind:
                return " ".join(s.plain for s in document.sentences if s.block == number)
    return ""


def spread(values: Sequence[float]) -> tuple[int, ...]:
    """How many of the values from 0 to 100 fall into each class."""
    counts = Counter(min(max(int(value * BINS / 100), 0), BINS - 1) for value in values)
    return tuple(counts[number] for number in range(BINS))


def sum_up(rows: Sequence[Row]) -> Totals:
    """The figures of all articles together, a score counting by its characters."""
    states = Counter(row.state for row in rows)
    groups: dict[tuple[str, str], list[tuple[float, int]]] = {}
    for row in rows:
        if row.score is not None and row.weight:
            key = row.score.metric, row.score.signature
            groups.setdefault(key, []).append((row.score.value, row.weight))
    scores = tuple(
        Score(
            metric=metric,
            value=sum(value * weight for value, weight in group) / sum(w for _, w in group),
            signature=signature,
        )
        for (metric, signature), group in sorted(groups.items())
    )
    return Totals(
        states=tuple((state, states[state]) for state in State),
        articles=len(rows),
        translated=sum(row.state is not State.MISSING for row in rows),
        findings=sum(row.findings for row in rows),
        scores=scores,
    )
