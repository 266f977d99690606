"""What an old catalogue says, laid over the beads of the texts as they are now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from transtrack.formats.po import BEFORE, Catalogue, Entry, make_entry, make_header
from transtrack.model import DOUBTFUL, Bead, Bitext, Origin
from transtrack.track.locate import Located

_CORRECTED = 60.0  # per cent of likeness from which a new wording is a correction


def merge(old: Catalogue, bitext: Bitext, located: Sequence[Located]) -> Catalogue:
    """The catalogue of a bitext, with what the old one had of people; `located` are its entries.

    A wording that the translation lacks stays where it was put into the catalogue, or was about
    to be written when an import was killed; it gives way where the translation was edited.
    """
    source, target = bitext.source, bitext.target
    known = {old.header.get("X-Target-Digest"), old.header.get(BEFORE)}
    merged = _Merge(bitext, located, edited=target.digest in known)
    entries = (*merged.active(), *merged.obsolete())
    header = {**old.header, **make_header(source, target, bitext.signature)}
    header.pop(BEFORE, None)
    if any(entry.previous for entry in entries if not entry.obsolete):
        header["X-Source-Digest"] = old.header.get("X-Source-Digest") or source.digest
    return Catalogue(entries=entries, header=header, comment=old.comment)


def _is_stale(entry: Entry) -> bool:
    """Whether the source changed and nobody has looked at the translation since."""
    return entry.fuzzy and bool(entry.previous)


class _Merge:
    """The old entries laid over the new beads."""

    def __init__(self, bitext: Bitext, located: Sequence[Located], *, edited: bool) -> None:
        self.bitext = bitext
        self.located = located
        self.edited = edited  # a wording not in the target was put into the catalogue by hand
        self.by_source: dict[tuple[int, ...], Located] = {}
        self.by_target: dict[int, list[Located]] = {}
        beads = {(bead.source, bead.target) for bead in bitext.beads}
        for found in located:
            if found.entry.obsolete and (found.source, found.target) not in beads:
                continue
            if found.source:
                self.by_source[found.source] = found
            for index in found.target or ():
                self.by_target.setdefault(index, []).append(found)
        self.carried: set[int] = set()

    def active(self) -> list[Entry]:
        """The entries of the beads, in order; beads of empty lines have none."""
        entries = (self._entry(bead) for bead in self.bitext.beads)
        return [entry for entry in entries if entry.source or entry.target]

    def _entry(self, bead: Bead) -> Entry:
        entry = make_entry(self.bitext, bead)
        same = self.by_source.get(bead.source)
        of_target = {id(f): f for index in bead.target for f in self.by_target.get(index, ())}
        for found in (*([same] if same else []), *of_target.values()):
            if found.source == bead.source or found.target == bead.target:
                entry = self._carry(entry, found)
        changed = [f for f in of_target.values() if f.source is None or _is_stale(f.entry)]
        if changed:
            self.carried.update(map(id, changed))
            previous = " ".join(f.entry.previous or f.entry.source for f in changed)
            entry = replace(entry, previous=previous, doubtful=True, fuzzy=True)
        return entry

    def _carry(self, entry: Entry, found: Located) -> Entry:
        """The entry with what the old one of the same sentences had of people."""
        old = found.entry
        self.carried.add(id(found))
        comment = old.comment if old.comment not in entry.comment else ""
        entry = replace(entry, comment="\n".join(filter(None, (entry.comment, comment))))
        if entry.source != old.source:
            return entry
        if entry.target == old.target:
            unexplained = old.previous or old.confidence >= DOUBTFUL
            if old.fuzzy and unexplained:
                asked = old.doubtful or not old.reviewed  # who takes the flag away has reviewed it
                entry = replace(entry, fuzzy=True, previous=old.previous, doubtful=asked)
            return entry
        return self._reword(entry, found) if found.target is None and old.target else entry

    def _reword(self, entry: Entry, found: Located) -> Entry:
        """The entry of a source that stayed while the wording of its translation changed."""
        old = found.entry
        if self.edited:
            return replace(
                entry,
                target=old.target,
                origin=Origin.REVIEWED,
                doubtful=False,
                fuzzy=old.fuzzy,
                previous=old.previous if old.fuzzy else "",
            )
        if not old.reviewed:
            return entry
        if ratio(old.target, entry.target) >= _CORRECTED and entry.confidence >= DOUBTFUL:
            return replace(entry, origin=Origin.REVIEWED, doubtful=False, fuzzy=False)
        self.carried.discard(id(found))  # what was reviewed is none of this: keep it as obsolete
        there = bool(entry.target)
        return replace(entry, doubtful=there or entry.doubtful, fuzzy=there)

    def obsolete(self) -> list[Entry]:
        """Old entries that have no bead any more: those gone from the source, or a person's."""
        kept = []
        for found in self.located:
            old = found.entry
            persons = old.reviewed or old.comment or (found.target is None and self.edited)
            gone = found.source is None or old.obsolete
            if id(found) not in self.carried and (persons or gone) and old.source:
                kept.append(replace(old, obsolete=True, places=()))
        return kept
