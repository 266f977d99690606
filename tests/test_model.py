from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.specimens import bead, english, every_kind, german

from transtrack.errors import TranstrackError
from transtrack.model import Bead, Bitext, Document, Piece, Position, Sentence, Span

INDICES = st.lists(st.integers(0, 30), unique=True).map(sorted).map(tuple)


@given(st.text(alphabet="ab\n\r\u2028é", max_size=60), st.data())
def test_a_position_counts_lines_as_editors_do(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    document = Document(
        path="x", language="de", text=text, blocks=(), sentences=(), digest="sha256:"
    )
    before = text[:offset]
    if before.endswith("\r") and text[offset : offset + 1] == "\n":
        return  # between CR and LF there is no position a person could name
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert document.position(offset) == Position(line=len(lines), column=len(lines[-1]) + 1)


@given(st.lists(st.text(alphabet="abc ", min_size=0, max_size=4), max_size=8), st.data())
def test_a_sentence_locates_what_it_shows(shown: list[str], data: st.DataObject) -> None:
    pieces = []
    at = 10
    for text in shown:
        hidden = data.draw(st.integers(0, 3))
        pieces.append(Piece(span=Span(start=at + hidden, end=at + hidden + len(text)), shown=text))
        at += hidden + len(text)
    sentence = Sentence(
        index=0, text="x" * (at - 10), span=Span(start=10, end=at), block=0, pieces=tuple(pieces)
    )
    if not sentence.plain or not pieces:
        return
    start = data.draw(st.integers(0, len(sentence.plain) - 1))
    span = sentence.locate(start, start + 1)
    holder = next(p for p in pieces if p.span.start <= span.start < p.span.end)
    assert span.end - span.start == 1
    assert holder.shown[span.start - holder.span.start] == sentence.plain[start]


def test_a_piece_shown_differently_is_located_whole() -> None:
    pieces = (
        Piece(span=Span(start=0, end=1), shown="a"),
        Piece(span=Span(start=1, end=6), shown="&"),
        Piece(span=Span(start=6, end=7), shown="b"),
    )
    sentence = Sentence(index=0, text="a&amp;b", span=Span(start=0, end=7), block=0, pieces=pieces)
    assert sentence.plain == "a&b"
    assert sentence.locate(1, 2) == Span(start=1, end=6)
    assert sentence.locate(0, 3) == Span(start=0, end=7)
    with pytest.raises(ValueError, match="nothing is shown"):
        sentence.locate(3, 3)


def test_a_bead_needs_a_sentence() -> None:
    with pytest.raises(ValueError, match="at least one side"):
        bead([], [])


@given(st.lists(st.integers(0, 9), min_size=2, max_size=5))
def test_a_bead_ascends(indices: list[int]) -> None:
    if indices == sorted(set(indices)):
        assert bead(indices, []).kind == f"{len(indices)}-0"
    else:
        with pytest.raises(ValueError, match="ascend"):
            bead(indices, [])


@pytest.mark.parametrize(
    "beads",
    [
        (bead([0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4]),),
        (bead([0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5]), bead([5], [])),
        (bead([0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5]),),
    ],
)
def test_a_bitext_holds_every_sentence_once(beads: tuple[Bead, ...]) -> None:
    with pytest.raises(ValueError, match="partition"):
        Bitext(source=german(), target=english(), beads=beads, signature="")


def test_the_fewest_beads_that_cross_are_the_moved_ones() -> None:
    bitext = every_kind()
    assert [bitext.beads[k].kind for k in sorted(bitext.moved())] == ["1-1"]
    assert {bitext.beads[k].source for k in bitext.moved()} == {(5,)}


@given(st.permutations(range(6)))
def test_without_the_moved_beads_none_cross(order: list[int]) -> None:
    beads = tuple(bead([k], [t]) for k, t in enumerate(order))
    bitext = Bitext(source=german(), target=english(), beads=beads, signature="")
    left = [b.target[0] for k, b in enumerate(bitext.beads) if k not in bitext.moved()]
    assert left == sorted(left)
    assert (order == sorted(order)) is not bool(bitext.moved())


def test_a_span_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start=3, end=2)


def test_an_error_says_where_what_and_what_now() -> None:
    error = TranstrackError("bad", path="a.md", line=3, column=9, hint="do this\nor that")
    assert str(error) == "a.md:3:9: bad\n  do this\n  or that"
    assert str(TranstrackError("bad")) == "bad"
