"""langdetect asked for a text's language."""

from __future__ import annotations

from functools import cache
from typing import Any

_SAMPLE = 10_000  # characters: langdetect looks at no more
_WINDOWS = 10
_FIRST_IDEOGRAPH = "\u2e80"


def take_sample(text: str) -> str:
    """At most 10,000 characters from windows spread evenly over the text."""
    if len(text) <= _SAMPLE:
        return text
    width = _SAMPLE // _WINDOWS
    step = (len(text) - width) // (_WINDOWS - 1)
    return "\n".join(text[at * step : at * step + width] for at in range(_WINDOWS))


def count_letters(text: str) -> int:
    """Letters, an ideograph or kana counted as three."""
    ideographs = 0
    if max(text, default="") >= _FIRST_IDEOGRAPH:
        ideographs = sum(char >= _FIRST_IDEOGRAPH for char in text if char.isalpha())
    return sum(map(str.isalpha, text)) + 2 * ideographs


@cache
def _factory() -> Any:
    from langdetect import detector_factory  # noqa: PLC0415  # slow to import

    detector_factory.init_factory()
    return detector_factory._factory


@cache
def supported_languages() -> frozenset[str]:
    """The languages that can be recognised, regions and scripts aside."""
    return frozenset(str(name).partition("-")[0] for name in _factory().langlist)


def recognise_language(text: str) -> tuple[str, float]:
    """The likeliest language and its probability, 0 where there is nothing to tell it by.

    The same answer every time: langdetect is seeded anew for every call.
    """
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415

    detector = _factory().create()
    detector.seed = 0
    detector.append(text)
    try:
        best = detector.get_probabilities()[0]
    except (LangDetectException, IndexError):
        return "und", 0.0
    tag = {"zh-cn": "zh-Hans", "zh-tw": "zh-Hant"}.get(best.lang, best.lang)
    return tag, float(best.prob)
