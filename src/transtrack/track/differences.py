"""What of an original has changed since its translation was made, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

from transtrack.formats.po import Entry, join
from transtrack.model import Difference, Document, Kind
from transtrack.track.locate import Place, find_places
from transtrack.track.scan import find_leftovers

_ALIKE: Final = 50.0  # per cent of likeness from which a sentence is another's new wording


def find_differences(entries: Sequence[Entry], source: Document) -> tuple[Difference, ...]:
    """The differences between what a catalogue's entries translate and the original, by place.

    Sentences that only moved are none. A sentence split in two, or two made one, is a change.
    """
    active = [entry for entry in entries if entry.source and not entry.obsolete]
    places = find_places(source, [(entry.source, entry.kind[0]) for entry in active], active)
    found = [
        _settle(entry, place, source) for entry, place in zip(active, places, strict=True) if place
    ]
    taken = {index for place in places if place for index in place}
    new = [
        sentence.index
        for sentence in source.sentences
        if sentence.index not in taken and sentence.plain.strip()
    ]
    gone = [entry for entry, place in zip(active, places, strict=True) if place is None]
    found += _match(gone, new, source)
    found += [
        Difference(kind=Kind.DROPPED, before=before, after="", target=target, line=0)
        for before, target in _find_dropped(entries)
    ]
    kept = [item for item in found if item is not None]
    return tuple(sorted(kept, key=lambda item: (not item.line, item.line)))


def _find_dropped(entries: Sequence[Entry]) -> list[tuple[str, str]]:
    """Sources that are gone while their translations still stand, nobody having looked."""
    left = [(entry.source, entry.target) for entry in find_leftovers(entries)]
    return left + [
        (entry.previous, entry.target)
        for entry in entries
        if not entry.obsolete and not entry.source and entry.fuzzy and entry.previous
    ]


def _line(place: Place, source: Document) -> int:
    return source.position(source.sentences[place[0]].span.start).line if place else 0


def _settle(entry: Entry, place: Place, source: Document) -> Difference | None:
    """What is still open of an entry whose source stands in the original."""
    if entry.fuzzy and entry.previous:
        before, kind = entry.previous, Kind.CHANGED
    elif not entry.target and not entry.reviewed:
        before, kind = "", Kind.ADDED
    else:
        return None
    return Difference(
        kind=kind,
        before=before,
        after=entry.source,
        target=entry.target,
        line=_line(place, source),
    )


def _match(gone: Sequence[Entry], new: Sequence[int], source: Document) -> list[Difference | None]:
    """Each sentence gone with the likeliest of the new ones, the most alike first."""
    texts = [source.sentences[index].plain for index in new]
    pairs: list[tuple[int, int]] = []
    if gone and new:
        scores = cdist([e.source for e in gone], texts, scorer=ratio, score_cutoff=_ALIKE)
        rows, columns = np.nonzero(scores)
        order = np.argsort(-scores[rows, columns], kind="stable")
        pairs = list(zip(rows[order].tolist(), columns[order].tolist(), strict=True))
    partner: dict[int, list[int]] = {}
    used: set[int] = set()
    for a, b in pairs:
        if a not in partner and b not in used:
            partner[a] = [new[b]]
            used.add(b)
    _grow(gone, partner, [new[b] for b in range(len(new)) if b not in used], source)
    assigned = {index for indices in partner.values() for index in indices}
    found: list[Difference | None] = [
        _differ(entry, tuple(partner.get(a, ())), source) for a, entry in enumerate(gone)
    ]
    found += [
        Difference(
            kind=Kind.ADDED,
            before="",
            after=source.sentences[index].plain,
            target="",
            line=_line((index,), source),
        )
        for index in new
        if index not in assigned
    ]
    return found


def _grow(
    gone: Sequence[Entry], partner: dict[int, list[int]], free: list[int], source: Document
) -> None:
    """Give a sentence gone the neighbours of its partner that make it more alike: a split."""
    for a, indices in partner.items():
        growing = True
        while growing:
            growing = False
            for index in free:
                if index not in (indices[0] - 1, indices[-1] + 1):
                    continue
                longer = sorted([*indices, index])
                if _likeness(gone[a], longer, source) > _likeness(gone[a], indices, source):
                    indices[:] = longer
                    free.remove(index)
                    growing = True
                    break


def _likeness(entry: Entry, indices: Sequence[int], source: Document) -> float:
    return float(ratio(entry.source, _join(indices, source)))


def _join(indices: Sequence[int], source: Document) -> str:
    return join((source.sentences[index].plain for index in indices), source.language)


def _differ(entry: Entry, place: Place, source: Document) -> Difference | None:
    if not place and not entry.target:
        return None  # never translated, and gone again
    return Difference(
        kind=Kind.CHANGED if place else Kind.DROPPED,
        before=entry.previous or entry.source,
        after=_join(place, source),
        target=entry.target,
        line=_line(place, source),
    )
