from __future__ import annotations

from transtrack.model import BlockKind
from transtrack.text import parse_document
from transtrack.text.markdown import parse

B = BlockKind


def blocks(text: str) -> list[tuple[BlockKind, str]]:
    return [(passage.kind, passage.plain) for passage in parse(text)]


def test_every_block_has_its_kind() -> None:
    text = (
        "# Der *Titel*\n\nVon Anna Beispiel\n\nEin Absatz.\n\n## Mitte ##\n\n> Ein\n> Zitat.\n\n"
        "- Punkt eins\n  geht weiter\n- Punkt zwei\n\n| A | B\\|C |\n|---|---|\n| d | **e** |\n\n"
        "```\nCode\n```\n\nEnde\n====\n\n*Aus dem Englischen übersetzt.*\n"
    )
    assert blocks(text) == [
        (B.TITLE, "Der Titel"),
        (B.BYLINE, "Von Anna Beispiel"),
        (B.PARAGRAPH, "Ein Absatz."),
        (B.HEADING, "Mitte"),
        (B.QUOTATION, "Ein Zitat."),
        (B.ITEM, "Punkt eins geht weiter"),
        (B.ITEM, "Punkt zwei"),
        (B.ITEM, "A"),
        (B.ITEM, "B|C"),
        (B.ITEM, "d"),
        (B.ITEM, "e"),
        (B.HEADING, "Ende"),
        (B.NOTE, "Aus dem Englischen übersetzt."),
    ]


def test_front_matter_is_not_shown() -> None:
    assert blocks("---\ntitle: Geheim\n---\n\nEin Absatz.\n\nNoch einer.") == [
        (B.PARAGRAPH, "Ein Absatz."),
        (B.PARAGRAPH, "Noch einer."),
    ]
    assert blocks('+++\ntitle = "Geheim"\n+++\nEin Absatz.')[0][1] == "Ein Absatz."


def test_alt_texts_around_a_paragraph_are_captions() -> None:
    text = "![Vor der Schule](a.jpg)\n*Viele warteten. Bild: Karl Foto/dpa*"
    assert blocks(text) == [
        (B.CAPTION, "Vor der Schule"),
        (B.CAPTION, "Viele warteten."),
        (B.CAPTION, "Bild: Karl Foto/dpa"),
    ]


def test_a_picture_within_a_sentence_is_not_shown() -> None:
    assert blocks("Ein ![kleines Bild](b.png) mittendrin.")[0][1] == "Ein mittendrin."


def test_html_within_is_read_too() -> None:
    text = "Ein Absatz.\n\n<figure><figcaption>Eine Unterschrift</figcaption></figure>\n"
    assert blocks(text)[1] == (B.CAPTION, "Eine Unterschrift")


def test_every_shown_word_is_located_in_the_file() -> None:
    text = (
        "> Ein Wort **fett**, `Code` und\r\n"
        "> [ein \\[Link\\]](http://x.y/z) &amp; &uuml;ber <b>so</b>\\\r\n"
        "> hart, ~~weg~~ *offen und <https://a.b/c>."
    )
    document = parse_document(text, path="a.md", language="de")
    sentence = document.sentences[0]
    assert sentence.plain == (
        "Ein Wort fett, Code und ein [Link] & über so hart, weg *offen und https://a.b/c."
    )
    for word in ("Ein", "fett", "Code", "Link", "so", "hart", "weg", "offen", "https://a.b/c"):
        at = sentence.plain.index(word)
        span = sentence.locate(at, at + len(word))
        assert text[span.start : span.end] == word
    at = sentence.plain.index("über")
    span = sentence.locate(at, at + 4)
    assert text[span.start : span.end] == "&uuml;ber"


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    text = "---\n\nPara one here.\n\n---\n\nPara two here.\n"
    assert [plain for _, plain in blocks(text)] == ["Para one here.", "Para two here."]
    assert [plain for _, plain in blocks("---\ntitle: x\n\ny: z\n---\n\nPara.\n")] == ["Para."]
    assert [plain for _, plain in blocks("---\n---\n\nPara.\n")] == ["Para."]
