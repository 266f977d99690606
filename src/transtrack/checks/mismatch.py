"""Beads whose sides say different things, as when neighbours have been swapped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from transtrack.checks.check import Check, Remark
from transtrack.checks.coverage import find_content
from transtrack.checks.pair import Pair
from transtrack.checks.rendering import judge_whole, match_words
from transtrack.model import Severity

_UNRELATED: Final = 2.0  # log-odds from which a bead is reported
_SURE: Final = 3.5  # from which it is major
_MANY: Final = 4  # words that are rendered, from which a side may count as rendered
_MOST: Final = 0.5


def find(pair: Pair) -> Iterator[Remark]:
    """A remark on the bead if hardly a word of either side meets one of the other."""
    if not pair.source.words or not pair.target.words or not pair.links.forth:
        return
    odds = judge_whole(pair)
    if odds > _UNRELATED and not _is_rendered(pair):
        yield Remark(
            start=0,
            end=len(pair.target.text),
            message="this does not render the original that it stands for",
            severity=Severity.MAJOR if odds > _SURE else Severity.MINOR,
        )


def _is_rendered(pair: Pair) -> bool:
    """Whether most of what one side says is on the other, as where a sentence is added to it."""
    for side, met in zip((pair.source, pair.target), match_words(pair), strict=True):
        content = {number for number, says in enumerate(find_content(side)) if says}
        found = len(content & met)
        if found >= max(_MANY, _MOST * len(content)):
            return True
    return False


CHECK = Check(
    name="mismatch",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    help="The translation says something else than its original, as where neighbours are swapped.",
    find=find,
    flagged=(
        (
            "Die Polizei sperrte die Brücke nach dem Unfall, bei dem zwei Radfahrer starben.",
            "In summer many guests come from the neighbouring villages.",
        ),
        (
            "Das Orchester spielt im Dezember zwei Konzerte in der neuen Halle am Hafen.",
            "The harvest was poor because it had hardly rained.",
        ),
        (
            "Der Minister kündigte höhere Steuern auf Tabak an.",
            "Three hikers were rescued from the glacier by helicopter.",
        ),
    ),
    passing=(
        ("Die Polizei sperrte die Brücke.", "The bridge was closed by the police."),
        (
            "Das Orchester spielt im Dezember zwei Konzerte.",
            "The orchestra is giving two concerts in December.",
        ),
        (
            "20.31 Uhr: Iwanischwili erklärt sich zum Sieger",
            "8:31 p.m.: Ivanishvili declares victory",
        ),
        ("Die Schachspielerin Marija Musytschuk siegte.", "Chess player Mariya Muzychuk won."),
        ("Beim Stand von 2:1 wurde das Spiel abgebrochen.", "The match was abandoned at 2-1."),
        (
            "Die Ernte war schlecht, weil es kaum regnete.",
            "A lack of rain made for a poor harvest.",
        ),
    ),
    source=("de",),
    target=("en",),
)
