"""Whole commands in this process, on a small project with something wrong in it."""

from __future__ import annotations

import contextlib
import io
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final
from unittest.mock import patch

import watchfiles

from fuzz.inputs import NAUGHTY
from fuzz.project import HOME, STORE, Project, make_project, take_stock
from fuzz.watch import Tally, call
from transtrack.cli import main
from transtrack.formats import FORMATS
from transtrack.reports.page import CONTROLS

_PO: Final = r"corpora/.*\.po"
_TEXT: Final = r"corpora/en/.*"
_ALWAYS: Final = r"\.transtrack(?:/.*)?"  # the cache
_SETTING: Final = r"[^/]*\.toml"  # where a mutated setting has the names
_ROUNDS: Final = 2  # of changes while a project is watched


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Arguments, patterns of files, and how often it is tried.

    What is named as `may` says may be changed or made, as `make` says only made.
    """

    words: tuple[str, ...]
    may: str = ""
    weight: int = 1
    make: str = ""

    @property
    def label(self) -> str:
        """The command's name."""
        return " ".join(
            self.words[:2] if self.words[0] in {"names", "lexicon"} else self.words[:1]
        )


def _make(line: str, may: str = "", weight: int = 1, make: str = "") -> Command:
    return Command(words=tuple(line.split()), may=may, weight=weight, make=make)


COMMANDS: Final = (
    _make("align", _PO, 6),
    _make("align corpora/de/a.md corpora/en/a.md -f {text}", "", 5),
    _make("align corpora/de/a.md corpora/en/a.md --lexicon a.lexicon"),
    _make("align --dry-run"),
    _make("check", "", 6),
    _make("check --format {output}", "", 4),
    _make("check --diff", "", 2),
    _make("check --fix", _TEXT, 3),
    _make("check --baseline known.json", "", 2),
    _make("names", "", 3),
    _make("names fix", "", 2),
    _make("names fix --write", _TEXT, 3),
    _make("names learn --write", r"names\.toml", 2, _SETTING),
    _make("names import terms.csv --write", r"names\.toml", 2, _SETTING),
    _make("names import terms.tbx"),
    _make("names compare {naughty} {naughty}"),
    _make("names suggest {naughty}"),
    _make("quality", "", 2),
    _make("quality corpora/de/a.md corpora/en/a.md --format {card}", "", 2),
    _make("status", "", 4),
    _make("status --findings --format {status}", "", 2),
    _make("tm", "", 3),
    _make("tm --write", _PO, 3),
    _make("tm --sentence {naughty}"),
    _make("export -f {exchange} -o out", "out(?:/.*)?", 5),
    _make("export corpora/en/a.md -f {text}", "", 4),
    _make("import {home}", _PO, 6),
    _make("import {home} --write-translation", _TEXT, 6),
    _make("import {home} --dry-run"),
    _make("watch", _PO, 4),
    _make("mine corpora/de corpora/en --format {mined}", "", 2),
    _make("report -o site --history 0", "site(?:/.*)?", 2),
    _make("init .", r"corpora(?:/.*)?", 4, r"transtrack\.toml"),
    _make("init loose --dry-run"),
    _make("init loose", r"loose/corpora(?:/.*)?|loose/transtrack\.toml", 3),
    _make(f"pull {STORE}", r"corpora(?:/.*)?", 3),
    _make(f"push {STORE}", rf"{STORE}(?:/.*)?", 3),
    _make("lexicon info a.lexicon"),
    _make("lexicon show a.lexicon {naughty}"),
    _make("lexicon merge a.lexicon a.lexicon -o new.lexicon", r"new\.lexicon"),
    _make(
        "lexicon train pairs.tsv -o new.lexicon --source-language de --target-language en",
        r"new\.lexicon",
    ),
)
_CHOICES: Final = {
    "{exchange}": tuple(form.name for form in FORMATS),
    "{text}": tuple(form.name for form in FORMATS if not form.binary),
    "{home}": tuple(f"{HOME}/a{form.suffix}" for form in FORMATS),
    "{output}": ("text", "json", "jsonl", "github", "sarif", "junit", "gitlab"),
    "{card}": ("text", "json", "tsv", "html"),
    "{status}": ("text", "json", "md", "html", "badge"),
    "{mined}": ("tsv", "toml"),
    "{naughty}": tuple(  # what an argument of a program can be, and no option
        text for text in NAUGHTY if "\0" not in text and text.isprintable() and text[:1] != "-"
    ),
}
_OBEYED: Final = re.compile(rf"(?!\n|\t|\x1b\[[\d;]*m)[{CONTROLS}]")


class Trial:
    """A command on a spoilt project: what it may not change is compared before and after."""

    def __init__(self, project: Project, random: Random, command: Command) -> None:
        self.project = project
        self.random = random
        self.command = command
        self.words = tuple(
            random.choice(_CHOICES[word]) if word in _CHOICES else word for word in command.words
        )
        project.write()
        self.told = [project.spoil(random, [w for w in self.words if w in project.files])]
        self.before = self._take_stock()

    def _take_stock(self) -> dict[str, object]:
        around: dict[str, object] = {
            f"../{p.name}": None for p in self.project.folder.parent.iterdir()
        }
        return {**around, **take_stock(self.project.folder)}

    def find_changes(self) -> list[str]:
        """The files that this command had no business with and that are not as they were."""
        after = self._take_stock()
        may = re.compile(
            f"{_ALWAYS}|{self.command.may}" if self.command.may else _ALWAYS, re.DOTALL
        )
        return sorted(
            name
            for name in {*self.before, *after}
            if (name not in after or name not in self.before or after[name] != self.before[name])
            and (not may.fullmatch(name) or ".transtrack-" in name)
            and (name in self.before or not re.fullmatch(self.command.make, name))
        )

    def change_twice(self, *_args: object, **_options: object) -> Iterator[set[tuple[Any, str]]]:
        """What a watched project tells: something goes wrong in it, twice; then Ctrl-C."""
        for _ in range(_ROUNDS):
            assert not self.find_changes(), self.find_changes()
            self.told.append(self.project.spoil(self.random))
            self.before = self._take_stock()
            yield {
                (watchfiles.Change.modified, str(self.project.folder / name))
                for name in self.project.files
            }
        raise KeyboardInterrupt


def try_command(project: Project, random: Random, tally: Tally) -> None:
    """Spoil the project, run a command on it, and count what came of it."""
    (command,) = random.choices(COMMANDS, [command.weight for command in COMMANDS])
    trial = Trial(project, random, command)
    run = Run()
    with patch.object(watchfiles, "watch", trial.change_twice):
        outcome, where, story = call(lambda: run.start(project.folder, trial.words))
    if outcome == "read" and run.status not in (0, 1, 2):
        outcome, story = "traceback", f"status {run.status}\n{run.shown}"
    head = f"{'; '.join(trial.told)}\n{' '.join(trial.words)}\n"
    if changed := trial.find_changes():
        tally.add("changed", command.label, str(changed[:3]), head + run.shown)
    if found := _OBEYED.search(run.shown):
        near = run.shown[max(found.start() - 200, 0) : found.start() + 200]
        tally.add("obeyed", command.label, ascii(found[0]), f"{head}{near!a}")
    tally.add(outcome, command.label, where, story and head + story)


def warm_up(folder: Path) -> None:
    """Nothing; what commands load once is loaded."""
    project = make_project(folder / "project")
    for command in COMMANDS:
        trial = Trial(project, Random(1), command)
        project.write()
        with patch.object(watchfiles, "watch", trial.change_twice), contextlib.suppress(Exception):
            Run().start(project.folder, trial.words)


class _Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal: what is shown there must not be obeyed."""

    def isatty(self) -> bool:
        return True


class Run:
    """The program run once, with its streams caught."""

    def __init__(self) -> None:
        self.status = 0
        self.shown = ""

    def start(self, folder: Path, words: Sequence[str]) -> None:
        """Nothing; the status and all that was shown are kept, whatever happens."""
        streams = [
            _Terminal(io.BytesIO(), encoding="utf-8"),
            io.TextIOWrapper(io.BytesIO(), encoding="utf-8"),  # no progress bar there
        ]
        with (
            contextlib.chdir(folder),
            patch.object(sys, "argv", ["transtrack", *words]),
            patch.object(sys, "stdout", streams[0]),
            patch.object(sys, "stderr", streams[1]),
        ):
            try:
                main()
            except SystemExit as end:
                code = end.code
                self.status = code if isinstance(code, int) else 0 if code is None else 3
            finally:
                self.shown = "".join(map(_read_back, streams))


def _read_back(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8", "replace")
