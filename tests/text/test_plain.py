from __future__ import annotations

from pathlib import Path

from transtrack.model import BlockKind
from transtrack.text.plain import parse

B = BlockKind


def blocks(text: str) -> list[tuple[BlockKind, str]]:
    return [(passage.kind, passage.plain) for passage in parse(text)]


COPIED = """1. Zum Inhalt springen
  2. Zum Hauptmenü springen

Lange Schlangen vor den Wahllokalen

Anna Beispiel
2. März 2024

In Musterstadt hat die Wahl begonnen. Der Andrang ist groß.

 Menschen vor einer Schule
Viele warteten schon früh am MorgenBild: Karl Foto/dpa

Schon um sieben Uhr standen Hunderte vor der Grundschule. Die Stadt rechnete nicht damit.

Wer gewinnt

Das weiß noch niemand.

Aus dem Ukrainischen adaptiert.
"""

WRAPPED = """Lange Schlangen vor den Wahllokalen

In Musterstadt hat am frühen Morgen die Wahl begonnen, und der
Andrang ist so groß wie seit vielen Jahren nicht mehr. Hunderte
Menschen standen schon vor der Öffnung vor der Schule.

Die Stadt rechnete nicht damit, sagte die Bürgermeisterin am
Mittag. Wer bis zum Abend in der Schlange steht, darf noch
wählen.
"""


def test_every_block_of_a_copied_page_is_recognised() -> None:
    assert blocks(COPIED) == [
        (B.NAVIGATION, "1. Zum Inhalt springen"),
        (B.NAVIGATION, "2. Zum Hauptmenü springen"),
        (B.TITLE, "Lange Schlangen vor den Wahllokalen"),
        (B.BYLINE, "Anna Beispiel"),
        (B.DATELINE, "2. März 2024"),
        (B.PARAGRAPH, "In Musterstadt hat die Wahl begonnen. Der Andrang ist groß."),
        (B.CAPTION, "Menschen vor einer Schule"),
        (B.CAPTION, "Viele warteten schon früh am Morgen"),
        (B.CAPTION, "Bild: Karl Foto/dpa"),
        (
            B.PARAGRAPH,
            "Schon um sieben Uhr standen Hunderte vor der Grundschule. "
            "Die Stadt rechnete nicht damit.",
        ),
        (B.HEADING, "Wer gewinnt"),
        (B.PARAGRAPH, "Das weiß noch niemand."),
        (B.NOTE, "Aus dem Ukrainischen adaptiert."),
    ]


def test_lines_wrapped_at_a_margin_are_one_block() -> None:
    assert [kind for kind, _ in blocks(WRAPPED)] == [B.TITLE, B.PARAGRAPH, B.PARAGRAPH]
    assert "Hunderte Menschen standen" in blocks(WRAPPED)[1][1]


def test_lines_may_end_in_any_way() -> None:
    expected = blocks(COPIED)
    assert blocks(COPIED.replace("\n", "\r\n")) == expected
    assert blocks(COPIED.replace("\n", "\r")) == expected


def test_a_sentence_that_goes_on_in_the_next_line_is_not_torn() -> None:
    text = "Das ist ein Satz, der hier noch lange nicht\nzu Ende ist."
    assert [plain for _, plain in blocks(text)] == [text.replace("\n", " ")]


def test_whole_sentences_on_lines_of_their_own_are_blocks_of_their_own() -> None:
    assert (
        len(blocks("Das ist der erste Satz.\nHier steht der zweite.\nUnd der dritte Satz.")) == 3
    )


def test_bullets_are_items() -> None:
    kinds = [kind for kind, _ in blocks("Titel\n\nEs geht um dies:\n\n- Brot\n- Milch\n- Käse")]
    assert kinds == [B.TITLE, B.PARAGRAPH, B.ITEM, B.ITEM, B.ITEM]


def test_the_samples_hold_a_title_three_captions_and_four_headings(samples: Path) -> None:
    for language, notes in (("de", 0), ("en", 1)):
        text = (samples / f"impasse.{language}.txt").read_text("utf-8")
        kinds = [kind for kind, _ in blocks(text)]
        assert kinds[:6] == [B.NAVIGATION] * 3 + [B.TITLE, B.BYLINE, B.DATELINE]
        assert kinds.count(B.CAPTION) == 9
        assert kinds.count(B.HEADING) == 4
        assert kinds.count(B.NOTE) == notes
        assert kinds.count(B.PARAGRAPH) == len(kinds) - 6 - 9 - 4 - notes
