"""Which files translate each other: `corpora/<language>/<article>.<ext>`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from transtrack.config import Config
from transtrack.errors import ConfigError, InputError, TranstrackError
from transtrack.model import Skipped
from transtrack.text import READERS, parse_language

CATALOGUE = ".po"


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
    path = Path(target)
    own = path.suffix.lower() == CATALOGUE
    return path.with_suffix(f".transtrack{CATALOGUE}" if own else CATALOGUE).as_posix()


def find_corpus(config: Config) -> Corpus:
    """The pairs below the corpora folder; InputError where there is no original at all."""
    top = config.root / config.corpora
    try:
        source = parse_language(config.source)
    except TranstrackError as error:
        raise ConfigError(f"source: {error.message}", hint=error.hint) from error
    folders = {
        language: folder
        for folder in sorted(top.iterdir() if top.is_dir() else ())
        if folder.is_dir() and (language := _language(folder.name))
    }
    if source not in folders:
        raise InputError(
            "no corpora here",
            path=str(top),
            hint=f"put originals into {config.corpora}/{source}/ and their translations, under "
            f"the same names, into {config.corpora}/en/\n"
            "or name two files: transtrack align ORIGINAL TRANSLATION",
        )
    skipped: list[Skipped] = []
    articles = {
        language: _articles(folder, config.root, skipped) for language, folder in folders.items()
    }
    originals = articles.pop(source)
    named = dict(config.pairs)
    pairs = []
    for language, translations in articles.items():
        rendered = {named.get(path, originals.get(stem)) for stem, path in translations.items()}
        for stem, path in translations.items():
            original = named.get(path, originals.get(stem))
            if original is None:
                skipped.append(_orphan(path, stem, f"{config.corpora}/{source}"))
                continue
            pairs.append(_pair(stem, (source, language), original, path))
        pairs += [
            _pair(stem, (source, language), original, None)
            for stem, original in originals.items()
            if original not in rendered
        ]
    ordered = sorted(pairs, key=lambda pair: (pair.article, pair.target_language))
    return Corpus(pairs=tuple(ordered), skipped=tuple(skipped))


def _pair(stem: str, languages: tuple[str, str], source: str, target: str | None) -> Pair:
    return Pair(
        article=stem,
        source_language=languages[0],
        target_language=languages[1],
        source=source,
        target=target,
    )


def _orphan(path: str, stem: str, folder: str) -> Skipped:
    suffixes = ",".join(reader.suffixes[0][1:] for reader in READERS)
    reason = f"no original found, looked for {folder}/{stem}.{{{suffixes}}}"
    return Skipped(what=path, reason=reason)


def article_suffixes() -> tuple[str, ...]:
    """The suffixes of articles in a folder; a .po file there is a catalogue."""
    return tuple(s for reader in READERS for s in reader.suffixes if s != CATALOGUE)


def _language(name: str) -> str | None:
    try:
        return parse_language(name)
    except TranstrackError:
        return None


def _articles(folder: Path, root: Path, skipped: list[Skipped]) -> dict[str, str]:
    """Paths by stem, of the files a reader knows; a stem that two files share is skipped."""
    found: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in inside.parts)
        if path.suffix.lower() in article_suffixes() and path.is_file() and not hidden:
            stem = inside.with_suffix("").as_posix()
            found.setdefault(stem, []).append(path.relative_to(root).as_posix())
    for paths in found.values():
        if len(paths) > 1:
            reason = f"{' and '.join(paths)} are both this article; keep one of them"
            skipped.append(Skipped(what=paths[0], reason=reason))
    return {stem: paths[0] for stem, paths in found.items() if len(paths) == 1}
