"""Lexicons by name or file: opened, and the one that fits two texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

from transtrack.config import Config
from transtrack.errors import ConfigError, InputError, UsageError
from transtrack.lexicon import Lexicon, find_lexicon, read_lexicon, render_lexicon, transpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicons:
    """The user's own lexicons, by path, so that each process opens them for itself.

    One that is `given`, a file or a pair such as `de-en`, is for all texts. Without one, those
    of the `house` are for the languages that they are of.
    """

    house: tuple[str, ...] = ()
    given: str | None = None

    def find(self, source: str, target: str) -> Lexicon | None:
        """The lexicon for two languages, in this direction; None leaves them to the program's.

        UsageError where the given one is of others.
        """
        languages = _shorten(source, target)
        if self.given:
            return _fit(self.given, _stamp(self.given), *languages)
        for path in self.house:
            if set(_tell_languages(_open(path))) == set(languages):
                return _fit(path, _stamp(path), *languages)
        return None

    @property
    def signature(self) -> str:
        """What stands for all that is in them."""
        paths = (self.given,) if self.given else self.house
        return " ".join(_open(path).name for path in paths)


NO_LEXICONS: Final = Lexicons()


def find_lexicons(config: Config, given: str | None = None) -> Lexicons:
    """The lexicons that the project's settings name, or in their stead the one given.

    ConfigError where one of the settings cannot be read, or two are of the same languages;
    InputError where the given one cannot be read.
    """
    if given:
        _open(given)
        return Lexicons(given=given)
    paths: dict[frozenset[str], str] = {}
    for name in config.lexicons:
        path = str(config.root / name)
        try:
            languages = _tell_languages(_open(path))
        except InputError as error:
            hint = f"make it: transtrack lexicon train CORPUS -o {name}\n"
            hint += f'or take "{name}" out of lexicons in the settings'
            raise ConfigError(f"lexicons: {error.message}", path=path, hint=hint) from error
        other = paths.setdefault(frozenset(languages), path)
        if other != path:
            message = f"lexicons: this and {other} are both for {'-'.join(languages)}"
            hint = "join them, and name that: transtrack lexicon merge FILE FILE -o FILE"
            raise ConfigError(message, path=path, hint=hint)
    return Lexicons(house=tuple(paths.values()))


def open_lexicon(name: str) -> Lexicon:
    """The lexicon in a file, or the one that comes with the program for a pair like `de-en`.

    One of a file is called after its contents in signatures.
    """
    source, _, target = name.partition("-")
    is_pair = Path(name).name == name and not Path(name).exists()
    if is_pair and (own := find_lexicon(source, target)):
        return own
    lexicon = read_lexicon(name)
    digest = blake2b(render_lexicon(lexicon), digest_size=4).hexdigest()
    return replace(lexicon, name=f"{lexicon.name}-{digest}")


def fit_lexicon(lexicon: Lexicon, source: str, target: str) -> Lexicon:
    """The lexicon in the direction of these languages; UsageError if it is of others."""
    has, wants = _tell_languages(lexicon), _shorten(source, target)
    if has == wants:
        return lexicon
    if has == wants[::-1]:
        return transpose(lexicon)
    raise UsageError(
        f"the lexicon is for {'-'.join(has)}, the texts are {'-'.join(wants)}",
        hint="make one for them: transtrack lexicon train CORPUS -o FILE",
    )


def _stamp(name: str) -> tuple[int, int] | None:
    """The size and time of a file; None where there is none."""
    try:
        state = Path(name).stat()
    except (OSError, ValueError):
        return None
    return state.st_size, state.st_mtime_ns


def _open(name: str) -> Lexicon:
    """The lexicon of a name, opened once a process as long as its file stays as it is."""
    return _read(name, _stamp(name))


@lru_cache(maxsize=32)
def _read(name: str, stamp: tuple[int, int] | None) -> Lexicon:  # noqa: ARG001 - tells versions
    return open_lexicon(name)


@lru_cache(maxsize=32)
def _fit(name: str, stamp: tuple[int, int] | None, source: str, target: str) -> Lexicon:
    return fit_lexicon(_read(name, stamp), source, target)


def _shorten(source: str, target: str) -> tuple[str, str]:
    """The primary language subtags."""
    return source.partition("-")[0], target.partition("-")[0]


def _tell_languages(lexicon: Lexicon) -> tuple[str, str]:
    return _shorten(lexicon.source.language, lexicon.target.language)
