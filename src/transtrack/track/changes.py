"""Which lines of a file have changed since a revision, as git tells."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from transtrack.errors import UsageError

_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


def find_changed_lines(root: Path, path: str, revision: str) -> frozenset[int] | None:
    """The lines, from 1, of a file that are new or changed since a revision; None: all of them.

    A file that git does not know is new. UsageError where there is no such revision.
    """
    git = shutil.which("git")
    if git is None:
        raise UsageError("git is needed for --since", hint="install git, or leave --since out")
    place = f"./{path}"
    known = _run(git, root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if known is None or revision.startswith("-"):
        raise UsageError(f'no revision "{revision}"', hint="name a commit, branch or tag of git's")
    if _run(git, root, "cat-file", "-e", f"{known.strip()}:{place}") is None:
        return None
    told = _run(
        git, root, "diff", "--unified=0", "--no-color", "--no-ext-diff", known.strip(), "--", place
    )
    lines: set[int] = set()
    for match in _HUNK.finditer(told or ""):
        first, count = int(match[1]), int(match[2] or 1)
        lines.update(range(first, first + count) if count else (first, first + 1))
    return frozenset(lines)


def _run(git: str, root: Path, *arguments: str) -> str | None:
    """What git prints, None where it fails."""
    done = subprocess.run(  # noqa: S603 - git itself, arguments as a list
        [git, *arguments], cwd=root, capture_output=True, check=False
    )
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
