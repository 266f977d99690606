"""What a file that comes home changes, and what it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from transtrack.formats.exchange import Unit
from transtrack.formats.po import Entry


class Brought(StrEnum):
    """What a file brings home for a bead."""

    WORDING = "wording"
    REVIEW = "review"
    DOUBT = "doubt"
    COMMENT = "comment"
    BEAD = "bead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An entry as it was and as it comes home; `unit` is the one of the catalogue."""

    unit: Unit
    entry: Entry
    what: tuple[Brought, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A bead that is left as it is, and why; `wanted` is the wording of the file."""

    source: str
    wanted: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Homecoming:
    """Changes to make, and what has to be decided by a person."""

    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
