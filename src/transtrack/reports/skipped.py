"""What was skipped, as lines: files with the same reason together."""

from __future__ import annotations

from collections.abc import Sequence

from transtrack.model import Skipped
from transtrack.reports.page import reveal

_SHOWN = 3  # files named of many with one reason


def tell_skipped(skipped: Sequence[Skipped]) -> list[str]:
    """A line a reason: the file, or how many there are and which the first ones are.

    >>> tell_skipped([Skipped(what="a.txt", reason="no text in it")])
    ['a.txt: no text in it']
    >>> tell_skipped([Skipped(what=name, reason="no text in it") for name in "abcde"])
    ['5 files (a, b, c and 2 more): no text in it']
    """
    files: dict[str, list[str]] = {}
    for item in skipped:
        files.setdefault(reveal(item.reason), []).append(reveal(item.what))
    return [f"{_name(names)}: {reason}" for reason, names in files.items()]


def _name(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"{len(names)} files ({', '.join(names[:_SHOWN])}{more})"
