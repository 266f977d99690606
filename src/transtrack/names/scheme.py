"""Schemes: how a standard or a press writes one language's names in Latin letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, NoReturn

from transtrack.config import parse_toml
from transtrack.errors import ConfigError

APOSTROPHES = "'’ʼ"
_CLASSES = {
    "V": "аеёиоуыэюяіїєөүәұӣӯ"  # the Arabic and Hebrew vowel points count too
    "აეიოუաեէըիոօαεηιουωάέήίόύώϊϋΐΰ"
    "اىآ\u064e\u064f\u0650\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05bb"
    "aeiouüŏŭāīūēō",
    "S": "ьъ" + APOSTROPHES,
    "H": "жчшщцџჟჩშძწჭჯժչշջճց",
}
_VOWEL_FIRST = re.compile("([\u064b-\u0650\u0652\u05b0-\u05bb]+)([\u0651\u05bc\u05c1\u05c2]+)")
_KEYS = ("title", "standard", "language", "target", "rules", "also", "samples")
_CELLS = {"rules": (2, 3), "also": (4, 4), "samples": (2, 2)}


class Rule(NamedTuple):  # four thousand of them are read at every start
    """A grapheme's output between two contexts; `cost` in nats, 0 the standard's own.

    A context is a set, empty for anything: `^` start and `$` end of a word, `V` a vowel,
    `C` a consonant, `H` a hushing sibilant, `S` a soft or hard sign or an apostrophe, and
    small letters of the original for themselves.
    """

    grapheme: str
    output: str
    before: str = ""
    after: str = ""
    cost: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A rule set from an original's language into a Latin orthography.

    `rules` stand longest grapheme first; of those at one place the first that fits wins.
    `also` was seen in print beside the standard: read backwards, never written.
    """

    name: str
    title: str
    standard: str
    language: str
    target: str
    rules: tuple[Rule, ...]
    also: tuple[Rule, ...] = ()
    samples: tuple[tuple[str, str], ...] = ()
    _by_letter: Mapping[str, tuple[Rule, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        table: dict[str, tuple[Rule, ...]] = {}
        for rule in self.rules:
            table[rule.grapheme[0]] = (*table.get(rule.grapheme[0], ()), rule)
        object.__setattr__(self, "_by_letter", table)

    def __hash__(self) -> int:
        """By name and standard: a scheme has too many rules to hash them at every look-up."""
        return hash((self.name, self.standard))

    def spell(self, word: str) -> str:
        """A word in small letters of its own script as the scheme writes it, in small letters."""
        at, parts = 0, []
        while at < len(word):
            rule = self.rule_at(word, at)
            parts.append(rule.output if rule else word[at])
            at += len(rule.grapheme) if rule else 1
        return "".join(parts)

    def rule_at(self, text: str, at: int) -> Rule | None:
        """The rule that writes the letter at `at` of a text in small letters."""
        for rule in self._by_letter.get(text[at], ()):
            end = at + len(rule.grapheme)
            if (
                text.startswith(rule.grapheme, at)
                and (not rule.before or fits(rule.before, _letter(text, at - 1), "^"))
                and (not rule.after or fits(rule.after, _letter(text, end), "$"))
            ):
                return rule
        return None


def fits(context: str, neighbour: str, edge: str) -> bool:
    """Whether a letter, or "" for none, is in a context's set; `edge` is `^` or `$`.

    >>> fits("^V", "", "^"), fits("^V", "о", "^"), fits("^V", "т", "^"), fits("", "т", "^")
    (True, True, False, True)
    """
    if not context:
        return True
    if not neighbour:
        return edge in context
    if neighbour in context:
        return True
    classes = [name for name, letters in _CLASSES.items() if neighbour in letters]
    if "V" not in classes and "S" not in classes:
        classes.append("C")
    return any(name in context for name in classes)


def normalise(original: str) -> str:
    """The original composed, with a letter's own points before its vowel's.

    Unicode's order of combining marks puts the vowel first: مَّ would never be read as a
    doubled consonant with a vowel, and בַּ not as b.
    """
    return _VOWEL_FIRST.sub(r"\2\1", unicodedata.normalize("NFC", original))


def romanise(original: str, scheme: Scheme) -> str:
    """A name in its own script as the scheme writes it; what no rule knows passes through.

    Capitals are kept. A word of a script without them gets a capital first letter, which
    stands after the article if there is one (an output that ends in a hyphen).

    >>> romanise("Володимир ОГРИЗКО", load_schemes()["uk-de"])
    'Wolodymyr OHRYSKO'
    """
    text = normalise(original)
    small = "".join(letter.lower()[:1] for letter in text)
    parts: list[str] = []
    at, begins = 0, True
    while at < len(text):
        begins = begins or not _letter(small, at - 1)
        rule = scheme.rule_at(small, at)
        output = _cased(rule.output if rule else text[at], text, at, begins)
        begins = begins and (output.endswith("-") or not any(map(str.isalpha, output)))
        parts.append(output)
        at += len(rule.grapheme) if rule else 1
    return "".join(parts)


def _letter(text: str, at: int) -> str:
    """The letter or mark at a place; "" beyond a word, an apostrophe counts inside one."""
    if not 0 <= at < len(text):
        return ""
    if text[at] in APOSTROPHES:
        inside = at and text[at - 1].isalpha() and text[at + 1 : at + 2].isalpha()
        return text[at] if inside else ""
    return text[at] if unicodedata.category(text[at])[0] in "LM" else ""


def _cased(output: str, text: str, at: int, begins: bool) -> str:
    letter = text[at]
    after = text[at + 1 : at + 2]
    if letter.isupper():
        loud = after.isupper() or (not after.isalpha() and at and text[at - 1].isupper())
        if loud:
            return output.upper()
    elif not begins or letter.title() != letter.lower():
        return output
    first = next((i for i, one in enumerate(output) if one.islower()), None)
    if first is None or output.endswith("-"):
        return output
    return output[:first] + output[first].upper() + output[first + 1 :]


@cache
def load_schemes() -> dict[str, Scheme]:
    """The package's schemes by name, in the order of their names."""
    folder = files("transtrack") / "names" / "schemes"
    paths = [entry for entry in folder.iterdir() if entry.name.endswith(".toml")]
    schemes = (parse_scheme(entry.read_text(encoding="utf-8"), entry.name) for entry in paths)
    return {scheme.name: scheme for scheme in sorted(schemes, key=lambda scheme: scheme.name)}


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
        one in edge + "VCHS" + APOSTROPHES or (one.lower() == one and _letter(one, 0))
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
