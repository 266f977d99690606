"""The house's spelling of names: `names.toml`, which has the last word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn

from transtrack.config import parse_toml, quote_toml
from transtrack.errors import ConfigError, TranstrackError
from transtrack.names.compare import Verdict, compare
from transtrack.names.index import coarsen, fold, split_name
from transtrack.text import parse_language, read_text

FILE: Final = "names.toml"
_TABLE: Final = re.compile(r"^[ \t]*\[\[[ \t]*name[ \t]*\]\]", re.MULTILINE)
_TEXTS: Final = ("original", "note")
_SURE: Final = 0.9  # probability from which a spelling is taken for an entry's


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """One name: the form each language prefers, and what else may stand.

    `accepted` are forms that are right in any language; `line` is where it stands.
    """

    preferred: tuple[tuple[str, str], ...]
    accepted: tuple[str, ...] = ()
    original: str = ""
    note: str = ""
    line: int = 0

    def form(self, language: str) -> str | None:
        """The preferred form in a language, by the first part of the tags if need be."""
        forms = dict(self.preferred)
        short = language.partition("-")[0]
        near = (form for tag, form in self.preferred if tag.partition("-")[0] == short)
        return forms.get(language) or forms.get(short) or next(near, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """All rulings of a house; no spelling stands for two of them."""

    rulings: tuple[Ruling, ...] = ()
    path: str = FILE
    _spellings: Mapping[str, Ruling] = field(init=False, repr=False, compare=False)
    _last: Mapping[str, tuple[Ruling, ...]] = field(init=False, repr=False, compare=False)
    _alike: Mapping[str, tuple[tuple[str, Ruling], ...]] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        spellings: dict[str, Ruling] = {}
        last: dict[str, list[Ruling]] = {}
        alike: dict[str, list[tuple[str, Ruling]]] = {}
        for ruling in self.rulings:
            for form in (*dict(ruling.preferred).values(), *ruling.accepted):
                other = spellings.setdefault(fold(form), ruling)
                if other is not ruling:
                    raise ConfigError(
                        f'"{form}" stands in two entries, here and in line {other.line}',
                        path=self.path,
                        line=ruling.line,
                        column=1,
                        hint="keep it in one of them",
                    )
                words = split_name(fold(form))
                if words:
                    alike.setdefault(coarsen(words[-1]), []).append((form, ruling))
                if words and ruling not in last.setdefault(words[-1], []):
                    last[words[-1]].append(ruling)
        object.__setattr__(self, "_spellings", spellings)
        object.__setattr__(self, "_last", {key: tuple(items) for key, items in last.items()})
        object.__setattr__(self, "_alike", {key: tuple(items) for key, items in alike.items()})

    def find(self, name: str) -> Ruling | None:
        """The ruling on a name: by its letters, or by a spelling that is surely its variant."""
        key = fold(name)
        if (found := self._spellings.get(key)) is not None:
            return found
        words = split_name(key)
        for form, ruling in self._alike.get(coarsen(words[-1]), ()) if words else ():
            if len(split_name(form)) == len(words):
                result = compare(form, name)
                if result.verdict is Verdict.SAME and result.probability >= _SURE:
                    return ruling
        return None

    def rules(self, ruling: Ruling) -> bool:
        """Whether some form of another ruling is ruled on here."""
        forms = (*dict(ruling.preferred).values(), *ruling.accepted)
        return any(fold(form) in self._spellings for form in forms)

    def find_last(self, word: str) -> Ruling | None:
        """The one ruling on a full name that ends in this word, None if there are several."""
        found = self._last.get(fold(word), ())
        return found[0] if len(found) == 1 else None


def read_authority(path: str) -> Authority:
    """The rulings in a file; ConfigError with the place of what cannot be understood."""
    try:
        text, _ = read_text(path, hint="put a [[name]] into it, or delete it")
    except TranstrackError as error:
        raise ConfigError(error.message, path=path, hint=error.hint) from error
    return parse_authority(text, path)


def parse_authority(text: str, path: str = FILE) -> Authority:
    """The rulings in a TOML text: tables `[[name]]`, see docs/names.md."""
    data = parse_toml(text, path)
    lines = [text.count("\n", 0, match.start()) + 1 for match in _TABLE.finditer(text)]
    for key in data:
        if key != "name":
            _fail(f"unknown key '{key}'", path, _line(text, key), "write [[name]] tables")
    tables = data.get("name", [])
    if not isinstance(tables, list) or len(tables) != len(lines):
        _fail("'name' must be a list of tables", path, _line(text, "name"), "write [[name]]")
    rulings = tuple(_ruling(table, path, line) for table, line in zip(tables, lines, strict=True))
    return Authority(rulings=rulings, path=path)


def _ruling(table: Mapping[str, Any], path: str, line: int) -> Ruling:
    preferred = []
    for key, value in table.items():
        if key == "accepted":
            forms = value if isinstance(value, list) else [None]
            if not all(isinstance(form, str) and form.strip() for form in forms):
                _fail("'accepted' must be a list of strings", path, line, 'write ["…", "…"]')
            continue
        if not isinstance(value, str) or not (value.strip() or key in _TEXTS):
            _fail(f"'{key}' must be a string with something in it", path, line, f'{key} = "…"')
        if key in _TEXTS:
            continue
        try:
            preferred.append((parse_language(key), value.strip()))
        except TranstrackError:
            hint = "known are accepted, note, original and language tags such as en"
            _fail(f"unknown key '{key}'", path, line, hint)
    if not preferred:
        _fail("an entry needs a preferred form", path, line, 'add a line such as en = "Kyiv"')
    return Ruling(
        preferred=tuple(preferred),
        accepted=tuple(table.get("accepted", ())),
        original=table.get("original", ""),
        note=table.get("note", ""),
        line=line,
    )


def _line(text: str, key: str) -> int:
    found = re.search(rf"^[ \t\[]*\"?{re.escape(key)}\b", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _fail(message: str, path: str, line: int, hint: str) -> NoReturn:
    raise ConfigError(message, path=path, line=line, column=1, hint=hint)


def render_rulings(rulings: Iterable[Ruling]) -> str:
    """The entries as TOML, to stand at the end of a file."""
    tables = []
    for ruling in rulings:
        lines = ["[[name]]"]
        lines += [f"{language} = {quote_toml(form)}" for language, form in ruling.preferred]
        if ruling.accepted:
            lines.append(f"accepted = [{', '.join(map(quote_toml, ruling.accepted))}]")
        if ruling.original:
            lines.append(f"original = {quote_toml(ruling.original)}")
        if ruling.note:
            lines.append(f"note = {quote_toml(ruling.note)}")
        tables.append("".join(f"{line}\n" for line in lines))
    return "\n".join(tables)
