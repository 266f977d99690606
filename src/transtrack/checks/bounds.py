"""Numbers that the original calls a lower bound and the translation an upper one, or so round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.pair import Pair
from transtrack.checks.quantities import find_quantities
from transtrack.checks.quantity import Quantity

_ABOVE: Final = {
    "de": regex.compile(
        r"\b(?<!nicht )(?<!kaum )(?:mehr als|mindestens|wenigstens|über)\s(?:die |den |rund )?$",
        regex.IGNORECASE,
    ),
    "en": regex.compile(
        r"\b(?:more than|at least|over|above|exceeding)\s(?:an? |the )?[€$£]?$", regex.IGNORECASE
    ),
}
_BELOW: Final = {
    "de": regex.compile(
        r"\b(?<!nicht )(?:weniger als|höchstens|maximal|unter|knapp|fast|beinahe)\s"
        r"(?:die |den )?$",
        regex.IGNORECASE,
    ),
    "en": regex.compile(
        r"\b(?:less than|fewer than|at most|under|below|almost|nearly)\s(?:an? |the )?[€$£]?$",
        regex.IGNORECASE,
    ),
}
_DENIED: Final = regex.compile(r"\b(?:no|not|nothing|never|without)\b|n['’]t\b", regex.IGNORECASE)
_REACH: Final = 24  # characters before a number in which its bound stands
_FAR: Final = 40  # in which a negation turns it


def find_turned(pair: Pair) -> Iterator[tuple[int, int, str]]:
    """Where a bound with its number stands in the target that the source has the other way."""
    source, target = pair.source.text, pair.target.text
    told = [
        (item, bound)
        for item in find_quantities(source, "de")
        if (bound := _find_bound(source, item, "de"))
    ]
    for item in find_quantities(target, "en") if told else ():
        bound = _find_bound(target, item, "en")
        if not bound or _DENIED.search(target, max(item.start - _FAR, 0), item.start):
            continue
        same = [(other, kind) for other, kind in told if other.meets(item)]
        if same and all(kind[1] != bound[1] for _, kind in same):
            other, kind = same[0]
            yield bound[0], item.reach, source[kind[0] : other.reach]


def _find_bound(text: str, item: Quantity, language: str) -> tuple[int, bool] | None:
    """Where the bound before a number begins, and whether it is a lower one; None without."""
    start = max(item.start - _REACH, 0)
    for lower, table in ((True, _ABOVE), (False, _BELOW)):
        if found := table[language].search(text, start, item.start):
            return found.start(), lower
    return None
