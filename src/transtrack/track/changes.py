"""Which lines of a file have changed since a revision, as git tells."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from transtrack.errors import UsageError
from transtrack.track.git import run_git

_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


def find_changed_lines(root: Path, path: str, revision: str) -> frozenset[int] | None:
    """The lines, from 1, of a file that are new or changed since a revision; None: all of them.

    A file that git does not know is new. UsageError where there is no such revision.
    """
    if shutil.which("git") is None:
        raise UsageError("git is needed for --since", hint="install git, or leave --since out")
    place = f"./{path}"
    found = run_git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if found is None or revision.startswith("-"):
        raise UsageError(f'no revision "{revision}"', hint="name a commit, branch or tag of git's")
    known = found.decode("ascii").strip()
    if run_git(root, "cat-file", "-e", f"{known}:{place}") is None:
        return None
    told = run_git(root, "diff", "--unified=0", "--no-color", "--no-ext-diff", known, "--", place)
    lines: set[int] = set()
    for match in _HUNK.finditer((told or b"").decode("utf-8", "replace")):
        first, count = int(match[1]), int(match[2] or 1)
        lines.update(range(first, first + count) if count else (first, first + 1))
    return frozenset(lines)
