"""A project's settings, from `transtrack.toml` or `[tool.transtrack]` in pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from transtrack.errors import ConfigError

CORPORA = "corpora"
SOURCE = "de"
PROFILE = "press"
AUTHORITY = "names.toml"

_KINDS: dict[type, str] = {str: "string", dict: "table", list: "list"}
_LISTS = {  # of files, with an example
    "schemes": "schemes/our-own.toml",
    "glossaries": "terms.csv",
    "lexicons": "lexicons/fr-en.lexicon",
}
SETTINGS = ("transtrack.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a project says of itself; `root` is the folder that all paths start from.

    `pairs` maps a translation to its original where their stems differ, both relative to
    `root`. `profile` names the house profile for names, `authority` the file of the house's own
    spellings, `schemes` files of transliteration schemes beside the program's, `glossaries` files
    of terms, CSV or TBX, `lexicons` files of the house's own lexicons; `checks` maps a check to
    its severity, or to `off`, `pivots` a language to the one that it was translated from where
    that is not `source`: Ukrainian from the English.
    """

    root: Path
    corpora: str = CORPORA
    source: str = SOURCE
    pairs: tuple[tuple[str, str], ...] = ()
    profile: str = PROFILE
    authority: str = AUTHORITY
    schemes: tuple[str, ...] = ()
    glossaries: tuple[str, ...] = ()
    lexicons: tuple[str, ...] = ()
    checks: tuple[tuple[str, str], ...] = ()
    pivots: tuple[tuple[str, str], ...] = ()


def find_config(start: Path) -> Config:
    """The settings of the project around `start`: the nearest folder that has some.

    A folder `corpora` is enough; without one, `start` itself is the root. Raises ConfigError
    with the place of what cannot be understood.
    """
    for folder in (start, *start.parents):
        for name in SETTINGS:
            settings = _read(folder / name)
            if settings is not None:
                return _config(folder, folder / name, settings)
        if (folder / CORPORA).is_dir():
            return Config(root=folder)
    return Config(root=start)


def _read(path: Path) -> Mapping[str, Any] | None:
    """The settings in a file, None where it has none for this program."""
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except UnicodeDecodeError as error:
        hint = "save it as UTF-8 in your editor"
        raise ConfigError("this file is not in UTF-8", path=str(path), hint=hint) from error
    except OSError as error:
        raise ConfigError(f"cannot be read: {error}", path=str(path)) from error
    data = parse_toml(text, str(path))
    if path.name == "transtrack.toml":
        return data
    tools = data.get("tool", {})
    settings = tools.get("transtrack") if isinstance(tools, dict) else None
    if settings is not None and not isinstance(settings, dict):
        raise ConfigError("tool.transtrack must be a table", path=str(path))
    return settings


def _config(root: Path, path: Path, settings: Mapping[str, Any]) -> Config:
    known: dict[str, type] = {
        "corpora": str,
        "source": str,
        "pairs": dict,
        "profile": str,
        "authority": str,
        "schemes": list,
        "glossaries": list,
        "lexicons": list,
        "checks": dict,
        "pivots": dict,
    }
    for name, value in settings.items():
        if name not in known:
            raise ConfigError(
                f"unknown setting '{name}'",
                path=str(path),
                hint=f"known are: {', '.join(known)}",
            )
        if not isinstance(value, known[name]):
            raise ConfigError(
                f"'{name}' must be a {_KINDS[known[name]]}",
                path=str(path),
            )
    pairs = settings.get("pairs", {})
    wrong = [name for name, value in pairs.items() if not isinstance(value, str)]
    if wrong:
        raise ConfigError(
            f"pairs.'{wrong[0]}' must be a string",
            path=str(path),
            hint='write: "corpora/en/translation.md" = "corpora/de/original.md"',
        )
    for name, example in _LISTS.items():
        if not all(isinstance(item, str) for item in settings.get(name, [])):
            hint = f'write: {name} = ["{example}"]'
            raise ConfigError(f"'{name}' must hold strings", path=str(path), hint=hint)
    for table, example in (("checks", 'number = "critical", or "off"'), ("pivots", 'uk = "en"')):
        for name, value in settings.get(table, {}).items():
            if not isinstance(value, str):
                hint = f"write: {example}"
                raise ConfigError(f"{table}.'{name}' must be a string", path=str(path), hint=hint)
    return Config(
        root=root,
        checks=tuple(sorted(settings.get("checks", {}).items())),
        pivots=tuple(sorted(settings.get("pivots", {}).items())),
        corpora=settings.get("corpora", CORPORA),
        source=settings.get("source", SOURCE),
        pairs=tuple(sorted(pairs.items())),
        profile=settings.get("profile", PROFILE),
        authority=settings.get("authority", AUTHORITY),
        schemes=tuple(settings.get("schemes", [])),
        glossaries=tuple(settings.get("glossaries", [])),
        lexicons=tuple(settings.get("lexicons", [])),
    )


def find_settings(root: Path) -> str:
    """The path of a project's settings; of the file that they go into where there is none."""
    return str(
        next((root / name for name in SETTINGS if (root / name).exists()), root / SETTINGS[0])
    )


def parse_toml(text: str, path: str) -> dict[str, Any]:
    """The table that a TOML text holds; ConfigError with line and column where it is none."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # numbers or tables without end among them
        found = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = map(int, found.groups()) if found else (text.count("\n") + 1, 1)
        message = f"not valid TOML: {str(error).partition(' (at ')[0]}"
        raise ConfigError(
            message, path=path, line=line, column=column, hint="mend that line"
        ) from error


def quote_toml(text: str) -> str:
    """A text as a basic string of TOML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    escaped = re.sub(r"[\x00-\x1f\x7f]", lambda found: f"\\u{ord(found[0]):04X}", escaped)
    return f'"{escaped}"'
