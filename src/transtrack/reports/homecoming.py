"""What a file brought home, bead by bead, for people."""

from __future__ import annotations

from transtrack.formats.changes import Change, Conflict, Homecoming
from transtrack.reports.page import reveal

_LONGEST = 90


def render_homecoming(name: str, home: Homecoming) -> str:
    """A line or two a change, then the conflicts; empty where there is neither."""
    blocks = [_render_change(change) for change in home.changes]
    blocks += [_render_conflict(conflict) for conflict in home.conflicts]
    return "".join(f"{name}: {block}" for block in blocks)


def _render_change(change: Change) -> str:
    entry, before = change.entry, change.unit.entry
    text = f"{', '.join(change.what)}: {_cut(entry.source or '(not in the source)')}\n"
    if before.target and before.target != entry.target:
        text += f"  - {_cut(before.target)}\n"
    text += f"  + {_cut(entry.target)}\n" if before.target != entry.target else ""
    return text + (f"  # {_cut(entry.comment)}\n" if "comment" in change.what else "")


def _render_conflict(conflict: Conflict) -> str:
    text = f"conflict: {_cut(conflict.source or '(not in the source)')}\n  {conflict.reason}\n"
    return text + (f"  ? {_cut(conflict.wanted)}\n" if conflict.wanted else "")


def _cut(text: str) -> str:
    line = reveal(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
