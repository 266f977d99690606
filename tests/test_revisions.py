"""A file as it stood in an earlier revision."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from transtrack.errors import InputError
from transtrack.pipeline.revisions import read_revision


def test_a_word_file_of_a_revision_is_unpacked(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    path = tmp_path / "winter.docx"
    document = docx.Document()
    document.add_paragraph("Snow fell all night.")
    document.save(str(path))
    name = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    for command in (("init", "-q"), ("add", "."), (*name, "commit", "-qm", "first")):
        subprocess.run(("git", *command), cwd=tmp_path, check=True)
    path.unlink()
    assert read_revision(path, "HEAD").split("\n")[0].strip() == "Snow fell all night."


def test_where_git_knows_nothing_a_file_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "winter.txt").write_text("Snow.\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_revision(tmp_path / "winter.txt", "HEAD")
    assert "name a file with --reference" in str(caught.value.hint)
