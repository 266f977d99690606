"""Bytes on disk to text and back: encodings, and writes that never leave half a file."""

from __future__ import annotations

import os
import secrets
import stat
import sys
import time
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Final

from transtrack.errors import InputError, OutputError
from transtrack.text.encodings import Decoded, decode

_TEMPORARY: Final = ".transtrack-"
_STALE: Final = 3600.0  # seconds: no write takes so long


def read_text(
    path: str, *, hint: str = "put the article's text into it"
) -> tuple[str, tuple[str, ...]]:
    """The text of a file (`-`: of standard input) and notices of what had to be assumed.

    Line ends and no-break spaces stay as they are; a byte order mark is not part of the text.
    `hint` tells what to do where there is no text.
    """
    decoded = read_decoded(path)
    if not decoded.text.strip():
        raise InputError("the file is empty", path=path, hint=hint)
    return decoded.text, decoded.notices


def read_decoded(path: str) -> Decoded:
    """The text of a file, empty or not, and how the file writes it."""
    return decode(read_bytes(path), path)


def read_bytes(path: str) -> bytes:
    """The bytes of a file; InputError that tells why there are none."""
    try:
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except FileNotFoundError:
        raise InputError("no such file", path=path, hint="check the name") from None
    except IsADirectoryError:
        hint = "name the article's file inside it"
        raise InputError("this is a folder, not a file", path=path, hint=hint) from None
    except PermissionError:
        hint = "ask its owner for the right to read it"
        raise InputError("no permission to read this file", path=path, hint=hint) from None
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {_reason(error)}", path=path) from None


def find_place(path: str | Path) -> Path:
    """The file that a path leads to, absolute; where links go in a circle, as far as they lead."""
    return Path(os.path.realpath(path))


def is_there(path: str) -> bool:
    """Whether a path leads to something; not where it is too long to, or may not be looked at."""
    return os.path.exists(path)  # noqa: PTH110 - a Path raises


def is_file(path: str) -> bool:
    """Whether a path leads to a file that is no folder, pipe or device."""
    return os.path.isfile(path)  # noqa: PTH113 - a Path raises


def write_text(path: str, text: str) -> None:
    """Nothing; the file holds the new text in UTF-8, or, after an OutputError, the old one.

    What UTF-8 cannot say, as bytes of an odd file name, is written as an escape.
    """
    write_bytes(path, text.encode("utf-8", "backslashreplace"))


def write_bytes(path: str, data: bytes) -> None:
    """Nothing; the file holds the data whole, or, after an OutputError, what it held before.

    A link stays a link: what it points to is replaced.
    """
    target = Path(path)
    try:
        target = target.resolve()
        mode = target.stat().st_mode if target.exists() else None
        if mode is not None and stat.S_ISDIR(mode):
            raise IsADirectoryError(21, "Is a directory")
        if mode is not None and not stat.S_ISREG(mode):
            target.write_bytes(data)  # a pipe or a device cannot be replaced
        elif mode is not None and not os.access(target, os.W_OK):
            raise PermissionError(13, "Permission denied")
        else:
            _replace(target, data, mode)
    except (OSError, ValueError, RuntimeError) as error:  # the last: links in a circle
        raise OutputError(
            f"cannot be written: {_reason(error)}", path=path, hint=_hint(target, error)
        ) from None


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    _tidy(target.parent)
    temporary = target.parent / f"{_TEMPORARY}{secrets.token_hex(8)}"
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(descriptor, "wb") as file:
            if mode is not None:
                temporary.chmod(stat.S_IMODE(mode))
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


@lru_cache(maxsize=4096)
def _tidy(folder: Path) -> None:
    """Nothing; what killed programs left here an hour ago and before is deleted, once a run."""
    for path in folder.glob(f"{_TEMPORARY}{'[0-9a-f]' * 16}"):
        with suppress(OSError):
            if time.time() - path.lstat().st_mtime > _STALE and not path.is_dir():
                path.unlink()


def _sync_folder(folder: Path) -> None:
    """Nothing; the new name survives a power cut where the system can promise that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else "") or str(error)


def _hint(target: Path, error: Exception) -> str:
    if isinstance(error, IsADirectoryError):
        return "name a file inside this folder"
    if isinstance(error, RuntimeError):
        return "take that link away; it leads to itself"
    if not target.parent.is_dir():
        return f"make the folder {target.parent} first"
    if isinstance(error, PermissionError):
        return "choose a folder and a file that you may write to"
    return "nothing was changed; see whether the disk is full"
