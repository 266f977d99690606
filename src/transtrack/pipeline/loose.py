"""Two files, an original and a translation of it that no corpus knows."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from transtrack.config import Config
from transtrack.errors import InputError, UsageError
from transtrack.model import Document, Skipped
from transtrack.pipeline.named import UNTRANSLATED, Item, find_pairs
from transtrack.text import find_place, is_file, is_there, read_document
from transtrack.track import Pair, find_corpus

Languages = tuple[str | None, str | None]  # of the original and the translation, where given


def find_checked(
    config: Config, paths: Sequence[str], languages: Languages = (None, None)
) -> tuple[list[Item], list[str]]:
    """What to check, and what is to be said of it: two loose files, or the corpus' translations.

    An original that waits for its translation is no fault: it is only said.
    """
    if are_loose(config, paths):
        return open_loose(config, paths, languages)
    if any(languages):
        hint = "transtrack check ORIGINAL TRANSLATION --target-language en"
        raise UsageError("these options go with a translation outside of the corpus", hint=hint)
    items = find_pairs(config, paths)
    waiting = [i for i in items if isinstance(i, Skipped) and i.reason == UNTRANSLATED]
    told = [f"{item.what}: {item.reason}" for item in waiting]
    return [item for item in items if item not in waiting], told


def are_files(config: Config, paths: Sequence[str]) -> bool:
    """Whether two paths stand for themselves (`-`: standard input), and are no names of articles.

    Names are what leads to nothing, where there is a corpus that may know them.
    """
    if len(paths) != 2:  # noqa: PLR2004 - an original and its translation
        return False
    there = any(path == "-" or is_there(path) for path in paths)
    return there or not (config.root / config.corpora).is_dir()


def are_loose(config: Config, paths: Sequence[str]) -> bool:
    """Whether these are two files of which the corpus does not have the second.

    The first may be an original of the corpus: then the second is another translation of it.
    """
    if len(paths) != 2:  # noqa: PLR2004 - an original and its translation
        return False
    if not (config.root / config.corpora).is_dir():
        return True
    source, target = paths
    if not is_file(source) or not is_file(target) or _is_known(config, target):
        return False
    originals = {find_place(config.root / pair.source) for pair in find_corpus(config).pairs}
    return not _is_known(config, source) or find_place(source) in originals


def _is_known(config: Config, path: str) -> bool:
    """Whether a file lies in the project's corpora, or is named as an article in its settings."""
    named = {find_place(config.root / name) for pair in config.pairs for name in pair}
    return _lies_in(path, config.root / config.corpora) or find_place(path) in named


def _lies_in(path: str, folder: Path) -> bool:
    """Whether a path leads into a folder, or is the path of a link in it."""
    own = Path(os.path.abspath(path))  # noqa: PTH100 - no link is followed
    return folder in own.parents or find_place(folder) in find_place(path).parents


def refuse_same(source: str, target: str) -> None:
    """Nothing; InputError where both are one file."""
    if source == target or (source != "-" != target and _are_same(source, target)):
        raise InputError(
            "the original and the translation are the same file",
            path=target,
            hint="name the original first, then its translation",
        )


def _are_same(source: str, target: str) -> bool:
    try:
        return Path(source).samefile(target)
    except OSError:
        return False


def open_loose(
    config: Config, paths: Sequence[str], languages: Languages
) -> tuple[list[Item], list[str]]:
    """Two files as a pair, and what its languages rest on; InputError where they are not known."""
    source, target = paths
    if any(path == "-" or (is_there(path) and Path(path).is_fifo()) for path in paths):
        raise UsageError("only files can be checked, no pipe", hint="write the text to one first")
    refuse_same(source, target)
    one, told = _find_language(source, languages[0], "--source-language")
    other, more = _find_language(target, languages[1], "--target-language")
    if one == other:
        hint = "name an original and its translation into another language, or say which\n"
        hint += "languages they are in: --source-language TAG --target-language TAG"
        raise InputError(f'both texts are in "{one}"', path=target, hint=hint)
    pair = Pair(
        article=Path(target).stem,
        source_language=one,
        target_language=other,
        source=_find_path(config.root, source),
        target=_find_path(config.root, target),
    )
    return [pair], [*told, *more]


def _find_language(path: str, given: str | None, option: str) -> tuple[str, list[str]]:
    """The language of a file, and what its reader had to assume."""
    document = read_document(path, language=given)
    require_language(document, option)
    return document.language, [f"{path}: {notice}" for notice in document.notices]


def require_language(document: Document, option: str) -> None:
    """Nothing; InputError where the language of a text is unknown: `option` would tell it."""
    if document.language == "und":
        hint = f"say it: {option} TAG, or in the file's name: winter.de.txt"
        raise InputError("too little text to tell its language by", path=document.path, hint=hint)


def _find_path(root: Path, path: str) -> str:
    """A path from the project's root, where it lies in it; else as it is, or absolute."""
    place = find_place(Path(path).parent) / Path(path).name
    if place.is_relative_to(root):
        return place.relative_to(root).as_posix()
    return path if Path.cwd() == root else str(place)
