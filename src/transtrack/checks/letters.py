"""German words with ß or umlauts in English text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair
from transtrack.model import Severity
from transtrack.names.known import load_common

_LETTERS: Final = frozenset("äöüß")


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each word in small letters with ä, ö, ü or ß that German has."""
    quoted = [word.key for word in pair.target.words if not word.key.isascii()]
    for word in pair.target.words:
        if word.capital or not _LETTERS & set(word.key) or len(quoted) > 3:  # noqa: PLR2004 - all German
            continue
        if word.key in load_common("de") and word.key not in load_common("en"):
            if word.key in {"für", "über"} and word.start and _beside_name(pair, word.start):
                continue
            yield Remark(start=word.start, end=word.end, message=f'"{word.text}" is a German word')


def _beside_name(pair: Pair, start: int) -> bool:
    """Whether the word before begins with a capital, as in Alternative für Deutschland."""
    before = [word for word in pair.target.words if word.end == start - 1]
    return bool(before) and before[0].capital


CHECK = Check(
    name="german-letters",
    category="accuracy/untranslated",
    severity=Severity.MINOR,
    help="A German word with ä, ö, ü or ß stands in the English text.",
    find=find,
    flagged=(
        ("Die Hütte ist schön.", "The hut is schön."),
        ("Wir müssen warten.", "We müssen wait."),
        ("Das Wasser ist natürlich kalt.", "The water is natürlich cold."),
    ),
    passing=(
        ("Die Müllers wohnen in Köln.", "The Müllers live in Cologne."),
        ("Sie trank einen Kaffee im Café.", "She had a coffee in the café."),
        ("Die Alternative für Deutschland tagt.", "The Alternative für Deutschland is meeting."),
    ),
    source=("de",),
    target=("en",),
)
