"""Corpus layout and the catalogue kept beside each translation."""

from transtrack.track.catalogue import Align, read_catalogue, update, write_catalogue
from transtrack.track.corpus import Corpus, Pair, catalogue_path, find_corpus
from transtrack.track.folders import article_suffixes, find_texts
from transtrack.track.hold import hold

__all__ = [
    "Align",
    "Corpus",
    "Pair",
    "article_suffixes",
    "catalogue_path",
    "find_corpus",
    "find_texts",
    "hold",
    "read_catalogue",
    "update",
    "write_catalogue",
]
