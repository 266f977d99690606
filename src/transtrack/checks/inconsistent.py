"""Sentences that stand twice in the original and are rendered in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz.fuzz import ratio

from transtrack.checks.check import Check, Remark, find_nothing
from transtrack.checks.pair import Pair
from transtrack.model import Bitext, Severity

_FEWEST: Final = 4  # words of a sentence whose renderings are compared
_SAME: Final = 90.0  # per cent of likeness from which two renderings are one


def survey(bitext: Bitext, pairs: Sequence[Pair]) -> Iterator[tuple[int, Remark]]:  # noqa: ARG001 - as all
    """A remark where a sentence of the original stands again and is rendered in another way."""
    first: dict[str, Pair] = {}
    for number, pair in enumerate(pairs):
        if len(pair.source.words) < _FEWEST or not pair.target.words or not pair.sure:
            continue
        other = first.setdefault(pair.source.text, pair)
        if ratio(other.target.text.lower(), pair.target.text.lower()) < _SAME:
            message = f'the same sentence of the original was rendered by "{other.target.text}"'
            yield number, Remark(start=0, end=len(pair.target.text), message=message)


CHECK: Final = Check(
    name="inconsistent-rendering",
    category="terminology/inconsistent-use-of-terminology",
    severity=Severity.MINOR,
    help="A sentence that stands twice in the original is rendered in two ways.",
    find=find_nothing,
    survey=survey,
    flagged=(
        (
            "Das Museum bleibt am Montag geschlossen. Der Eintritt ist frei.\n\n"
            "Die Kinder malen ein Bild. Das Museum bleibt am Montag geschlossen.\n",
            "The museum is closed on Monday. Admission is free.\n\n"
            "The children are painting a picture. On Mondays, nobody can visit the museum.\n",
        ),
        (
            "Die Lage ist weiter ernst. Die Helfer füllen Säcke mit Sand.\n\n"
            "Der Regen hört auf. Die Lage ist weiter ernst.\n",
            "The situation is still serious. The helpers are filling bags with sand.\n\n"
            "The rain is stopping. Things continue to look grave for now.\n",
        ),
        (
            "Wir danken allen Helfern herzlich. Es regnet.\n\n"
            "Die Sonne scheint wieder. Wir danken allen Helfern herzlich.\n",
            "We warmly thank all helpers. It is raining.\n\n"
            "The sun is shining again. Our gratitude goes to every volunteer.\n",
        ),
    ),
    passing=(
        (
            "Das Museum bleibt am Montag geschlossen. Der Eintritt ist frei.\n\n"
            "Die Kinder malen ein Bild. Das Museum bleibt am Montag geschlossen.\n",
            "The museum is closed on Monday. Admission is free.\n\n"
            "The children are painting a picture. The museum is closed on Monday.\n",
        ),
        ("Nein. Nein.\n", "No. Not at all.\n"),
        (
            "Das Museum bleibt am Montag geschlossen. Der Park bleibt am Montag geschlossen.\n",
            "The museum is closed on Monday. On Monday the park stays shut.\n",
        ),
    ),
    whole=True,
)
