"""The keys of the page: its buttons, its help and the guide's table are made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from transtrack.review.actions import Side
from transtrack.review.moves import MOVES


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A command of the page and the keys for it, as the browser names them.

    `label` is its button's, empty where it has none; `side` is what a move is about.
    """

    keys: tuple[str, ...]
    command: str
    help: str
    label: str = ""
    side: Side = "target"


def _move(
    key: str, name: str, told: str = "", *, button: bool = True, side: Side = "target"
) -> Key:
    move = next(move for move in MOVES if move.name == name)
    label = move.label if button else ""
    return Key(keys=(key,), command=name, help=told or move.help, label=label, side=side)


KEYS: Final = (
    Key(keys=("j", "ArrowDown"), command="next", help="Next bead."),
    Key(keys=("k", "ArrowUp"), command="previous", help="Previous bead."),
    Key(keys=("n",), command="next-doubtful", help="Next doubtful bead.", label="next"),
    Key(keys=("p",), command="previous-doubtful", help="Previous doubtful bead."),
    Key(keys=("Home",), command="first", help="First bead."),
    Key(keys=("End",), command="last", help="Last bead."),
    Key(keys=("ArrowRight",), command="choose-next", help="Choose the next sentence of the bead."),
    Key(keys=("ArrowLeft",), command="choose-previous", help="Choose the sentence before."),
    _move("c", "confirm"),
    Key(keys=("Enter",), command="confirm-on", help="Confirm, and on to the next doubtful bead."),
    _move("C", "confirm-above"),
    _move("m", "merge"),
    _move("M", "merge-previous", button=False),
    _move("s", "split"),
    _move("d", "down", "The last translated sentence goes to the next bead."),
    _move("u", "up", "The first translated sentence goes to the bead before."),
    _move(
        "D",
        "down",
        "The last original sentence goes to the next bead.",
        button=False,
        side="source",
    ),
    _move(
        "U",
        "up",
        "The first original sentence goes to the bead before.",
        button=False,
        side="source",
    ),
    _move("x", "unlink"),
    _move("w", "swap"),
    _move("l", "link"),
    _move("o", "omission"),
    _move("a", "addition"),
    Key(keys=("e",), command="edit", help="Edit the translation.", label="edit"),
    Key(keys=("f",), command="fix", help="Apply the first fix of the bead.", label="fix"),
    Key(keys=("i",), command="accept", help="Accept the bead's first finding: it is no mistake."),
    Key(keys=("z",), command="undo", help="Undo.", label="undo"),
    Key(keys=("y",), command="redo", help="Redo.", label="redo"),
    Key(keys=("/",), command="search", help="Search in both languages."),
    Key(keys=("v",), command="view", help="Show all, doubtful, with findings, null, unreviewed."),
    Key(keys=("g",), command="list", help="Go to the list of articles."),
    Key(keys=("?",), command="help", help="Show these keys.", label="keys"),
)
NAMES: Final = {
    "ArrowDown": "↓",
    "ArrowUp": "↑",
    "ArrowRight": "→",
    "ArrowLeft": "←",
}


def name_key(key: str) -> str:
    """What a key is called to people.

    >>> name_key("M"), name_key("ArrowUp"), name_key("Enter")
    ('Shift+M', '↑', 'Enter')
    """
    shifted = len(key) == 1 and key.isupper()
    return f"Shift+{key}" if shifted else NAMES.get(key, key)
