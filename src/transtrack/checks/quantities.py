"""The numbers of a text with what they count: values, times, scales and units."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import regex

Reading = tuple[str, float]  # ("n", value), ("t", minutes after noon or midnight), ("a", atom)

_NUMBER: Final = regex.compile(
    r"(?<![\p{Nd}])\p{Nd}{1,3}(?:[   ’'](?=\p{Nd}{3}(?!\p{Nd}))\p{Nd}{3})+(?:[.,]\p{Nd}+)?"
    r"|\p{Nd}+(?:[.,:]\p{Nd}+)*"
)
_WORD: Final = regex.compile(r"\p{L}+")
_DE_UNITS: Final = {
    "null": 0, "ein": 1, "eins": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "eines": 1,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
    "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15,
    "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20,
    "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90, "hundert": 100, "tausend": 1000,
}  # fmt: skip
_DE_OTHERS: Final = {
    "erste": 1, "dritte": 3, "siebte": 7, "achte": 8, "zweite": 2, "beide": 2, "beiden": 2,
    "beider": 2, "doppelt": 2, "doppelte": 2, "einmal": 1, "zweimal": 2, "dreimal": 3,
    "dutzend": 12, "halb": 0.5, "halbe": 0.5, "halben": 0.5, "hälfte": 0.5, "anderthalb": 1.5,
    "eineinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5, "drittel": 1 / 3,
    "viertel": 0.25, "dreiviertel": 0.75, "fünftel": 0.2, "zehntel": 0.1, "duzend": 12,
}  # fmt: skip
_EN_WORDS: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "first": 1, "second": 2, "third": 3,
    "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "once": 1, "twice": 2, "both": 2, "double": 2, "dozen": 12, "half": 0.5, "quarter": 0.25,
    "quarters": 0.25, "noon": 12, "midnight": 0, "a": 1, "an": 1, "single": 1,
}  # fmt: skip
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
_BIG: Final = 1e5  # a scale from which a number word counts as a number
_UNITS: Final = {
    unit: regex.compile(rf"(?:{pattern})\b" if pattern[0] != "!" else pattern[1:], regex.I)
    for unit, pattern in {
        "km/h": r"km/h|kmh|kph|kilomet(?:er|re)[ns]? (?:pro Stunde|per hour|an hour)"
        r"|stundenkilometern?|tempo",
        "mph": r"mph|miles per hour|miles an hour",
        "year": r"jahr(?:en?|es|s)?|jährig\w*|years?|yrs?|years?-old|jährige\w*|annual",
        "month": r"monat(?:en?|s|es)?|months?|monatig\w*",
        "week": r"wochen?|weeks?|wöchig\w*",
        "day": r"tag(?:en?|s|es)?|days?|tägig\w*",
        "hour": r"stunden?|hours?|hrs?|std|stündig\w*|h",
        "minute": r"minuten?|minutes?|mins?|minütig\w*",
        "second": r"sekunden?|seconds?|secs?|sekündig\w*",
        "euro": r"!(?:€|euros?\b|eur\b)",
        "dollar": r"!(?:\$|(?:us-?)?dollars?\b|(?:us )?dollars?\b|usd\b)",
        "pound": r"!(?:£|pfund\b|pounds?\b|gbp\b)",
        "yen": r"!(?:¥|yen\b)",
        "franc": r"franken|francs?|chf|sfr",
        "cent": r"cents?",
        "percent": r"!(?:%|prozent\w*|percent\w*|per cent\b|pct\b|p\.\s?c\.)",
        "per mille": r"!(?:‰|promille\b|per mill\w*)",
        "kilometre": r"kilomet(?:er|re)[ns]?|km",
        "mile": r"meilen?|miles?",
        "centimetre": r"zentimetern?|centimet(?:er|re)s?|cm",
        "millimetre": r"millimetern?|millimet(?:er|re)s?|mm",
        "metre": r"metern?|met(?:er|re)s?|m",
        "foot": r"foot|feet|ft|fuß",
        "inch": r"inch(?:es)?|zoll",
        "kilogram": r"kilogramm|kilos?|kilograms?|kg",
        "gram": r"gramm|grams?|g",
        "ton": r"tonnen?|tons?|tonnes?",
        "litre": r"litern?|lit(?:er|re)s?",
        "gallon": r"gallons?",
        "acre": r"acres?",
        "hectare": r"hektare?n?|hectares?|ha",
        "celsius": r"!(?:°|grad\b|degrees?\b)",
    }.items()
}
CONVERSIONS: Final = {  # the source unit's number in target units; a gallon is American or British
    ("kilometre", "mile"): 0.6214,
    ("km/h", "mph"): 0.6214,
    ("metre", "foot"): 3.281,
    ("kilogram", "pound"): 2.205,
    ("centimetre", "foot"): 0.0328,
    ("centimetre", "inch"): 0.3937,
    ("litre", "gallon"): 0.2642,
    ("litre", "imperial gallon"): 0.22,  # by which 2,000 l are 440
    ("hectare", "acre"): 2.471,
}
_BEFORE: Final = regex.compile(r"(€|\$|£|¥|\b(?:EUR|USD|GBP|CHF)|US-Dollar|Euro|Tempo)\s?$")
_AFTER: Final = regex.compile(r"[\s  \-‑]?\s?(?:US[- ])?")
_ADJECTIVE: Final = regex.compile(
    r"(?:weitere[nrs]?|volle[nrs]?|ganze[nrs]?|gute[nrs]?|lange[nrs]?|more|full|whole|long)\s"
)
_CLOCK: Final = regex.compile(
    r"[\s ]?(?:uhr|h\b|[ap]\.?\s?m\b|o['’]clock|hours\b|noon)", regex.IGNORECASE
)
_JOINED: Final = regex.compile(
    r"\s?(?:[-–—/]|bis|auf|und|oder|to|and|or|zu)\s?(?:(?:zu|between|from|€|\$|£)\s?)?$"
)
_SEASON: Final = regex.compile(r"(?<!\p{Nd})(\p{Nd}{2})\p{Nd}{2}[/–-]$")
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

    def meets(self, other: Quantity) -> bool:
        """Whether both can be the same number."""
        return bool(self.readings & other.readings)


@lru_cache(maxsize=16)
def find_quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The numbers of a text in German or English, in digits and in words, by place."""
    found = [_from_digits(text, match, language) for match in _NUMBER.finditer(text)]
    covered = bytearray(len(text))
    for item in found:
        covered[item.start : item.end] = b"\1" * (item.end - item.start)
    scales = _SCALES[language]
    for match in _WORD.finditer(text):
        if covered[match.start()]:
            continue
        word = match[0].lower()
        value = (_read_german if language == "de" else _read_english)(word)
        if value is None:
            continue
        found.append(_from_word(text, match.span(), value, scales))
    found.sort(key=lambda item: item.start)
    return tuple(_share_scales(text, found, scales))


def _from_digits(text: str, match: regex.Match[str], language: str) -> Quantity:
    token, (start, end) = match[0], match.span()
    atoms = tuple(regex.findall(r"\p{Nd}+", token))
    values = _values(token, atoms, language)
    readings = {("n", value) for value in values}
    clock = _CLOCK.match(text, end)
    pairs = len(atoms) == 2 and len(atoms[1]) == 2 and int(atoms[1]) < 60  # noqa: PLR2004 - minutes
    if pairs and int(atoms[0]) <= 24:  # noqa: PLR2004 - hours
        readings.add(("t", (int(atoms[0]) * 60 + int(atoms[1])) % 720))
    if clock and len(atoms) == 1 and int(atoms[0]) <= 24:  # noqa: PLR2004
        readings.add(("t", int(atoms[0]) * 60 % 720))
    if clock and len(atoms) == 1 and len(atoms[0]) == 4:  # noqa: PLR2004 - 1430 hours
        readings.add(("t", (int(atoms[0][:2]) * 60 + int(atoms[0][2:])) % 720))
    if _DECADE.match(text, end) and len(atoms) == 1:
        readings.add(("n", float(int(atoms[0]) % 100)))
    if len(token) == 2 and (season := _SEASON.search(text, 0, start)):  # noqa: PLR2004 - 1968/69
        readings.add(("n", float(season[1] + token)))
    end, scale = _scale(text, end, _SCALES[language])
    if scale != 1:
        readings = {("n", round(value * scale, 6)) for value in values}
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        value=min(values) * scale if len(values) == 1 else values[0] * scale,
        readings=frozenset(readings),
        atoms=atoms if scale == 1 else (),
        unit=_unit(text, start, end),
        listed=len(atoms) > 2  # noqa: PLR2004 - a date
        or ":" in token
        or text[end : end + 1] in (".", ")"),
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
    match = regex.compile(r"[\s  -]?(\p{L}+)\b").match(text, end)
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
    if word in {"noon", "midnight"} or _CLOCK.match(text, end):
        readings.add(("t", value * 60 % 720))
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        value=value * scale,
        readings=frozenset(readings),
        atoms=(),
        unit=_unit(text, start, end),
        digits=scale >= _BIG,
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
        shared.append(
            Quantity(
                start=item.start,
                end=item.end,
                text=item.text,
                value=item.value,
                readings=readings,
                atoms=item.atoms,
                unit=item.unit or other.unit,
                digits=item.digits,
            )
        )
    return shared


def _bare_end(text: str, item: Quantity) -> int:
    match = _NUMBER.match(text, item.start) or _WORD.match(text, item.start)
    return match.end() if match else item.end


def _unit(text: str, start: int, end: int) -> str:
    before = _BEFORE.search(text, max(start - 10, 0), start)
    at = _AFTER.match(text, end)
    place = at.end() if at else end
    further = _ADJECTIVE.match(text, place)
    place = further.end() if further else place
    for unit, pattern in _UNITS.items():
        if pattern.match(text, place):
            return unit
    if before:
        return next(
            (unit for unit, pattern in _UNITS.items() if pattern.match(before[1] + " ")), ""
        )
    return ""


@lru_cache(maxsize=1 << 14)
def _read_german(word: str) -> float | None:
    """The value of a German number word, compounds and ordinals included.

    >>> _read_german("einundzwanzig"), _read_german("zweihundertste"), _read_german("dutzend")
    (21.0, 200.0, 12)
    """
    if word in _DE_OTHERS:
        return _DE_OTHERS[word]
    if word in _DE_UNITS:
        return float(_DE_UNITS[word])
    for ending in ("sten", "ster", "stes", "ste", "ten", "ter", "tes", "te", "en", "er", "es"):
        stem = word.removesuffix(ending)
        if stem != word:
            if stem + "te" in _DE_OTHERS or stem + "e" in _DE_OTHERS:
                return _DE_OTHERS.get(stem + "te") or _DE_OTHERS[stem + "e"]
            if ending.startswith(("st", "t")) and (value := _compose(stem)) is not None:
                return value
    return _compose(word)


def _compose(word: str) -> float | None:
    if word in _DE_UNITS:
        return float(_DE_UNITS[word])
    for mark, factor in (("tausend", 1000), ("hundert", 100)):
        head, found, rest = word.partition(mark)
        if found:
            left = _compose(head) if head else 1.0
            right = _compose(rest.removeprefix("und")) if rest else 0.0
            return None if left is None or right is None else left * factor + right
    head, found, rest = word.partition("und")
    if found and head in _DE_UNITS and rest in _DE_UNITS:
        return float(_DE_UNITS[head] + _DE_UNITS[rest])
    return None


def _read_english(word: str) -> float | None:
    if word in _EN_WORDS:
        return float(_EN_WORDS[word])
    return {"hundred": 100.0, "thousand": 1000.0}.get(word)
