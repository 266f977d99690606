"""What numbers count: units and currencies, and what one is in another."""

from __future__ import annotations

from typing import Final

import regex

_PATTERNS: Final = {
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
    "square kilometre": r"!(?:quadratkilometern?\b|square kilomet(?:er|re)s?\b|sq\.? ?km\b"
    r"|km²|km2\b)",
    "square metre": r"!(?:quadratmetern?\b|square met(?:er|re)s?\b|sq\.? ?m\b|qm\b|m²|m2\b"
    r"|met(?:er|re)s squared\b)",
    "square mile": r"quadratmeilen?|square miles?|sq\.? ?mi(?:les?)?",
    "square foot": r"square[ -](?:foot|feet)|sq\.? ?ft",
    "kilometre": r"kilomet(?:er|re)[ns]?|km",
    "mile": r"meilen?|miles?",
    "centimetre": r"zentimetern?|centimet(?:er|re)s?|cm",
    "millimetre": r"millimetern?|millimet(?:er|re)s?|mm",
    "metre": r"metern?|met(?:er|re)s?|m",
    "yard": r"yards?|yds?",
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
}
_NAMES: Final = tuple(_PATTERNS)
_UNIT: Final = regex.compile(  # the first pattern that fits, its number as the group's
    "|".join(
        rf"((?:{pattern})\b)" if pattern[0] != "!" else f"({pattern[1:]})"
        for pattern in _PATTERNS.values()
    ),
    regex.I,
)
_SMALLER: Final = (  # how many of the first are one of the second
    ("gram", "kilogram", 1000), ("kilogram", "ton", 1000),
    ("metre", "kilometre", 1000), ("centimetre", "metre", 100), ("millimetre", "centimetre", 10),
    ("second", "minute", 60), ("minute", "hour", 60), ("hour", "day", 24), ("day", "week", 7),
    ("month", "year", 12), ("cent", "euro", 100), ("cent", "dollar", 100),
)  # fmt: skip
# The source unit's number in target units; a gallon is American or British
_CONVERSIONS: Final[dict[tuple[str, str], float]] = {
    ("kilometre", "mile"): 0.6214,
    ("km/h", "mph"): 0.6214,
    ("metre", "foot"): 3.281,
    ("metre", "yard"): 1.094,
    ("kilogram", "pound"): 2.205,
    ("centimetre", "foot"): 0.0328,
    ("centimetre", "inch"): 0.3937,
    ("litre", "gallon"): 0.2642,
    ("litre", "imperial gallon"): 0.22,  # by which 2,000 l are 440
    ("hectare", "acre"): 2.471,
    ("metre", "inch"): 39.37,
    ("square metre", "square foot"): 10.764,
    ("square kilometre", "square mile"): 0.3861,
    **{(small, large): 1 / count for small, large, count in _SMALLER},
    **{(large, small): float(count) for small, large, count in _SMALLER},
}
PARTS: Final = {("foot", "inch"): 12.0} | {  # as in 6 feet 4 inches, 1 hour 52 minutes
    (large, small): float(count)
    for small, large, count in _SMALLER
    if small not in ("gram", "kilogram")
}
_NEAR: Final = 0.05  # relative difference within which a converted figure is right
CURRENCIES: Final = frozenset({"euro", "dollar", "pound", "yen", "franc"})
_BEFORE: Final = regex.compile(r"(€|\$|£|¥|\b(?:EUR|USD|GBP|CHF)|US-Dollar|Euro|Tempo)\s?$")
_AFTER: Final = regex.compile(r"[\s  \-‑]?\s?(?:US[- ])?")
_ADJECTIVE: Final = regex.compile(
    r"(?:weitere[nrs]?|volle[nrs]?|ganze[nrs]?|gute[nrs]?|lange[nrs]?|more|full|whole|long)\s"
)


def is_converted(source: tuple[float, str], target: tuple[float, str]) -> bool:
    """Whether two numbers with their units are one measure.

    >>> is_converted((3200, "gram"), (3.2, "kilogram")), is_converted((20, "celsius"), (68, ""))
    (True, True)
    """
    (there, unit), (here, other) = source, target
    found = [there * _CONVERSIONS.get((unit, name), 0) for name in (other, f"imperial {other}")]
    if unit == "celsius":
        found.append(there * 9 / 5 + 32)
    return any(value and abs(here / value - 1) <= _NEAR for value in found)


def has_currency(text: str, start: int) -> bool:
    """Whether a currency stands before the number at a place."""
    return _BEFORE.search(text, max(start - 10, 0), start) is not None


def find_unit(text: str, start: int, end: int) -> str:
    """The unit of the number at a place, before it or behind it; empty where there is none."""
    before = _BEFORE.search(text, max(start - 10, 0), start)
    at = _AFTER.match(text, end)
    place = at.end() if at else end
    further = _ADJECTIVE.match(text, place)
    place = further.end() if further else place
    found = _UNIT.match(text, place) or (_UNIT.match(f"{before[1]} ") if before else None)
    return _NAMES[found.lastindex - 1] if found and found.lastindex else ""
