"""Text as a reader sees it, in pieces that tell where in the file it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from transtrack.model import Piece, Span

# Soft hyphen, zero-width space, word joiner, BOM, bidi controls, control characters. U+200C and
# U+200D stay: Persian and Hindi are misspelt without them, and emoji fall apart.
_UNSEEN = "\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f"
_UNSEEN += "\u202a-\u202e\u2060-\u206f\ufeff"
_GAP = re.compile(rf"[\s{_UNSEEN}]{{2,}}|[^\S ]|[{_UNSEEN}]|\A | \Z")
_CJK = re.compile("[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]")


class Stroke(NamedTuple):
    """A stretch of the file and what it says once escapes and entities are resolved."""

    start: int
    end: int
    shown: str

    @property
    def verbatim(self) -> bool:
        """Whether `shown` stands in the file character by character."""
        return self.end - self.start == len(self.shown)


@dataclass(slots=True)
class _Run:
    """Neighbouring visible stretches whose characters stand one for one in the file."""

    start: int
    end: int
    verbatim: bool
    parts: list[str] = field(default_factory=list)


def is_plain(text: str) -> bool:
    """Whether a reader sees all of `text` as it stands."""
    if text.isprintable() and "  " not in text:  # neither white space but " " nor unseen
        return not (text.startswith(" ") or text.endswith(" "))
    return _GAP.search(text) is None


def visible(text: str) -> str:
    """`text` as a reader sees it: white space folded, unseen characters gone."""
    if is_plain(text):
        return text
    return "".join(piece.shown for piece in fold([Stroke(start=0, end=len(text), shown=text)]))


def fold(strokes: Iterable[Stroke]) -> tuple[Piece, ...]:
    """Pieces without a gap: white space as one space, markup and unseen characters as nothing.

    A line break between two Chinese or Japanese characters shows nothing (CSS Text 3, 4.1.2).
    """
    taken = tuple(strokes)
    if len(taken) == 1 and taken[0].verbatim and taken[0].shown and is_plain(taken[0].shown):
        start, end, shown = taken[0]
        return (Piece(span=Span(start=start, end=end), shown=shown),)
    runs: list[_Run] = []
    gap = ""
    for start, end, shown, seen in _atoms(taken):
        if not seen:
            gap += shown
            continue
        if runs and start > runs[-1].end:
            space = _space(runs[-1].parts[-1][-1], gap, shown[0])
            _add(runs, runs[-1].end, start, space)
        _add(runs, start, end, shown)
        gap = ""
    return tuple(
        Piece(span=Span(start=run.start, end=run.end), shown="".join(run.parts)) for run in runs
    )


def _atoms(strokes: Iterable[Stroke]) -> Iterator[tuple[int, int, str, bool]]:
    """Stretches of the strokes, each wholly visible or wholly a gap."""
    for stroke in strokes:
        if not stroke.verbatim:
            seen = "".join(_GAP.split(stroke.shown)) if stroke.shown else ""
            yield stroke.start, stroke.end, seen or stroke.shown, bool(seen)
            continue
        at = 0
        for match in _GAP.finditer(stroke.shown):
            low, high = match.span()
            if low > at:
                yield stroke.start + at, stroke.start + low, stroke.shown[at:low], True
            yield stroke.start + low, stroke.start + high, match[0], False
            at = high
        if at < len(stroke.shown):
            yield stroke.start + at, stroke.end, stroke.shown[at:], True


def _space(before: str, gap: str, after: str) -> str:
    if not any(char.isspace() for char in gap):
        return ""
    broken = "\n" in gap or "\r" in gap
    return "" if broken and _CJK.match(before) and _CJK.match(after) else " "


def _add(runs: list[_Run], start: int, end: int, shown: str) -> None:
    verbatim = end - start == len(shown)
    if verbatim and runs and runs[-1].verbatim and runs[-1].end == start:
        runs[-1].end = end
        runs[-1].parts.append(shown)
    else:
        runs.append(_Run(start=start, end=end, verbatim=verbatim, parts=[shown]))


def cut(pieces: Sequence[Piece], ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[Piece, ...]]:
    """For each ascending range of the shown text the pieces that show it.

    A piece shown otherwise than it is written is never cut: the range where it begins has it.
    """
    index = at = 0
    for start, end in ranges:
        taken: list[Piece] = []
        while index < len(pieces) and at < end:
            piece = pieces[index]
            width = len(piece.shown)
            if at + width > start or taken:
                taken.extend(_clip(piece, max(start - at, 0), min(end - at, width)))
            if at + width > end:
                break
            at += width
            index += 1
        while taken and not taken[-1].shown:
            taken.pop()
        yield tuple(taken)


def _clip(piece: Piece, low: int, high: int) -> Iterator[Piece]:
    if low == 0 and high == len(piece.shown):
        yield piece
    elif piece.span.end - piece.span.start == len(piece.shown):
        span = Span(start=piece.span.start + low, end=piece.span.start + high)
        yield Piece(span=span, shown=piece.shown[low:high])
    elif low == 0:
        yield piece
