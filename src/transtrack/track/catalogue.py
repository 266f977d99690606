"""The PO file beside a translation: read, brought in step with the texts, written.

What a person decided is kept: a reviewed bead stays as it is while its sentences are there,
and goes to the obsolete entries, not away, when they are gone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from rapidfuzz.fuzz import ratio

from transtrack.errors import OutputError
from transtrack.formats.po import (
    FIXED,
    Catalogue,
    Entry,
    make_entry,
    make_header,
    parse_catalogue,
    render_catalogue,
)
from transtrack.model import DOUBTFUL, Bead, Bitext, Document, Origin
from transtrack.text import read_text, write_text
from transtrack.track.hold import hold
from transtrack.track.locate import Located, locate

_ROUNDS = 4  # alignments of one pair at most
_CORRECTED = 60.0  # per cent of likeness from which a new wording is a correction

Align = Callable[[Document, Document, Sequence[Bead]], Bitext]


def read_catalogue(path: Path) -> Catalogue | None:
    """The catalogue in a file, None where there is no file; InputError if it is not PO."""
    if not path.exists():
        return None
    text, _ = read_text(str(path))
    return parse_catalogue(text, path=str(path))


def write_catalogue(
    path: Path, catalogue: Catalogue, old: Catalogue | None, *, dry_run: bool = False
) -> bool:
    """Whether anything had to be written: a catalogue that says the same stays untouched.

    `old` is what was read; OutputError if somebody has written another one since. `dry_run`:
    nothing is written.
    """
    text = render_catalogue(catalogue)
    written = parse_catalogue(text, path=str(path))  # what the file would say, odd paths included
    if old is not None and _essence(old) == _essence(written):
        return False
    if dry_run:
        return True
    with hold(path.parent):
        if read_catalogue(path) != old:
            message = "the catalogue was changed by somebody else meanwhile; it is as they left it"
            raise OutputError(message, path=str(path), hint="run it again")
        write_text(str(path), text)
    return True


def update(
    old: Catalogue | None, source: Document, target: Document, align: Align
) -> tuple[Bitext, Catalogue]:
    """The bitext of two texts and the catalogue to keep, which goes on from `old`.

    A review that survives a new wording holds its bead fast, which may sway its neighbours:
    so the texts are aligned anew until the reviewed beads stay the same.
    """
    catalogue = old or Catalogue(entries=())
    held: set[Bead] = set()
    for _ in range(_ROUNDS):
        located = locate(catalogue.entries, source, target)
        reviewed = find_reviewed(located)
        held = set(reviewed)
        bitext = align(source, target, reviewed)
        catalogue = _merge(catalogue, bitext, located)
        if held == set(find_reviewed(locate(catalogue.entries, source, target))):
            break
    return bitext, catalogue


def _merge(old: Catalogue, bitext: Bitext, located: Sequence[Located]) -> Catalogue:
    source, target = bitext.source, bitext.target
    edited = old.header.get("X-Target-Digest") == target.digest
    merge = _Merge(bitext, located, edited=edited)
    entries = (*merge.active(), *merge.obsolete())
    header = {**old.header, **make_header(source, target, bitext.signature)}
    if any(entry.previous for entry in entries if not entry.obsolete):
        header["X-Source-Digest"] = old.header.get("X-Source-Digest") or source.digest
    return Catalogue(entries=entries, header=header, comment=old.comment)


def find_reviewed(located: Sequence[Located]) -> tuple[Bead, ...]:
    """The beads that a person decided on and whose sentences still stand there."""
    return tuple(
        Bead(
            source=found.source,
            target=found.target,
            score=0.0,
            confidence=1.0,
            origin=Origin.REVIEWED,
        )
        for found in located
        if found.source is not None
        and found.target is not None
        and (found.source or found.target)
        and found.entry.reviewed
    )


def _is_stale(entry: Entry) -> bool:
    """Whether the source changed and nobody has looked at the translation since."""
    return entry.fuzzy and bool(entry.previous)


def _essence(catalogue: Catalogue) -> tuple[object, ...]:
    """All that a catalogue says, without which program wrote it."""
    header = {
        name: value
        for name, value in catalogue.header.items()
        if value and name not in {*FIXED, "X-Generator", "X-Alignment"}
    }
    return catalogue.entries, catalogue.comment, header


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
                entry = replace(entry, fuzzy=True, previous=old.previous, doubtful=old.doubtful)
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
