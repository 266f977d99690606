"""One table of keys: no key twice, every move has one, the guide says the same."""

from __future__ import annotations

from pathlib import Path

from transtrack.review.keys import KEYS, name_key
from transtrack.review.moves import MOVES

GUIDE = Path(__file__).parents[2] / "docs" / "review.md"


def test_no_key_has_two_meanings_and_every_move_has_a_key() -> None:
    keys = [key for item in KEYS for key in item.keys]
    assert len(keys) == len(set(keys))
    assert {move.name for move in MOVES} <= {item.command for item in KEYS}


def test_the_guide_has_every_key_with_its_help() -> None:
    guide = GUIDE.read_text("utf-8")
    for item in KEYS:
        names = " ".join(f"`{name_key(key)}`" for key in item.keys)
        assert f"| {names} | {item.help} |" in guide
