"""Findings marked in the text of a sentence, exactly where they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transtrack.model import Finding, Sentence, Span
from transtrack.reports.site.links import show


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A finding's stretch of what a reader sees of a sentence; `number` counts from 1.

    `last`: the finding ends in this sentence.
    """

    number: int
    finding: Finding
    start: int
    end: int
    last: bool = True


def find_marks(sentence: Sentence, findings: Sequence[tuple[int, Finding]]) -> list[Mark]:
    """The marks of the numbered findings that stand in a sentence."""
    found = []
    for number, finding in findings:
        span = finding.location.span
        start, end = find_shown(sentence, span)
        last = span.end <= sentence.span.end
        if start < end or (span.start == span.end and sentence.span.start <= span.start and last):
            found.append(Mark(number=number, finding=finding, start=start, end=end, last=last))
    return found


def find_shown(sentence: Sentence, span: Span) -> tuple[int, int]:
    """Where `sentence.plain` shows a span of the file: the way back of `Sentence.locate`.

    An empty range where it shows nothing of it.
    """
    if not sentence.pieces:
        return tuple(  # type: ignore[return-value]  # two of two
            min(max(offset, sentence.span.start), sentence.span.end) - sentence.span.start
            for offset in (span.start, span.end)
        )
    first = last = None
    at = 0
    for piece in sentence.pieces:
        low, high = max(piece.span.start, span.start), min(piece.span.end, span.end)
        width = len(piece.shown)
        if low < high or (span.start == span.end == low == high):
            verbatim = piece.span.end - piece.span.start == width
            start = at + (low - piece.span.start if verbatim else 0)
            end = at + (high - piece.span.start if verbatim else width)
            first = start if first is None else first
            last = end
        at += width
    return (first or 0, last or 0) if first is not None else (at, at)


def weave(text: str, marks: Sequence[Mark]) -> str:
    """A sentence as HTML: each stretch under the same findings in a `mark`, numbers behind."""
    return "".join(_weave(text, marks))


def _weave(text: str, marks: Sequence[Mark]) -> Iterator[str]:
    edges = sorted({0, len(text), *(at for mark in marks for at in (mark.start, mark.end))})
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        points = [mark for mark in marks if mark.start == mark.end == start]
        yield from (f"{_open([mark])}</mark>{_refer(mark)}" for mark in points)
        over = [mark for mark in marks if mark.start <= start < mark.end]
        piece = show(text[start:end])
        if piece:
            yield f"{_open(over)}{piece}</mark>" if over else piece
        yield from (_refer(mark) for mark in over if mark.end == end and mark.last)


def _open(marks: Sequence[Mark]) -> str:
    worst = max((mark.finding.severity for mark in marks), key=lambda severity: severity.rank)
    kind = f"{worst} point" if marks[0].start == marks[0].end else str(worst)
    numbers = " ".join(str(mark.number) for mark in marks)
    return f'<mark class="{kind}" data-findings="{numbers}">'


def _refer(mark: Mark) -> str:
    number = mark.number
    return (
        f'<a class="ref" href="#f{number}" data-findings="{number}" '
        f'aria-label="finding {number}">{number}</a>'
    )
