"""The way of a score: read, align, carry, rate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from transtrack.config import Config
from transtrack.errors import InputError, TranstrackError
from transtrack.model import Document, Score, Skipped
from transtrack.pipeline.align import read_article
from transtrack.pipeline.lexicons import NO_LEXICONS, Lexicons
from transtrack.pipeline.measuring import (
    choose_metrics,
    cut_alike,
    find_segments,
    measure_article,
)
from transtrack.pipeline.named import Item
from transtrack.pipeline.rating import make_bitext, rate_article
from transtrack.pipeline.revisions import read_revision
from transtrack.quality.card import ArticleCard, Rating, Scorecard
from transtrack.quality.compare import compare
from transtrack.quality.estimate import average
from transtrack.quality.metrics import Segment, find_metrics, open_metric
from transtrack.text import parse_document, read_document
from transtrack.track import Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The files of one article, the reference's and the baseline's if there are any."""

    name: str
    source: str
    hypothesis: str
    reference: str | None = None
    baseline: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to score; `revision` is where the reference is taken from in git."""

    metrics: tuple[str, ...] = ()
    revision: str | None = None
    presegmented: bool = False
    languages: tuple[str | None, str | None] = (None, None)
    lexicons: Lexicons = NO_LEXICONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """An article's card, with what it was made of: segments, baseline texts, their language."""

    card: ArticleCard
    segments: tuple[Segment, ...] = ()
    baseline: tuple[str, ...] = ()
    language: str = ""


def score_pairs(config: Config, items: Sequence[Item], options: Options) -> Iterator[Scored]:
    """These translations, one after the other, without a reference."""
    for item in items:
        if isinstance(item, Skipped):
            yield Scored(card=ArticleCard(name=item.what, skipped=(item,)))
        elif item.target is not None:
            name = item.names[1]
            try:
                yield _score_pair(config.root, item, item.target, name, options)
            except TranstrackError as error:
                yield _skip(name, item.target, error, config.root)


def _score_pair(root: Path, pair: Pair, target: str, name: str, options: Options) -> Scored:
    source = read_article(root, pair.source, pair.source_language)
    hypothesis = read_article(root, target, pair.target_language)
    reference = None
    if options.revision:
        text = read_revision(root / target, options.revision)
        reference = parse_document(text, path=target, language=pair.target_language)
    documents = (source, hypothesis, reference, None)
    return _score(name, documents, options, root / pair.catalogue)


def score_articles(articles: Sequence[Article], options: Options) -> Iterator[Scored]:
    """These articles, one after the other; what cannot be read or judged is skipped.

    A single article's error is raised.
    """
    for article in articles:
        try:
            yield _score(article.name, _read(article, options), options, None)
        except TranstrackError as error:
            if len(articles) == 1:
                raise
            yield _skip(article.name, article.hypothesis or article.name, error)


def _read(
    article: Article, options: Options
) -> tuple[Document, Document, Document | None, Document | None]:
    language, other = options.languages
    for path, what in (
        (article.source, "original"),
        (article.hypothesis, "translation"),
        (article.reference, "reference"),
        (article.baseline, "baseline"),
    ):
        if path is not None and not path:
            raise InputError(f"no {what} of this article", path=article.name)
    source = read_document(article.source, language=language, presegmented=options.presegmented)

    def read(path: str | None) -> Document | None:
        if path is None:
            return None
        return read_document(path, language=other, presegmented=options.presegmented)

    hypothesis, reference = read(article.hypothesis), read(article.reference)
    if options.revision:
        path = article.reference or article.hypothesis
        text = read_revision(Path(path), options.revision)
        reference = parse_document(
            text, path=path, language=other, presegmented=options.presegmented
        )
    assert hypothesis is not None  # noqa: S101 - it was asked for
    return source, hypothesis, reference, read(article.baseline)


def _skip(name: str, what: str, error: TranstrackError, root: object = "") -> Scored:
    skipped = (Skipped(what=what, reason=error.tell(what, root)),)
    return Scored(card=ArticleCard(name=name, skipped=skipped))


def _score(
    name: str,
    documents: tuple[Document, Document, Document | None, Document | None],
    options: Options,
    catalogue: Path | None,
) -> Scored:
    source, hypothesis, reference, baseline = documents
    if reference is None and not options.metrics:
        bitext = make_bitext(source, hypothesis, options.lexicons, catalogue)
        return Scored(card=rate_article(name, bitext, options.lexicons))
    versions = [item for item in (hypothesis, reference, baseline) if item is not None]
    rows = cut_alike(source, versions, options.lexicons, presegmented=options.presegmented)
    segments = find_segments(rows, hypothesis, reference)
    metrics = choose_metrics(options.metrics, hypothesis.language, reference)
    card = measure_article(name, hypothesis, rows, segments, metrics)
    old = tuple(row.texts[-1] for row in rows) if baseline else ()
    language = hypothesis.language
    return Scored(card=card, segments=tuple(segments), baseline=old, language=language)


def sum_up(scored: Sequence[Scored], options: Options) -> Scorecard:
    """The scorecard of some articles, with the scores of all together."""
    cards = tuple(item.card for item in scored)
    segments = [segment for item in scored for segment in item.segments]
    if not segments:
        return Scorecard(articles=cards, scores=_mean(cards))
    languages = {item.language for item in scored if item.segments}
    metrics = find_metrics(options.metrics, languages.pop() if len(languages) == 1 else "")
    baseline = [text for item in scored for text in item.baseline]
    return Scorecard(
        articles=cards,
        scores=tuple(open_metric(metric).total(segments) for metric in metrics),
        comparisons=compare(metrics, segments, baseline) if baseline else (),
        rising=metrics[0].rising,
    )


def _mean(cards: Sequence[ArticleCard]) -> tuple[Score, ...]:
    """The articles' scores, each counting by its letters; one score for each pair of languages."""
    found: dict[str, list[Rating]] = {}
    for card in cards:
        for score in card.scores:
            found.setdefault(score.signature, []).extend(card.ratings)
    return tuple(average(ratings) for _, ratings in sorted(found.items()))
