"""Number words of German, which writes them as one word of any length."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

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


@lru_cache(maxsize=1 << 14)
def read_german(word: str) -> float | None:
    """The value of a German number word, compounds and ordinals included.

    >>> read_german("einundzwanzig"), read_german("zweihundertste"), read_german("dutzend")
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
