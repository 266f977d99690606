"""Whole commands in this process, on a small project with something wrong in it."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final
from unittest.mock import patch

from fuzz import seeds
from fuzz.inputs import NAUGHTY, make_bytes
from fuzz.watch import Tally, call
from transtrack.cli import main
from transtrack.reports.page import CONTROLS

_PO: Final = r"corpora/.*\.po"
_TEXT: Final = r"corpora/en/.*"
COMMANDS: Final = (  # arguments, which files may change, weight
    (("align",), _PO, 6),
    (("align", "corpora/de/a.md", "corpora/en/a.md", "-f", "{format}"), "", 5),
    (("align", "--dry-run"), "", 1),
    (("check",), "", 6),
    (("check", "--format", "{output}"), "", 4),
    (("check", "--diff"), "", 2),
    (("check", "--fix"), _TEXT, 3),
    (("check", "--baseline", "known.json"), "", 2),
    (("names",), "", 3),
    (("names", "fix"), "", 2),
    (("names", "fix", "--write"), _TEXT, 3),
    (("quality",), "", 2),
    (("quality", "corpora/de/a.md", "corpora/en/a.md", "--format", "{card}"), "", 2),
    (("status",), "", 4),
    (("status", "--findings", "--format", "{status}"), "", 2),
    (("tm",), "", 3),
    (("tm", "--write"), _PO, 3),
    (("report", "-o", "site", "--history", "0"), "site/.*", 2),
    (("init", "."), "", 4),
    (("init", "loose", "--dry-run"), "", 1),
    (("lexicon", "info", "a.lexicon"), "", 1),
    (("lexicon", "show", "a.lexicon", "fähre"), "", 1),
    (("align", "corpora/de/a.md", "corpora/en/a.md", "--lexicon", "a.lexicon"), "", 1),
)
_CHOICES: Final = {
    "{format}": ("text", "json", "tsv", "vecalign", "po"),
    "{output}": ("text", "json", "jsonl", "github", "sarif", "junit", "gitlab"),
    "{card}": ("text", "json", "tsv", "html"),
    "{status}": ("text", "json", "md", "html", "badge"),
}
_OBEYED: Final = re.compile(rf"(?!\n|\t|\x1b\[[\d;]*m)[{CONTROLS}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A folder, its good files by path, and those that are no text."""

    folder: Path
    files: Mapping[str, bytes]


def make_project(folder: Path) -> Project:
    """A project of one article, each kind of file once."""
    texts = {
        "corpora/de/a.md": seeds.SOURCE,
        "corpora/en/a.md": seeds.TARGET,
        "corpora/en/a.po": seeds.make_catalogue(),
        "names.toml": seeds.NAMES,
        "transtrack.toml": seeds.SETTINGS,
        "terms.csv": seeds.CSV,
        "our.toml": seeds.SCHEME,
        "known.json": seeds.BASELINE,
        "loose/w.de.txt": seeds.SOURCE,
    }
    files = {name: text.encode() for name, text in texts.items()}
    return Project(folder=folder, files={**files, "a.lexicon": seeds.make_lexicon_file()})


def spoil(project: Project, random: Random) -> str:
    """The project on disk with one to three things wrong; what they are."""
    write_project(project)
    told = []
    for _ in range(random.choice((1, 1, 2, 3))):
        with contextlib.suppress(OSError, ValueError):
            told.append(_spoil(project, random))
    return "; ".join(told)


def write_project(project: Project) -> None:
    """Nothing; the folder holds the good files and nothing else."""
    if project.folder.exists():
        shutil.rmtree(project.folder)
    for name, data in project.files.items():
        path = project.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _spoil(project: Project, random: Random) -> str:  # noqa: C901 - a case a fault
    articles = [name for name in project.files if name.startswith("corpora/")]
    name = random.choice([*project.files, *articles, *articles])
    path = project.folder / name
    if random.random() < 0.75:  # noqa: PLR2004
        path.write_bytes(make_bytes([project.files[name]], random))
        return f"mutated {name}"
    what = random.choice(
        ("link out", "cycle", "dangling", "folder", "twin", "odd name", "gone", "deep")
    )
    if what in {"link out", "cycle", "dangling", "folder"}:
        path.unlink()
    if what == "link out":
        path.symlink_to(
            random.choice(("/etc/hostname", "/dev/null", "../../names.toml", "/", ".."))
        )
    elif what == "cycle":
        random.choice((path, path.parent / "loop")).symlink_to(
            random.choice((path.name, ".", ".."))
        )
    elif what == "dangling":
        path.symlink_to("nowhere")
    elif what == "folder":
        path.mkdir()
    elif what == "twin":
        (path.parent / f"{path.stem}.html").write_bytes(make_bytes([project.files[name]], random))
    elif what == "odd name":
        odd = random.choice(NAUGHTY).replace("/", "\u2215").replace("\0", "") or "-"
        for language in ("de", "en"):
            copy = project.folder / "corpora" / language / f"{odd[:60]}.md"
            copy.write_bytes(project.files[f"corpora/{language}/a.md"])
        return f"odd name {odd!a}"
    elif what == "gone":
        path.unlink()
    else:
        (project.folder / "corpora/en/x/y/z").mkdir(parents=True)
        (project.folder / "corpora/en/x/y/z/a.md").write_bytes(project.files["corpora/en/a.md"])
    return f"{what} {name}"


def try_command(project: Project, random: Random, tally: Tally) -> None:
    """Spoil the project, run a command on it, and count what came of it."""
    told = spoil(project, random)
    weights = [weight for _, _, weight in COMMANDS]
    ((pattern, may_change, _),) = random.choices(COMMANDS, weights)
    words: tuple[str, ...] = tuple(
        random.choice(_CHOICES[word]) if word in _CHOICES else word for word in pattern
    )
    before = take_stock(project.folder)
    run = Run()
    outcome, where, story = call(lambda: run.start(project.folder, words))
    if outcome == "read" and run.status not in (0, 1, 2):
        outcome, story = "traceback", f"status {run.status}\n{run.shown}"
    label = " ".join(words[:2] if words[0] in ("names", "lexicon") else words[:1])
    after = take_stock(project.folder)
    changed = sorted(
        name
        for name, content in before.items()
        if after.get(name) != content
        and not (may_change and re.fullmatch(may_change, name, re.DOTALL))
    )
    left = [name for name in after if ".transtrack-" in name]
    if changed or left:
        tally.add(
            "changed", label, str([*changed, *left][:3]), f"{told}\n{' '.join(words)}\n{run.shown}"
        )
    if found := _OBEYED.search(run.shown):
        at = found.start()
        tally.add(
            "obeyed",
            label,
            ascii(found[0]),
            f"{told}\n{' '.join(words)}\n{run.shown[max(at - 200, 0) : at + 200]!a}",
        )
    tally.add(outcome, label, where, story and f"{told}\n{' '.join(words)}\n{story}")


def warm_up(folder: Path) -> None:
    """Nothing; what commands load once is loaded."""
    project = make_project(folder)
    for words, _, _ in COMMANDS:
        write_project(project)
        Run().start(folder, tuple(_CHOICES.get(word, (word,))[0] for word in words))


def take_stock(folder: Path) -> dict[str, object]:
    """What every file below a folder holds, links as links; folders as None."""
    found: dict[str, object] = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = str(path.readlink())
        else:
            found[name] = path.read_bytes() if path.is_file() else None
    return found


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
                self.status = (
                    end.code if isinstance(end.code, int) else 0 if end.code is None else 3
                )
            finally:
                parts = []
                for stream in streams:
                    stream.flush()
                    buffer = stream.buffer
                    assert isinstance(buffer, io.BytesIO)
                    parts.append(buffer.getvalue().decode("utf-8", "replace"))
                self.shown = "".join(parts)
