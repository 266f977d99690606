"""Corpus layout and the catalogue kept beside each translation."""

from transtrack.track.catalogue import Align, read_catalogue, update, write_catalogue
from transtrack.track.corpus import (
    Corpus,
    Pair,
    article_suffixes,
    catalogue_path,
    find_corpus,
)

__all__ = [
    "Align",
    "Corpus",
    "Pair",
    "article_suffixes",
    "catalogue_path",
    "find_corpus",
    "read_catalogue",
    "update",
    "write_catalogue",
]
