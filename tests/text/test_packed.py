"""Word and PO files as articles."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from transtrack.errors import InputError, OutputError
from transtrack.model import BlockKind, Fix, Span
from transtrack.text import parse_document, read_article_text, read_document, write_fixes

docx = pytest.importorskip("docx", reason="python-docx is not installed")
PO = r"""# a page
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

#. type: Title #
msgid "Winter"
msgstr "Winter in the city"

#. type: Plain text
msgid ""
"Es schneit „viel“. "
"Alle frieren."
msgstr ""
"It snows \"a lot\". "
"Everybody\nis cold."

#, fuzzy
msgid "Alt."
msgstr "Old."

msgid "Neu."
msgstr ""

#~ msgid "Weg."
#~ msgstr "Gone."
"""


def article(path: Path) -> Path:
    document = docx.Document()
    document.add_heading("Winter in der Stadt", 0)
    document.add_heading("Schnee", 2)
    document.add_paragraph("Es schneit viel. Alle frieren.")
    document.add_paragraph("# Kein Titel, sondern ein Satz.")
    document.add_paragraph("Mütze", style="List Bullet")
    document.save(str(path))
    return path


def test_a_word_file_is_read_with_its_headings(tmp_path: Path) -> None:
    document = read_document(str(article(tmp_path / "winter.docx")), language="de")
    assert [(document.blocks[s.block].kind, s.plain) for s in document.sentences] == [
        (BlockKind.TITLE, "Winter in der Stadt"),
        (BlockKind.HEADING, "Schnee"),
        (BlockKind.PARAGRAPH, "Es schneit viel."),
        (BlockKind.PARAGRAPH, "Alle frieren."),
        (BlockKind.PARAGRAPH, "# Kein Titel, sondern ein Satz."),
        (BlockKind.ITEM, "Mütze"),
    ]
    for sentence in document.sentences:
        assert document.text[sentence.span.start : sentence.span.end] == sentence.text


@pytest.mark.parametrize("name", ["winter.docx", "winter.po"])
def test_a_fix_in_place_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    article(path) if path.suffix == ".docx" else path.write_text(PO, encoding="utf-8")
    before = path.read_bytes()
    text, _ = read_article_text(str(path))
    fix = Fix(path=str(path), span=Span(start=0, end=1), text="x")
    with pytest.raises(OutputError, match="cannot be put right in place"):
        write_fixes(str(path), text, [fix])
    assert path.read_bytes() == before


def test_a_word_file_that_floods_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 70_000_000)
    with pytest.raises(InputError, match="zip bomb") as caught:
        read_document(str(path))
    assert caught.value.path == str(path)


def test_a_po_file_is_read_for_its_translations() -> None:
    document = parse_document(PO, path="en/winter.po")
    assert [sentence.plain for sentence in document.sentences] == [
        "Winter in the city",
        'It snows "a lot".',
        "Everybody is cold.",
    ]
    assert document.blocks[0].kind in {BlockKind.TITLE, BlockKind.HEADING}


def test_a_template_is_read_for_what_is_to_be_translated() -> None:
    text = PO.partition("\n\n")[0] + '\n\nmsgid "Es schneit."\nmsgstr ""\n'
    document = parse_document(text, path="de/winter.pot")
    assert [sentence.plain for sentence in document.sentences] == ["Es schneit."]


def test_a_catalogue_of_ours_is_no_article() -> None:
    text = 'msgid ""\nmsgstr ""\n"X-Source-Digest: sha256:00\\n"\n\nmsgid "a"\nmsgstr "b"\n'
    with pytest.raises(InputError, match="a catalogue kept by transtrack"):
        parse_document(text, path="en/winter.po")
