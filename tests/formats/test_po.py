"""PO written and read back, with msgfmt and Babel as second opinions."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.specimens import document, every_kind, ferry

from transtrack.align import align
from transtrack.errors import InputError
from transtrack.formats import gettext, make_exchange
from transtrack.formats.po import (
    ADDITION,
    Catalogue,
    Entry,
    clean,
    join,
    make_entry,
    parse_catalogue,
    render_catalogue,
)
from transtrack.model import Bitext, Origin

MSGFMT = shutil.which("msgfmt")
ANY = st.text(
    alphabet=st.one_of(
        st.sampled_from('a ä"\\%{}#~:<>\t\n„“\u200b\u2028\x85\r\x0b\x0c\x1b\u202e\U0001f600'),
        st.characters(exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=30,
)
LINE = ANY.map(lambda text: clean(text).replace("\n", " "))
ENTRY = st.builds(
    Entry,
    source=LINE,
    target=st.one_of(st.just(""), LINE),
    kind=st.tuples(st.integers(0, 4), st.integers(0, 4)),
    origin=st.just(Origin.AUTO),
    confidence=st.integers(0, 99).map(lambda per_cent: per_cent / 100),
    doubtful=st.booleans(),
    fuzzy=st.booleans(),
    previous=st.one_of(st.just(""), LINE),
)


def render(bitext: Bitext) -> str:
    return gettext.render(make_exchange(bitext)).decode()


def accepted(text: str, folder: Path) -> None:
    """Assert that msgfmt takes the text without a word."""
    if MSGFMT is None:
        pytest.skip("msgfmt is not installed")
    path = folder / "x.po"
    path.write_bytes(text.encode())
    command = [MSGFMT, "--check", "-o", str(folder / "x.mo"), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


def test_a_bead_becomes_an_entry() -> None:
    text = render(every_kind())
    assert text.startswith("# Sentence alignment kept by transtrack.\n")
    assert '"X-Source-Language: de\\n"' in text
    assert (
        "#. 2-1, confidence 0.95\n"
        "#: corpora/de/ferry.txt:2 corpora/de/ferry.txt:3 corpora/en/ferry.txt:3\n"
        'msgid "Die Fähre „Baltica“ ist am 13. Januar vor der Insel Rügen gesunken. '
        'Alle 47 Passagiere wurden gerettet."\n'
        'msgstr "All 47 passengers were rescued."\n'
    ) in text
    assert f'#, fuzzy\nmsgctxt "1"\nmsgid "{ADDITION}"\nmsgstr "Captain' in text
    assert "#. 1-1, reviewed\n" in text
    assert "#. 1-2, confidence 0.42, to review\n" in text


def test_msgfmt_accepts_it(tmp_path: Path) -> None:
    accepted(render(every_kind()), tmp_path)
    accepted(render(ferry()), tmp_path)


def test_babel_reads_the_same() -> None:
    bitext = every_kind()
    catalogue = read_po(io.BytesIO(render(bitext).encode()), abort_invalid=True)
    found = [(message.id, message.string) for message in catalogue if message.id]
    entries = [make_entry(bitext, bead) for bead in bitext.beads]
    assert found == [(entry.source or ADDITION, entry.target) for entry in entries]


def test_what_was_written_is_read_back() -> None:
    bitext = every_kind()
    catalogue = parse_catalogue(render(bitext), path="x.po")
    wanted = [make_entry(bitext, bead) for bead in bitext.beads]
    for entry in wanted:
        if entry.origin is Origin.REVIEWED:
            assert entry.confidence == 1.0
    assert list(catalogue.entries) == wanted
    assert render_catalogue(catalogue) == render(bitext)


def test_repeated_sentences_are_told_apart(tmp_path: Path) -> None:
    bitext = align(document(["Ja."] * 3), document(["Yes."] * 3, "en", "x.txt"))
    text = render(bitext)
    assert [line for line in text.splitlines() if line.startswith("msgctxt")] == [
        'msgctxt "2"',
        'msgctxt "3"',
    ]
    accepted(text, tmp_path)


@settings(max_examples=150, deadline=None)
@given(st.lists(ENTRY, max_size=4))
def test_any_text_survives(entries: list[Entry]) -> None:
    text = render_catalogue(Catalogue(entries=tuple(entries)))
    assert parse_catalogue(text, path="x.po").entries == tuple(entries)
    assert render_catalogue(parse_catalogue(text, path="x.po")) == text


@settings(max_examples=25, deadline=None)
@given(st.lists(ENTRY, max_size=12))
def test_msgfmt_accepts_any_text(entries: list[Entry]) -> None:
    if MSGFMT is None:
        pytest.skip("msgfmt is not installed")
    text = render_catalogue(Catalogue(entries=tuple(entries)))
    done = subprocess.run(
        [MSGFMT, "--check", "-o", "/dev/null", "-"],
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


def test_long_lines_are_not_wrapped() -> None:
    bitext = align(document(["Wort " * 60]), document(["word " * 60], "en", "x.txt"))
    assert max(map(len, render(bitext).splitlines())) > 250


def test_a_place_with_spaces_stays_one_place() -> None:
    text = render(align(document(["Ja."], path="my texts/a.txt"), document(["Yes."], "en", "b")))
    assert "#: my\u00a0texts/a.txt:1 b:1\n" in text


def test_entries_of_other_programs_are_reviewed_ones() -> None:
    text = 'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "Ja."\nmsgstr "Yes."\n'
    entry = parse_catalogue(text, path="x.po").entries[0]
    assert entry.origin is Origin.REVIEWED
    assert entry.kind == (1, 1)
    empty = parse_catalogue(text.replace("Yes.", ""), path="x.po").entries[0]
    assert not empty.reviewed  # nobody has written anything


@pytest.mark.parametrize(
    "text", ["<<<<<<< HEAD\nmsgid", 'msgid "a"\nmsgstr', "msgid a", "hello\nworld", "\x1b[2J"]
)
def test_a_broken_file_is_named_with_a_way_out(text: str) -> None:
    with pytest.raises(InputError, match=r"x\.po") as caught:
        parse_catalogue(text, path="x.po")
    assert "msgfmt --check" in str(caught.value)


def test_sentences_are_joined_as_their_language_sets_them() -> None:
    assert join(["Ja.", "", "Nein."], "de") == "Ja. Nein."
    assert join(["是。", "不。"], "zh-Hans") == "是。不。"
    assert join(["a\u2028b\r\nc"], "en") == "a b c"
