"""The files of an article: what was last seen in them, and a draft written over exactly that."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from transtrack.errors import InputError
from transtrack.formats.po import render_catalogue
from transtrack.model import Fix, Span
from transtrack.review.actions import ConflictError
from transtrack.review.draft import Draft, make_catalogue
from transtrack.text import write_bytes, write_fixes


class Disk:
    """Original, translation and catalogue; `seen` is what `look` said when they were read."""

    def __init__(self, files: tuple[Path, Path, Path]) -> None:
        self.files = files
        self.seen: tuple[str, ...] = ()

    def look(self) -> tuple[str, ...]:
        """What tells the files' states from others."""
        return tuple(map(_digest, self.files))

    def write(self, before: Draft, after: Draft) -> None:
        """Nothing; the files hold the draft, or, after an error, what somebody else wrote."""
        _, target, catalogue = self.files
        data = render_catalogue(make_catalogue(after)).encode("utf-8", "backslashreplace")
        if self.look() != self.seen:
            raise ConflictError("a file was changed this very moment", hint="try again")
        seen, self.seen = self.seen, ()  # whatever fails from here on, all is read anew
        if before.target.text != after.target.text:
            _write_text(target, before.target.text, after.target.text)
            seen = (seen[0], _digest(target), seen[2])
        digest = sha256(data).hexdigest()
        if digest != seen[2]:
            write_bytes(str(catalogue), data)
        self.seen = (*seen[:2], digest)


def _write_text(path: Path, old: str, new: str) -> None:
    """Nothing; the file has the new text, changed only where the two differ."""
    shorter = min(len(old), len(new))
    start = next((k for k in range(shorter) if old[k] != new[k]), shorter)
    behind = next((k for k in range(shorter - start) if old[-1 - k] != new[-1 - k]), None)
    kept = shorter - start if behind is None else behind
    span = Span(start=start, end=len(old) - kept)
    fix = Fix(path=str(path), span=span, text=new[start : len(new) - kept])
    write_fixes(str(path), old, [fix])


def _digest(path: Path) -> str:
    """What tells one state of a file from another; empty where there is none."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path=str(path)) from error
