"""What a command's arguments name: translations of the corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from transtrack.config import Config
from transtrack.model import Skipped
from transtrack.text import find_place, is_file, is_there
from transtrack.track import Corpus, Pair, find_corpus

UNTRANSLATED: Final = "no translation yet"  # the reason why an original is skipped
_LIKE: Final = 60  # per cent that a mistyped name has in common with the one that is meant
_LIST: Final = "transtrack status lists those there are"

Item = Pair | Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A corpus by what its articles can be called: names, files, folders.

    `places` are where the files of each one lie.
    """

    config: Config
    corpus: Corpus
    places: tuple[tuple[Item, tuple[Path, ...]], ...]

    def find(self, path: str, *, untranslated: bool = False) -> list[Item]:
        """What one path names, at least the reason why it names nothing.

        It may lead to the translation, its original, its catalogue, or a folder of these; where
        there is no such file, it may be a name that the program prints, `en/winter`, `winter`, a
        path from the project's root, or what some of these begin with: `en`. `untranslated`: an
        original without a translation, too.
        """
        place = find_place(path)
        places = self.places if path else ()  # an empty path would lead to the folder one is in
        own: list[Item] = [item for item, files in places if _is_at(place, files)]
        own = own or [pair for pair in self.corpus.pairs if path in _call(pair)]
        if not own and not is_there(path):
            folder = f"{path.rstrip('/')}/"
            own = [pair for pair in self.corpus.pairs if _lies(pair, folder)]
        found = [item for item in own if untranslated or isinstance(item, Skipped) or item.target]
        if found:
            return found
        return [Skipped(what=path, reason=UNTRANSLATED if own else self._tell_unknown(path))]

    def _tell_unknown(self, path: str) -> str:
        """Why nothing of the corpus is there or called so, and what to do."""
        if not is_there(path):
            return f"no file or article of this name; {self._tell_near(path)}"
        inside = find_place(self.config.root / self.config.corpora) in find_place(path).parents
        if not inside and is_file(path):
            files = "align, check, quality and review take two files: ORIGINAL TRANSLATION"
            return f"not in {self.config.corpora}/; from outside of it {files}"
        return f"no article of the corpus; {_LIST}" if self.corpus.pairs else UNTRANSLATED

    def _tell_near(self, path: str) -> str:
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - needed for mistyped names only

        if not self.corpus.pairs:
            return tell_empty(self.config)
        names = [name for pair in self.corpus.pairs for name in _call(pair)]
        near = process.extractOne(path, names, scorer=fuzz.ratio, score_cutoff=_LIKE)
        return f"the nearest is {near[0]}" if near else _LIST


def open_register(config: Config) -> Register:
    """The register of a project's corpus."""
    corpus = find_corpus(config)
    files: list[tuple[Item, tuple[str, ...]]] = [(pair, _files(pair)) for pair in corpus.pairs]
    files += [(item, (item.what,)) for item in corpus.skipped]
    root = config.root
    places = ((item, tuple(find_place(root / name) for name in names)) for item, names in files)
    return Register(config=config, corpus=corpus, places=tuple(places))


def find_pairs(config: Config, paths: Sequence[str], *, untranslated: bool = False) -> list[Item]:
    """The corpus' translations, or those that some paths name; a path that names none is skipped.

    `untranslated`: the originals without a translation, too.
    """
    if not paths:
        corpus = find_corpus(config)
        pairs = (pair for pair in corpus.pairs if pair.target or untranslated)
        return [*pairs, *corpus.skipped]
    register = open_register(config)
    found = (register.find(path, untranslated=untranslated) for path in paths)
    return list(dict.fromkeys(item for items in found for item in items))


def tell_empty(config: Config) -> str:
    """What to do where a corpus has originals and nothing else."""
    place = f"{config.corpora}/LANGUAGE/"
    return f"no translations yet; put them, under their originals' names, into {place}"


def part(reason: str) -> tuple[str, str | None]:
    """What is wrong, and what to do, of a reason that tells both as the ones from here do."""
    wrong, _, hint = reason.partition("; ")
    return wrong, hint or None


def _files(pair: Pair) -> tuple[str, ...]:
    return tuple(name for name in (pair.target, pair.source, pair.catalogue) if name)


def _call(pair: Pair) -> tuple[str, ...]:
    return (*pair.names, *_files(pair))


def _lies(pair: Pair, folder: str) -> bool:
    return any(name.startswith(folder) for name in _call(pair))


def _is_at(place: Path, files: Sequence[Path]) -> bool:
    return any(place in (file, *file.parents) for file in files)
