from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from transtrack.model import BlockKind, Piece, Span
from transtrack.text.passages import divide, make_passage
from transtrack.text.pieces import Stroke, cut, fold, visible


def whole(text: str) -> list[Stroke]:
    return [Stroke(start=0, end=len(text), shown=text)]


def test_white_space_folds_to_one_space() -> None:
    assert visible("  a\u00a0b \t c\r\n\u2028d\u3000e\n") == "a b c d e"


def test_what_nobody_sees_is_shown_as_nothing() -> None:
    assert visible("\ufeffHun\u00adder\u200bte \u2066abc\u2069\u200e") == "Hunderte abc"


def test_joiners_that_spell_persian_and_emoji_stay() -> None:
    assert visible("می\u200cخواهم 👩\u200d👧") == "می\u200cخواهم 👩\u200d👧"


def test_a_line_break_between_ideographs_shows_nothing() -> None:
    assert visible("这是一\n个句子") == "这是一个句子"
    assert visible("한국\n어") == "한국 어"


def test_ordinary_text_is_one_piece() -> None:
    text = "Ein Satz mit no-break\u00a0space."
    assert fold(whole(text)) == (
        Piece(span=Span(start=0, end=len(text)), shown="Ein Satz mit no-break space."),
    )


@given(st.text())
def test_pieces_cover_their_stretch_without_a_gap(text: str) -> None:
    pieces = fold(whole(text))
    assert all(a.span.end == b.span.start for a, b in pairwise(pieces))
    shown = "".join(piece.shown for piece in pieces)
    assert shown == shown.strip()
    assert "  " not in shown
    keep = [char for char in text if char.isalnum()]
    assert [char for char in shown if char.isalnum()] == keep


@given(st.text(alphabet="ab \u00a0\u00ad\n"), st.integers(0, 20))
def test_cutting_loses_nothing(text: str, at: int) -> None:
    pieces = fold(whole(text))
    plain = "".join(piece.shown for piece in pieces)
    halves = cut(pieces, [(0, min(at, len(plain))), (min(at, len(plain)), len(plain))])
    assert "".join(piece.shown for half in halves for piece in half) == plain


def test_an_entity_is_never_cut_in_two() -> None:
    pieces = fold([Stroke(start=0, end=20, shown="≂̸")])
    assert list(cut(pieces, [(0, 1), (1, 2)])) == [pieces, ()]


def test_a_divided_passage_loses_the_space_between() -> None:
    passage = make_passage(BlockKind.PARAGRAPH, whole("Text  Bild: AP"))
    assert passage is not None
    halves = divide(passage, 5, (BlockKind.CAPTION, BlockKind.CAPTION))
    assert [(half.plain, half.span.start) for half in halves] == [("Text", 0), ("Bild: AP", 6)]
