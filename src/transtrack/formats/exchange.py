"""What every format carries: the beads of one article, with what people have said about them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from transtrack.formats.po import Entry, clean, make_entry
from transtrack.model import Bitext, Origin

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DIGITS = 12  # hexadecimal digits of an id: two of a million sentences meet once in 500 articles

Sides = tuple[tuple[int, ...], tuple[int, ...]]


class State(StrEnum):
    """How far a bead is trusted.

    Reviewed: a person decided; aligned: sure enough; doubtful: waits for a person; stale: its
    source has changed since it was translated.
    """

    REVIEWED = "reviewed"
    ALIGNED = "aligned"
    DOUBTFUL = "doubtful"
    STALE = "stale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A bead on its way: `id` stays with its source text, `base` tells it from an edited one.

    `sides` are the numbers of its sentences, from 0; both empty where a format holds none.
    `silent` names what of `state` and `comment` its file says nothing of: nobody decided that.
    """

    id: str
    entry: Entry
    base: str = ""
    sides: Sides = ((), ())
    silent: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """How far the bead is trusted."""
        return find_state(self.entry)

    @property
    def digest(self) -> str:
        """What `base` is, as long as nobody edits wording, state or comment."""
        return _short("\0".join((self.entry.target, self.state, self.entry.comment)), 8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One article's units in order, and where they are from: empty fields where not told.

    `digest` is what `find_digest` said when the file was written; `page` the code page that it
    has come home in, empty for Unicode, where any text has a place.
    """

    units: tuple[Unit, ...]
    source: str = ""
    target: str = ""
    source_language: str = ""
    target_language: str = ""
    source_digest: str = ""
    target_digest: str = ""
    signature: str = ""
    digest: str = ""
    page: str = ""


def make_exchange(bitext: Bitext, entries: Sequence[Entry] | None = None) -> Exchange:
    """The bitext on its way, with the catalogue's entries of its beads, in their order."""
    made = [make_entry(bitext, bead) for bead in bitext.beads]
    pairs = [(entry, bead) for entry, bead in zip(made, bitext.beads, strict=True)]
    shown = [(entry, bead) for entry, bead in pairs if entry.source or entry.target]
    kept = [entry for entry, _ in shown] if entries is None else list(entries)
    tidied = [tidy_entry(entry) for entry in kept]
    units = tuple(
        Unit(id=id_, entry=entry, sides=(bead.source, bead.target))
        for id_, entry, (_, bead) in zip(make_ids(tidied), tidied, shown, strict=True)
    )
    made_here = Exchange(
        units=tuple(replace(unit, base=unit.digest) for unit in units),
        source=tidy_text(bitext.source.path),
        target=tidy_text(bitext.target.path),
        source_language=bitext.source.language,
        target_language=bitext.target.language,
        source_digest=bitext.source.digest,
        target_digest=bitext.target.digest,
        signature=bitext.signature,
    )
    return replace(made_here, digest=find_digest(made_here))


def find_digest(exchange: Exchange) -> str:
    """What all units together say: the same as long as no catalogue entry has changed."""
    return _short("\n".join(f"{unit.id} {unit.digest}" for unit in exchange.units), 32)


def make_ids(entries: Iterable[Entry]) -> list[str]:
    """An id for each: the digest of its source text, and a number from the second one on."""
    seen: Counter[str] = Counter()
    ids = []
    for entry in entries:
        key = f"u{_short(entry.source, _DIGITS)}"
        seen[key] += 1
        ids.append(f"{key}-{seen[key]}" if seen[key] > 1 else key)
    return ids


def find_state(entry: Entry) -> State:
    """The state that a catalogue's entry is in."""
    if entry.fuzzy:
        return State.STALE if entry.previous else State.DOUBTFUL
    if entry.reviewed:
        return State.REVIEWED
    return State.DOUBTFUL if entry.doubtful else State.ALIGNED


def set_state(entry: Entry, state: State) -> Entry:
    """The entry in this state; one that is reviewed has no doubt and no previous source left."""
    if state is State.REVIEWED:
        return replace(
            entry,
            origin=Origin.REVIEWED,
            confidence=1.0,
            doubtful=False,
            fuzzy=False,
            previous="",
        )
    doubt = state in {State.DOUBTFUL, State.STALE}
    fuzzy = state is State.STALE or (doubt and bool(entry.target))
    return replace(entry, doubtful=doubt, fuzzy=fuzzy)


def tidy_text(text: str) -> str:
    """The text as XML and PO can hold it: U+FFFD for other characters, LF for line ends."""
    return _NO_XML.sub("\ufffd", clean(text))


def count_replaced(exchange: Exchange) -> int:
    """How many characters stand as U+FFFD."""
    entries = [unit.entry for unit in exchange.units]
    return sum(f"{e.source}{e.target}{e.comment}{e.previous}".count("\ufffd") for e in entries)


def tidy_entry(entry: Entry) -> Entry:
    """The entry as every format can hold it."""
    reviewed = entry.origin is Origin.REVIEWED
    return replace(
        entry,
        source=tidy_text(entry.source),
        target=tidy_text(entry.target),
        previous=tidy_text(entry.previous) if entry.fuzzy else "",
        comment=_tidy_comment(entry.comment),
        confidence=1.0 if reviewed else entry.confidence,
    )


def _tidy_comment(text: str) -> str:
    """The comment as a PO file has it: no white space around its lines, no empty ones."""
    lines = (line.strip() for line in tidy_text(text).split("\n"))
    return "\n".join(filter(None, lines))


def _short(text: str, digits: int) -> str:
    return sha256(text.encode()).hexdigest()[:digits]
