"""The snippets for CI run what the program understands."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"(?:run: |- )(transtrack check.*)", PAGE)


def test_the_page_has_commands() -> None:
    assert len(COMMANDS) == 4


@pytest.mark.parametrize("command", COMMANDS)
def test_a_snippet_runs(command: str, tmp_path: Path) -> None:
    for language in ("de", "en"):
        folder = tmp_path / "corpora" / language
        folder.mkdir(parents=True)
        shutil.copy(ROOT / "corpora" / language / "exilverlag.txt", folder)
    words = command.split()
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == (0 if "never" in words else 1), done.stderr
    assert done.stdout or any((tmp_path / word).exists() for word in words)


def test_the_hook_runs_a_command_of_the_program() -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (entry,) = re.findall(r"entry: (.*)", hook)
    assert entry == "transtrack check"
