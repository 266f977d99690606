"""A readable block of a file, and what a format's reader makes of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from transtrack.model import BlockKind, Piece, Span
from transtrack.text.pieces import Stroke, cut, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is readable of one block; `pieces` cover `span` without a gap, none of it at its ends.

    Their texts joined are never empty and have no white space but single spaces between words.
    """

    kind: BlockKind
    span: Span
    pieces: tuple[Piece, ...]

    @property
    def plain(self) -> str:
        """The passage as a reader sees it."""
        pieces = self.pieces
        return pieces[0].shown if len(pieces) == 1 else "".join([p.shown for p in pieces])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A file format: what it is called, its suffixes, and how it falls into passages.

    `unpack` makes the text of files that are not text; `fixable` says that a fix can be put
    into the file as it stands, `headings` that it can say which lines are headings. `write`
    makes of a reader's words what stands for them in the file, None where nothing does.
    """

    name: str
    suffixes: tuple[str, ...]
    parse: Callable[[str], tuple[Passage, ...]]
    unpack: Callable[[bytes, str], str] | None = None
    fixable: bool = True
    headings: bool = True
    write: Callable[[str], str | None] = str


def make_passage(kind: BlockKind, strokes: Iterable[Stroke]) -> Passage | None:
    """The passage that ascending strokes show, or None where nothing is to be seen."""
    pieces = fold(strokes)
    if not pieces:
        return None
    span = Span(start=pieces[0].span.start, end=pieces[-1].span.end)
    return Passage(kind=kind, span=span, pieces=pieces)


def divide(passage: Passage, at: int, kinds: tuple[BlockKind, BlockKind]) -> list[Passage]:
    """The passage in two, the second from `plain[at]` on, without the spaces between them."""
    plain = passage.plain
    ends = len(plain[:at].rstrip(" ")), len(plain) - len(plain[at:].lstrip(" "))
    halves = cut(passage.pieces, [(0, ends[0]), (ends[1], len(plain))])
    return [
        Passage(
            kind=kind,
            span=Span(start=half[0].span.start, end=half[-1].span.end),
            pieces=half,
        )
        for kind, half in zip(kinds, halves, strict=True)
        if half
    ]


def ascending(passages: Iterable[Passage]) -> bool:
    """Whether no passage begins before the one ahead of it has ended."""
    return all(a.span.end <= b.span.start for a, b in pairwise(passages))
