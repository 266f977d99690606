"""What a person can do to the beads of a bitext: which beads go, and which come in their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from transtrack.errors import TranstrackError
from transtrack.model import Bead, Origin
from transtrack.track.locate import LONGEST

Side = Literal["source", "target"]
Sides = tuple[tuple[int, ...], tuple[int, ...]]


class RefusedError(TranstrackError):
    """An action that cannot be done to this bead."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One kind of action: its name, what it is called, how it is done."""

    name: str
    label: str
    help: str
    find: Callable[[Sequence[Bead], int, Action], Change]


def act(beads: Sequence[Bead], action: Action) -> Change:
    """The change an action makes; RefusedError where the bead is gone, or would fall apart."""
    move = next((move for move in MOVES if move.name == action.name), None)
    if move is None:
        raise RefusedError(f'no action "{action.name}"')
    return move.find(beads, find_bead(beads, action.bead), action)


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


def _make(*sides: Sides) -> tuple[Bead, ...]:
    """The decided beads of these sentences, without those that have none."""
    return tuple(
        Bead(
            source=_run(source),
            target=_run(target),
            score=0.0,
            confidence=1.0,
            origin=Origin.REVIEWED,
        )
        for source, target in sides
        if source or target
    )


def _run(indices: tuple[int, ...]) -> tuple[int, ...]:
    """The sentences in order; the catalogue finds only runs of few sentences again."""
    run = tuple(sorted(indices))
    if any(b != a + 1 for a, b in pairwise(run)):
        raise RefusedError("the sentences of a bead must follow each other", hint="split it first")
    if len(run) > LONGEST:
        raise RefusedError(
            f"a bead holds at most {LONGEST} sentences on a side", hint="split it first"
        )
    return run


def _neighbour(beads: Sequence[Bead], number: int) -> Bead:
    if not 0 <= number < len(beads):
        raise RefusedError("there is no bead on that side")
    return beads[number]


def _confirm(beads: Sequence[Bead], k: int, action: Action) -> Change:  # noqa: ARG001
    return Change(gone=(beads[k],), made=(decide(beads[k]),))


def _confirm_above(beads: Sequence[Bead], k: int, action: Action) -> Change:  # noqa: ARG001
    sure = tuple(b for b in beads[: k + 1] if b.origin is Origin.AUTO and not b.doubtful)
    if not sure:
        raise RefusedError("nothing above waits to be confirmed")
    return Change(gone=sure, made=tuple(map(decide, sure)))


def _merge(beads: Sequence[Bead], k: int, other: int) -> Change:
    first, second = beads[k], _neighbour(beads, other)
    sides = (first.source + second.source, first.target + second.target)
    return Change(gone=(first, second), made=_make(sides))


def _merge_next(beads: Sequence[Bead], k: int, action: Action) -> Change:  # noqa: ARG001
    return _merge(beads, k, k + 1)


def _merge_previous(beads: Sequence[Bead], k: int, action: Action) -> Change:  # noqa: ARG001
    return _merge(beads, k, k - 1)


def _split(beads: Sequence[Bead], k: int, action: Action) -> Change:
    """Before the sentence at the cursor, on the other side at the same count; else behind one."""
    bead, at = beads[k], action.at or 1
    parts = (bead.source[:at], bead.target[:at]), (bead.source[at:], bead.target[at:])
    if not any(parts[1]):
        raise RefusedError(
            "there is nothing to split", hint="unlink it, or choose a sentence with ←→"
        )
    return Change(gone=(bead,), made=_make(*parts))


def _shift(beads: Sequence[Bead], k: int, side: Side, step: int) -> Change:
    bead, other = beads[k], _neighbour(beads, k + step)
    own: tuple[int, ...] = getattr(bead, side)
    if not own:
        raise RefusedError(f"this bead has no {side} sentence to give")
    given, kept = (own[-1:], own[:-1]) if step > 0 else (own[:1], own[1:])
    taken = getattr(other, side) + given
    if side == "source":
        sides = ((kept, bead.target), (taken, other.target))
    else:
        sides = ((bead.source, kept), (other.source, taken))
    return Change(gone=(bead, other), made=_make(*sides))


def _down(beads: Sequence[Bead], k: int, action: Action) -> Change:
    return _shift(beads, k, action.side, +1)


def _up(beads: Sequence[Bead], k: int, action: Action) -> Change:
    return _shift(beads, k, action.side, -1)


def _unlink(beads: Sequence[Bead], k: int, action: Action) -> Change:  # noqa: ARG001
    bead = beads[k]
    if not (bead.source and bead.target):
        raise RefusedError("this bead has but one side")
    return Change(gone=(bead,), made=_make((bead.source, ()), ((), bead.target)))


def _swap(beads: Sequence[Bead], k: int, action: Action) -> Change:  # noqa: ARG001
    first, second = beads[k], _neighbour(beads, k + 1)
    made = _make((first.source, second.target), (second.source, first.target))
    return Change(gone=(first, second), made=made)


def _link(beads: Sequence[Bead], k: int, action: Action) -> Change:
    """The source of the one with the target of the other; what is left stands alone."""
    if action.other is None:
        raise RefusedError("a second bead is needed to link")
    first, second = beads[k], beads[find_bead(beads, action.other)]
    if first == second:
        raise RefusedError("a bead is linked with itself already")
    if not (first.source and second.target):
        first, second = second, first
    if not (first.source and second.target):
        raise RefusedError("one of the two needs a source sentence, the other a target sentence")
    sides = (first.source, second.target), (second.source, ()), ((), first.target)
    return Change(gone=(first, second), made=_make(*sides))


def _take_out(beads: Sequence[Bead], k: int, side: Side, action: Action) -> Change:
    """The sentence at the cursor, or all of its side, as a bead of its own."""
    bead = beads[k]
    own: tuple[int, ...] = getattr(bead, side)
    if not own:
        raise RefusedError(f"this bead has no {side} sentence")
    chosen = action.side == side and action.at is not None and action.at < len(own)
    taken = own[action.at : action.at + 1] if chosen and action.at is not None else own
    kept = tuple(index for index in own if index not in taken)
    if side == "source":
        return Change(gone=(bead,), made=_make((taken, ()), (kept, bead.target)))
    return Change(gone=(bead,), made=_make((bead.source, kept), ((), taken)))


def _omission(beads: Sequence[Bead], k: int, action: Action) -> Change:
    return _take_out(beads, k, "source", action)


def _addition(beads: Sequence[Bead], k: int, action: Action) -> Change:
    return _take_out(beads, k, "target", action)


MOVES: Final = (
    Move(name="confirm", label="confirm", help="It is right.", find=_confirm),
    Move(
        name="confirm-above",
        label="confirm above",
        help="All sure ones from the top to here are right.",
        find=_confirm_above,
    ),
    Move(name="merge", label="merge", help="One bead with the next.", find=_merge_next),
    Move(
        name="merge-previous",
        label="merge up",
        help="One bead with the one before.",
        find=_merge_previous,
    ),
    Move(
        name="split",
        label="split",
        help="Two beads: before the chosen sentence, or behind the first.",
        find=_split,
    ),
    Move(name="down", label="down", help="Its last sentence goes to the next bead.", find=_down),
    Move(name="up", label="up", help="Its first sentence goes to the bead before.", find=_up),
    Move(
        name="unlink",
        label="unlink",
        help="The two sides do not translate each other.",
        find=_unlink,
    ),
    Move(
        name="swap",
        label="swap",
        help="Exchange the translations of this bead and the next.",
        find=_swap,
    ),
    Move(
        name="link",
        label="link",
        help="Link this original with that translation: press it on both beads.",
        find=_link,
    ),
    Move(
        name="omission",
        label="omission",
        help="The chosen original sentence, or all, was left out.",
        find=_omission,
    ),
    Move(
        name="addition",
        label="addition",
        help="The chosen translated sentence, or all, is not in the original.",
        find=_addition,
    ),
)
