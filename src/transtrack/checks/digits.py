"""Numbers in digits: what they may be worth, or what time of day they are."""

from __future__ import annotations

from typing import Final
from unicodedata import numeric

import regex

from transtrack.checks.clock import HALF, Reading, read_time, share_time, stands_at
from transtrack.checks.counted import find_unit, has_currency
from transtrack.checks.language import Language
from transtrack.checks.quantity import Quantity
from transtrack.checks.scales import find_scale

NUMBER: Final = regex.compile(
    r"(?<![\p{Nd}])\p{Nd}{1,3}(?:[\u0020\u00a0\u202f\u2009’'](?=\p{Nd}{3}(?!\p{Nd}))\p{Nd}{3})+"
    r"(?:[.,]\p{Nd}+)?|\p{Nd}+(?:[.,:]\p{Nd}+)*"
)
_ATOM: Final = regex.compile(r"\p{Nd}+")
_MARK: Final = regex.compile(r"[^\p{Nd}]")
CENTURY: Final = 1900.0  # of which a decade is that is told by two digits
LONGEST: Final = 30  # characters of a number that may be a time or a decade; Python reads 4,300
_NOON: Final = 12
_PARTED: Final = 2  # parts of a time of day: 9.30
_TYPE: Final = regex.compile(r"(?<!\p{Nd})\p{Lu}-?$")  # A400M, C-295M
_VULGAR: Final = regex.compile(r"[\s\u00a0]?([¼½¾⅓⅔⅛])|[\s\u00a0]([123])/([248])\b")
_SEASON: Final = regex.compile(r"(?<!\p{Nd})(\p{Nd}{2})\p{Nd}{2}[/–-]$")
_SHORT: Final = regex.compile(r"(?:\p{L}|(?<!\p{Nd})['’])$")  # before a year of two digits
_DECADE: Final = regex.compile(r"['’]?(?:er|ern|s)\b|er-")


def read_digits(text: str, match: regex.Match[str], language: Language) -> Quantity:
    """The number in digits at a match of `NUMBER`."""
    token, (start, end) = match[0], match.span()
    minutes = language.minutes.match(text, end) if len(token) <= _PARTED else None  # 14 h 30
    if minutes:
        token, end = f"{token}:{minutes[1]}", minutes.end()
    atoms = tuple(_ATOM.findall(token))
    values = _values(token, atoms, language)
    if vulgar := _VULGAR.match(text, end):
        end = vulgar.end()
        part = numeric(vulgar[1]) if vulgar[1] else int(vulgar[2]) / int(vulgar[3])
        values = [round(value + part, 6) for value in values]
    readings = _read(text, start, end, token, atoms, language)
    halved = len(readings) == 1 and ":" in token and int(atoms[0]) <= _NOON
    if not halved:  # 7:05 in the morning is not that of the evening
        readings |= {("n", value) for value in values}
    bare, priced = end, has_currency(text, start)
    end, scale = find_scale(text, end, language)
    metres = not priced and text[bare:end] in {"m", "M"}
    if metres and _TYPE.search(text, max(start - 3, 0), start):
        end, scale = bare, 1.0
    if scale != 1:
        readings = {("n", round(value * scale, 6)) for value in values}
        if metres:
            readings |= {("n", value) for value in values}
    unit, reach = find_unit(text, start, end, language)
    return Quantity(
        start=start,
        end=end,
        reach=reach,
        text=text[start : half.end() if (half := HALF.match(text, end)) else end],
        value=min(values) * scale if len(values) == 1 else values[0] * scale,
        readings=frozenset(readings),
        atoms=atoms if scale == 1 else (),
        unit=unit,
        listed=len(atoms) > 2  # noqa: PLR2004 - a date
        or ":" in token
        or text[end : end + 1] in (".", ")"),
        clock=language.clock.match(text, bare) is not None,
        factor=scale,
    )


def _read(
    text: str, start: int, end: int, token: str, atoms: tuple[str, ...], language: Language
) -> set[Reading]:
    """What else a number may be: a time of day, a decade or century, the end of a season."""
    readings: set[Reading] = set()
    short = len(token) <= LONGEST
    counted = find_unit(text, start, end, language)[0]
    parted = not text.startswith(token, start)  # 7時55分, whose minutes are its own
    if short and (counted in ("", "hour") or (parted and counted == "minute")):
        readings |= read_time(text, end, [int(atom) for atom in atoms], token, language)
        if len(atoms) == 1 and stands_at(text, start, int(token), language):
            readings |= share_time([int(token)])
    age = len(atoms) == 1 and (_DECADE.match(text, end) or language.ages.match(text, end))
    if short and age:
        if len(token) == 2:  # noqa: PLR2004 - the 70s
            readings.add(("n", CENTURY + int(token)))
        if int(token) % 100 == 0:  # the 1800s are the 19th century
            readings.add(("n", float(int(token) // 100 + 1)))
    if len(token) == 2 and (season := _SEASON.search(text, max(start - 6, 0), start)):  # noqa: PLR2004 - 1968/69
        readings.add(("n", float(season[1] + token)))
    if len(token) == 2 and _SHORT.search(text, max(start - 2, 0), start):  # noqa: PLR2004 - ’19, SS19
        readings.add(("n", 2000.0 + int(token)))
    return readings


def _values(token: str, atoms: tuple[str, ...], language: Language) -> list[float]:
    """What a number in digits may be worth, the likelier value first."""
    if len(atoms) == 1:
        return [float(atoms[0])]
    found: list[float] = []
    groups = all(len(atom) == 3 for atom in atoms[1:]) and len(atoms[0]) <= 3  # noqa: PLR2004
    whole = float("".join(atoms))
    decimal = float(f"{''.join(atoms[:-1])}.{atoms[-1]}")
    marks = _MARK.findall(token)
    if groups and marks[-1] != language.point:
        found.append(whole)
    elif marks[-1] in ".,":
        found.append(decimal)
    if groups and whole not in found:
        found.append(whole)
    return found or [float("".join(atoms))]
