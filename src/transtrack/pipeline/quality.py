"""The way of a score: read, align, carry, rate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from transtrack.config import Config
from transtrack.errors import InputError, TranstrackError, UsageError
from transtrack.lexicon import Lexicon
from transtrack.model import Bitext, Document, Position, Score, Skipped
from transtrack.pipeline.align import align_documents, read_article
from transtrack.pipeline.lexicons import fit_lexicon, open_lexicon
from transtrack.pipeline.revisions import read_revision
from transtrack.quality.card import ArticleCard, Rating, Scorecard
from transtrack.quality.carry import carry, make_segments, pair_lines
from transtrack.quality.compare import compare
from transtrack.quality.estimate import average, find_estimator
from transtrack.quality.metrics import Metric, Segment, find_metrics
from transtrack.text import parse_document, read_document
from transtrack.track import Pair, article_suffixes, find_corpus


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
    lexicon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """An article's card, with the segments and baseline texts that it was made of."""

    card: ArticleCard
    segments: tuple[Segment, ...] = ()
    baseline: tuple[str, ...] = ()


def find_articles(paths: Sequence[str | None]) -> list[Article]:
    """The articles of some files, or of folders, where the same stem makes an article.

    `paths` are source, hypothesis, and, or None, reference and baseline.
    """
    given = [path for path in paths if path is not None]
    folders = [Path(path).is_dir() for path in given]
    if not any(folders):
        source, hypothesis, reference, baseline = paths
        name = Path(str(hypothesis)).stem
        files = {"reference": reference, "baseline": baseline}
        return [Article(name=name, source=str(source), hypothesis=str(hypothesis), **files)]
    if not all(folders):
        hint = "name files only, or folders only"
        raise UsageError("files and folders do not go together", hint=hint)
    tables = [None if path is None else _stems(Path(path)) for path in paths]
    found = []
    for stem in sorted(set().union(*(table for table in tables[1:] if table))):
        columns = [None if table is None else table.get(stem, "") for table in tables]
        found.append(
            Article(
                name=stem,
                source=columns[0] or "",
                hypothesis=columns[1] or "",
                reference=columns[2],
                baseline=columns[3],
            )
        )
    if not found:
        raise InputError("no articles in these folders", path=given[0])
    return found


def _stems(folder: Path) -> dict[str, str]:
    suffixes = article_suffixes()
    return {
        path.relative_to(folder).with_suffix("").as_posix(): str(path)
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in suffixes and path.is_file()
    }


def score_corpus(config: Config, options: Options) -> Iterator[Scored]:
    """The project's translations, one after the other, without a reference."""
    words = open_lexicon(options.lexicon) if options.lexicon else None
    for pair in find_corpus(config).pairs:
        if pair.target is not None:
            name = f"{pair.target_language}/{pair.article}"
            try:
                yield _score_pair(config.root, pair, pair.target, name, words, options)
            except TranstrackError as error:
                yield _skip(name, pair.target, error)


def _score_pair(
    root: Path, pair: Pair, target: str, name: str, words: Lexicon | None, options: Options
) -> Scored:
    source = read_article(root, pair.source, pair.source_language)
    hypothesis = read_article(root, target, pair.target_language)
    reference = None
    if options.revision:
        text = read_revision(root / target, options.revision)
        reference = parse_document(text, path=target, language=pair.target_language)
    documents = (source, hypothesis, reference, None)
    return _score(name, documents, words, options, root / pair.catalogue)


def score_articles(articles: Sequence[Article], options: Options) -> Iterator[Scored]:
    """These articles, one after the other; what cannot be read or judged is skipped.

    A single article's error is raised.
    """
    words = open_lexicon(options.lexicon) if options.lexicon else None
    for article in articles:
        try:
            yield _score(article.name, _read(article, options), words, options, None)
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


def _skip(name: str, what: str, error: TranstrackError) -> Scored:
    told = [error.message, *(error.hint or "").splitlines()]
    skipped = (Skipped(what=what, reason="; ".join(told)),)
    return Scored(card=ArticleCard(name=name, skipped=skipped))


def _score(
    name: str,
    documents: tuple[Document, Document, Document | None, Document | None],
    lexicon: Lexicon | None,
    options: Options,
    catalogue: Path | None,
) -> Scored:
    source, hypothesis, reference, baseline = documents
    if reference is None and not options.metrics:
        return _rate(name, _align(source, hypothesis, lexicon, catalogue), lexicon)
    versions = [item for item in (hypothesis, reference, baseline) if item is not None]
    sizes = {len(document.sentences) for document in (source, *versions)}
    if options.presegmented and len(sizes) == 1:
        rows = pair_lines(source, *versions)
    else:
        rows = carry(*(_align(source, version, lexicon, None) for version in versions))
    if reference is None:
        segments = [Segment(source=row.texts[0], hypothesis=row.texts[1]) for row in rows]
    else:
        segments = make_segments(rows, hypothesis.path, reference.path)
    metrics = _choose(options, reference)
    scorers = [metric.open() for metric in metrics]
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
    card = ArticleCard(name=name, scores=totals, ratings=ratings)
    old = tuple(row.texts[-1] for row in rows) if baseline else ()
    return Scored(card=card, segments=tuple(segments), baseline=old)


def _position(document: Document, sentence: int | None) -> Position | None:
    if sentence is None:
        return None
    return document.position(document.sentences[sentence].span.start)


def _choose(options: Options, reference: Document | None) -> tuple[Metric, ...]:
    metrics = find_metrics(options.metrics)
    for metric in metrics:
        if metric.reference and reference is None:
            hint = "name one with --reference, or take it from git with --reference-rev"
            raise UsageError(f"the metric '{metric.name}' needs a reference", hint=hint)
    return metrics


def _align(
    source: Document, target: Document, lexicon: Lexicon | None, catalogue: Path | None
) -> Bitext:
    words = fit_lexicon(lexicon, source.language, target.language) if lexicon else None
    report = align_documents(source, target, catalogue, words)
    if report.bitext is None:
        (skipped, *_) = report.skipped
        raise InputError(skipped.reason, path=skipped.what)
    return report.bitext


def _rate(name: str, bitext: Bitext, lexicon: Lexicon | None) -> Scored:
    ratings = tuple(item for item in rate_beads(bitext, lexicon) if item is not None)
    if not ratings:
        raise InputError("there is no text to judge in it", path=bitext.target.path)
    card = ArticleCard(name=name, scores=(average(ratings),), ratings=ratings)
    return Scored(card=card)


def rate_beads(bitext: Bitext, lexicon: Lexicon | None = None) -> tuple[Rating | None, ...]:
    """For each bead its rating without a reference, None where there is nothing to judge.

    Raises InputError where there is no lexicon for the two languages.
    """
    languages = bitext.source.language, bitext.target.language
    words = fit_lexicon(lexicon, *languages) if lexicon else None
    estimator = find_estimator(*languages, words)
    if estimator.known.lexicon is None:
        raise InputError(
            f"no lexicon for {'-'.join(languages)}, so that nothing can be said about the meaning",
            path=bitext.target.path,
            hint="make one: transtrack lexicon train CORPUS -o FILE, and name it with --lexicon",
        )
    return tuple(estimator.rate_bead(bitext, bead) for bead in bitext.beads)


def sum_up(scored: Sequence[Scored], options: Options) -> Scorecard:
    """The scorecard of some articles, with the scores of all together."""
    cards = tuple(item.card for item in scored)
    segments = [segment for item in scored for segment in item.segments]
    if not segments:
        return Scorecard(articles=cards, scores=_mean(cards))
    metrics = find_metrics(options.metrics)
    baseline = [text for item in scored for text in item.baseline]
    return Scorecard(
        articles=cards,
        scores=tuple(metric.open().total(segments) for metric in metrics),
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
