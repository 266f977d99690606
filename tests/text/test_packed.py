"""Word and PO files as articles."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from transtrack.errors import InputError, OutputError
from transtrack.model import BlockKind, Fix, Span
from transtrack.text import parse_document, read_article_text, read_document, write_fixes

docx = pytest.importorskip("docx", reason="python-docx is not installed")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_BODY = """
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Winter</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Schnee</w:t></w:r></w:p>
<w:p><w:r><w:t>Am 3.\u00a0Mai schneite es in der Haupt</w:t><w:softHyphen/><w:t>stadt</w:t></w:r>
<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>, sagt man.</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>Mütze</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="List1"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>
<w:r><w:t>Keine Liste mehr.</w:t></w:r></w:p>
<w:p><w:r><w:t>Daneben ein Kasten.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>
<w:txbxContent><w:p><w:r><w:t>Im Kasten.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback>
<w:txbxContent><w:p><w:r><w:t>Im Kasten.</w:t></w:r></w:p></w:txbxContent></mc:Fallback>
</mc:AlternateContent></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Man sieht </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr>
<w:t xml:space="preserve">nicht </w:t></w:r>
<w:r><w:rPr><w:vanish w:val="false"/></w:rPr><w:t>alles.</w:t></w:r></w:p>
<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>
<w:r><w:t xml:space="preserve">Der Preis </w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">war </w:t></w:r>
<w:del w:id="2"><w:r><w:delText>hoch</w:delText></w:r></w:del>
<w:ins w:id="3"><w:r><w:t>niedrig</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>
"""
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODT_BODY = """<text:tracked-changes><text:changed-region text:id="a"><text:deletion/>
</text:changed-region><text:changed-region text:id="b"><text:deletion><text:p>hoch</text:p>
</text:deletion></text:changed-region><text:changed-region text:id="c"><text:insertion/>
</text:changed-region></text:tracked-changes>
<text:p text:style-name="P1">Winter</text:p>
<text:h text:outline-level="1">Schnee</text:h>
<text:p>Am 3.\u00a0Mai schneite es in der Haupt\u00adstadt<text:note><text:note-citation>1
</text:note-citation><text:note-body><text:p>Fußnote.</text:p></text:note-body></text:note>, sagt
man.<office:annotation><text:p>Am Rand.</text:p></office:annotation></text:p>
<text:list><text:list-item><text:p>Mütze</text:p></text:list-item></text:list>
<text:p>Keine<text:s text:c="2"/>Liste mehr.</text:p>
<text:p><draw:frame><draw:text-box><text:p>Im Kasten.</text:p></draw:text-box></draw:frame>Daneben
ein Kasten.</text:p>
<text:p>Man sieht <text:span text:style-name="T1">nicht </text:span><text:span
>alles.</text:span></text:p>
<text:p>Der Preis <text:change-start text:change-id="a"/>brach ein.</text:p>
<text:p>Ganz weg.</text:p>
<text:p>Er <text:change-end text:change-id="a"/>war <text:change text:change-id="b"/>
<text:change-start text:change-id="c"/>niedrig<text:change-end text:change-id="c"/>.</text:p>
"""
ODT_STYLES = """<style:style style:name="P1" style:parent-style-name="Title"/>
<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>"""
READ = [
    (BlockKind.TITLE, "Winter"),
    (BlockKind.HEADING, "Schnee"),
    (BlockKind.PARAGRAPH, "Am 3. Mai schneite es in der Hauptstadt, sagt man."),
    (BlockKind.ITEM, "Mütze"),
    (BlockKind.PARAGRAPH, "Keine Liste mehr."),
    (BlockKind.PARAGRAPH, "Daneben ein Kasten."),
    (BlockKind.PARAGRAPH, "Im Kasten."),
    (BlockKind.PARAGRAPH, "Man sieht alles."),
    (BlockKind.PARAGRAPH, "Der Preis war niedrig."),
]
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


def pack(**parts: str) -> bytes:
    """A package of these files, a `/` in whose names is written `__`."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, text in parts.items():
            package.writestr(f"{name.replace('__', '/')}.xml", text)
    return file.getvalue()


def write_word(body: str) -> bytes:
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    names = f'xmlns:w="{WORD}" xmlns:mc="{space}"'
    return pack(word__document=f"<w:document {names}><w:body>{body}</w:body></w:document>")


def write_odt(body: str, root: str = "document-content") -> str:
    rooms = ("office", "text", "style", ("draw", "drawing"), "table")
    told = [(room, room) if isinstance(room, str) else room for room in rooms]
    names = " ".join(f'xmlns:{short}="{ODF}{name}:1.0"' for short, name in told)
    return (
        f"<office:{root} {names}><office:automatic-styles>{ODT_STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:{root}>"
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("winter.docx", write_word(WORD_BODY)),
        ("winter.odt", pack(content=write_odt(ODT_BODY))),
        ("winter.fodt", write_odt(ODT_BODY, "document").encode()),
    ],
    ids=["docx", "odt", "fodt"],
)
def test_what_a_word_processor_saves_is_read_as_its_readers_see_it(
    tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    document = read_document(str(path), language="de")
    assert [(document.blocks[s.block].kind, s.plain) for s in document.sentences] == READ
    for sentence in document.sentences:
        assert document.text[sentence.span.start : sentence.span.end] == sentence.text


def test_a_paragraph_that_is_never_closed_is_read_to_its_end(tmp_path: Path) -> None:
    odt, word = tmp_path / "winter.odt", tmp_path / "winter.docx"
    regions = ODT_BODY[: ODT_BODY.index("<text:p text")]
    start = '<text:change-start text:change-id="a"/>'
    spaces = f'<text:s text:c="{"9" * 5000}"/>'
    body = f"{regions}<text:p>Es{spaces}schneit.{start}</text:p><text:p>Weg</text:p>"
    odt.write_bytes(pack(content=write_odt(body)))
    mark = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
    word.write_bytes(write_word(f"<w:p>{mark}<w:r><w:t>Es schneit.</w:t></w:r></w:p>"))
    for path in (odt, word):
        assert [s.plain for s in read_document(str(path)).sentences] == ["Es schneit."]


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


@pytest.mark.parametrize("name", ["undefined", "punycode", "no-such-thing"])
def test_an_encoding_that_is_none_is_a_message(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.fodt"
    path.write_text(f'<?xml version="1.0" encoding="{name}"?><a>b\u00e9</a>', encoding="utf-8")
    with pytest.raises(InputError, match="not in the encoding it names"):
        read_document(str(path), language="de")
