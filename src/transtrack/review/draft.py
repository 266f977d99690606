"""A bitext under review and the catalogue it makes: a value, changed by making another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from transtrack.align.aligner import arrange
from transtrack.formats.po import Catalogue, Entry, join, make_entry, make_header
from transtrack.model import Bead, Bitext, Document, Finding, Origin
from transtrack.review.actions import Action, Change, RefusedError, find_bead
from transtrack.review.moves import act


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A bead with its entry, which has what people and programs noted of it."""

    bead: Bead
    entry: Entry


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Two documents and their rows in reading order; every sentence sits in exactly one row.

    `rest` are the obsolete entries; rows that an action leaves alone stay the same objects.
    """

    source: Document
    target: Document
    rows: tuple[Row, ...]
    signature: str
    rest: tuple[Entry, ...] = ()
    header: Mapping[str, str]
    comment: str = ""

    @cached_property
    def bitext(self) -> Bitext:
        """The documents and beads; ValueError where a sentence is in none, or in two."""
        return Bitext(
            source=self.source, target=self.target, beads=self.beads, signature=self.signature
        )

    @cached_property
    def beads(self) -> tuple[Bead, ...]:
        """The beads of the rows."""
        return tuple(row.bead for row in self.rows)

    @cached_property
    def moved(self) -> frozenset[int]:
        """The numbers of the rows that cross others."""
        return self.bitext.moved()

    @cached_property
    def by_target(self) -> Mapping[int, Row]:
        """The rows by their target sentences."""
        return {index: row for row in self.rows for index in row.bead.target}

    @property
    def texts(self) -> str:
        """What tells whether sentence numbers still mean the same sentences."""
        return f"{self.source.digest} {self.target.digest}"

    def count_doubtful(self) -> int:
        """How many rows wait for a person."""
        return sum(map(is_open, self.rows))


def is_open(row: Row) -> bool:
    """Whether a row waits for a person: doubtful, or its source changed since."""
    return row.bead.doubtful or row.entry.fuzzy


def make_draft(bitext: Bitext, catalogue: Catalogue) -> Draft:
    """The draft of a bitext and the catalogue that `track.update` made with it."""
    active = iter([entry for entry in catalogue.entries if not entry.obsolete])
    rows = []
    for bead in bitext.beads:
        entry = make_entry(bitext, bead)
        rows.append(Row(bead=bead, entry=next(active) if entry.source or entry.target else entry))
    return Draft(
        source=bitext.source,
        target=bitext.target,
        rows=tuple(rows),
        signature=bitext.signature,
        rest=tuple(entry for entry in catalogue.entries if entry.obsolete),
        header=catalogue.header,
        comment=catalogue.comment,
    )


def make_catalogue(draft: Draft) -> Catalogue:
    """The catalogue to write."""
    entries = [row.entry for row in draft.rows if row.entry.source or row.entry.target]
    header = {**draft.header, **make_header(draft.source, draft.target, draft.signature)}
    if any(entry.previous for entry in entries):
        header["X-Source-Digest"] = draft.header.get("X-Source-Digest") or draft.source.digest
    return Catalogue(entries=(*entries, *draft.rest), header=header, comment=draft.comment)


def apply(draft: Draft, action: Action) -> Draft:
    """The draft after an action; RefusedError where that cannot be done.

    What waits for a person because its original has changed is confirmed by itself only.
    """
    change = act(draft.beads, action)
    if action.name == "confirm-above":
        waiting = {_sides(row.bead) for row in draft.rows if is_open(row)}
        gone, made = (
            tuple(bead for bead in beads if _sides(bead) not in waiting)
            for beads in (change.gone, change.made)
        )
        if not gone:
            raise RefusedError("nothing above waits to be confirmed")
        change = Change(gone=gone, made=made)
    return _exchange(draft, change)


def accept(draft: Draft, action: Action, check: str) -> Draft:
    """The draft with a comment at a bead that accepts what a check finds there."""
    number = find_bead(draft.beads, action.bead)
    row = draft.rows[number]
    mark = f"transtrack: ignore[{check}]"
    lines = dict.fromkeys((*filter(None, row.entry.comment.split("\n")), mark))
    comment = "\n".join(lines)
    rows = list(draft.rows)
    rows[number] = replace(row, entry=replace(row.entry, comment=comment))
    return replace(draft, rows=tuple(rows))


def _exchange(draft: Draft, change: Change) -> Draft:
    rows = {_sides(row.bead): row for row in draft.rows}
    old = [rows.pop(_sides(bead)) for bead in change.gone]
    by_sides = {_sides(row.bead): row for row in old}
    for bead in change.made:
        same = by_sides.pop(_sides(bead), None)
        entry = _settle(same.entry) if same else _entry(draft, bead, old)
        rows[_sides(bead)] = Row(bead=bead, entry=entry)
    lost = [row.entry for row in by_sides.values() if is_by_hand(draft, row)]
    return replace(
        draft,
        rows=tuple(rows[_sides(bead)] for bead in arrange(row.bead for row in rows.values())),
        rest=(*draft.rest, *(replace(e, obsolete=True, places=()) for e in lost)),
    )


def _sides(bead: Bead) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return bead.source, bead.target


def _settle(entry: Entry) -> Entry:
    """The entry as a person's decision."""
    return replace(entry, origin=Origin.REVIEWED, doubtful=False, fuzzy=False, previous="")


def _entry(draft: Draft, bead: Bead, old: Iterable[Row]) -> Entry:
    """The entry of a new bead, with the comments of those in whose place it stands."""
    comments = [
        row.entry.comment
        for row in old
        if {*bead.source} & {*row.bead.source} or {*bead.target} & {*row.bead.target}
    ]
    entry = make_entry(draft.bitext, bead)
    return replace(entry, comment="\n".join(dict.fromkeys(filter(None, comments))))


def is_by_hand(draft: Draft, row: Row) -> bool:
    """Whether a person put a wording into the catalogue that the text does not have."""
    return bool(row.entry.source) and row.entry.target != find_wording(draft, row.bead)


def find_wording(draft: Draft, bead: Bead) -> str:
    """The translation of a bead as the text has it, in one line."""
    sentences = draft.target.sentences
    return join((sentences[index].plain for index in bead.target), draft.target.language)


def count_reviewed(draft: Draft) -> int:
    """How many beads a person decided on."""
    return [bead.origin for bead in draft.beads].count(Origin.REVIEWED)


def locate_finding(draft: Draft, finding: Finding) -> Row | None:
    """The row a finding is about: that of its sentence, or the omission behind its place."""
    span = finding.location.span
    if span.start == span.end:
        place = 0
        for row in draft.rows:
            if not row.bead.target and place == span.start:
                return row
            if row.bead.target:
                place = draft.target.sentences[row.bead.target[-1]].span.end
    return draft.by_target.get(_sentence_at(draft.target, span.start))


def _sentence_at(document: Document, offset: int) -> int:
    """The last sentence that begins at an offset or before."""
    return bisect_right(document.sentences, offset, key=lambda item: item.span.start) - 1
