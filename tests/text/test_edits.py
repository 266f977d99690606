from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transtrack.errors import InputError, OutputError
from transtrack.model import Fix, Span
from transtrack.text import apply_fixes, order_fixes, write_fixes


def fix(start: int, end: int, text: str) -> Fix:
    return Fix(path="a.txt", span=Span(start=start, end=end), text=text)


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 10), st.text(max_size=5)), max_size=6),
)
def test_nothing_outside_the_spans_changes(text: str, edits: list[tuple[int, int, str]]) -> None:
    fixes = [fix(min(at, len(text)), min(at + size, len(text)), new) for at, size, new in edits]
    kept = order_fixes(fixes)
    result = apply_fixes(text, fixes)
    at, shift = 0, 0
    for item in kept:
        assert result[at + shift : item.span.start + shift] == text[at : item.span.start]
        shift += len(item.text) - (item.span.end - item.span.start)
        at = item.span.end
    assert result[at + shift :] == text[at:]


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe")]
)
def test_a_file_keeps_its_encoding_mark_and_line_ends(
    tmp_path: Path, encoding: str, mark: bytes
) -> None:
    path = tmp_path / "a.txt"
    text = "Jevhen sagte:\r\n„Ja“\rEnde\u2028\n"
    path.write_bytes(mark + text.encode(encoding))
    write_fixes(str(path), text, [fix(0, 6, "Yevhen")])
    assert path.read_bytes() == mark + ("Yevhen" + text[6:]).encode(encoding)


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Something else", encoding="utf-8")
    with pytest.raises(InputError, match="changed"):
        write_fixes(str(path), "Jevhen", [fix(0, 6, "Yevhen")])
    assert path.read_text(encoding="utf-8") == "Something else"


def test_a_letter_that_the_encoding_lacks_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = "Der Müller sagte, die Übung höre auf; er möchte gehen.".encode("cp1252")
    path.write_bytes(data)
    with pytest.raises(OutputError, match="has no"):
        write_fixes(str(path), data.decode("cp1252"), [fix(0, 3, "Ќ")])
    assert path.read_bytes() == data
