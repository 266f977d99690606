"""The past of a corpus is read from git, whatever its files are called."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from transtrack.track.history import blob_id, find_commits, read_blobs, read_tree

ODD = 'corpora/de/a "q" #1\n/ü.txt'


def git(folder: Path, *arguments: str, date: str = "2026-01-01T00:00:00Z") -> None:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    env = {**os.environ, "GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date}
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, env=env)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project below a repository's top, whose article was changed on nine days."""
    root = tmp_path / "news"
    (root / ODD).parent.mkdir(parents=True)
    (root / "corpora" / "link").symlink_to("/etc")
    git(tmp_path, "init", "-q")
    for day in range(1, 10):
        (root / ODD).write_text(f"Tag {day}\n", encoding="utf-8")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-qm", f"day {day}", date=f"2026-01-0{day}T12:00:00Z")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "not of the corpus")
    return root


def test_commits_are_chosen_evenly_the_oldest_first(project: Path) -> None:
    assert [item.subject for item in find_commits(project, "corpora", 5)] == [
        f"day {day}" for day in (1, 3, 5, 7, 9)
    ]
    assert len(find_commits(project, "corpora", 99)) == 9
    assert [item.date for item in find_commits(project, "corpora", 1)] == ["2026-01-09"]
    assert find_commits(project, "corpora", 0) == ()


def test_a_commits_files_are_read_by_their_blobs(project: Path) -> None:
    first = find_commits(project, "corpora", 2)[0]
    tree = read_tree(project, first.id, "corpora")
    assert tree == {ODD: blob_id(b"Tag 1\n")}  # the link is none
    assert read_blobs(project, [tree[ODD], "0" * 40]) == {tree[ODD]: b"Tag 1\n"}
    assert read_blobs(project, []) == {}


def test_without_a_repository_there_is_no_past(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert find_commits(tmp_path, "corpora", 5) == ()
    assert read_tree(tmp_path, "HEAD", "corpora") == {}
    monkeypatch.setenv("PATH", "")
    assert find_commits(tmp_path, "corpora", 5) == ()
