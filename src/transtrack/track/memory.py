"""Translation memory: what of the corpus has been translated before, exactly or nearly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from transtrack.formats.po import Entry
from transtrack.model import DOUBTFUL

LEAST: Final = 75.0  # per cent of likeness from which a match is offered, as CAT tools do
_MOST: Final = 3  # matches of a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """A sentence translated before: where, and whether a person had a look."""

    source: str
    target: str
    path: str
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What the memory offers for a sentence; `likeness` in per cent, 100 for the same text."""

    likeness: float
    memory: Memory


def find_memories(entries: Iterable[Entry], path: str) -> list[Memory]:
    """The entries of a catalogue that are fit to be offered: reviewed, or hardly doubtful."""
    return [
        Memory(source=entry.source, target=entry.target, path=path, reviewed=entry.reviewed)
        for entry in entries
        if entry.source
        and entry.target
        and not entry.fuzzy
        and (entry.reviewed or entry.confidence >= DOUBTFUL)
    ]


def find_matches(
    sentences: Sequence[str], memories: Sequence[Memory], least: float = LEAST
) -> list[tuple[Match, ...]]:
    """For each sentence up to three matches, the likeliest first, a reviewed one before another.

    Likeness is rapidfuzz's normalised Indel similarity; the same translation is offered once.
    """
    ordered = sorted(memories, key=lambda item: (not item.reviewed, item.path, item.source))
    texts = [item.source for item in ordered]
    found = []
    for sentence in sentences:
        near = extract(sentence, texts, scorer=ratio, score_cutoff=least, limit=None)
        near.sort(key=lambda item: (-item[1], item[2]))
        offered: dict[str, Match] = {}
        for _, likeness, number in near:
            memory = ordered[number]
            offered.setdefault(memory.target, Match(likeness=float(likeness), memory=memory))
            if len(offered) == _MOST:
                break
        found.append(tuple(offered.values()))
    return found
