"""The files in the corpora's folders: articles by stem, no link followed out of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from transtrack.errors import InputError, TranstrackError
from transtrack.model import Skipped
from transtrack.text import READERS, parse_language

CATALOGUE = ".po"
_NOT_OURS = (".", "~$")  # hidden, or the lock of a file that is open in Word
_UNREAD = "no permission to read this folder; ask its owner for the right"
_LINK = "a link that leads out of the corpora; put what it leads to in its place"


def find_folders(top: Path, name: str) -> tuple[dict[str, Path], list[Skipped]]:
    """The folder of each language below `top`, by its `name`; those that lead out are skipped."""
    folders = {
        language: folder
        for folder in _list_folders(top)
        if folder.is_dir() and (language := _language(folder.name))
    }
    inside = {
        language: path for language, path in folders.items() if _is_inside(path, top.resolve())
    }
    strays = [path for language, path in folders.items() if language not in inside]
    return inside, [_stray(f"{name}/{path.name}") for path in strays]


def _list_folders(top: Path) -> list[Path]:
    try:
        return sorted(top.iterdir() if top.is_dir() else ())
    except PermissionError as error:
        raise InputError(_UNREAD, path=str(top)) from error


def _language(name: str) -> str | None:
    try:
        return parse_language(name)
    except TranstrackError:
        return None


def list_articles(folder: Path, top: Path, root: Path, skipped: list[Skipped]) -> dict[str, str]:
    """Paths by stem, of the files a reader knows; a stem that two files share is skipped."""
    suffixes = article_suffixes()
    base = folder.relative_to(root).as_posix()
    found: dict[str, list[str]] = {}
    unread: list[str] = []
    files = list(walk(str(folder), "", unread))
    skipped += [Skipped(what=f"{base}/{inside}", reason=_UNREAD) for inside in unread]
    links = {inside for inside, linked in files if linked}
    for inside, _ in files:
        stem, suffix = os.path.splitext(inside)  # noqa: PTH122 - a Path takes longer
        if suffix.lower() not in suffixes:
            continue
        if not links.isdisjoint((inside, f"{stem}{CATALOGUE}")) and (
            outside := _find_outside(folder / inside, top)
        ):
            skipped.append(_stray(outside.relative_to(root).as_posix()))
            continue
        if inside in links and not (folder / inside).is_file():
            continue  # it leads nowhere, or to a folder
        found.setdefault(stem, []).append(f"{base}/{inside}")
    for paths in found.values():
        if len(paths) > 1:
            reason = f"{' and '.join(paths)} are both this article; keep one of them"
            skipped.append(Skipped(what=paths[0], reason=reason))
    return {stem: paths[0] for stem, paths in found.items() if len(paths) == 1}


def find_texts(folder: Path) -> list[Path]:
    """The articles below a folder that need be no corpus, in order, as `walk` finds them."""
    suffixes = article_suffixes()
    inside = (name for name, _ in walk(str(folder), "", []))
    return [
        path
        for name in inside
        if name.lower().endswith(suffixes) and (path := folder / name).is_file()
    ]


def article_suffixes() -> tuple[str, ...]:
    """The suffixes of articles among other files; a .po file there is a catalogue."""
    return tuple(s for reader in READERS for s in reader.suffixes if s != CATALOGUE)


def _find_outside(article: Path, top: Path) -> Path | None:
    """The article or its catalogue, if that is a link out of the corpora: none is followed."""
    both = article, article.with_suffix(CATALOGUE)
    return next((path for path in both if not _is_inside(path, top)), None)


def _is_inside(path: Path, top: Path) -> bool:
    try:
        return not path.is_symlink() or path.resolve().is_relative_to(top)
    except (OSError, RuntimeError):  # links in a circle
        return False


def _stray(path: str) -> Skipped:
    return Skipped(what=path, reason=_LINK)


def walk(folder: str, prefix: str, unread: list[str]) -> Iterator[tuple[str, bool]]:
    """The files below a folder, in order, hidden ones, Word's locks and linked folders left out.

    With each, whether it is a link. A folder that may not be read is put among `unread`.

    Strings and not `Path`s: a corpus of 100,000 articles is listed in a second.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda item: item.name)
    except OSError:
        unread.append(prefix)
        return
    for entry in entries:
        if entry.name.startswith(_NOT_OURS):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from walk(entry.path, f"{prefix}{entry.name}/", unread)
        elif entry.is_symlink():
            yield prefix + entry.name, True
        elif entry.is_file():
            yield prefix + entry.name, False
