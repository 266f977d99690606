from __future__ import annotations

import io
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transtrack.errors import InputError, OutputError
from transtrack.text import read_text, write_text
from transtrack.text.encodings import decode

GERMAN = (
    "Die Gespräche über die Lösung dauern an. „Wir müssen größer denken“, sagte er – und ging."
)
FRENCH = "Le président a déclaré que l’été était déjà terminé, où il faisait très beau à Nîmes."
POLISH = "Zażółć gęślą jaźń. Prezydent powiedział, że wojna się skończy, gdy wszyscy będą chcieli."
RUSSIAN = "Президент заявил, что переговоры с соседями зашли в тупик. Столица ждёт ответа."
SURROGATES = ("Cs",)
MARKED = [
    ("utf-8", b"\xef\xbb\xbf"),
    ("utf-16-le", b"\xff\xfe"),
    ("utf-16-be", b"\xfe\xff"),
    ("utf-32-le", b"\xff\xfe\0\0"),
    ("utf-32-be", b"\0\0\xfe\xff"),
]


def write(folder: Path, data: bytes, name: str = "a.txt") -> str:
    (folder / name).write_bytes(data)
    return str(folder / name)


def words() -> st.SearchStrategy[str]:
    letters = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff")
    return st.text(letters).map(lambda text: f"Ein Wort {text}")


@given(words())
def test_utf_8_is_read_back_as_it_was_written(text: str) -> None:
    assert decode(text.encode(), "a").text == text


@pytest.mark.parametrize(("codec", "mark"), MARKED)
@given(text=words())
def test_a_byte_order_mark_tells_the_encoding_and_is_no_text(
    codec: str, mark: bytes, text: str
) -> None:
    assert decode(mark + text.encode(codec), "a").text == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [GERMAN, RUSSIAN])
def test_utf_16_is_known_without_a_mark_by_its_nul_bytes(codec: str, text: str) -> None:
    decoded = decode(text.encode(codec), "a")
    assert decoded.text == text
    assert decoded.notices == (f"no byte order mark; read as {codec.upper()}",)


@pytest.mark.parametrize(
    ("codec", "text", "name"),
    [
        ("cp1252", GERMAN, "windows-1252"),
        ("cp1252", FRENCH, "windows-1252"),
        ("cp1250", POLISH, "windows-1250"),
        ("cp1251", RUSSIAN, "windows-1251"),
        ("koi8-r", RUSSIAN, "KOI8-R"),
        ("iso8859-5", RUSSIAN, "ISO 8859-5"),
        ("cp1252", "Größe", "windows-1252"),
    ],
)
def test_a_legacy_code_page_is_recognised_with_a_notice(codec: str, text: str, name: str) -> None:
    decoded = decode(text.encode(codec), "a")
    assert decoded.text == text
    assert decoded.notices == (f"not UTF-8; read as {name}",)


def test_a_page_may_declare_its_legacy_code_page() -> None:
    page = '<meta charset="iso-8859-2"><p>źdźbło'
    assert decode(page.encode("iso8859-2"), "a.html").text == page


def test_line_ends_and_no_break_spaces_stay(tmp_path: Path) -> None:
    text = "a\r\nb\rc\nd\u00a0e\u2028f"
    assert read_text(write(tmp_path, text.encode())) == (text, ())


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Grüße".encode())))
    assert read_text("-") == ("Grüße", ())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"%PDF-1.7 \0\1\2\3", "NUL byte"),
        (b"\1\2\3\4\5\6 abc", "control characters"),
        (b"\xff\xfea", "begins as UTF-16 but is not"),
        (bytes(range(256)) * 8, "not a text file"),
    ],
)
def test_what_is_no_text_is_an_input_error(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read_text(write(tmp_path, data))
    assert caught.value.path == str(tmp_path / "a.txt")
    assert caught.value.hint


@given(st.binary())
def test_any_bytes_are_text_or_an_input_error(data: bytes) -> None:
    with suppress(InputError):
        assert isinstance(decode(data, "a").text, str)


def test_a_missing_file_and_a_folder_are_input_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_text(str(tmp_path / "none.txt"))
    with pytest.raises(InputError, match="folder"):
        read_text(str(tmp_path))
    with pytest.raises(InputError, match="cannot be read"):
        read_text("a\0b")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_an_input_error(tmp_path: Path) -> None:
    path = write(tmp_path, b"x")
    Path(path).chmod(0)
    with pytest.raises(InputError, match="permission"):
        read_text(path)


def test_writing_keeps_the_mode_and_leaves_nothing_else_behind(tmp_path: Path) -> None:
    path = write(tmp_path, b"old")
    Path(path).chmod(0o640)
    write_text(path, "neü\r\n")
    assert Path(path).read_bytes() == "neü\r\n".encode()
    assert stat.S_IMODE(Path(path).stat().st_mode) == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_text(str(tmp_path / "new.txt"), "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.txt").stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    write(tmp_path, b"old")
    (tmp_path / "link.txt").symlink_to("a.txt")
    write_text(str(tmp_path / "link.txt"), "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "a.txt").read_text() == "new"


@pytest.mark.parametrize("name", ["", "none/a.txt", "a\0b"])
def test_what_cannot_be_written_is_an_output_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="cannot be written") as caught:
        write_text(f"{tmp_path}/{name}", "x")
    assert caught.value.hint
    assert not list(tmp_path.iterdir())


def test_a_failed_write_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        write_text(path, "new")
    assert Path(path).read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Hallo \x1b[31mrote\x1b[0m Welt", "Hallo \x1b[31mrote\x1b[0m Welt"),
        ("Добрый день, мир".encode("utf-16-le"), "Добрый день, мир"),
        ("Guten Tag".encode("utf-16-be"), "Guten Tag"),
    ],
)
def test_escape_sequences_and_wide_text_are_text(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert read_text(str(path))[0] == text


def test_english_with_a_nul_in_it_is_no_utf_16(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Hallo\0Welt. Dies ist ein Text.")
    with pytest.raises(InputError, match="NUL byte at offset 5"):
        read_text(str(path))


def test_what_utf_8_cannot_say_is_written_as_an_escape(tmp_path: Path) -> None:
    write_text(str(tmp_path / "a.txt"), "odd\udcff.txt")
    assert (tmp_path / "a.txt").read_text() == "odd\\udcff.txt"
