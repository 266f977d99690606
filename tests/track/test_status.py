"""The status of a translation, from the files as they stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.specimens import ENGLISH, GERMAN

from transtrack.config import Config
from transtrack.formats.po import Catalogue, Entry, parse_catalogue, render_catalogue
from transtrack.model import Kind, Origin, Status
from transtrack.pipeline import align_corpus
from transtrack.track import find_corpus, read_catalogue, write_catalogue
from transtrack.track.scan import scan_catalogue, scan_entries
from transtrack.track.status import ArticleStatus, find_status


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A corpus of one article, aligned."""
    write(tmp_path, "de", GERMAN)
    write(tmp_path, "en", ENGLISH)
    align(tmp_path)
    return tmp_path


def write(root: Path, language: str, sentences: tuple[str, ...]) -> None:
    path = root / "corpora" / language / "ferry.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(sentences) + "\n", encoding="utf-8")


def align(root: Path) -> None:
    list(align_corpus(find_corpus(Config(root=root)), root))


def status(root: Path, *, closely: bool = False) -> ArticleStatus:
    (pair,) = find_corpus(Config(root=root)).pairs
    return find_status(root, pair, closely=closely)


def changed(*at: int) -> tuple[str, ...]:
    """The German text with a word more in some sentences."""
    return tuple(
        text.replace(" ", " sehr ", 1) if number in at else text
        for number, text in enumerate(GERMAN)
    )


def test_a_translation_in_step_is_fresh(root: Path) -> None:
    assert status(root).status is Status.FRESH


def test_a_translation_that_was_never_aligned_is_unknown(root: Path) -> None:
    (root / "corpora" / "en" / "ferry.po").unlink()
    found = status(root)
    assert found.status is Status.UNKNOWN
    assert "transtrack align" in found.reason


def test_a_translation_that_is_not_there_is_missing(root: Path) -> None:
    (root / "corpora" / "en" / "ferry.txt").unlink()
    assert status(root).status is Status.MISSING


@pytest.mark.parametrize("realigned", [False, True])
def test_a_changed_sentence_makes_it_stale_and_is_named(root: Path, realigned: bool) -> None:
    write(root, "de", changed(1))
    if realigned:
        align(root)
    found = status(root)
    assert found.status is Status.STALE
    (difference,) = found.differences
    assert difference.kind is Kind.CHANGED
    assert (difference.before, difference.after) == (GERMAN[1], changed(1)[1])
    assert difference.target == ENGLISH[1]
    assert difference.line == 3


@pytest.mark.parametrize("realigned", [False, True])
def test_a_new_sentence_makes_it_partial(root: Path, realigned: bool) -> None:
    write(root, "de", (*GERMAN, "Die Gemeinde will im Herbst noch einmal darüber beraten."))
    if realigned:
        align(root)
    found = status(root, closely=True)
    assert found.status is Status.PARTIAL
    assert [item.kind for item in found.differences] == [Kind.ADDED]
    assert found.count(Kind.ADDED) == status(root).count(Kind.ADDED) == 1


@pytest.mark.parametrize("realigned", [False, True])
def test_a_dropped_sentence_makes_it_stale(root: Path, realigned: bool) -> None:
    write(root, "de", GERMAN[:2] + GERMAN[3:])
    if realigned:
        align(root)
    found = status(root)
    assert found.status is Status.STALE
    (difference,) = found.differences
    assert (difference.kind, difference.before, difference.line) == (Kind.DROPPED, GERMAN[2], 0)


def test_a_moved_sentence_is_no_change(root: Path) -> None:
    write(root, "de", (GERMAN[1], GERMAN[0], *GERMAN[2:]))
    assert status(root).status is Status.FRESH


def test_white_space_is_no_change(root: Path) -> None:
    path = root / "corpora" / "de" / "ferry.txt"
    path.write_text(path.read_text("utf-8").replace("\n\n", "\n\n\n"), encoding="utf-8")
    assert status(root).status is Status.FRESH


def test_a_split_sentence_is_one_change(root: Path) -> None:
    first, second = "Am Montag kam die neue Fähre an", "sie trägt zwölf Wagen und fährt im Sommer."
    whole = f"{first}, {second}"
    write(root, "de", (whole, *GERMAN[1:]))
    (root / "corpora" / "en" / "ferry.po").unlink()
    align(root)
    write(root, "de", (f"{first}.", second.capitalize(), *GERMAN[1:]))
    (difference,) = status(root).differences
    assert (difference.kind, difference.before) == (Kind.CHANGED, whole)
    assert difference.after == f"{first}. {second.capitalize()}"


def test_a_translation_edited_since_is_not_called_fresh(root: Path) -> None:
    write(root, "en", (ENGLISH[0].replace(" ", " very ", 1), *ENGLISH[1:]))
    found = status(root)
    assert found.edited
    assert found.status is Status.UNREVIEWED


def test_a_catalogue_that_cannot_be_read_is_told(root: Path) -> None:
    (root / "corpora" / "en" / "ferry.po").write_text("no catalogue\n", encoding="utf-8")
    found = status(root)
    assert found.status is Status.UNKNOWN
    assert "ferry.po" in found.reason


TEXTS = st.text(st.sampled_from('ab "\\\n#~|'), max_size=12)
ENTRIES = st.builds(
    Entry,
    source=TEXTS,
    target=TEXTS,
    kind=st.just((1, 1)),
    origin=st.sampled_from(Origin),
    confidence=st.sampled_from([0.5, 0.9]),
    doubtful=st.booleans(),
    fuzzy=st.booleans(),
    previous=TEXTS,
    comment=TEXTS,
    obsolete=st.booleans(),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(ENTRIES, max_size=6))
def test_a_glance_sees_what_parsing_sees(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    path = tmp_path_factory.mktemp("glance") / "a.po"
    header = {"X-Source-Digest": "sha256:a", "X-Target-Digest": "sha256:b"}
    text = render_catalogue(Catalogue(entries=tuple(entries), header=header))
    path.write_text(text, encoding="utf-8", newline="")
    assert scan_catalogue(path) == scan_entries(parse_catalogue(text, path=str(path)))


def wrap(data: bytes) -> bytes:
    """Long lines of the header as gettext and Weblate break them."""
    return re.sub(rb'"(X-[A-Za-z]+-Digest: )', rb'"\1"\n"', data)


@pytest.mark.parametrize(
    "save",
    [
        wrap,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"\n", b"\r"),
        lambda data: b"\xef\xbb\xbf" + wrap(data).replace(b"\n", b"\r\n"),
        lambda data: data.decode().replace("UTF-8", "CP1250").encode("cp1250"),
    ],
    ids=["wrapped", "Windows", "old Mac", "mark", "code page"],
)
def test_a_catalogue_that_another_program_saved_says_what_it_said(
    tmp_path: Path, save: Callable[[bytes], bytes]
) -> None:
    write(tmp_path, "de", (*GERMAN, "In Słubice steht ein Łabędź."))
    write(tmp_path, "en", (*ENGLISH, "A swan stands in Słubice."))
    align(tmp_path)
    path = tmp_path / "corpora" / "en" / "ferry.po"
    before, said = read_catalogue(path), status(tmp_path)
    path.write_bytes(save(path.read_bytes()))
    saved = path.read_bytes()
    assert status(tmp_path) == said
    align(tmp_path)
    assert path.read_bytes() == saved
    after = read_catalogue(path)
    assert before is not None
    assert after is not None
    assert after.entries == before.entries


def test_an_entry_without_blank_lines_around_it_counts(root: Path) -> None:
    path = root / "corpora" / "en" / "ferry.po"
    text = path.read_text("utf-8")
    path.write_text(text.replace("\n\n#. ", "\n#. "), encoding="utf-8")
    catalogue = read_catalogue(path)
    assert catalogue is not None
    assert write_catalogue(root / "b.po", catalogue, None)
    assert scan_catalogue(path) == scan_catalogue(root / "b.po")
