"""Which files translate each other: `corpora/<language>/<article>.<ext>`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from transtrack.config import SETTINGS, Config
from transtrack.errors import ConfigError, InputError, TranstrackError
from transtrack.model import Skipped
from transtrack.text import READERS, parse_language
from transtrack.track.folders import CATALOGUE, find_folders, list_articles, walk


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
    folders, skipped = find_folders(top, config.corpora)
    if source not in folders:
        if folders:
            there = ", ".join(sorted(folders))
            raise InputError(
                f"no originals here: there are texts in {there}, none in {source}",
                path=str(top),
                hint="say in transtrack.toml which language articles are written in, such as "
                f'source = "{min(folders)}"\n'
                f"or put originals into {config.corpora}/{source}/",
            )
        raise InputError(
            "no corpora here",
            path=str(top),
            hint=f"put originals into {config.corpora}/{source}/ and their translations, under "
            f"the same names, into {config.corpora}/LANGUAGE/, as transtrack init does\n"
            "or name two files: transtrack align ORIGINAL TRANSLATION, or check, quality, review\n"
            "or texts to be read alone: transtrack names TRANSLATION",
        )
    articles = {
        language: list_articles(folder, top.resolve(), config.root, skipped)
        for language, folder in folders.items()
    }
    named, pivots = dict(config.pairs), _pivots(config)
    pairs: list[Pair] = []
    for language, translations in articles.items():
        origin = pivots.get(language, source)
        if language in (source, origin):
            continue
        folder = f"{config.corpora}/{origin}"
        originals = articles.get(origin, {})
        found, orphans = _pair_up((origin, language), originals, translations, named, folder)
        pairs += found
        skipped += orphans
    ordered = sorted(pairs, key=lambda pair: (pair.article, pair.target_language))
    return Corpus(pairs=tuple(ordered), skipped=tuple(skipped))


def _pair_up(
    languages: tuple[str, str],
    originals: Mapping[str, str],
    translations: Mapping[str, str],
    named: Mapping[str, str],
    folder: str,
) -> tuple[list[Pair], list[Skipped]]:
    """The pairs of one language, missing translations included, and those without an original.

    `named` are the originals that the configuration names, by translation.
    """
    rendered = {named.get(path, originals.get(stem)) for stem, path in translations.items()}
    pairs, orphans = [], []
    for stem, path in translations.items():
        original = named.get(path, originals.get(stem))
        if original is None:
            orphans.append(_orphan(path, stem, folder))
        else:
            pairs.append(_pair(stem, languages, original, path))
    pairs += [
        _pair(stem, languages, original, None)
        for stem, original in originals.items()
        if original not in rendered
    ]
    return pairs, orphans


def find_files(config: Config) -> list[str]:
    """What a project is made of, by path: texts, catalogues, settings, and what those name."""
    top = config.root / config.corpora
    below = [f"{config.corpora}/{inside}" for inside, _ in walk(str(top), "", [])]
    lists = (*config.schemes, *config.glossaries, *config.lexicons)
    named = (*SETTINGS, config.authority, *lists)
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
