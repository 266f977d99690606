"""The way of an article, hop by hop: read, align, keep, judge, report."""

from transtrack.pipeline.align import (
    Outcome,
    align_corpus,
    align_documents,
    align_files,
    find_mismatches,
)
from transtrack.pipeline.lexicons import Lexicons, find_lexicons, open_lexicon
from transtrack.pipeline.training import train_lexicon, write_lexicon

__all__ = [
    "Lexicons",
    "Outcome",
    "align_corpus",
    "align_documents",
    "align_files",
    "find_lexicons",
    "find_mismatches",
    "open_lexicon",
    "train_lexicon",
    "write_lexicon",
]
