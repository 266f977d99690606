"""Who changed a file last, and when, as git tells."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The last commit that touched a file: its author and its date, as YYYY-MM-DD."""

    author: str
    date: str


def find_last_changes(root: Path, folder: str) -> Mapping[str, Change]:
    """The last change of each file below a folder of a project, by path from its root.

    One pass over the history; empty where there is no git, or no repository.
    """
    git = shutil.which("git")
    if git is None:
        return {}
    done = subprocess.run(  # noqa: S603 - git itself, arguments as a list
        [
            git, "-c", "core.quotePath=false", "log", "--relative", "--name-only", "-z",
            "--no-renames", "--format=%x01%an%x02%as", "--", folder,
        ],
        cwd=root,
        capture_output=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        return {}
    found: dict[str, Change] = {}
    for commit in done.stdout.decode("utf-8", "surrogateescape").split("\x01")[1:]:
        head, *paths = commit.split("\0")
        author, _, date = head.partition("\x02")
        change = Change(author=author, date=date.strip())
        for path in paths:
            if path := path.lstrip("\n"):
                found.setdefault(path, change)
    return found
