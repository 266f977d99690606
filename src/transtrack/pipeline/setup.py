"""A project out of a folder of texts: which file is which article in which language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from transtrack.config import CORPORA, SOURCE
from transtrack.errors import InputError, TranstrackError, UsageError
from transtrack.model import Skipped
from transtrack.text import (
    detect_language,
    find_place,
    path_language,
    read_article_text,
    write_bytes,
)
from transtrack.track import article_suffixes

SETTINGS: Final = "transtrack.toml"
_MARK: Final = re.compile(r"[._\- ]+\(?[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?\)?$")
_TEMPLATE: Final = """\
# The language that articles are written in; each other folder of {corpora}/ holds translations.
source = "{source}"

# A translation whose name is not its original's:
# [pairs]
# "{corpora}/en/winter.md" = "{corpora}/{source}/winterreise.md"

# How severe a check is in this house, or "off":
# [checks]
# spaces = "off"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A text found, where it belongs in the corpus, and whether it is there already."""

    path: Path
    place: Path
    there: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What is to be done: texts copied, settings written (empty: they stand there already)."""

    placements: tuple[Placement, ...]
    settings: str
    skipped: tuple[Skipped, ...] = ()

    @property
    def alone(self) -> tuple[str, ...]:
        """The articles that are there in one language only."""
        languages: dict[str, set[str]] = {}
        for item in self.placements:
            languages.setdefault(item.place.stem, set()).add(item.place.parent.name)
        return tuple(sorted(name for name, found in languages.items() if len(found) == 1))


def plan_setup(folder: Path, source: str | None = None) -> Setup:
    """How the texts below a folder make a corpus; InputError where there is none.

    The originals are in `source`, which must be told where no text is in German.

    A text's language is read off its name or folder, or recognised; a mark of language in its
    name goes. What stands in the corpus already, or would overwrite something, stays.
    """
    if not folder.is_dir():
        raise InputError("no such folder", path=str(folder), hint="name the folder of the texts")
    placements: dict[Path, Placement] = {}
    skipped: list[Skipped] = []
    for path in _find_texts(folder):
        name = str(path.relative_to(folder))
        if not find_place(path).is_relative_to(find_place(folder)):
            skipped.append(Skipped(what=name, reason="a link that leads out of this folder"))
            continue
        try:
            place = folder / CORPORA / _tell_language(path, folder) / _tell_name(path)
        except TranstrackError as error:
            skipped.append(Skipped(what=name, reason=error.message))
            continue
        other = placements.get(place)
        if other is not None or not _is_free(place, path):
            taken = other.path.relative_to(folder) if other else place.relative_to(folder)
            reason = f"{place.relative_to(folder)} is {taken} already; rename one of them"
            skipped.append(Skipped(what=name, reason=reason))
            continue
        placements[place] = Placement(path=path, place=place, there=place.exists())
    if not placements and not (folder / CORPORA).is_dir():
        suffixes = ", ".join(article_suffixes())
        raise InputError(
            "no texts to set up",
            path=str(folder),
            hint=f"put articles there, in files named like winter.de.txt ({suffixes})",
        )
    settings = ""
    if not ((folder / SETTINGS).exists() or (folder / SETTINGS).is_symlink()):
        languages = sorted({place.parent.name for place in placements})
        if languages and (source or SOURCE) not in languages:
            there = f"no text is in {source or SOURCE}; there are texts in {', '.join(languages)}"
            hint = f"say which language articles are written in: --source {languages[0]}"
            raise UsageError(there, hint=hint)
        settings = _TEMPLATE.format(corpora=CORPORA, source=source or SOURCE)
    return Setup(
        placements=tuple(placements[place] for place in sorted(placements)),
        settings=settings,
        skipped=tuple(skipped),
    )


def _is_free(place: Path, path: Path) -> bool:
    """Whether a text may stand at a place: nothing does, or its like; a link is never followed."""
    if place.is_symlink() or not place.exists():
        return not place.is_symlink()
    return place.is_file() and place.read_bytes() == path.read_bytes()


def carry_out(setup: Setup, folder: Path) -> None:
    """Nothing; the texts are copied to their places, and the settings written."""
    for item in setup.placements:
        if not item.there:
            item.place.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(str(item.place), item.path.read_bytes())
    if setup.settings:
        write_bytes(str(folder / SETTINGS), setup.settings.encode("utf-8"))


def _find_texts(folder: Path) -> Iterator[Path]:
    """The readable texts, hidden files, the corpus and a project's own pages left out."""
    suffixes = article_suffixes()
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith(".") for part in parts) or parts[0] == CORPORA
        own = path.stem.isupper() and len(parts) == 1  # README, LICENSE, CHANGELOG
        if path.suffix.lower() in suffixes and path.is_file() and not hidden and not own:
            yield path


def _tell_language(path: Path, folder: Path) -> str:
    told = path_language(str(path.relative_to(folder)))
    if told:
        return told
    found = detect_language(read_article_text(str(path))[0])
    if found is None:
        raise InputError(
            "no language that can be told; name it like winter.de.txt", path=str(path)
        )
    return found.language


def _tell_name(path: Path) -> str:
    """The file's name without a mark of its language: `winter.de.txt` is `winter.txt`."""
    told = path_language(path.name)
    stem = _MARK.sub("", path.stem) if told else path.stem
    return f"{stem or path.stem}{path.suffix.lower()}"


def describe(setup: Setup, folder: Path) -> Sequence[str]:
    """What is done, a line each."""
    lines = [
        f"{item.path.relative_to(folder)} → {item.place.relative_to(folder)}"
        for item in setup.placements
        if not item.there
    ]
    return [*lines, *([SETTINGS] if setup.settings else [])]
