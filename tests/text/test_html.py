from __future__ import annotations

import pytest

from transtrack.errors import InputError
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


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('kalt<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>.', "kalt."),
        ('kalt<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>.', "kalt."),
        ('kalt<sup id="fnref:1"><a href="#x" role="doc-noteref">*</a></sup>.', "kalt."),
        ('<a href="#sdfootnote1anc">1</a>Eine Fußnote.', "Eine Fußnote."),
        ('siehe Abschnitt <a href="#s3">3</a>.', "siehe Abschnitt 3."),
        ('siehe <a href="#fn1">Fußnote 1</a>.', "siehe Fußnote 1."),
        ("10 m<sup>2</sup>, CO<sub>2</sub>.", "10 m2, CO2."),
    ],
)
def test_the_mark_of_a_footnote_is_no_word_of_its_sentence(written: str, shown: str) -> None:
    assert blocks(f"<h1>T</h1><p>{written}</p>")[1] == (B.PARAGRAPH, shown)


def test_the_header_of_a_page_that_libreoffice_saved_is_none_of_the_article() -> None:
    text = f'<div title="header"><p>Seite</p></div><h1>T</h1><p>{LONG}</p><p>{LONG}</p>'
    assert (B.PARAGRAPH, "Seite") not in blocks(text)


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


@pytest.mark.parametrize(
    "cited",
    [
        "<blockquote><p>Es ist gut.</p><footer>Anna Beispiel, Lehrerin</footer></blockquote>",
        "<blockquote><p>Es ist gut.</p><cite>Anna Beispiel, Lehrerin</cite></blockquote>",
        "<blockquote>Es ist gut.<div class='blockquote-footer'>Anna Beispiel, Lehrerin</div>"
        "</blockquote>",
        "<figure><blockquote>Es ist gut.</blockquote><footer>Anna Beispiel, Lehrerin</footer>"
        "</figure>",
    ],
)
def test_who_is_quoted_is_no_page_footer(cited: str) -> None:
    page = f"<article><h1>T</h1><p>{LONG}</p>{cited}</article><footer>Impressum</footer>"
    assert [plain for _, plain in blocks(page)] == [
        "T",
        LONG.strip(),
        "Es ist gut.",
        "Anna Beispiel, Lehrerin",
    ]


@pytest.mark.parametrize(
    ("footer", "shown"),
    [
        ("<footer><address>Anna Beispiel</address></footer>", ["Anna Beispiel"]),
        (
            "<footer class='article-footer'><p>Aus dem Englischen übersetzt.</p></footer>",
            ["Aus dem Englischen übersetzt."],
        ),
        ("<footer><p>Lesen Sie auch: Der andere Artikel</p></footer>", []),
        ("<footer><p>Von Anna Beispiel</p><a href='/'>Alle Artikel</a></footer>", []),
    ],
)
def test_an_article_ends_with_its_author_not_with_its_links(footer: str, shown: list[str]) -> None:
    page = f"<article><h1>T</h1><p>{LONG}</p>{footer}</article>"
    assert [plain for _, plain in blocks(page)] == ["T", LONG.strip(), *shown]


@pytest.mark.parametrize("between", [" ", "\n", " | ", "", " · <!-- -->"])
def test_a_name_and_a_date_in_one_paragraph_are_two_blocks(between: str) -> None:
    meta = f"<span class='author'>Anna Beispiel</span>{between}<time>12.10.2018</time>"
    assert blocks(f"<h1>T</h1><p class='meta'>{meta}</p><p>{LONG}</p>")[1:3] == [
        (B.BYLINE, "Anna Beispiel"),
        (B.DATELINE, "12.10.2018"),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>Hun<!-- nichts -->derte", "Hunderte"),
        ("<p><b>Anna</b> <i hidden>weg</i><b>Beispiel</b>", "Anna Beispiel"),
        ("<p>Eins<br>zwei<wbr>drei", "Eins zweidrei"),
        ("<p title='a>b' id=\"c'd\">Eins", "Eins"),
        ("<p title='offen>Eins", "Eins"),
        ("<p>Eins<plaintext> <b>zwei</b>", "Eins zwei"),
        ("<p>Eins</p></body></html>", "Eins"),
        ("<script src='a.js'/><p>Eins", "Eins"),
        ("<title>Nein</title><textarea><p>nein</textarea><p>Eins", "Eins"),
        ("<p>a&#" + "1" * 5000 + ";b &#0000000065;", "a\ufffdb A"),
        ("<p>a&#x" + "1" * 5000 + ";b", "a\ufffdb"),
        ("<p>\ue0001\ue001 &#xE000;0&#xE001; Eins", "\ue0001\ue001 \ue0000\ue001 Eins"),
        ("<p class='\ue0000\ue001'>Eins<x-\0y\0>!", "Eins!"),
        ("<meta charset=utf-16><p>Äpfel и 你", "Äpfel и 你"),
        ("<?xml version='1.0' encoding='iso-8859-1'?><p>Äpfel", "Äpfel"),
        ("<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>Eins &a;", "]> Eins &a;"),
    ],
)
def test_a_page_shows_what_browsers_show(text: str, shown: str) -> None:
    assert " ".join(plain for _, plain in blocks(text)) == shown


def test_the_text_for_a_picture_stands_where_the_file_has_it() -> None:
    text = (
        """<p>Da.</p><img title="alt='x'" alt="Zwei &amp; drei"><img alt='Vier'><img alt=Fünf>"""
    )
    found = [(passage.plain, passage.span) for passage in parse(text)[1:]]
    assert [plain for plain, _ in found] == ["Zwei & drei", "Vier", "Fünf"]
    written = [text[span.start : span.end] for _, span in found]
    assert written == ["Zwei &amp; drei", "Vier", "Fünf"]


@pytest.mark.parametrize("closing", ["", "</div>"])
def test_a_hundred_thousand_elements_within_each_other_are_read(closing: str) -> None:
    text = "<div>" * 100_000 + "Hallo" + closing * 100_000
    assert [plain for _, plain in blocks(text)] == ["Hallo"]


def test_a_page_that_loses_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("transtrack.text.markup.find_numbers", lambda _: [])
    with pytest.raises(InputError, match="without losing text") as caught:
        parse("<p>Hallo")
    assert caught.value.hint


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


STORY = "<p>The river has been rising since Monday.</p><p>The bridge is closed to all traffic.</p>"


@pytest.mark.parametrize(
    "page",
    [
        f"<!doctype html><title>T</title><article><h1>Flood</h1>{STORY}</article>",
        f"<!doctype html><title>T</title><header><h1>Flood</h1></header>{STORY}",
        f"<!doctype html><meta charset=utf-8><article><h1>Flood</h1>{STORY}</article><p>Us</p>",
        f"<title>T</title><main><h1>Flood</h1>{STORY}</main>",
    ],
)
def test_a_page_may_leave_head_and_body_out(page: str) -> None:
    shown = [text for _, text in blocks(page)]
    assert "Flood" in shown
    assert "The river has been rising since Monday." in shown
    assert "The bridge is closed to all traffic." in shown
    assert "T" not in shown


def test_a_back_that_is_hidden_hides_no_front() -> None:
    styles = "backface-visibility: hidden", "-webkit-backface-visibility:hidden; color: red"
    for style in styles:
        assert blocks(f'<div style="{style}">{STORY}</div>') == blocks(STORY)
    for style in ("display: none", "color:red; visibility: hidden"):
        assert "river" not in str(blocks(f'<div style="{style}">{STORY}</div><p>Seen by all.</p>'))


@pytest.mark.parametrize(
    "tag",
    ["<img {}>", '<img src="a""data:image/png;base64,{}">', '<img alt="A picture" {}>'],
)
def test_a_tag_may_be_as_long_as_a_picture(tag: str) -> None:
    shown = str(blocks(f"<p>Before it.</p>{tag.format('a' * 400_000)}<p>Behind it.</p>"))
    assert "Before it." in shown
    assert "Behind it." in shown
    assert ("A picture" in shown) == ("alt" in tag)
