"""Words written twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair
from transtrack.model import Severity

_TWICE: Final = frozenset({"had", "her", "that"})  # what English may say twice in a row
_RIGHT: Final = {  # that other grammars often do: nous nous sommes
    "ca": {"els", "ens", "la", "les", "us"},
    "da": {"den", "det"},
    "de": {"das", "dem", "den", "der", "die", "ihnen", "ihr", "sie"},
    "fr": {"nous", "vous"},
    "hu": {"az"},
    "nb": {"den", "det"},
    "nl": {"dat", "die", "je"},
    "no": {"den", "det"},
    "pl": {"nie"},
    "pt": {"se"},
    "sv": {"den", "det"},
}
# Languages that double a word for emphasis, or to make another of it: yavaş yavaş, mãi mãi
_DOUBLING: Final = frozenset(
    ["az", "bn", "el", "fa", "hi", "id", "ka", "ms", "ta", "tr", "ur", "vi"]
)
_LATIN: Final = regex.compile(r"\p{Latin}")
_LETTER: Final = 3  # letters of the name of a letter: "بي بي سي" is BBC


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each word that follows on itself, where the original has none that does.

    There is none where grammar may want it so: had had, nous nous sommes; a hint only where the
    language doubles words at will.
    """
    text, (source, target) = pair.target.text, pair.languages
    twice = [(a, b) for a, b in pairwise(pair.source.words) if a.key == b.key]
    doubled = {first.key for first, _ in twice}
    names = any(a.capital and b.capital and a.key not in _RIGHT.get(source, ()) for a, b in twice)
    if names or len(twice) > 1:
        return  # what is said twice there may be so here, in other letters: Roa Roa; no, no, no
    spelled = any(w.text.isupper() and len(w.text) > 1 for w in pair.source.words)
    for first, second in pairwise(pair.target.words):
        if first.key != second.key or text[first.end : second.start].strip():
            continue
        if first.key in doubled or first.key in _TWICE or not first.key.isalpha():
            continue
        if _joined(text, first.start - 1) or _joined(text, second.end):
            continue
        if first.key in _RIGHT.get(target, ()):
            continue
        if spelled and len(first.key) <= _LETTER and not _LATIN.match(first.key):
            continue
        wanted = target in _DOUBLING
        yield Remark(
            start=first.start,
            end=second.end,
            message=f'"{first.text}" stands here twice',
            suggestion=first.text,
            fix=None if wanted else first.text,
            severity=Severity.NEUTRAL if wanted else None,
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
