"""How a language writes numbers, days, months and measures: a file each in `languages/`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any, Final

import regex

from transtrack.checks.units import SYMBOLS
from transtrack.checks.wording import NEVER, compile_pattern, find_parts, find_whole

_FOLDER: Final = Path(__file__).parent / "languages"
_NEEDED: Final = frozenset(("point", "scales", "days", "months", "clock", "and", "measures"))
_MORE: Final = frozenset(
    "words units tens composed before ages night of hours numbered spaced ahead day".split()  # noqa: SIM905 - a word list
)
_SAME: Final = {"no": "nb", "bs": "hr"}  # tags of languages that another one's file serves
_LETTERS: Final = regex.compile(r"\p{L}+")
_BARE: Final = {name: symbol.replace(r"\b", "(?![a-z])") for name, symbol in SYMBOLS.items()}
_HALF: Final = r"[ap]\.?\s?m\b|h\b"  # of the day, as every language may write it

_FILES: Final = frozenset(path.stem for path in _FOLDER.glob("*.toml"))
LANGUAGES: Final = tuple(sorted(_FILES | {tag for tag, file in _SAME.items() if file in _FILES}))


def is_known(*codes: str) -> bool:
    """Whether each of some languages has a file."""
    return all(code in LANGUAGES for code in codes)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """How a language writes numbers, days, months and measures.

    `point` is its decimal mark, `day` the hours that have numbers of their own. `numbers` are the
    values of number words in lower case, `beginnings` the first words of those. `scale` finds a
    word such as million, its group's number tells which of `factors`; `measure` likewise one of
    `measures`; `of` may stand between them. `days` and `months` likewise find and number them,
    `night` what stands before a day whose night before is meant. `clock` follows an hour, `before`
    stands before it, `minutes` parts it from its minutes where no mark does. `joined` stands
    between two numbers that share what follows. `ages` follows a year that stands for its decade
    or century, `ahead` is a measure that stands before its number. `dated` finds days and months
    whose names hold numbers; a language that is not `spaced` sets no blanks between words.
    """

    code: str
    point: str
    day: int
    numbers: Mapping[str, float]
    beginnings: frozenset[str]
    scale: regex.Pattern[str]
    factors: tuple[float, ...]
    measure: regex.Pattern[str]
    measures: tuple[str, ...]
    days: regex.Pattern[str]
    months: regex.Pattern[str]
    night: regex.Pattern[str]
    clock: regex.Pattern[str]
    minutes: regex.Pattern[str]
    before: regex.Pattern[str]
    joined: regex.Pattern[str]
    of: regex.Pattern[str]
    ages: regex.Pattern[str]
    ahead: regex.Pattern[str]
    dated: regex.Pattern[str]
    spaced: bool


@lru_cache(maxsize=len(LANGUAGES))
def find_language(code: str) -> Language:
    """The language of a primary subtag; KeyError for one that has no file."""
    if code not in LANGUAGES:
        raise KeyError(code)
    code = _SAME.get(code, code)
    return read_language(code, tomllib.loads((_FOLDER / f"{code}.toml").read_text("utf-8")))


def read_language(code: str, data: Mapping[str, Any]) -> Language:
    """What a file says; ValueError for a key that says nothing, or that is missing."""
    strange, missing = data.keys() - _NEEDED - _MORE, _NEEDED - data.keys()
    if strange or missing:
        told = f"unknown: {sorted(strange)}, missing: {sorted(missing)}"
        raise ValueError(f"{code}.toml: {told}")
    spaced = data.get("spaced", True)
    words = find_whole if spaced else find_parts
    scales, numbers = data["scales"], dict(count(data))
    symbols = (SYMBOLS if spaced else _BARE).items()
    measures = {
        name: "|".join(filter(None, (symbol, words(data["measures"].get(name, "")))))
        for name, symbol in symbols
    }
    days, months = (tuple(map(words, data[key])) for key in ("days", "months"))

    def find(key: str, before: str = "", after: str = "") -> regex.Pattern[str]:
        return compile_pattern(f"{before}(?:{words(data[key])}){after}") if key in data else NEVER

    return Language(
        code=code,
        point=data["point"],
        day=data.get("day", 24),
        spaced=spaced,
        numbers=numbers,
        beginnings=frozenset(_LETTERS.findall(word)[0] for word in numbers),
        scale=compile_pattern("|".join(f"({words(said)})" for said in scales.values())),
        factors=tuple(float(value) for value in scales),
        measure=compile_pattern("|".join(f"({said})" for said in measures.values() if said)),
        measures=tuple(name for name, said in measures.items() if said),
        days=compile_pattern("|".join(f"({day})" for day in days)),
        months=compile_pattern("|".join(f"({month})" for month in months)),
        dated=compile_pattern("|".join(days + months)) if data.get("numbered") else NEVER,
        night=find("night", after=r"\s*$"),
        clock=compile_pattern(rf"\s?(?:{_HALF}|{words(data['clock'])})"),
        minutes=find("hours", r"\s?", r"\.?\s?(\p{Nd}\p{Nd})(?!\p{Nd})"),
        before=find("before", after=r"\s$"),
        joined=compile_pattern(
            rf"\s?(?:(?:[-–—/]|{words(data['and'])})\s?){{1,2}}(?:(?:zu|between|from|€|\$|£)\s?)?$"
        ),
        of=find("of", after=r"\s?"),
        ages=find("ages", r"[-‑.'’]?\s?"),
        ahead=compile_pattern(rf"({words(data['ahead'])})\s?$") if "ahead" in data else NEVER,
    )


def count(data: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """The number words of a file, with those of 0 to 99 that its lists make, and their values."""
    units = [said.split("|") for said in data.get("units", "").split()]
    tens = [said.split("|") for said in data.get("tens", "").split()]
    yield from ((word, float(value)) for value, said in enumerate(units) for word in said)
    for number, said in enumerate(tens, 2):
        yield from ((word, 10.0 * number) for word in said)
        for value in range(1, min(10, len(units))):
            for ten, unit, form in product(said, units[value], data.get("composed", ())):
                yield form.format(ten=ten, unit=unit), 10.0 * number + value
    for value, said in data.get("words", {}).items():
        yield from ((word, float(Fraction(value))) for word in said.split("|"))
