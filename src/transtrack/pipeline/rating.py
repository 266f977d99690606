"""What an article's beads score without a reference."""

from __future__ import annotations

from pathlib import Path

from transtrack.errors import InputError
from transtrack.model import Bitext, Document
from transtrack.pipeline.align import align_documents
from transtrack.pipeline.lexicons import Lexicons
from transtrack.pipeline.loose import require_language
from transtrack.quality.card import ArticleCard, Rating
from transtrack.quality.estimate import average, find_estimator


def make_bitext(
    source: Document, target: Document, lexicons: Lexicons, catalogue: Path | None
) -> Bitext:
    """The texts aligned, with what a catalogue keeps; InputError where they cannot be."""
    report = align_documents(source, target, catalogue, lexicons)
    if report.bitext is None:
        (skipped, *_) = report.skipped
        raise InputError(skipped.reason, path=skipped.what)
    return report.bitext


def rate_article(name: str, bitext: Bitext, lexicons: Lexicons) -> ArticleCard:
    """The article's card; InputError where nothing in it can be judged."""
    ratings = tuple(item for item in rate_beads(bitext, lexicons) if item is not None)
    if not ratings:
        raise InputError("there is no text to judge in it", path=bitext.target.path)
    return ArticleCard(name=name, scores=(average(ratings),), ratings=ratings)


def rate_beads(bitext: Bitext, lexicons: Lexicons) -> tuple[Rating | None, ...]:
    """For each bead its rating without a reference, None where there is nothing to judge.

    Raises InputError where a language is unknown or there is no lexicon for the two.
    """
    languages = bitext.source.language, bitext.target.language
    require_language(bitext.source, "--source-language")
    require_language(bitext.target, "--target-language")
    estimator = find_estimator(*languages, lexicons.find(*languages))
    if estimator.known.lexicon is None:
        raise InputError(
            f"no lexicon for {'-'.join(languages)}, so that nothing can be said about the meaning",
            path=bitext.target.path,
            hint="make one: transtrack lexicon train CORPUS -o FILE, and name it in the settings: "
            'lexicons = ["FILE"]',
        )
    return tuple(estimator.rate_bead(bitext, bead) for bead in bitext.beads)
