"""What is said of each translation's status, in whatever form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from transtrack.model import Difference, Status

COLOURS: Final = {
    Status.FRESH: ("32", "#2e7d32"),
    Status.UNREVIEWED: ("36", "#00697a"),
    Status.PARTIAL: ("33", "#8a6100"),
    Status.STALE: ("31", "#b3261e"),
    Status.MISSING: ("31", "#b3261e"),
    Status.UNKNOWN: ("35", "#6a4c93"),
}  # of a terminal, and of a page on white
WORDS: Final = {"original changed", "translation changed", "note"}  # columns to the left


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRow:
    """One translation: its status, the counts behind it, and what has changed if that was asked.

    `reviewed` is a share between 0 and 1; `findings`, `score` and the changes, (author, date),
    are None where they were not asked for or are not known.
    """

    name: str
    source: str
    target: str | None
    status: Status
    changed: int = 0
    added: int = 0
    dropped: int = 0
    reviewed: float = 0.0
    doubtful: int = 0
    edited: bool = False
    reason: str = ""
    findings: int | None = None
    score: float | None = None
    source_change: tuple[str, str] | None = None
    target_change: tuple[str, str] | None = None
    differences: tuple[Difference, ...] = ()


def summarise_status(rows: Sequence[StatusRow]) -> str:
    """How many translations there are, and of which status."""
    counts = Counter(row.status for row in rows)
    told = ", ".join(f"{counts[status]} {status}" for status in Status if counts[status])
    number = f"{len(rows)} translation" + ("" if len(rows) == 1 else "s")
    return f"{number}: {told}" if rows else "no translations"


def find_columns(rows: Sequence[StatusRow]) -> list[tuple[str, list[str]]]:
    """The columns of a table: those that say the same of every row as nothing are left out."""
    columns = [
        ("changed", [str(row.changed or "") for row in rows]),
        ("untranslated", [str(row.added or "") for row in rows]),
        ("dropped", [str(row.dropped or "") for row in rows]),
        ("to look at", [str(row.doubtful or "") for row in rows]),
        ("reviewed", [_share(row) for row in rows]),
        ("findings", ["" if row.findings is None else str(row.findings) for row in rows]),
        ("score", ["" if row.score is None else f"{row.score:.0f}" for row in rows]),
        ("original changed", [_told(row.source_change) for row in rows]),
        ("translation changed", [_told(row.target_change) for row in rows]),
        ("note", [_note(row) for row in rows]),
    ]
    return [(head, cells) for head, cells in columns if head == "reviewed" or any(cells)]


def _share(row: StatusRow) -> str:
    return "" if row.status in (Status.MISSING, Status.UNKNOWN) else f"{row.reviewed:.0%}"


def _told(change: tuple[str, str] | None) -> str:
    return f"{change[1]} {change[0]}" if change else ""


def _note(row: StatusRow) -> str:
    if row.reason:
        return row.reason.split("\n", maxsplit=1)[0]
    return "translation edited since; run transtrack align" if row.edited else ""
