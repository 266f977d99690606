"""What a person asks for, which beads go and which come in their place, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from transtrack.errors import TranstrackError
from transtrack.model import Bead, Origin

Side = Literal["source", "target"]
Sides = tuple[tuple[int, ...], tuple[int, ...]]


class RefusedError(TranstrackError):
    """An action that cannot be done to this bead."""


class ConflictError(TranstrackError):
    """Somebody else changed what an action rests on; nothing was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What to do to which bead, known by its sentences; the bead may be gone by now.

    `side` and `at` name a sentence of it by its place within its side, `other` a second bead.
    """

    name: str
    bead: Sides
    side: Side = "target"
    at: int | None = None
    other: Sides | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Beads that go, and those that come; both have the same sentences."""

    gone: tuple[Bead, ...]
    made: tuple[Bead, ...]


def find_bead(beads: Sequence[Bead], sides: Sides) -> int:
    """The number of the bead of exactly these sentences; RefusedError where there is none."""
    for number, bead in enumerate(beads):
        if (bead.source, bead.target) == sides:
            return number
    raise RefusedError(
        "this bead is not there any more", hint="look at what changed, and try again"
    )


def decide(bead: Bead) -> Bead:
    """The bead as a person's decision."""
    return replace(bead, confidence=1.0, origin=Origin.REVIEWED)
