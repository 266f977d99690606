"""How each move groups the sentences of beads anew: the change it makes at a bead's number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from transtrack.model import Bead, Origin
from transtrack.review.actions import Action, Change, RefusedError, Side, Sides, decide, find_bead
from transtrack.track.locate import LONGEST


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


def confirm(beads: Sequence[Bead], k: int, action: Action) -> Change:  # noqa: ARG001
    """The bead as it is, decided."""
    return Change(gone=(beads[k],), made=(decide(beads[k]),))


def confirm_above(beads: Sequence[Bead], k: int, action: Action) -> Change:  # noqa: ARG001
    """All sure beads from the first to this one, decided."""
    sure = tuple(b for b in beads[: k + 1] if b.origin is Origin.AUTO and not b.doubtful)
    if not sure:
        raise RefusedError("nothing above waits to be confirmed")
    return Change(gone=sure, made=tuple(map(decide, sure)))


def _merge(beads: Sequence[Bead], k: int, other: int) -> Change:
    first, second = beads[k], _neighbour(beads, other)
    sides = (first.source + second.source, first.target + second.target)
    return Change(gone=(first, second), made=_make(sides))


def merge_next(beads: Sequence[Bead], k: int, action: Action) -> Change:  # noqa: ARG001
    """The bead and the next as one."""
    return _merge(beads, k, k + 1)


def merge_previous(beads: Sequence[Bead], k: int, action: Action) -> Change:  # noqa: ARG001
    """The bead and the one before as one."""
    return _merge(beads, k, k - 1)


def split(beads: Sequence[Bead], k: int, action: Action) -> Change:
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


def down(beads: Sequence[Bead], k: int, action: Action) -> Change:
    """The last sentence of a side goes to the next bead."""
    return _shift(beads, k, action.side, +1)


def up(beads: Sequence[Bead], k: int, action: Action) -> Change:
    """The first sentence of a side goes to the bead before."""
    return _shift(beads, k, action.side, -1)


def unlink(beads: Sequence[Bead], k: int, action: Action) -> Change:  # noqa: ARG001
    """Either side as a bead of its own."""
    bead = beads[k]
    if not (bead.source and bead.target):
        raise RefusedError("this bead has but one side")
    return Change(gone=(bead,), made=_make((bead.source, ()), ((), bead.target)))


def swap(beads: Sequence[Bead], k: int, action: Action) -> Change:  # noqa: ARG001
    """The bead and the next with their targets exchanged."""
    first, second = beads[k], _neighbour(beads, k + 1)
    made = _make((first.source, second.target), (second.source, first.target))
    return Change(gone=(first, second), made=made)


def link(beads: Sequence[Bead], k: int, action: Action) -> Change:
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


def omission(beads: Sequence[Bead], k: int, action: Action) -> Change:
    """The source sentence at the cursor, or all, without a target."""
    return _take_out(beads, k, "source", action)


def addition(beads: Sequence[Bead], k: int, action: Action) -> Change:
    """The target sentence at the cursor, or all, without a source."""
    return _take_out(beads, k, "target", action)
