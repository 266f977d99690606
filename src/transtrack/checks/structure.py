"""Titles, headings, captions and bylines that the translation lacks, or has as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Final

from transtrack.checks.check import Check, Remark, find_nothing
from transtrack.checks.pair import Pair
from transtrack.model import Bitext, BlockKind, Severity
from transtrack.text import find_reader

_FRAME: Final = {
    BlockKind.TITLE: "title",
    BlockKind.HEADING: "heading",
    BlockKind.CAPTION: "caption",
    BlockKind.BYLINE: "byline",
}
_HEADINGS: Final = (BlockKind.TITLE, BlockKind.HEADING)


def survey(bitext: Bitext, pairs: Sequence[Pair]) -> Iterator[tuple[int, Remark]]:
    """A remark for each title, heading, caption or byline that the translation has not as one."""
    reader = find_reader(PurePath(bitext.source.path).suffix)
    marked = bool(reader and reader.headings) and any(
        block.kind in _HEADINGS for block in bitext.target.blocks
    )
    for number, pair in enumerate(pairs):
        kind = pair.source.kind
        if not pair.source.words or kind not in _FRAME:
            continue
        name = _FRAME[kind]
        if not pair.target.text:
            message = f'the {name} "{pair.source.text[:60]}" is missing'
            yield number, Remark(start=0, end=0, message=message)
        elif marked and kind in _HEADINGS and pair.target.kind is BlockKind.PARAGRAPH:
            message = f"a {name} of the original is a paragraph here"
            yield number, Remark(start=0, end=len(pair.target.text), message=message)


CHECK: Final = Check(
    name="structure",
    category="accuracy/omission",
    severity=Severity.MINOR,
    help="A title, heading, caption or byline of the original is missing, or is none here.",
    find=find_nothing,
    survey=survey,
    flagged=(
        (
            "Der Fluss steigt\n\nDie Helfer füllen seit dem Morgen Säcke mit Sand.\n\n"
            "Foto: Ein Helfer am Deich\n\nAm Abend soll der Regen aufhören.\n",
            "The river is rising\n\nHelpers have been filling bags with sand since morning.\n\n"
            "In the evening the rain is expected to stop.\n",
        ),
        (
            "Der Fluss steigt\n\nDie Helfer füllen seit dem Morgen Säcke mit Sand.\n",
            "Helpers have been filling bags with sand since the morning.\n",
        ),
        (
            "Der Fluss steigt\n\nVon Marta Linde\n\nDie Helfer füllen seit dem Morgen Säcke.\n",
            "The river is rising\n\nHelpers have been filling bags since the morning.\n",
        ),
    ),
    passing=(
        (
            "Der Fluss steigt\n\nDie Helfer füllen seit dem Morgen Säcke mit Sand.\n",
            "The river is rising\n\nHelpers have been filling bags with sand since morning.\n",
        ),
        (
            "Die Helfer füllen seit dem Morgen Säcke mit Sand.\n",
            "The river is rising\n\nHelpers have been filling bags with sand since morning.\n",
        ),
        (
            "Der Fluss steigt\n\nVon Marta Linde\n\nDie Helfer füllen seit dem Morgen Säcke.\n",
            "The river is rising\n\nBy Marta Linde\n\nHelpers have been filling bags all day.\n",
        ),
    ),
    whole=True,
)
