"""What an article's segments score by metrics, most of which need a reference."""

from __future__ import annotations

from collections.abc import Sequence

from transtrack.errors import UsageError
from transtrack.model import Document, Position
from transtrack.pipeline.lexicons import Lexicons
from transtrack.pipeline.rating import make_bitext
from transtrack.quality.card import ArticleCard, Rating
from transtrack.quality.carry import Stretch, carry, make_segments, pair_lines
from transtrack.quality.metrics import Metric, Segment, find_metrics, open_metric


def cut_alike(
    source: Document, versions: Sequence[Document], lexicons: Lexicons, *, presegmented: bool
) -> list[Stretch]:
    """The stretches of the original and its versions; as many lines go line with line."""
    sizes = {len(document.sentences) for document in (source, *versions)}
    if presegmented and len(sizes) == 1:
        return pair_lines(source, *versions)
    return carry(*(make_bitext(source, version, lexicons, None) for version in versions))


def find_segments(
    rows: Sequence[Stretch], hypothesis: Document, reference: Document | None
) -> list[Segment]:
    """What metrics are given of each stretch; InputError where one side has no words."""
    if reference is None:
        return [Segment(source=row.texts[0], hypothesis=row.texts[1]) for row in rows]
    return make_segments(rows, hypothesis.path, reference.path)


def choose_metrics(
    names: Sequence[str], language: str, reference: Document | None
) -> tuple[Metric, ...]:
    """The metrics of these names; UsageError where one needs a reference and there is none."""
    metrics = find_metrics(names, language)
    for metric in metrics:
        if metric.reference and reference is None:
            hint = "name one with --reference, or take it from git with --reference-rev"
            raise UsageError(f"the metric '{metric.name}' needs a reference", hint=hint)
    return metrics


def measure_article(
    name: str,
    hypothesis: Document,
    rows: Sequence[Stretch],
    segments: Sequence[Segment],
    metrics: Sequence[Metric],
) -> ArticleCard:
    """The article's card: each segment, and all together, by every metric."""
    scorers = [open_metric(metric) for metric in metrics]
    columns = list(zip(*(scorer.rate(segments) for scorer in scorers), strict=True))
    ratings = tuple(
        Rating(
            source=item.source,
            target=item.hypothesis,
            reference=item.reference,
            score=scores[0],
            others=scores[1:],
            path=hypothesis.path,
            position=_position(hypothesis, row.first),
        )
        for row, item, scores in zip(rows, segments, columns, strict=True)
    )
    totals = tuple(scorer.total(segments) for scorer in scorers)
    return ArticleCard(name=name, scores=totals, ratings=ratings)


def _position(document: Document, sentence: int | None) -> Position | None:
    if sentence is None:
        return None
    return document.position(document.sentences[sentence].span.start)
