from __future__ import annotations

import pytest

from transtrack.model import BlockKind
from transtrack.text import parse_document
from transtrack.text.html import parse

B = BlockKind


def blocks(text: str) -> list[tuple[BlockKind, str]]:
    return [(passage.kind, passage.plain) for passage in parse(text)]


def test_the_article_is_found_in_a_page(page: str) -> None:
    assert blocks(page) == [
        (B.TITLE, "Lange Schlangen vor den Wahllokalen"),
        (B.BYLINE, "Anna Beispiel"),
        (B.DATELINE, "2. März 2024"),
        (B.NAVIGATION, "Zum Inhalt springen"),
        (B.PARAGRAPH, "In Musterstadt hat die Wahl begonnen – mit großem Andrang."),
        (B.CAPTION, "Menschen vor einer Schule"),
        (B.CAPTION, "Viele warteten schon früh"),
        (B.CAPTION, "Bild: Karl Foto/dpa"),
        (
            B.PARAGRAPH,
            "Schon um sieben Uhr standen Hunderte vor der Grundschule. Die Stadt rechnete nicht "
            "damit. Am Sonntag wird gezählt.",
        ),
        (B.HEADING, "Wer gewinnt"),
        (B.QUOTATION, "„Wir sind überrascht“, sagte die Bürgermeisterin."),
        (B.ITEM, "Erster Punkt"),
        (B.ITEM, "Zweiter Punkt"),
        (B.PARAGRAPH, "Das Ergebnis kommt um 20 Uhr & wird online stehen."),
        (B.NOTE, "Dieser Artikel wurde aus dem Englischen übersetzt."),
    ]


LONG = "Ein Absatz, der lang genug ist, um als Fließtext einer Nachrichtenseite zu gelten. "


@pytest.mark.parametrize(
    "wrapping",
    [
        "<body><h1>T</h1>{}</body>",
        "<body><nav><p>Politik</p></nav><div><div class='c'><h1>T</h1><div>{}</div></div></div>",
        "<body><form id='aspnetForm'><div><h1>T</h1>{}</div></form></body>",
        "<body><header><h1>T</h1></header><main>{}</main><footer>Impressum</footer></body>",
        "<h1>T</h1><div itemprop='articleBody'>{}</div><div class='sidebar'><p>Fremdes</p></div>",
        "<body class='comments-open'><h1>T</h1><article class='comment'>{}</article></body>",
        "<table><tr><td class='menu'>Politik<td><h1>T</h1>{}</table>",
    ],
)
def test_text_and_title_are_found_however_they_are_wrapped(wrapping: str) -> None:
    text = wrapping.format(f"<p>{LONG}</p><p>{LONG}</p>")
    assert [plain for _, plain in blocks(text)] == ["T", LONG.strip(), LONG.strip()]


def test_two_line_breaks_part_paragraphs() -> None:
    assert [plain for _, plain in blocks("Eins hier.<br>Zwei.<br><br>Drei.")] == [
        "Eins hier. Zwei.",
        "Drei.",
    ]


def test_hidden_text_is_not_shown() -> None:
    text = (
        "<p>Da<span hidden>weg</span><i aria-hidden=true>weg</i><b style='display: none'>weg</b>."
    )
    assert blocks(text) == [(B.PARAGRAPH, "Da.")]


def test_an_author_box_with_sentences_is_a_paragraph() -> None:
    text = (
        "<p>Text.</p><div class=author>Anna Beispiel schreibt seit Jahren über die Region.</div>"
    )
    assert [kind for kind, _ in blocks(text)] == [B.PARAGRAPH, B.PARAGRAPH]


@pytest.mark.parametrize("opening", ["<div>", "<b>", "<p><div>", "<ul><li>", "<table><tr><td>"])
def test_deep_nesting_is_no_matter(opening: str) -> None:
    assert [plain for _, plain in blocks(opening * 10_000 + "Hallo")] == ["Hallo"]


@pytest.mark.parametrize(
    "text", ["<![x[", "<!", "</", "<a b='", "<!--", "<script>x", "&#x110000;", "<p", "&", "<?x"]
)
def test_broken_markup_does_no_harm(text: str) -> None:
    assert blocks("Hallo " + text)[0][1].startswith("Hallo")


def test_every_shown_word_is_located_in_the_file(page: str) -> None:
    document = parse_document(page, path="a.html")
    seen = 0
    for sentence in document.sentences:
        at = 0
        for word in sentence.plain.split(" "):
            at = sentence.plain.index(word, at)
            span = sentence.locate(at, at + len(word))
            written = page[span.start : span.end]
            if not any(mark in written for mark in "&<"):
                assert written == word
                seen += 1
            at += len(word)
    assert seen > 60
