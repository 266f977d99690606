"""What each block of a news page is: by its wording, then by its shape and neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from transtrack.model import BlockKind
from transtrack.text.lines import find_credit, find_kind, is_bare_name
from transtrack.text.passages import Passage, divide

_LINE_BREAK = 2  # characters, CRLF
_SHORT_HEADING = 100
_HEADING_WORDS = 14
_LONGEST_TITLE = 220
_CLOSERS = "\"'”“’»«›‹)]"
_STOPS = (".", "…", "。", "।", "؟", "。")
_ENDS = (*_STOPS, "!", "?", ":", ";", ",", "！", "？")
_LETTER = re.compile(r"[^\W\d_]")
_FURNITURE = {BlockKind.NAVIGATION, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CAPTION}
_FIXED = {BlockKind.TITLE, BlockKind.HEADING}


def recognise(passages: Iterable[Passage], *, shaped: bool) -> tuple[Passage, ...]:
    """The passages with their kinds; a credit glued to a caption becomes a passage of its own.

    `shaped` says that the format marks no headings, so that a title and headings are told by
    their shape.
    """
    worded = [part for passage in passages for part in _by_wording(passage)]
    kinds = [passage.kind for passage in worded]
    lines = [passage.plain for passage in worded]
    _mark_names(kinds, worded)
    if shaped:
        _mark_title(kinds, lines)
        _mark_headings(kinds, lines)
    return tuple(
        passage if passage.kind is kind else replace(passage, kind=kind)
        for passage, kind in zip(worded, kinds, strict=True)
    )


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, closing quotes and brackets left aside."""
    return line.rstrip(_CLOSERS + " ").endswith((*_STOPS, "!", "?", "！", "？"))


def _by_wording(passage: Passage) -> Iterator[Passage]:
    if passage.kind in _FIXED:
        yield passage
        return
    line = passage.plain
    found = None if passage.kind is BlockKind.CAPTION else find_kind(line)
    credit = find_credit(line)
    if found or not credit:
        yield replace(passage, kind=found) if found else passage
    else:
        yield from divide(passage, credit, (BlockKind.CAPTION, BlockKind.CAPTION))


def _mark_names(kinds: list[BlockKind], passages: Sequence[Passage]) -> None:
    """Names alone on a line are a byline above a date, or in the line next to one.

    The first line is spared: a title may be two capitalised words.
    """
    first = next((at for at, kind in enumerate(kinds) if kind not in _FURNITURE), 0)
    for index in range(first + 1, len(kinds)):
        if kinds[index] is not BlockKind.PARAGRAPH:
            continue
        above_date = kinds[index + 1 : index + 2] == [BlockKind.DATELINE]
        below = kinds[index - 1] in {BlockKind.DATELINE, BlockKind.BYLINE} and (
            passages[index].span.start - passages[index - 1].span.end <= _LINE_BREAK
        )
        if (above_date or below) and is_bare_name(passages[index].plain):
            kinds[index] = BlockKind.BYLINE


def _mark_title(kinds: list[BlockKind], lines: Sequence[str]) -> None:
    for index, kind in enumerate(kinds[:-1]):
        if kind in _FURNITURE:
            continue
        line = lines[index].rstrip(_CLOSERS + " ")
        if (
            kind is BlockKind.PARAGRAPH
            and len(line) <= _LONGEST_TITLE
            and _LETTER.search(line)
            and not line.endswith((*_STOPS, ":", ";", ","))
        ):
            kinds[index] = BlockKind.TITLE
        return


def _mark_headings(kinds: list[BlockKind], lines: Sequence[str]) -> None:
    """A short line without a final stop, followed by prose, is a heading."""
    for index in range(len(kinds) - 1):
        if kinds[index] is not BlockKind.PARAGRAPH or not _looks_heading(lines[index]):
            continue
        following = next(
            (at for at in range(index + 1, len(kinds)) if kinds[at] not in _FURNITURE), None
        )
        if following is not None and len(lines[following]) > len(lines[index]):
            kinds[index] = BlockKind.HEADING


def _looks_heading(line: str) -> bool:
    if len(line) > _SHORT_HEADING or len(line.split()) > _HEADING_WORDS:
        return False
    question = line.endswith("?") and len(line.split()) <= _HEADING_WORDS // 2
    return bool(_LETTER.search(line)) and (
        question or not line.rstrip(_CLOSERS + " ").endswith(_ENDS)
    )
