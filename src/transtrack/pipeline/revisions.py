"""A file as it stood in an earlier revision of its git repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

from transtrack.errors import InputError
from transtrack.text import decode_article, find_place
from transtrack.track.git import run_git


def read_revision(path: Path, revision: str) -> str:
    """The text of a file at a revision; InputError where git does not have it."""
    place = find_place(path)
    hint = "name a revision that has this file: git log --oneline -- FILE"
    if revision.startswith("-"):
        raise InputError(f"'{revision}' is not a revision", path=str(path), hint=hint)
    command = ["git", "-C", str(place.parent), "show", f"{revision}:./{place.name}"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell
    except OSError as error:
        hint = "install git, or name a file with --reference"
        raise InputError(f"git cannot be run: {error}", path=str(path), hint=hint) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[0].removeprefix("fatal: ") if said else "git cannot show it"
        if run_git(place.parent, "rev-parse", "--git-dir") is None:
            hint = "name a file with --reference; git knows nothing of this folder"
        raise InputError(reason, path=str(path), hint=hint)
    text = decode_article(done.stdout, str(path))
    if not text.strip():
        raise InputError("the file was empty then", path=str(path), hint=hint)
    return text
