"""The house stands as the design draws it, and its tools find nothing."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "transtrack"
FLOORS = {
    "errors": 0,
    "model": 0,
    "config": 1,
    "text": 1,
    "lexicon": 1,
    "align": 2,
    "names": 2,
    "quality": 2,
    "formats": 2,
    "checks": 3,
    "track": 3,
    "reports": 3,
    "pipeline": 4,
    "review": 5,
    "cli": 6,
}


def imported_rooms(path: Path) -> set[str]:
    """The rooms of this package that a module imports, wherever in it."""
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "transtrack" and len(parts) > 1 and parts[1] in FLOORS:
                rooms.add(parts[1])
    return rooms


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_a_room_imports_only_from_floors_below(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if room in {"__init__", "__main__"}:
        assert imported_rooms(path) <= {"cli"}
        return
    for other in imported_rooms(path) - {room}:
        assert FLOORS[other] < FLOORS[room] or FLOORS[other] == FLOORS[room] == 0, other


def test_typer_is_known_only_to_the_command_line() -> None:
    users = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        if "import typer" in path.read_text(encoding="utf-8")
    }
    assert users == {"cli"}


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "--no-cache"],
        ["ruff", "format", "--check", "--no-cache"],
        ["mypy", "--no-error-summary"],
    ],
    ids=" ".join,
)
def test_the_tools_find_nothing(command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", ["numpy", "lxml", "langdetect", "sacrebleu", "rich.progress"])
def test_help_imports_nothing_heavy(module: str) -> None:
    code = f"import sys, transtrack.cli; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
