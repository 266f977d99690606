"""Which files translate each other: `corpora/<language>/<article>.<ext>`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from transtrack.config import SETTINGS, Config
from transtrack.errors import ConfigError, InputError, TranstrackError
from transtrack.model import Skipped
from transtrack.text import READERS, parse_language

CATALOGUE = ".po"
_UNREAD = "no permission to read this folder; ask its owner for the right"
_LINK = "a link that leads out of the corpora; put what it leads to in its place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An article's original and its translation, paths from the project's root.

    `target` is None where the translation is missing.
    """

    article: str
    source_language: str
    target_language: str
    source: str
    target: str | None

    @property
    def names(self) -> tuple[str, str]:
        """What it is called: `winter`, and as tables print it `en/winter`."""
        return self.article, f"{self.target_language}/{self.article}"

    @property
    def catalogue(self) -> str:
        """Where the bitext is kept: beside the translation."""
        return "" if self.target is None else catalogue_path(self.target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Every pair, by article and language, and what has no place in one."""

    pairs: tuple[Pair, ...]
    skipped: tuple[Skipped, ...] = ()


def catalogue_path(target: str) -> str:
    """The PO file beside a translation.

    >>> catalogue_path("corpora/en/winter.md")
    'corpora/en/winter.po'
    >>> catalogue_path("winter.po")  # a PO file that is an article itself
    'winter.transtrack.po'
    """
    stem, suffix = os.path.splitext(target)  # noqa: PTH122 - a Path takes longer
    own = suffix.lower() == CATALOGUE
    return f"{stem}.transtrack{CATALOGUE}" if own else f"{stem}{CATALOGUE}"


def find_corpus(config: Config) -> Corpus:
    """The pairs below the corpora folder; InputError where there is no original at all."""
    top = config.root / config.corpora
    try:
        source = parse_language(config.source)
    except TranstrackError as error:
        raise ConfigError(f"source: {error.message}", hint=error.hint) from error
    folders = {
        language: folder
        for folder in _list_folders(top)
        if folder.is_dir() and (language := _language(folder.name))
    }
    skipped = [
        _stray(f"{config.corpora}/{folder.name}")
        for folder in folders.values()
        if not _is_inside(folder, top.resolve())
    ]
    folders = {a: b for a, b in folders.items() if _is_inside(b, top.resolve())}
    if source not in folders:
        raise InputError(
            "no corpora here",
            path=str(top),
            hint=f"put originals into {config.corpora}/{source}/ and their translations, under "
            f"the same names, into {config.corpora}/en/\n"
            "or name two files: transtrack align ORIGINAL TRANSLATION",
        )
    articles = {
        language: _articles(folder, top.resolve(), config.root, skipped)
        for language, folder in folders.items()
    }
    named, pivots = dict(config.pairs), _pivots(config)
    pairs = []
    for language, translations in articles.items():
        origin = pivots.get(language, source)
        if language in (source, origin):
            continue
        originals = articles.get(origin, {})
        rendered = {named.get(path, originals.get(stem)) for stem, path in translations.items()}
        for stem, path in translations.items():
            original = named.get(path, originals.get(stem))
            if original is None:
                skipped.append(_orphan(path, stem, f"{config.corpora}/{origin}"))
                continue
            pairs.append(_pair(stem, (origin, language), original, path))
        pairs += [
            _pair(stem, (origin, language), original, None)
            for stem, original in originals.items()
            if original not in rendered
        ]
    ordered = sorted(pairs, key=lambda pair: (pair.article, pair.target_language))
    return Corpus(pairs=tuple(ordered), skipped=tuple(skipped))


def _list_folders(top: Path) -> list[Path]:
    try:
        return sorted(top.iterdir() if top.is_dir() else ())
    except PermissionError as error:
        raise InputError(_UNREAD, path=str(top)) from error


def find_files(config: Config) -> list[str]:
    """What a project is made of, by path: texts, catalogues, settings, and what those name."""
    top = config.root / config.corpora
    below = [f"{config.corpora}/{inside}" for inside, _ in _walk(str(top), "", [])]
    named = (*SETTINGS, config.authority, *config.schemes, *config.glossaries)
    return [*below, *(name for name in named if (config.root / name).is_file())]


def _pivots(config: Config) -> dict[str, str]:
    """The language that each one is translated from, where that is not the source."""
    try:
        return {parse_language(a): parse_language(b) for a, b in config.pivots}
    except TranstrackError as error:
        raise ConfigError(f"pivots: {error.message}", hint=error.hint) from error


def _pair(stem: str, languages: tuple[str, str], source: str, target: str | None) -> Pair:
    return Pair(
        article=stem,
        source_language=languages[0],
        target_language=languages[1],
        source=source,
        target=target,
    )


def _orphan(path: str, stem: str, folder: str) -> Skipped:
    first = (reader.suffixes[0] for reader in READERS)
    suffixes = ",".join(suffix[1:] for suffix in first if suffix != CATALOGUE)
    reason = f"no original found, looked for {folder}/{stem}.{{{suffixes}}}"
    return Skipped(what=path, reason=reason)


def article_suffixes() -> tuple[str, ...]:
    """The suffixes of articles among other files; a .po file there is a catalogue."""
    return tuple(s for reader in READERS for s in reader.suffixes if s != CATALOGUE)


def _language(name: str) -> str | None:
    try:
        return parse_language(name)
    except TranstrackError:
        return None


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


def _articles(folder: Path, top: Path, root: Path, skipped: list[Skipped]) -> dict[str, str]:
    """Paths by stem, of the files a reader knows; a stem that two files share is skipped."""
    suffixes = article_suffixes()
    base = folder.relative_to(root).as_posix()
    found: dict[str, list[str]] = {}
    unread: list[str] = []
    files = list(_walk(str(folder), "", unread))
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


def _walk(folder: str, prefix: str, unread: list[str]) -> Iterator[tuple[str, bool]]:
    """The files below a folder, in order, hidden ones and linked folders left out.

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
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{prefix}{entry.name}/", unread)
        elif entry.is_symlink():
            yield prefix + entry.name, True
        elif entry.is_file():
            yield prefix + entry.name, False
