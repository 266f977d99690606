"""The way of an article: read, align, keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from transtrack.align import align
from transtrack.align.encoders import Encoder, open_encoder
from transtrack.align.neural import make_neural_cost
from transtrack.errors import TranstrackError
from transtrack.formats.po import Catalogue
from transtrack.lexicon import Lexicon, find_lexicon
from transtrack.model import Bead, Bitext, Document, Report, Skipped, Status
from transtrack.pipeline.lexicons import NO_LEXICONS, Lexicons
from transtrack.pipeline.loose import refuse_same
from transtrack.text import check_language, parse_document, read_article_text, read_document
from transtrack.track import (
    Align,
    Corpus,
    Pair,
    catalogue_path,
    read_catalogue,
    update,
    write_catalogue,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one article of a corpus; `wrote` tells whether its catalogue changed."""

    pair: Pair
    report: Report
    wrote: bool = False


def align_files(
    source: str,
    target: str,
    *,
    source_language: str | None = None,
    target_language: str | None = None,
    presegmented: bool = False,
    lexicons: Lexicons = NO_LEXICONS,
    encoder: str | None = None,
) -> Report:
    """The report on two files, `-` for standard input; what was reviewed before is kept.

    Raises InputError where a file cannot be read, or both are the same.
    """
    refuse_same(source, target)
    return align_documents(
        read_document(source, language=source_language, presegmented=presegmented),
        read_document(target, language=target_language, presegmented=presegmented),
        None if presegmented or target == "-" else Path(catalogue_path(target)),
        lexicons,
        open_encoder(encoder) if encoder else None,
    )


def align_documents(
    source: Document,
    target: Document,
    catalogue: Path | None,
    lexicons: Lexicons = NO_LEXICONS,
    encoder: Encoder | None = None,
) -> Report:
    """The report on two documents, with the beads reviewed in a catalogue, if there is one."""
    old = read_catalogue(catalogue) if catalogue else None
    words = lexicons.find(source.language, target.language)
    return judge_pair(source, target, old, make_aligner(words, encoder))[0]


def judge_pair(
    source: Document, target: Document, old: Catalogue | None, align_texts: Align
) -> tuple[Report, Catalogue | None]:
    """The report on two documents and the catalogue to keep; none if they cannot be judged."""
    skipped = find_mismatches(source, target)
    if skipped:
        return Report(bitext=None, skipped=skipped), None
    bitext, catalogue = update(old, source, target, align_texts)
    fresh = catalogue.header["X-Source-Digest"] == source.digest
    return Report(bitext=bitext, status=Status.FRESH if fresh else Status.STALE), catalogue


def align_corpus(
    corpus: Corpus,
    root: Path,
    lexicons: Lexicons = NO_LEXICONS,
    encoder: str | None = None,
) -> Iterator[Outcome]:
    """Every article aligned and its catalogue written, one after the other.

    An article that cannot be read or judged is skipped, with the reason in its report.
    """
    model = open_encoder(encoder) if encoder else None
    for pair in corpus.pairs:
        yield align_pair(pair, root, lexicons, model)


def align_pair(
    pair: Pair,
    root: Path,
    lexicons: Lexicons = NO_LEXICONS,
    encoder: Encoder | None = None,
    *,
    dry_run: bool = False,
) -> Outcome:
    """One article aligned and its catalogue written; `dry_run`: `wrote` tells whether it would."""
    if pair.target is None:
        return Outcome(pair=pair, report=Report(bitext=None, status=Status.MISSING))
    try:
        source = read_article(root, pair.source, pair.source_language)
        target = read_article(root, pair.target, pair.target_language)
        words = lexicons.find(source.language, target.language)
        path = root / pair.catalogue
        old = read_catalogue(path)
        report, catalogue = judge_pair(source, target, old, make_aligner(words, encoder))
        wrote = catalogue is not None and write_catalogue(path, catalogue, old, dry_run=dry_run)
    except TranstrackError as error:
        skipped = Skipped(what=pair.target, reason=error.tell(pair.target, root))
        return Outcome(pair=pair, report=Report(bitext=None, skipped=(skipped,)))
    return Outcome(pair=pair, report=report, wrote=wrote)


def find_mismatches(*documents: Document) -> tuple[Skipped, ...]:
    """The documents that are not in the language they are taken for, with the reason."""
    return tuple(filter(None, map(check_language, documents)))


def read_article(root: Path, path: str, language: str) -> Document:
    """A document known by its path from the project's root, wherever that lies."""
    text, notices = read_article_text(str(root / path))
    return parse_document(text, path=path, language=language, notices=notices)


def make_aligner(lexicon: Lexicon | None, encoder: Encoder | None = None) -> Align:
    """How two texts are to be aligned: by a lexicon or encoder of the user's, or by our own.

    The lexicon is of the texts' languages in their direction.
    """

    def run(source: Document, target: Document, reviewed: Sequence[Bead]) -> Bitext:
        if encoder is None:
            return align(source, target, reviewed=reviewed, lexicon=lexicon)
        known = lexicon or find_lexicon(source.language, target.language)
        return align(
            source,
            target,
            reviewed=reviewed,
            find_cost=lambda rest: make_neural_cost(rest, encoder, known),
        )

    return run
