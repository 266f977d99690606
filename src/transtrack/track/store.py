"""An archive that lives elsewhere: its objects by path below a URL, through fsspec."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import PurePosixPath
from threading import Lock
from typing import Any, Final

from transtrack.errors import InputError, UsageError

_BATCH: Final = 256  # objects fetched at once, where the store can
_TOKENS: Final = ("ETag", "etag", "generation", "mtime", "created", "LastModified")
_CONDITIONAL: Final = frozenset({"s3", "s3a"})  # whose writes can be told what to replace


class Store:
    """The objects below a URL. A token stands for what an object holds, and changes with it."""

    def __init__(self, url: str) -> None:
        try:
            from fsspec import url_to_fs  # noqa: PLC0415 - an extra

            system, top = url_to_fs(url, use_listings_cache=False)
        except (ImportError, ValueError) as error:
            hint = "pip install 'transtrack[archive]' reads s3://, file:// and memory://"
            raise UsageError(f"{url}: no store can be opened: {error}", hint=hint) from error
        self.url = url
        self._alone = Lock()
        self._system: Any = system  # it has no types
        self._top = str(top).rstrip("/")
        names = system.protocol if isinstance(system.protocol, tuple) else (system.protocol,)
        self._conditional = not _CONDITIONAL.isdisjoint(names)

    def list(self) -> dict[str, str]:
        """The token of every object by its path from the URL; InputError where none can be had."""
        try:
            found: Mapping[str, Any] = self._system.find(self._top, detail=True)
        except Exception as error:
            raise self._refuse(error) from error
        if not found:
            hint = "check the URL; to begin an archive there, push to it"
            raise InputError("there is nothing in this store", path=self.url, hint=hint)
        start = len(self._top) + 1
        return {name[start:]: _find_token(about) for name, about in sorted(found.items())}

    def read(self, paths: Sequence[str]) -> Iterator[tuple[str, bytes | Exception]]:
        """What each object holds, or why it cannot be read."""
        for at in range(0, len(paths), _BATCH):
            batch = paths[at : at + _BATCH]
            got = self._system.cat([self._place(path) for path in batch], on_error="return")
            for path in batch:
                yield path, got.get(self._place(path), FileNotFoundError("it is gone"))

    def find_token(self, path: str) -> str | None:
        """The token of an object now; None where there is none."""
        try:
            return _find_token(self._system.info(self._place(path)))
        except FileNotFoundError:
            return None
        except Exception as error:
            raise self._refuse(error) from error

    def write(self, path: str, data: bytes, token: str | None) -> str | None:
        """The object's new token; None where it is not as `token` says (None: there is none).

        S3 compares and writes in one. Elsewhere that is two steps, and the file takes the
        other's place when it is whole.
        """
        place = self._place(path)
        if self.find_token(path) != token:
            return None
        try:
            if self._conditional:
                kept = {"IfMatch": token} if token else {"IfNoneMatch": "*"}
                self._system.pipe_file(place, data, **kept)
            else:
                self._system.makedirs(self._system._parent(place), exist_ok=True)
                with self._alone, self._system.transaction:  # one at a time, says fsspec
                    self._system.pipe_file(place, data)
        except Exception as error:
            if self.find_token(path) != token:  # somebody was quicker
                return None
            raise self._refuse(error) from error
        return self.find_token(path)

    def _place(self, path: str) -> str:
        return f"{self._top}/{path}"

    def _refuse(self, error: Exception) -> InputError:
        reason = str(error) or type(error).__name__
        return InputError(
            f"the store refuses: {reason}", path=self.url, hint="see its access keys"
        )


def _find_token(about: Mapping[str, Any]) -> str:
    """What changes when an object does: a digest or number of the store's, else size and time."""
    name = next((name for name in _TOKENS if about.get(name)), None)
    if name in {"ETag", "etag", "generation"}:
        return str(about[name])
    at = about[name] if name else ""
    at = at.timestamp() if isinstance(at, datetime) else at  # listings have a number, too
    return f"{about.get('size')}:{at}:{about.get('ino', '')}"


def is_plain(path: str) -> bool:
    """Whether an object's path is one of a file below a folder, hidden from nobody."""
    parts = PurePosixPath(path).parts
    odd = "\\" in path or "\0" in path or ":" in path or path != "/".join(parts)
    return bool(parts) and not odd and not any(part.startswith((".", "/")) for part in parts)
