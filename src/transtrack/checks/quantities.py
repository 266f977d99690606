"""The numbers of a text with what they count: values, times, scales and units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final
from unicodedata import numeric

import regex

from transtrack.checks.clock import CLOCK, HALF, Reading, read_time, share_time, stands_at
from transtrack.checks.numerals import read_english, read_german
from transtrack.checks.phrases import Phrase, find_phrases
from transtrack.checks.units import find_unit, has_currency, is_converted

_NUMBER: Final = regex.compile(
    r"(?<![\p{Nd}])\p{Nd}{1,3}(?:[   ’'](?=\p{Nd}{3}(?!\p{Nd}))\p{Nd}{3})+(?:[.,]\p{Nd}+)?"
    r"|\p{Nd}+(?:[.,:]\p{Nd}+)*"
)
_WORD: Final = regex.compile(r"\p{L}+")
_SCALES: Final = {
    "de": {
        "hundert": 1e2, "tausend": 1e3, "tsd": 1e3, "mio": 1e6, "million": 1e6,
        "millionen": 1e6, "mrd": 1e9, "milliarde": 1e9, "milliarden": 1e9, "bio": 1e12,
        "billion": 1e12, "billionen": 1e12, "dutzend": 12,
    },
    "en": {
        "hundred": 1e2, "thousand": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9,
        "billions": 1e9, "trillion": 1e12, "trillions": 1e12, "m": 1e6, "bn": 1e9, "mn": 1e6,
        "k": 1e3, "dozen": 12, "mio": 1e6,
    },
}  # fmt: skip
_LONGEST: Final = 30  # characters of a number that may be a time or a decade; Python reads 4,300
_BIG: Final = 1e5  # a scale from which a number word counts as a number
_JOINED: Final = regex.compile(
    r"\s?(?:[-–—/]|bis|auf|und|oder|to|until|till|and|or|zu)\s?"
    r"(?:(?:zu|between|from|€|\$|£)\s?)?$"
)
_TYPE: Final = regex.compile(r"(?<!\p{Nd})\p{Lu}-?$")  # A400M, C-295M
_VULGAR: Final = regex.compile(r"[\s\u00a0]?([¼½¾⅓⅔⅛])|[\s\u00a0]([123])/([248])\b")
_SEASON: Final = regex.compile(r"(?<!\p{Nd})(\p{Nd}{2})\p{Nd}{2}[/–-]$")
_SCALE: Final = regex.compile(r"[\s  -]?(\p{L}+)\b")
_DECADE: Final = regex.compile(r"['’]?(?:er|ern|s)\b|er-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number at a place: the values it may be read as, its unit, and whether it is in digits.

    `value` is the plainest reading; `atoms` are the whole numbers in it, which stand for
    themselves where it is `listed`, as in a date or a result.
    """

    start: int
    end: int
    text: str
    value: float
    readings: frozenset[Reading]
    atoms: tuple[str, ...]
    unit: str = ""
    digits: bool = True
    listed: bool = False
    clock: bool = False

    def meets(self, other: Quantity) -> bool:
        """Whether both can be the same number: 2:21.31 is 2:21:31, however a time is parted."""
        if self.readings & other.readings:
            return True
        return len(self.atoms) > 2 and self.atoms == other.atoms  # noqa: PLR2004

    def converts(self, source: Quantity) -> bool:
        """Whether it is a number of the source in another unit."""
        return is_converted((source.value, source.unit), (self.value, self.unit))


@lru_cache(maxsize=16)
def find_quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The numbers of a text in German or English, in digits and in words, by place."""
    found = [_from_phrase(text, item) for item in find_phrases(text) if language == "en"]
    covered = bytearray(len(text))
    for item in found:
        covered[item.start : item.end] = b"\1" * (item.end - item.start)
    for match in _NUMBER.finditer(text):
        if not covered[match.start()]:
            item = _from_digits(text, match, language)
            covered[item.start : item.end] = b"\1" * (item.end - item.start)
            found.append(item)
    scales = _SCALES[language]
    read = read_german if language == "de" else read_english
    for match in _WORD.finditer(text):
        value = read(match[0].lower())
        if value is None or covered[match.start()]:
            continue
        found.append(item := _from_word(text, match.span(), value, scales))
        covered[item.start : item.end] = b"\1" * (item.end - item.start)
    found.sort(key=lambda item: item.start)
    return tuple(_share_hours(text, _share_scales(text, found, scales)))


def _from_phrase(text: str, phrase: Phrase) -> Quantity:
    return Quantity(
        start=phrase.start,
        end=phrase.end,
        text=text[phrase.start : phrase.end],
        value=phrase.value,
        readings=frozenset({("n", round(phrase.value, 6))}),
        atoms=(),
        unit=phrase.unit or find_unit(text, phrase.start, phrase.end),
        digits=phrase.scale >= _BIG,
    )


def _from_digits(text: str, match: regex.Match[str], language: str) -> Quantity:
    token, (start, end) = match[0], match.span()
    atoms = tuple(regex.findall(r"\p{Nd}+", token))
    values = _values(token, atoms, language)
    if vulgar := _VULGAR.match(text, end):
        end = vulgar.end()
        part = numeric(vulgar[1]) if vulgar[1] else int(vulgar[2]) / int(vulgar[3])
        values = [round(value + part, 6) for value in values]
    readings = {("n", value) for value in values}
    clock = CLOCK.match(text, end) is not None
    short = len(token) <= _LONGEST
    if short and find_unit(text, start, end) in ("", "hour"):
        readings |= read_time(text, end, [int(atom) for atom in atoms], len(token))
        if len(atoms) == 1 and stands_at(text, start, int(token), language):
            readings |= share_time([int(token)])
    if short and _DECADE.match(text, end) and len(atoms) == 1:
        readings.add(("n", float(int(atoms[0]) % 100)))
        if int(atoms[0]) % 100 == 0:  # the 1800s are the 19th century
            readings.add(("n", float(int(atoms[0]) // 100 + 1)))
    if len(token) == 2 and (season := _SEASON.search(text, 0, start)):  # noqa: PLR2004 - 1968/69
        readings.add(("n", float(season[1] + token)))
    bare, priced = end, has_currency(text, start)
    end, scale = _scale(text, end, _SCALES[language])
    metres = not priced and text[bare:end] in {"m", "M"}
    if metres and _TYPE.search(text, max(start - 3, 0), start):
        end, scale = bare, 1.0
    if scale != 1:
        readings = {("n", round(value * scale, 6)) for value in values}
        if metres:
            readings |= {("n", value) for value in values}
    return Quantity(
        start=start,
        end=end,
        text=text[start : half.end() if (half := HALF.match(text, end)) else end],
        value=min(values) * scale if len(values) == 1 else values[0] * scale,
        readings=frozenset(readings),
        atoms=atoms if scale == 1 else (),
        unit=find_unit(text, start, end),
        listed=len(atoms) > 2  # noqa: PLR2004 - a date
        or ":" in token
        or text[end : end + 1] in (".", ")"),
        clock=clock,
    )


def _values(token: str, atoms: tuple[str, ...], language: str) -> list[float]:
    """What a number in digits may be worth, the likelier value first."""
    if len(atoms) == 1:
        return [float(atoms[0])]
    found: list[float] = []
    groups = all(len(atom) == 3 for atom in atoms[1:]) and len(atoms[0]) <= 3  # noqa: PLR2004
    whole = float("".join(atoms))
    decimal = float(f"{''.join(atoms[:-1])}.{atoms[-1]}")
    marks = regex.findall(r"[^\p{Nd}]", token)
    point = "," if language == "de" else "."
    if groups and marks[-1] != point:
        found.append(whole)
    if marks[-1] in ".,":
        found.append(decimal)
    if groups and whole not in found:
        found.append(whole)
    return found or [float("".join(atoms))]


def _scale(text: str, end: int, scales: dict[str, float]) -> tuple[int, float]:
    match = _SCALE.match(text, end)
    if match and match[1].lower() in scales:
        word = match[1].lower()
        if word in {"m", "k"} and text[end : end + 1].isspace():
            return end, 1.0
        further = _scale(text, match.end(), scales) if scales[word] < _BIG else (match.end(), 1.0)
        return further[0], scales[word] * further[1]
    return end, 1.0


def _from_word(
    text: str, span: tuple[int, int], value: float, scales: dict[str, float]
) -> Quantity:
    start = span[0]
    end, scale = _scale(text, span[1], scales)
    readings = {("n", round(value * scale, 6))}
    word = text[start : span[1]].lower()
    clock = CLOCK.match(text, end) is not None
    if word in {"noon", "midnight"} or clock:
        half = HALF.match(text, end)
        readings |= {(kind, value * 60 % 720) for kind in (half[1].lower() if half else "ap")}
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        value=value * scale,
        readings=frozenset(readings),
        atoms=(),
        unit=find_unit(text, start, end),
        digits=scale >= _BIG,
        clock=clock,
    )


def _share_scales(text: str, found: list[Quantity], scales: dict[str, float]) -> list[Quantity]:
    """The same, where `1.3 to 1.4 billion` may be read as 1.3 billion, and takes its unit."""
    shared = []
    for number, item in enumerate(found):
        other = found[number + 1] if number + 1 < len(found) else None
        if other is None or not _JOINED.search(text, item.end, other.start):
            shared.append(item)
            continue
        readings = item.readings
        if (factor := _scale(text, _bare_end(text, other), scales)[1]) != 1:
            readings |= {("n", round(v * factor, 6)) for kind, v in item.readings if kind == "n"}
        shared.append(replace(item, readings=readings, unit=item.unit or other.unit))
    return shared


def _share_hours(text: str, found: list[Quantity]) -> list[Quantity]:
    """The same, where both of `13 und 15 Uhr` and of `from 5 to 7 pm` are hours."""
    for number in range(len(found) - 2, -1, -1):
        item, other = found[number : number + 2]
        if not other.clock or item.clock or len(item.atoms) not in {1, 2}:
            continue
        if item.end - item.start > _LONGEST:
            continue
        if _JOINED.search(text, item.end, other.start):
            times = share_time([int(atom) for atom in item.atoms])
            found[number] = replace(item, readings=item.readings | times, clock=True)
    return found


def _bare_end(text: str, item: Quantity) -> int:
    match = _NUMBER.match(text, item.start) or _WORD.match(text, item.start)
    return match.end() if match else item.end
