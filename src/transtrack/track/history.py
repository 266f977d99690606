"""The corpus' past, read from git without touching the work tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path, PurePosixPath

from transtrack.track.git import run_git

_FILE = "100"  # what the mode of a file begins with; links and submodules are none


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit that touched the corpus; the date is the committer's, as YYYY-MM-DD."""

    id: str
    date: str
    subject: str


def find_commits(root: Path, folder: str, most: int) -> tuple[Commit, ...]:
    """At most so many of the commits that touched a folder, evenly chosen, the oldest first.

    The first and the last are among them; none without git, a repository or a commit.
    """
    told = run_git(root, "log", "--format=%H%x1f%cs%x1f%s", "--", folder) if most > 0 else None
    lines = (told or b"").decode("utf-8", "replace").split("\n")
    fields = [line.split("\x1f", 2) for line in lines if line.count("\x1f") >= 2]  # noqa: PLR2004 - of three fields
    commits = [Commit(id=id_, date=date, subject=subject) for id_, date, subject in fields][::-1]
    if len(commits) <= most:
        return tuple(commits)
    if most == 1:
        return (commits[-1],)
    return tuple(commits[k * (len(commits) - 1) // (most - 1)] for k in range(most))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The last commit that touched a file: its author and its date, as YYYY-MM-DD."""

    author: str
    date: str


def find_last_changes(root: Path, folder: str) -> dict[str, Change]:
    """The last change of each file below a folder, by path from `root`; empty without git.

    One pass over the history.
    """
    told = run_git(
        root, "-c", "core.quotePath=false", "log", "--relative", "--name-only", "-z",
        "--no-renames", "--format=%x01%an%x02%as", "--", folder,
    )  # fmt: skip
    found: dict[str, Change] = {}
    for commit in (told or b"").decode("utf-8", "surrogateescape").split("\x01")[1:]:
        head, *paths = commit.split("\0")
        author, _, date = head.partition("\x02")
        change = Change(author=author, date=date.strip())
        for path in paths:
            if path := path.lstrip("\n"):
                found.setdefault(path, change)
    return found


def read_tree(root: Path, commit: str, folder: str) -> dict[str, str]:
    """The files below a folder at a commit: path from `root` to the blob's id."""
    told = run_git(root, "ls-tree", "-r", "-z", commit, "--", f"{folder}/") or b""
    found = {}
    for entry in told.split(b"\0"):
        head, _, name = entry.partition(b"\t")
        mode, _, rest = head.decode("ascii").partition(" ")
        path = name.decode("utf-8", "surrogateescape")
        if mode.startswith(_FILE) and _is_inside(path):
            found[path] = rest.split(" ")[-1]
    return found


def read_blobs(root: Path, ids: Iterable[str]) -> dict[str, bytes]:
    """The contents of blobs by their ids; one that git does not have is left out."""
    asked = "".join(f"{item}\n" for item in ids).encode("ascii")
    told = (run_git(root, "cat-file", "--batch", given=asked) if asked else None) or b""
    found, at = {}, 0
    while at < len(told):
        end = told.index(b"\n", at)
        head = told[at:end].decode("ascii").split(" ")
        at = end + 1
        if head[-1].isdigit():
            size = int(head[-1])
            found[head[0]] = told[at : at + size]
            at += size + 1
    return found


def blob_id(data: bytes) -> str:
    """The id that git gives these bytes.

    >>> blob_id(b"")
    'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'
    """
    return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _is_inside(path: str) -> bool:
    pure = PurePosixPath(path)
    return not pure.is_absolute() and ".." not in pure.parts
