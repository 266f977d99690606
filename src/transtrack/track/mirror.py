"""A folder in step with a store: what changed there comes in, what changed here goes out.

What was the same at both ends is noted in the cache folder, by the store's token and the
file's digest. What has changed at both ends is left alone at both, and told. Nothing is deleted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from transtrack.errors import OutputError, TranstrackError
from transtrack.model import Skipped
from transtrack.text import find_place, read_data, write_bytes, write_text
from transtrack.track.hold import hold
from transtrack.track.stamps import FOLDER
from transtrack.track.store import Store, is_plain

_RECORD: Final = "store.json"
_AT_ONCE: Final = 16  # objects written side by side
_BOTH: Final = "changed here and in the store; move yours away, pull, and join the two"
_GONE: Final = "gone from the store; delete it here, or push to send it again"
_ODD: Final = "no name for a file here; rename the object"
_OUT: Final = "a link that leads out of the folder; put what it leads to in its place"

Known = dict[str, tuple[str, str]]  # by path: the object's token and the file's digest


@dataclass(slots=True, kw_only=True)
class Transfer:
    """What went one way, what changed at both ends, and what could not go."""

    moved: list[str] = field(default_factory=list)
    conflicts: list[Skipped] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


def pull(store: Store, root: Path) -> Transfer:
    """The store's objects that are new or have changed, as files below a folder."""
    done = Transfer()
    with _keep_record(store, root) as known:
        tokens = store.list()
        done.skipped += [Skipped(what=path, reason=_ODD) for path in tokens if not is_plain(path)]
        for path in [path for path in known if path not in tokens]:
            del known[path]
            if (root / path).exists():
                done.conflicts.append(Skipped(what=path, reason=_GONE))
        wanted = [path for path in tokens if is_plain(path) and _lacks(root, known, path, tokens)]
        for path, data in store.read(wanted):
            try:
                if isinstance(data, Exception):
                    raise OutputError(f"cannot be fetched: {data}")
                _bring(root, path, data, known, tokens[path], done)
            except TranstrackError as error:
                done.skipped.append(Skipped(what=path, reason=error.message))
    return done


def _lacks(root: Path, known: Known, path: str, tokens: dict[str, str]) -> bool:
    return path not in known or known[path][0] != tokens[path] or not (root / path).exists()


def _bring(root: Path, path: str, data: bytes, known: Known, token: str, done: Transfer) -> None:
    """Nothing; the file holds the data, unless somebody has changed it here."""
    place = root / path
    if not _is_inside(place, root):
        raise OutputError(_OUT)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"no folder can be made for it: {error.strerror}") from error
    with hold(place.parent):
        here, there = _read(place), _digest(data)
        own = None if here is None else _digest(here)
        if own not in {None, there, known.get(path, ("", ""))[1]}:
            done.conflicts.append(Skipped(what=path, reason=_BOTH))
            return
        if own != there:
            write_bytes(str(place), data)
            done.moved.append(path)
    known[path] = token, there


def push(store: Store, root: Path, files: Iterable[str]) -> Transfer:
    """The files, and those that came from the store, whose objects have to change."""
    done = Transfer()
    with _keep_record(store, root) as known, ThreadPoolExecutor(_AT_ONCE) as pool:
        paths = sorted({*known, *files})
        list(pool.map(lambda path: _send(store, root, path, known, done), paths))
    for told in (done.conflicts, done.skipped):
        told.sort(key=lambda item: item.what)
    done.moved.sort()
    return done


def _send(store: Store, root: Path, path: str, known: Known, done: Transfer) -> None:
    """Nothing; the object holds what the file does, unless somebody has changed it there."""
    try:
        if not is_plain(path) or not _is_inside(root / path, root):
            raise OutputError(_OUT if is_plain(path) else _ODD)
        data = _read(root / path)
        if data is None or _digest(data) == known.get(path, ("", ""))[1]:
            return
        token = store.write(path, data, known[path][0] if path in known else None)
        if token is None:
            token = store.find_token(path)
            ((_, there),) = store.read([path])
            if token is None or there != data:
                done.conflicts.append(Skipped(what=path, reason=_BOTH if token else _GONE))
                return
        else:
            done.moved.append(path)
        known[path] = token, _digest(data)
    except TranstrackError as error:
        done.skipped.append(Skipped(what=path, reason=error.message))


@contextmanager
def _keep_record(store: Store, root: Path) -> Iterator[Known]:
    """What was the same at both ends, of this store only; kept however the block ends."""
    folder = root / FOLDER
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        message = f"no folder can be made: {error.strerror}"
        raise OutputError(message, path=str(folder)) from error
    with hold(folder):
        known = _read_record(folder / _RECORD, store.url)
        try:
            yield known
        finally:
            write_text(str(folder / ".gitignore"), "*\n")
            told = {"url": store.url, "known": dict(sorted(known.items()))}
            write_text(str(folder / _RECORD), json.dumps(told, indent=1) + "\n")


def _read_record(path: Path, url: str) -> Known:
    """What is on record; nothing where that is of another store or broken."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["url"] != url:
            return {}
        return {str(name): (str(token), str(own)) for name, (token, own) in told["known"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _is_inside(place: Path, root: Path) -> bool:
    return find_place(place).is_relative_to(find_place(root))


def _read(place: Path) -> bytes | None:
    """What a file holds; None where there is none."""
    return read_data(str(place)) if place.exists() else None


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
