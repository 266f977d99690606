"""The translation memory of a corpus, and what it offers for what is not translated yet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from transtrack.config import Config
from transtrack.errors import TranstrackError
from transtrack.formats.po import Catalogue, Entry
from transtrack.model import Skipped
from transtrack.pipeline.align import read_article
from transtrack.track import Pair, find_corpus, read_catalogue, write_catalogue
from transtrack.track.memory import Match, Memory, find_matches, find_memories

_OFFER: Final = re.compile(r"^tm \d+%: ")  # a line of a comment that the memory wrote


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """An article's sentences that have no translation yet, each with what the memory offers."""

    pair: Pair
    sentences: tuple[tuple[str, tuple[Match, ...]], ...]


def read_memory(config: Config, language: str | None) -> tuple[list[Memory], list[Skipped]]:
    """All that the corpus' catalogues remember, in a language or in any; what cannot be read."""
    memories: list[Memory] = []
    skipped: list[Skipped] = []
    for pair in find_corpus(config).pairs:
        if pair.target and language in (None, pair.target_language):
            try:
                catalogue = read_catalogue(config.root / pair.catalogue)
            except TranstrackError as error:
                skipped.append(Skipped(what=pair.catalogue, reason=error.message))
                continue
            memories += find_memories(catalogue.entries, pair.target) if catalogue else []
    return memories, skipped


def find_offers(config: Config, pair: Pair, memories: Sequence[Memory]) -> Offers:
    """What a memory offers for the sentences of an article without a translation.

    Of an article that is not translated at all, every sentence.
    """
    catalogue = read_catalogue(config.root / pair.catalogue) if pair.target else None
    if catalogue is None:
        source = read_article(config.root, pair.source, pair.source_language)
        sentences = [s.plain for s in source.sentences if s.plain.strip()]
    else:
        sentences = [entry.source for entry in catalogue.entries if _is_open(entry)]
    others = [item for item in memories if item.path != pair.target]
    matches = find_matches(sentences, others)
    return Offers(pair=pair, sentences=tuple(zip(sentences, matches, strict=True)))


def write_offers(config: Config, offers: Offers) -> bool:
    """Whether the catalogue was written: its untranslated entries have the offers as comments.

    Offers of an earlier run are replaced; what a translator wrote stays.
    """
    path = config.root / offers.pair.catalogue
    old = read_catalogue(path) if offers.pair.target else None
    if old is None:
        return False
    found = dict(offers.sentences)
    entries = tuple(_offer(entry, found.get(entry.source, ())) for entry in old.entries)
    new = Catalogue(entries=entries, header=old.header, comment=old.comment)
    return write_catalogue(path, new, old)


def _is_open(entry: Entry) -> bool:
    return bool(entry.source) and not entry.target and not entry.obsolete and not entry.reviewed


def _offer(entry: Entry, matches: Sequence[Match]) -> Entry:
    kept = [line for line in entry.comment.split("\n") if line and not _OFFER.match(line)]
    if _is_open(entry):
        kept += [f"tm {item.likeness:.0f}%: {item.memory.target}" for item in matches]
    return replace(entry, comment="\n".join(kept))
