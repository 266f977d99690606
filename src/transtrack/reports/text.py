"""The bitext side by side, for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transtrack.model import Bead, Bitext, Document, Origin, Report
from transtrack.reports.page import Page, count_cells, fold, paint, reveal
from transtrack.reports.summary import summarise

_GUTTER = 11  # columns between the texts
_NARROWEST = 12  # columns of a text, however narrow the page
_RED, _YELLOW, _CYAN, _DIM, _BOLD = "31", "33", "36", "2", "1"
_OMITTED = "· not in the translation ·"
_ADDED = "· not in the original ·"


def render(report: Report, page: Page) -> str:
    """The two texts in columns, a bracket around each side of a bead, its confidence between.

    Sentences are numbered from 1. `?` marks a bead to look at, `✓` a reviewed one, `↕` one
    that crosses others.
    """
    lines: list[str] = []
    if report.bitext:
        lines += _draw(report.bitext, page)
        lines += ["", paint(str(summarise(report.bitext)), _BOLD, page)]
    lines += [f"skipped: {reveal(item.what)}: {reveal(item.reason)}" for item in report.skipped]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _draw(bitext: Bitext, page: Page) -> Iterator[str]:
    width = max((page.width - _GUTTER) // 2, _NARROWEST)
    moved = bitext.moved()
    yield from _header(bitext, width, page)
    at = (-1, -1)
    for number, bead in enumerate(bitext.beads):
        here = _block(bitext.source, bead.source, at[0]), _block(bitext.target, bead.target, at[1])
        if (here[0] != at[0] and bead.source) or (here[1] != at[1] and not bead.source):
            yield ""
        at = here
        yield from _rows(bitext, bead, width, page, moved=number in moved)


def _header(bitext: Bitext, width: int, page: Page) -> Iterator[str]:
    titles = [
        [
            *fold(reveal(document.path), width),
            *fold(f"{document.language}, {_size(document)}", width),
        ]
        for document in (bitext.source, bitext.target)
    ]
    for left, right in _level(*titles):
        yield paint(f"{_pad(left, width)}{' ' * _GUTTER}{right}".rstrip(), _BOLD, page)


def _size(document: Document) -> str:
    count = len(document.sentences)
    return f"{count} sentence" if count == 1 else f"{count} sentences"


def _block(document: Document, indices: tuple[int, ...], before: int) -> int:
    return document.sentences[indices[0]].block if indices else before


def _rows(bitext: Bitext, bead: Bead, width: int, page: Page, *, moved: bool) -> Iterator[str]:
    left = _cell(bitext.source, bead.source, width) or [_ADDED[:width]]
    right = _cell(bitext.target, bead.target, width) or [_OMITTED[:width]]
    colour = _colour(bead, moved=moved)
    height = len(left), len(right)
    for row, (source, target) in enumerate(_level(left, right)):
        first = _bracket(row, height[0], "╮│╯─") if bead.source else " "
        second = _bracket(row, height[1], "╭│╰─") if bead.target else " "
        label = _label(bead, moved=moved) if row == 0 else ""
        gutter = paint(f" {first} {label:^5} {second} ", colour, page)
        texts = _pad(source, width), target
        if not bead.source or not bead.target:
            texts = paint(texts[0], colour, page), paint(texts[1], colour, page)
        yield f"{texts[0]}{gutter}{texts[1]}"


def _label(bead: Bead, *, moved: bool) -> str:
    mark = "✓" if bead.origin is Origin.REVIEWED else "?" if bead.doubtful else ""
    sure = "" if mark == "✓" else f"{int(100 * bead.confidence)}%"
    return f"{'↕' if moved else ''}{sure}{mark}"


def _colour(bead: Bead, *, moved: bool) -> str:
    if bead.doubtful:
        return _YELLOW
    if not bead.source or not bead.target:
        return _RED
    return _CYAN if moved else _DIM


def _bracket(row: int, height: int, shapes: str) -> str:
    """The stroke beside a row of a cell: top, middle, bottom, or that of a single row."""
    if row >= height:
        return " "
    if height == 1:
        return shapes[3]
    return shapes[0] if row == 0 else shapes[2] if row == height - 1 else shapes[1]


def _cell(document: Document, indices: tuple[int, ...], width: int) -> list[str]:
    """The sentences of one side, numbered and folded."""
    margin = len(str(len(document.sentences))) + 1
    lines = []
    for index in indices:
        folded = fold(reveal(document.sentences[index].plain), width - margin) or [""]
        lines.append(f"{index + 1:>{margin - 1}} {folded[0]}")
        lines += [f"{'':{margin}}{line}" for line in folded[1:]]
    return lines


def _pad(text: str, width: int) -> str:
    return text + " " * (width - count_cells(text))


def _level(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The lines of two cells in pairs, the shorter filled up."""
    for row in range(max(len(left), len(right))):
        yield (
            left[row] if row < len(left) else "",
            right[row] if row < len(right) else "",
        )
