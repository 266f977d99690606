"""The folder of a site: opened, written page by page, nobody else's file touched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from transtrack.errors import OutputError
from transtrack.reports.site.links import FOLDER, INDEX
from transtrack.text import write_text

MARKER: Final = "transtrack-report.txt"
_FIRST: Final = "Written by transtrack report; the pages below may be written anew or deleted."
_PAGE: Final = re.compile(rf"{FOLDER}/[a-z0-9._-]+\.html")


def open_site(folder: Path) -> frozenset[str]:
    """The pages that an earlier run left in the folder, which is made where it is missing.

    OutputError where something else is in it.
    """
    marker = folder / MARKER
    try:
        if not marker.exists():
            _claim(folder, marker)
        if (folder / FOLDER).is_symlink():
            raise NotADirectoryError(f"{FOLDER} is a link")
        (folder / FOLDER).mkdir(exist_ok=True)
        lines = marker.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        hint = "name a folder that you may write to with -o"
        raise OutputError(f"cannot be used: {error}", path=str(folder), hint=hint) from error
    return frozenset(line for line in lines if _PAGE.fullmatch(line))


def _claim(folder: Path, marker: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        hint = "name a new folder with -o, or empty this one"
        raise OutputError("holds other files; nothing was written", path=str(folder), hint=hint)
    write_text(str(marker), f"{_FIRST}\n")


def write_page(folder: Path, name: str, text: str) -> None:
    """Nothing; the page is there whole, in this folder: a link in its place gives way."""
    page = folder / name
    with suppress(OSError):
        if page.is_symlink():
            page.unlink()
    write_text(str(page), text)


def close_site(folder: Path, index: str, pages: Iterable[str], old: frozenset[str]) -> Path:
    """The path of the overview; pages of articles that are gone are deleted."""
    kept = sorted(pages)
    write_page(folder, INDEX, index)
    for name in old.difference(kept):
        with suppress(OSError):
            (folder / name).unlink()
    write_page(folder, MARKER, "".join(f"{line}\n" for line in (_FIRST, *kept)))
    return folder / INDEX
