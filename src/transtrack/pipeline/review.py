"""The translations to review: find, read, align, check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from transtrack.config import Config
from transtrack.errors import InputError
from transtrack.formats.po import Catalogue
from transtrack.model import Bitext, Document, Finding, Skipped
from transtrack.pipeline.acceptance import leave_accepted
from transtrack.pipeline.align import judge_pair, make_aligner, read_article
from transtrack.pipeline.choice import choose_checks
from transtrack.pipeline.house import open_house
from transtrack.pipeline.lexicons import find_lexicons
from transtrack.pipeline.loose import are_files
from transtrack.pipeline.named import find_pairs, part, tell_empty
from transtrack.text import read_document
from transtrack.track import Pair, catalogue_path


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewArticle:
    """A translation and its original, paths from `root`; outside of a corpus no languages."""

    name: str
    root: Path
    source: str
    target: str
    languages: tuple[str, str] | None = None

    @property
    def catalogue(self) -> Path:
        """Where the decisions are kept."""
        return self.root / catalogue_path(self.target)

    @property
    def files(self) -> tuple[Path, Path, Path]:
        """Original, translation, catalogue."""
        return self.root / self.source, self.root / self.target, self.catalogue


def find_articles(config: Config, names: Sequence[str]) -> list[ReviewArticle]:
    """The corpus' translations, those of a name or path, or two files; InputError for none."""
    if are_files(config, names):
        source, target = names
        return [ReviewArticle(name=Path(target).name, root=Path(), source=source, target=target)]
    items = find_pairs(config, names)
    pairs = [item for item in items if isinstance(item, Pair)]
    skipped = [item for item in items if isinstance(item, Skipped)]
    if not pairs:
        what = skipped[0] if skipped else Skipped(what=config.corpora, reason=tell_empty(config))
        reason, hint = part(what.reason)
        listed = "name a translation: transtrack review lists them"
        raise InputError(reason, path=what.what, hint=hint or listed)
    return [_article(config.root, pair) for pair in pairs]


def _article(root: Path, pair: Pair) -> ReviewArticle:
    return ReviewArticle(
        name=f"{pair.target_language}/{pair.article}",
        root=root,
        source=pair.source,
        target=pair.target or "",
        languages=(pair.source_language, pair.target_language),
    )


def read_texts(article: ReviewArticle) -> tuple[Document, Document]:
    """The original and the translation as they are now."""
    if article.languages is None:
        return read_document(article.source), read_document(article.target)
    source, target = article.languages
    return (
        read_article(article.root, article.source, source),
        read_article(article.root, article.target, target),
    )


def align_texts(
    config: Config, source: Document, target: Document, old: Catalogue | None
) -> tuple[Bitext, Catalogue]:
    """The bitext and its catalogue; InputError where the texts cannot be judged."""
    words = find_lexicons(config).find(source.language, target.language)
    report, catalogue = judge_pair(source, target, old, make_aligner(words))
    if report.bitext is None or catalogue is None:
        skipped = report.skipped[0]
        raise InputError(skipped.reason, path=skipped.what)
    return report.bitext, catalogue


def find_all(config: Config, bitext: Bitext, catalogue: Catalogue) -> tuple[Finding, ...]:
    """What the project's checks find, without what a comment in the catalogue accepts."""
    findings = open_house(config).check(bitext, choose_checks(config))
    return leave_accepted(findings, catalogue, bitext)
