"""Words written twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair
from transtrack.model import Severity

_TWICE: Final = frozenset({"had", "her", "that"})  # what English may say twice in a row
_RIGHT: Final = {  # that other grammars often do: nous nous sommes
    "de": {"das", "dem", "den", "der", "die", "ihnen", "ihr", "sie"},
    "fr": {"nous", "vous"},
    "nl": {"dat", "die", "je"},
}


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each word that follows on itself, where the original has none that does.

    There is none where grammar may want it so: had had, nous nous sommes.
    """
    text = pair.target.text
    doubled = {a.key for a, b in pairwise(pair.source.words) if a.key == b.key}
    for first, second in pairwise(pair.target.words):
        if first.key != second.key or text[first.end : second.start].strip():
            continue
        if first.key in doubled or first.key in _TWICE or not first.key.isalpha():
            continue
        if _joined(text, first.start - 1) or _joined(text, second.end):
            continue
        if first.key in _RIGHT.get(pair.languages[1], ()):
            continue
        yield Remark(
            start=first.start,
            end=second.end,
            message=f'"{first.text}" stands here twice',
            suggestion=first.text,
            fix=first.text,
        )


def _joined(text: str, at: int) -> bool:
    """Whether a hyphen or apostrophe joins a word to another: a one-time time trial."""
    return text[at : at + 1] in tuple("-‐‑'’") if at >= 0 else False


CHECK = Check(
    name="doubled-word",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    help="A word stands twice in a row.",
    find=find,
    flagged=(
        ("Das Dach ist undicht.", "The the roof leaks."),
        ("Sie kam aus Prag.", "She came from from Prague."),
        ("Am Freitag beginnt der Prozess.", "The trial begins on Friday friday."),
    ),
    passing=(
        ("Das Dach ist undicht.", "The roof leaks."),
        ("Duran Duran spielten am Abend.", "Duran Duran played in the evening."),
        ("Er fragte: „Wo? Wo ist er?“", "He asked: “Where? Where is he?”"),
        ("Er hatte Geduld gehabt.", "He had had patience."),
        ("Zwei Zweijährige fuhren mit.", "Two two-year-olds went along."),
    ),
)
