"""Every command that the documents give works as it stands."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
import typer

from transtrack.cli.whole import app
from transtrack.config import Config
from transtrack.formats import FORMATS
from transtrack.reports import REPORTS

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SET_UP = re.findall(r"^\$ (python3 -m venv .*)$", README, re.MULTILINE)


def commands() -> list[str]:
    """The transtrack commands of all pages, once each."""
    found = []
    for page in PAGES:
        if page.name == "cli.md":
            continue  # usage lines with placeholders
        for block in re.findall(r"^```console\n(.*?)^```", page.read_text("utf-8"), re.S | re.M):
            found += re.findall(r"^\$ (transtrack .*)$", block, re.MULTILINE)
    return list(dict.fromkeys(found))


def allowed(words: list[str]) -> set[int]:
    """The exit statuses of a command: 1 where the sample articles hold findings."""
    lists = words[1] == "names" and not {"suggest", "compare"} & set(words)
    return {0, 1} if lists or words[1:] == ["check"] else {0}


@pytest.mark.parametrize("command", commands())
def test_a_command_works_in_a_project(command: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "corpora", tmp_path / "corpora")
    words = shlex.split(command)
    assert words[0] == "transtrack"
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode in allowed(words), done.stderr
    assert done.stdout or "-o" in words


def test_there_are_two_set_up_commands_of_one_line() -> None:
    assert len(SET_UP) == 2
    assert SET_UP[0].endswith("transtrack align")
    assert SET_UP[1].endswith("-m pytest")


def test_ci_runs_the_test_command_of_the_readme_and_nothing_else() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = re.search(r"grep -m 1 -o '(.*)' README.md", script)
    assert pattern
    assert re.findall(pattern[1], README, re.MULTILINE) == [SET_UP[1]]
    lines = [line for line in script.splitlines() if line and not line.startswith("#")]
    assert lines[-2:] == ['echo "$command"', 'eval "$command"']


def test_the_first_command_aligns_the_samples_in_a_fresh_clone(tmp_path: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a clone")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    done = subprocess.run(
        ["bash", "-c", SET_UP[0]],
        cwd=clone,
        env={**kept, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "en/wintergespraeche" in done.stdout
    assert "no translation yet" in done.stdout


def test_the_python_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (block,) = re.findall(r"^```python\n(.*?)^```", README, re.S | re.M)
    exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - our own page


def test_the_reference_names_every_option_with_its_help() -> None:
    reference = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    named = {"": typer.main.get_command(app)}
    for name, command in list(named.items()):
        named |= {f" {key}": item for key, item in command.commands.items()}  # type: ignore[attr-defined]  # a group
        for key, item in named.copy().items():
            nested = getattr(item, "commands", {}) if key != name else {}
            named |= {f"{key} {inner}": leaf for inner, leaf in nested.items()}
    assert " lexicon train" in named
    for name, command in named.items():
        assert not name or f"# `transtrack{name}`" in reference
        for parameter in command.params:
            for option in parameter.opts:
                assert not option.startswith("--") or option in reference
            text = getattr(parameter, "help", "") or ""
            assert text in reference.replace("&#x27;", "'"), text
    assert all(item.name in reference for item in (*REPORTS, *FORMATS))


def test_the_formats_page_lists_every_setting() -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    listed = re.search(r"^\| setting \|.*?\n\n", text, re.S | re.M)
    assert listed
    named = set(re.findall(r"`\[?(\w+)\]?`", listed[0]))
    assert {field.name for field in fields(Config)} - {"root"} == named


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_link_leads_nowhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
