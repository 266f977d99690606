"""Git, asked without a shell."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def find_prefix(root: Path) -> str:
    """Where a folder lies in its repository: empty, or with a slash at the end."""
    told = run_git(root, "rev-parse", "--show-prefix") if root.is_dir() else None
    return "" if told is None else told.decode("utf-8", "surrogateescape").removesuffix("\n")


def run_git(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git prints in a folder, None where it fails or is missing; paths are no patterns."""
    git = shutil.which("git")
    if git is None:
        return None
    command = [git, "--literal-pathspecs", "--no-pager", *arguments]
    done = subprocess.run(  # noqa: S603 - git itself, arguments as a list
        command, cwd=root, capture_output=True, input=given, check=False
    )
    return done.stdout if done.returncode == 0 else None
