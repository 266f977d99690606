"""A small project, and what can be wrong in it."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from fuzz import seeds
from fuzz.inputs import NAUGHTY, make_bytes

HOME: Final = "home"  # the folder of files that come home from other programs
STORE: Final = "store"  # the folder of an archive that is pulled from and pushed to
_ODD: Final = ("link out", "cycle", "dangling", "folder", "twin", "odd name", "gone", "deep")
_MUTATED: Final = 0.75  # of what goes wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A folder and its good files by path."""

    folder: Path
    files: Mapping[str, bytes]

    def write(self) -> None:
        """Nothing; the folder holds the good files and nothing else."""
        if self.folder.exists():
            shutil.rmtree(self.folder)
        for name, data in self.files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def spoil(self, random: Random, near: Sequence[str] = ()) -> str:
        """One to three things go wrong on disk, half of them with files `near`; what they are."""
        told = []
        for _ in range(random.choice((1, 1, 2, 3))):
            articles = [name for name in self.files if name.startswith("corpora/")]
            others = (
                near if near and random.getrandbits(1) else [*self.files, *articles, *articles]
            )
            with contextlib.suppress(OSError, ValueError):
                told.append(self._spoil(random.choice(others), random))
        return "; ".join(told)

    def _spoil(self, name: str, random: Random) -> str:
        path = self.folder / name
        if random.random() < _MUTATED:
            path.write_bytes(make_bytes([self.files[name]], random))
            return f"mutated {name}"
        what = random.choice(_ODD)
        if what in {"link out", "cycle", "dangling", "folder", "gone"}:
            path.unlink()
        if what == "folder":
            path.mkdir()
        elif what in {"link out", "cycle", "dangling"}:
            _link(path, what, random)
        elif what == "twin":
            twin = path.parent / f"{path.stem}.html"
            twin.write_bytes(make_bytes([self.files[name]], random))
        elif what == "odd name":
            return f"odd name {self._copy_oddly(random)!a}"
        elif what == "deep":
            (self.folder / "corpora/en/x/y/z").mkdir(parents=True)
            (self.folder / "corpora/en/x/y/z/a.md").write_bytes(self.files["corpora/en/a.md"])
        return f"{what} {name}"

    def _copy_oddly(self, random: Random) -> str:
        odd = random.choice(NAUGHTY).replace("/", "\u2215").replace("\0", "") or "-"
        for language in ("de", "en"):
            copy = self.folder / "corpora" / language / f"{odd[:60]}.md"
            copy.write_bytes(self.files[f"corpora/{language}/a.md"])
        return odd


def _link(path: Path, what: str, random: Random) -> None:
    if what == "link out":
        out = random.choice(("/etc/hostname", "/dev/null", "../../names.toml", "/", ".."))
        path.symlink_to(out)
    elif what == "cycle":
        place = random.choice((path, path.parent / "loop"))
        place.symlink_to(random.choice((path.name, ".", "..")))
    else:
        path.symlink_to(f"nowhere{path.suffix}")


def make_project(folder: Path) -> Project:
    """A project of one article, each kind of file once."""
    texts = {
        "corpora/de/a.md": seeds.SOURCE,
        "corpora/en/a.md": seeds.TARGET,
        "corpora/en/a.po": seeds.make_catalogue(),
        "names.toml": seeds.NAMES,
        "transtrack.toml": seeds.SETTINGS,
        "terms.csv": seeds.CSV,
        "terms.tbx": seeds.TBX,
        "our.toml": seeds.SCHEME,
        "known.json": seeds.BASELINE,
        "pairs.tsv": seeds.TSV,
        "loose/w.de.txt": seeds.SOURCE,
        f"{STORE}/corpora/de/a.md": seeds.SOURCE,
        f"{STORE}/corpora/de/b.md": seeds.SOURCE,
        f"{STORE}/corpora/en/b.md": seeds.TARGET,
    }
    files = {name: text.encode() for name, text in texts.items()}
    sent = {f"{HOME}/{name}": data for name, data in seeds.make_exchanges().items()}
    return Project(folder=folder, files={**files, **sent, "a.lexicon": seeds.make_lexicon_file()})


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
