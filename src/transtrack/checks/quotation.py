"""Quotation marks that have lost their other half."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair
from transtrack.model import Severity

# Two apostrophes stand for one mark. Before the last letter of a Hebrew word it is the sign of an
# abbreviation.
_MARK: Final = regex.compile(r"(?!(?<=\p{Hebrew}).\p{Hebrew}\b)[\"“”„«»‟″]|(?=''|``|’’|,,)")


def find(pair: Pair) -> Iterator[Remark]:
    """A remark if the marks of one side are even and those of the other odd.

    A quotation that goes on in the next paragraph is open on both sides.
    """
    places = [match.start() for match in _MARK.finditer(pair.target.text)]
    count = _count(pair.source.text)
    if not pair.target.words or not (places or count):
        return
    whole = [_count(text) % 2 for text in pair.blocks]
    if all(pair.blocks) and whole[0] == whole[1]:
        return  # what is missing in this sentence stands in another of the paragraph
    if len(places) % 2 != count % 2:
        at = places[-1] if places else 0
        message = (
            "a quotation mark without its other half"
            if len(places) % 2
            else "a quotation mark of the original has no counterpart here"
        )
        near = any(_count(text) % 2 for text in (pair.before[1], pair.after[1]))
        severity = None if len(places) % 2 and not near else Severity.NEUTRAL
        yield Remark(start=at, end=at + bool(places), message=message, severity=severity)


def _count(text: str) -> int:
    """The marks of a text; where a neighbour's are odd, too, a quotation spans both beads."""
    return len(_MARK.findall(text))


CHECK = Check(
    name="quotation",
    category="linguistic-conventions/punctuation/unpaired-marks",
    severity=Severity.MINOR,
    help="A quotation mark is missing that the original has in pairs.",
    find=find,
    flagged=(
        ("„Wir hoffen“, sagte sie.", "“We are hoping, she said."),
        ('Er nannte es "Unsinn".', 'He called it nonsense".'),
        ("Der Film „Nachtzug“ läuft.", 'The film Night Train" is showing.'),
    ),
    passing=(
        ("„Wir hoffen“, sagte sie.", "“We are hoping,” she said."),
        ("„Wir hoffen. Und wir warten.", "“We are hoping. And we are waiting."),
        ("Der Film „Nachtzug“ läuft.", "The film Night Train is showing."),
    ),
)
