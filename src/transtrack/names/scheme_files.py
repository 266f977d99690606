"""Schemes as TOML files, and what is wrong in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NoReturn
from zlib import crc32

from transtrack.config import parse_toml
from transtrack.errors import ConfigError
from transtrack.names.scheme import APOSTROPHES, Rule, Scheme, letter_at

PARSED = "schemes.json"  # written by python -m tests.names.test_scheme_files
_KEYS = ("title", "standard", "language", "target", "rules", "also", "samples")
_CELLS = {"rules": (2, 3), "also": (4, 4), "samples": (2, 2)}


@cache
def load_schemes() -> dict[str, Scheme]:
    """The package's schemes by name, in the order of their names.

    Those that stand unchanged in `PARSED` are taken from there: sixty TOML files take their time.
    """
    parsed = json.loads((files("transtrack.names") / "data" / PARSED).read_bytes())
    schemes = {}
    for name, data in _read_files():
        known = parsed.get(name)
        fresh = known is not None and known["digest"] == crc32(data)
        schemes[name] = (
            _take_up(name, known) if fresh else parse_scheme(data.decode(), f"{name}.toml")
        )
    return schemes


def render_schemes() -> str:
    """The file `PARSED`: all schemes as they were parsed, each with a digest of its TOML."""
    known = {}
    for name, data in _read_files():
        scheme = parse_scheme(data.decode(), f"{name}.toml")
        fields = {field: getattr(scheme, field) for field in _KEYS}
        known[name] = {"digest": crc32(data), **fields}
    lines = (
        f"{json.dumps(name)}: {json.dumps(known[name], ensure_ascii=False)}" for name in known
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _read_files() -> Iterator[tuple[str, bytes]]:
    folder = files("transtrack.names") / "schemes"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name.removesuffix(".toml")):
        if entry.name.endswith(".toml"):
            yield entry.name.removesuffix(".toml"), entry.read_bytes()


def _take_up(name: str, known: Mapping[str, Any]) -> Scheme:
    return Scheme(
        name=name,
        title=known["title"],
        standard=known["standard"],
        language=known["language"],
        target=known["target"],
        rules=tuple(map(Rule._make, known["rules"])),
        also=tuple(map(Rule._make, known["also"])),
        samples=tuple((original, latin) for original, latin in known["samples"]),
    )


def parse_scheme(text: str, path: str) -> Scheme:
    """The scheme that a TOML text describes, named as its file is.

    Raises ConfigError with line and column for bad TOML, keys, rows and contexts.
    """
    data = parse_toml(text, path)
    for key in (*data, *_KEYS):
        kind, kind_name = (list, "list") if key in _CELLS else (str, "string")
        if key not in _KEYS:
            _fail(f"unknown key '{key}'", f"known are: {', '.join(_KEYS)}", text, path, key)
        if key not in data and key != "also":
            _fail(f"'{key}' is missing", f"add a line: {key} = …", text, path, key)
        if not isinstance(data.get(key, []), kind) and key in data:
            _fail(f"'{key}' must be a {kind_name}", "see docs/schemes.md", text, path, key)
    return Scheme(
        name=re.split(r"[/\\]", path)[-1].removesuffix(".toml"),
        title=data["title"],
        standard=data["standard"],
        language=data["language"],
        target=data["target"],
        rules=_rules(data, "rules", text, path),
        also=_rules(data, "also", text, path),
        samples=tuple((str(row[0]), str(row[1])) for row in _rows(data, "samples", text, path)),
    )


def _rules(data: Mapping[str, Any], key: str, text: str, path: str) -> tuple[Rule, ...]:
    rules = []
    for row in _rows(data, key, text, path):
        padded = [*row, *("", "", "", 0.0)[len(row) :]]
        context: str = padded[2]
        before, bar, after = context.partition("_")
        sound = _is_context(before, "^") and _is_context(after, "$")
        if not sound or bool(bar) != bool(context):
            hint = "write before_after, each side of ^ $ V C H S and small letters"
            _fail(f"bad context '{context}'", hint, text, path, key, row)
        rules.append(
            Rule(
                grapheme=row[0],
                output=row[1],
                before=before,
                after=after,
                cost=float(padded[3]),
            )
        )
    return tuple(sorted(rules, key=lambda rule: -len(rule.grapheme)))


def _is_context(side: str, edge: str) -> bool:
    return all(
        one in edge + "VCHS" + APOSTROPHES or (one.lower() == one and letter_at(one, 0))
        for one in side
    )


def _rows(data: Mapping[str, Any], key: str, text: str, path: str) -> list[list[Any]]:
    """The rows of a list, each with as many cells as its key has, the first not empty."""
    fewest, most = _CELLS[key]
    for row in data.get(key, []):
        sound = isinstance(row, list) and fewest <= len(row) <= most
        if not sound or not row[0] or not all(isinstance(cell, str) for cell in row[:3]):
            cells = "grapheme, output, context, cost" if key != "samples" else "original, Latin"
            _fail(f"bad row in '{key}': {row}", f"write [{cells}]", text, path, key, row)
        if len(row) == len(("grapheme", "output", "context", "cost")) and not (
            isinstance(row[3], int | float) and row[3] >= 0
        ):
            _fail(f"bad cost {row[3]!r}", "a number of nats, 0 or more", text, path, key, row)
    return list(data.get(key, []))


def _fail(message: str, hint: str, text: str, path: str, key: str, row: object = None) -> NoReturn:
    """Raise for a key, or for a row of its list, where it stands in the text."""
    start = re.search(rf"^\s*{re.escape(key)}\s*=\s*", text, re.MULTILINE)
    at = start.start() if start else 0
    if start and row is not None:
        cells = row[:3] if isinstance(row, list) else [row]
        pattern = r"\s*,\s*".join(rf"[\"']?{re.escape(str(cell))}[\"']?" for cell in cells)
        found = re.compile(pattern).search(text, start.end())
        at = found.start() if found else at
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    raise ConfigError(message, path=path, line=line, column=column, hint=hint)
