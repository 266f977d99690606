"""Translations that end without the original's full stop, as those cut off do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.coverage import FUNCTION
from transtrack.checks.pair import Pair
from transtrack.checks.rendering import judge_stretch
from transtrack.model import Severity

_SHORT: Final = 0.8  # of the original's length, where no lexicon tells what is missing
_LIKELY: Final = -0.5  # log-odds of a stretch left out
_CLOSING: Final = "\"“”’'»«)]› "
_ENDS: Final = frozenset(".!?…:。！？।؟۔։።။។")
_ASKS: Final = frozenset("?？؟")  # a question mark is hardly ever left out on purpose
_ABBREVIATED: Final = regex.compile(r"\b\p{L}{1,4}\.$|\p{Nd}\.$")


def find(pair: Pair) -> Iterator[Remark]:
    """A remark if the original ends as a sentence does and the translation does not."""
    source = pair.source.text.rstrip(_CLOSING)
    target = pair.target.text.rstrip(_CLOSING)
    if not source or not target or source[-1] not in _ENDS - {":"}:
        return
    if target[-1] in _ENDS or not (target[-1].isalnum() or target[-1] in ",;-–—(&"):
        return
    if _ABBREVIATED.search(source) and len(pair.source.words) < 6:  # noqa: PLR2004 - u.s.w. in a title
        return
    asks = source[-1] in _ASKS
    last = pair.target.words[-1] if pair.target.words else None
    start = last.start if last else 0
    yield Remark(
        start=start,
        end=len(target),
        message=f'the translation breaks off after "{target[start:]}": '
        f"no {'question mark' if asks else 'full stop'}",
        severity=None if asks or _cut_off(pair) else Severity.NEUTRAL,
    )


def _cut_off(pair: Pair) -> bool:
    """Whether more than a full stop is missing, so far as that can be told."""
    if not pair.links.forth or not pair.target.words:
        return len(pair.target.text) < _SHORT * len(pair.source.text)
    small = FUNCTION.get(pair.languages[1], frozenset())
    return pair.target.words[-1].key in small or judge_stretch(pair)[0] > _LIKELY


CHECK = Check(
    name="end",
    category="linguistic-conventions/punctuation",
    severity=Severity.MINOR,
    help="The original ends with a full stop, the translation without: it may have been cut off.",
    find=find,
    flagged=(
        ("Das Dach ist seit Jahren undicht.", "The roof has been leaking for"),
        ("Wann kommt der Zug?", "When is the train"),
        ("Sie sagte: „Ich bleibe.“", "She said: “I am"),
    ),
    passing=(
        ("Das Dach ist seit Jahren undicht.", "The roof has been leaking for years."),
        ("Neue Brücke über die Elbe", "New bridge over the Elbe"),
        ("Sie sagte: „Ich bleibe.“", "She said, “I am staying.”"),
    ),
)
