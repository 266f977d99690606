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

    A file that git does not know is new. UsageError where it lies in no repository, or in one
    without this revision.
    """
    if shutil.which("git") is None:
        raise UsageError("git is needed for --since", hint="install git, or leave --since out")
    folder, place = (root / path).parent, f"./{Path(path).name}"
    if run_git(folder, "rev-parse", "--git-dir") is None:
        hint = "leave --since out; it asks git what has changed"
        raise UsageError(f"{path} is in no git repository", hint=hint)
    found = run_git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if found is None or revision.startswith("-"):
        hint = (
            "name a commit, branch or tag of git's; fetch it first if the clone is a shallow one"
        )
        raise UsageError(f'no revision "{revision}"', hint=hint)
    known = found.decode("ascii").strip()
    if run_git(folder, "cat-file", "-e", f"{known}:{place}") is None:
        return None
    told = run_git(
        folder, "diff", "--unified=0", "--no-color", "--no-ext-diff", known, "--", place
    )
    lines: set[int] = set()
    for match in _HUNK.finditer((told or b"").decode("utf-8", "replace")):
        first, count = int(match[1]), int(match[2] or 1)
        lines.update(range(first, first + count) if count else (first, first + 1))
    return frozenset(lines)
