"""What a person can do to the beads of a bitext: a line a move."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from transtrack.model import Bead
from transtrack.review import regroup
from transtrack.review.actions import Action, Change, RefusedError, find_bead


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


MOVES: Final = (
    Move(name="confirm", label="confirm", help="It is right.", find=regroup.confirm),
    Move(
        name="confirm-above",
        label="confirm above",
        help="All sure ones from the top to here are right.",
        find=regroup.confirm_above,
    ),
    Move(name="merge", label="merge", help="One bead with the next.", find=regroup.merge_next),
    Move(
        name="merge-previous",
        label="merge up",
        help="One bead with the one before.",
        find=regroup.merge_previous,
    ),
    Move(
        name="split",
        label="split",
        help="Two beads: before the chosen sentence, or behind the first.",
        find=regroup.split,
    ),
    Move(
        name="down",
        label="down",
        help="Its last sentence goes to the next bead.",
        find=regroup.down,
    ),
    Move(
        name="up", label="up", help="Its first sentence goes to the bead before.", find=regroup.up
    ),
    Move(
        name="unlink",
        label="unlink",
        help="The two sides do not translate each other.",
        find=regroup.unlink,
    ),
    Move(
        name="swap",
        label="swap",
        help="Exchange the translations of this bead and the next.",
        find=regroup.swap,
    ),
    Move(
        name="link",
        label="link",
        help="Link this original with that translation: press it on both beads.",
        find=regroup.link,
    ),
    Move(
        name="omission",
        label="omission",
        help="The chosen original sentence, or all, was left out.",
        find=regroup.omission,
    ),
    Move(
        name="addition",
        label="addition",
        help="The chosen translated sentence, or all, is not in the original.",
        find=regroup.addition,
    ),
)
