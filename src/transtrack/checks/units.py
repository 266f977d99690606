"""What numbers count: units and currencies, and what one is in another."""

from __future__ import annotations

from typing import Final

SYMBOLS: Final = {  # of measures, in every language, in the order in which they are tried
    "km/h": r"km/h\b", "mph": "", "m/s": r"m/s\b", "year": "", "month": "", "week": "",
    "day": "", "hour": r"h\b", "minute": "", "second": "", "euro": r"€|eur\b",
    "dollar": r"\$|us\$|usd\b", "pound": r"£|gbp\b", "yen": "¥", "franc": r"(?:chf|sfr)\b",
    "rouble": r"₽|rub\b|(?:rubl|roubl|rubel|rubļ|rupl)\p{L}*|рубл\p{L}*|руб\b|ρούβλι\p{L}*"
    "|روبل|卢布|ルーブル|루블",
    "hryvnia": r"₴|uah\b|(?:hryv|griv|hriv|hryw|griw|hřiv)\p{L}*|гривн\p{L}*|гривен\p{L}*|грн\b"
    "|格里夫纳",
    "zloty": r"pln\b|zł\b|z[lł]ot\p{L}*|злот\p{L}*",
    "yuan": r"cny\b|rmb\b|yuan\p{L}*|(?-i:juan\p{L}*)|jüan\p{L}*|юан\p{L}*|يوان|人民币|위안",
    "lira": r"₺|lira\p{L}*|lire\b|лир[аыуе]?\b|ليرة",
    "rupee": r"₹|inr\b|rupees?\b|rupi[ae]\p{L}*|roupies?\b|рупи[йяию]\b|रुपय\p{L}*",
    "crown": r"kč\b|kron(?:e|en|er|or|a|ur)?\b|korun\p{L}*|crowns?\b|couronnes?\b|крон[аыу]?\b",
    "cent": "", "percent": r"%(?!\p{Nd})", "per mille": "‰", "square kilometre": r"km²|km2\b",
    "square metre": r"m²|m2\b", "square mile": "", "square foot": "", "kilometre": r"km\b",
    "mile": "", "centimetre": r"cm\b", "millimetre": r"mm\b", "metre": r"m\b", "yard": "",
    "foot": "", "inch": "", "kilogram": r"kg\b", "gram": r"g\b", "ton": "",
    "millilitre": r"millilit(?:re|er)s?\b|ml\b", "litre": "", "gallon": "",
    "acre": "", "hectare": r"ha\b", "celsius": "°",
}  # fmt: skip
_SMALLER: Final = (  # how many of the first are one of the second
    ("gram", "kilogram", 1000), ("kilogram", "ton", 1000),
    ("metre", "kilometre", 1000), ("centimetre", "metre", 100), ("millimetre", "centimetre", 10),
    ("second", "minute", 60), ("minute", "hour", 60), ("hour", "day", 24), ("day", "week", 7),
    ("month", "year", 12), ("cent", "euro", 100), ("cent", "dollar", 100),
    ("millilitre", "litre", 1000),
)  # fmt: skip
# The source unit's number in target units; a gallon is American or British
_CONVERSIONS: Final[dict[tuple[str, str], float]] = {
    ("kilometre", "mile"): 0.6214,
    ("km/h", "mph"): 0.6214,
    ("m/s", "mph"): 2.237,
    ("m/s", "km/h"): 3.6,
    ("metre", "foot"): 3.281,
    ("kilometre", "foot"): 3281,
    ("kilometre", "yard"): 1094,
    ("mile", "metre"): 1609,
    ("metre", "yard"): 1.094,
    ("kilogram", "pound"): 2.205,
    ("ton", "pound"): 2205,
    ("ton", "imperial pound"): 2000,  # of America
    ("percent", "per mille"): 10,
    ("centimetre", "foot"): 0.0328,
    ("centimetre", "inch"): 0.3937,
    ("millimetre", "inch"): 0.03937,
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
CURRENCIES: Final = frozenset(
    "euro dollar pound yen franc rouble hryvnia zloty yuan lira rupee crown".split()  # noqa: SIM905 - a word list
)


def is_converted(one: tuple[float, str], other: tuple[float, str]) -> bool:
    """Whether two numbers with their units are one measure; degrees may be of two scales.

    >>> is_converted((3200, "gram"), (3.2, "kilogram")), is_converted((68, ""), (20, "celsius"))
    (True, True)
    """
    return _turns_into(one, other) or _turns_into(other, one)


def _turns_into(source: tuple[float, str], target: tuple[float, str]) -> bool:
    (there, unit), (here, other) = source, target
    found = [there * _CONVERSIONS.get((unit, name), 0) for name in (other, f"imperial {other}")]
    if unit == "celsius":  # a temperature, or a difference of two
        found += [there * 9 / 5 + 32, there * 9 / 5]
    return any(value and abs(here / value - 1) <= _NEAR for value in found)
