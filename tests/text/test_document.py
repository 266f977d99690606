from __future__ import annotations

from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transtrack.errors import InputError, UsageError
from transtrack.model import BlockKind, Document
from transtrack.text import READERS, parse_document, read_document
from transtrack.text.passages import ascending

SUFFIXES = [reader.suffixes[0] for reader in READERS if reader.name != "PO"]  # any text is read
SNIPPETS = [
    *"ab Zä.!?*_`[]()<>&#|~\\-=+:;\"'\n\r\t\u00a0\u00ad\u200b\u2028\0\x85漢е",
    *("<p>", "</p>", "<div>", "<b>", "</b>", "<br>", "<td>", "<li>", "<img alt='x y'>", "<!--"),
    *("-->", "&amp;", "&shy;", "&NotEqualTilde;", "![", "](u)", "\n\n", "\r\n", "# ", "> ", "- "),
    *("|---|---|\n", "| a | b |\n", "Bild: AP/dpa", "13. Januar 2022", "[r]: /u\n", "~~", "**"),
]


def texts() -> st.SearchStrategy[str]:
    return st.one_of(st.lists(st.sampled_from(SNIPPETS), max_size=40).map("".join), st.text())


def parsed(text: str, path: str, *, presegmented: bool = False) -> Document | None:
    try:
        return parse_document(text, path=path, language="de", presegmented=presegmented)
    except InputError:
        return None


def alphanumeric(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


@given(texts(), st.sampled_from(SUFFIXES), st.booleans())
def test_sentences_stand_where_they_say_and_never_overlap(
    text: str, suffix: str, presegmented: bool
) -> None:
    document = parsed(text, f"a{suffix}", presegmented=presegmented)
    at = 0
    for sentence in document.sentences if document else ():
        assert text[sentence.span.start : sentence.span.end] == sentence.text
        assert sentence.span.start >= at
        at = sentence.span.end
        around = document.blocks[sentence.block].span if document else sentence.span
        assert around.start <= sentence.span.start <= sentence.span.end <= around.end
        covered = [piece.span for piece in sentence.pieces]
        assert all(a.end == b.start for a, b in pairwise(covered))


@given(texts(), st.sampled_from(SUFFIXES))
def test_every_shown_letter_is_located_in_the_file(text: str, suffix: str) -> None:
    document = parsed(text, f"a{suffix}")
    for sentence in document.sentences if document else ():
        for at, char in enumerate(sentence.plain):
            span = sentence.locate(at, at + 1)
            written = text[span.start : span.end]
            assert not char.isalnum() or written == char or written.startswith("&")


@given(texts())
def test_plain_text_loses_and_doubles_nothing_visible(text: str) -> None:
    document = parsed(text, "a.txt")
    shown = "".join(s.plain for s in document.sentences) if document else ""
    assert alphanumeric(shown) == alphanumeric(text)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_passages_ascend(reader: object, page: str) -> None:
    assert ascending(next(r for r in READERS if r is reader).parse(page))


def test_a_document_tells_path_language_and_digest() -> None:
    text = "Ein Satz.\r\nNoch einer."
    document = parse_document(text, path="de/a.txt")
    assert (document.path, document.language, document.notices) == ("de/a.txt", "de", ())
    assert document.text == text
    assert document.digest == f"sha256:{sha256(text.encode()).hexdigest()}"
    assert [sentence.text for sentence in document.sentences] == ["Ein Satz.", "Noch einer."]


def test_the_option_wins_over_the_path_and_the_path_over_the_words() -> None:
    text = "Die Stadt hat am Montag beschlossen, die alte Brücke abzureißen."
    assert parse_document(text, path="en/a.txt", language="fr").language == "fr"
    assert parse_document(text, path="en/a.txt").language == "en"
    found = parse_document(text, path="a.txt")
    assert found.language == "de"
    assert found.notices[0].startswith("language taken for de")
    unknown = parse_document("Kurz.", path="a.txt")
    assert unknown.language == "und"
    assert unknown.notices == ("language unknown: too little text to tell it by",)
    with pytest.raises(UsageError):
        parse_document(text, path="a.txt", language="German")


def test_presegmented_lines_are_sentences_and_empty_lines_empty_ones() -> None:
    text = "Eins. Zwei.\r\n\rDrei\u00a0vier \n\n"
    document = parse_document(text, path="a.txt", language="de", presegmented=True)
    assert [s.plain for s in document.sentences] == ["Eins. Zwei.", "", "Drei vier", ""]
    assert [s.span.start for s in document.sentences] == [0, 13, 14, 25]
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH]


@given(st.lists(st.text(st.characters(categories=("L", "N")))))
def test_presegmented_lines_are_as_many_as_were_written(lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    document = parsed(text, "a.txt", presegmented=True)
    assert not document or [s.text for s in document.sentences] == lines


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.pdf", b"%PDF-1.7", r"\.pdf files cannot be read"),
        ("a.rtf", b"{", r"\.rtf files cannot be read"),
        ("a.xyz", b"\0\1\2", "not a text file"),
        ("a.html", b"<script>x</script>", "no text to read"),
        ("a.md", b"```\ncode\n```\n", "no text to read"),
        ("a.txt", "\u200b".encode(), "no text to read"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_now(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=message) as caught:
        read_document(str(tmp_path / name))
    assert caught.value.hint


def test_the_readable_formats_are_named() -> None:
    with pytest.raises(InputError, match="rtf") as caught:
        read_document("a.rtf")
    assert "Markdown (.md .markdown)" in (caught.value.hint or "")


def test_an_unknown_suffix_is_read_as_plain_text(tmp_path: Path) -> None:
    (tmp_path / "article.news").write_text("Ein Satz. Noch einer.")
    assert len(read_document(str(tmp_path / "article.news"), language="de").sentences) == 2


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_megabyte_on_one_line_is_read(suffix: str) -> None:
    text = "Das ist ein ganz gewöhnlicher Satz. " * 30_000
    document = parsed(text, f"a{suffix}")
    assert document is not None
    assert len(document.sentences) == 30_000


@pytest.mark.parametrize(
    "text", [">" * 10_000 + "a", "[" * 10_000, "- " * 5_000 + "a", "*a _" * 5_000]
)
def test_deeply_nested_markdown_is_read_or_refused(text: str) -> None:
    parsed(text, "a.md")


def test_the_samples_read_as_documents(samples: Path) -> None:
    for language in ("de", "en"):
        document = read_document(str(samples / f"impasse.{language}.txt"))
        assert document.language == language
        assert not document.notices
        assert len(document.sentences) > 60
