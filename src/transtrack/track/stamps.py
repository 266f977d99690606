"""What was found of files, kept until one of them changes: a cache, to be deleted at any time."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, NamedTuple

FOLDER: Final = ".transtrack"
_LEANS_ON: Final = "sentencex", "langdetect"  # what they say is kept, too
_RACY: Final = 2_000_000_000  # nanoseconds in which a file may change and keep its time and size
_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS seen"
    " (key TEXT PRIMARY KEY, stamp TEXT, digest TEXT, at INTEGER, value TEXT)"
)


class _Waiting(NamedTuple):
    """A value whose files are yet too young to be known by their times."""

    key: str
    files: tuple[str, ...]
    stamp: str
    newest: int
    value: str


class Stamps:
    """Values by key, each good as long as its files have the sizes and times, or the bytes.

    A file written in the last two seconds, or in the future, is compared byte by byte, since its
    time cannot tell. The time of its last change counts, too: programs that copy leave it alone.
    What is to be kept therefore waits until its files are old enough, or the cache is closed.
    """

    def __init__(self, connection: sqlite3.Connection, root: Path) -> None:
        self._connection = connection
        self._root = root
        self._waiting: deque[_Waiting] = deque()

    def find(self, key: str, files: Sequence[str]) -> Any:
        """What was kept for a key if its files, by path from the root, are unchanged; or None."""
        try:
            row = self._connection.execute(  # a key as JSON: names may hold what no UTF-8 does
                "SELECT stamp, digest, at, value FROM seen WHERE key = ?", (json.dumps(key),)
            ).fetchone()
        except sqlite3.Error:  # somebody else has it open, or it is broken: no cache this time
            return None
        if row is None:
            return None
        stamp, newest = stamp_files(self._root, files)
        if row[0] == stamp and newest + _RACY < row[2]:
            return json.loads(row[3])
        if row[1] != self._digest(files):
            return None
        self._keep(key, (stamp, row[1], row[3]))
        return json.loads(row[3])

    def keep(self, key: str, files: Sequence[str], value: Any, read: str = "") -> None:
        """Nothing; the value, which JSON can hold, is kept as long as the files do not change.

        `read`: the stamp of the first of them before they were read. If they have changed since,
        the value is of what they were, and not kept.
        """
        stamp, newest = stamp_files(self._root, files)
        if stamp.startswith(read):
            waiting = _Waiting(key, tuple(files), stamp, newest, json.dumps(value))
            self._waiting.append(waiting)
        self._settle()

    def _settle(self, *, all_of_them: bool = False) -> None:
        """Write what waits for files to be old enough, if they are as they were."""
        now = time.time_ns()
        while self._waiting:
            first = self._waiting[0]
            if not (all_of_them or first.newest + _RACY < now or first.newest > now):
                return
            self._waiting.popleft()
            digest = self._digest(first.files)
            if stamp_files(self._root, first.files)[0] == first.stamp:
                self._keep(first.key, (first.stamp, digest, first.value))

    def _keep(self, key: str, row: tuple[str, str, str]) -> None:
        stamp, digest, value = row
        with suppress(sqlite3.Error):
            self._connection.execute(
                "INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?, ?)",
                (json.dumps(key), stamp, digest, time.time_ns(), value),
            )

    def save(self) -> None:
        """Nothing; what was kept so far, and need not wait, is on disk."""
        with suppress(sqlite3.Error):
            self._connection.execute("COMMIT")
            self._connection.execute("BEGIN")

    def close(self) -> None:
        """Nothing; all that was to be kept is on disk."""
        with suppress(sqlite3.Error):
            self._settle(all_of_them=True)
            self._connection.execute("COMMIT")
        self._connection.close()

    def _digest(self, files: Sequence[str]) -> str:
        total = blake2b(digest_size=16)
        for name in files:
            with suppress(OSError):
                data = (self._root / name).read_bytes()
                total.update(b"%d:" % len(data) + data)
        return total.hexdigest()


def stamp_files(root: Path, files: Sequence[str]) -> tuple[str, int]:
    """Sizes and times of files, by path from a root, as one string, and the latest time."""
    told, newest = [], 0
    for name in files:
        try:
            state = os.stat(f"{root}/{name}")  # noqa: PTH116 - a Path takes longer
        except OSError:
            told.append("-")
            continue
        told.append(f"{state.st_size}:{state.st_mtime_ns}:{state.st_ctime_ns}")
        newest = max(newest, state.st_mtime_ns, state.st_ctime_ns)
    return " ".join(told), newest


@contextmanager
def open_stamps(root: Path, purpose: str, parts: Iterable[str]) -> Iterator[Stamps | None]:
    """The stamps of a project for one purpose; None where none can be kept.

    `parts` are all that values depend on beside their files; other parts, another cache. What
    was kept is on disk when the block ends, however it ends.
    """
    salt = blake2b("\0".join((_code(), *parts)).encode(), digest_size=8).hexdigest()
    try:
        folder = root / FOLDER
        folder.mkdir(exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        connection = sqlite3.connect(
            folder / f"{purpose}-{salt}.sqlite", isolation_level=None, timeout=0
        )
        for old in folder.glob(f"{purpose}-*.sqlite"):
            if salt not in old.name:
                old.unlink()
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(_TABLE)
        connection.execute("BEGIN")
    except (OSError, sqlite3.Error):
        yield None
        return
    stamps = Stamps(connection, root)
    try:
        yield stamps
    finally:
        stamps.close()


def _code() -> str:
    """What stands for the program: the latest time of a file of it, and of whom it leans on."""
    package = Path(__file__).parents[1]
    files = (path for path in package.rglob("*") if "__pycache__" not in path.parts)
    latest = max(path.stat().st_mtime_ns for path in files)
    return " ".join((str(latest), *map(version, _LEANS_ON)))
