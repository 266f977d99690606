"""The fuzzer finds nothing in a few hundred inputs, and what it once found stays mended."""

from __future__ import annotations

import errno
import gzip
import json
import os
import signal
import sys
import time
import unicodedata
from pathlib import Path
from random import Random

import pytest
from fuzz import faults, seeds, slow
from fuzz.__main__ import run_batch
from fuzz.watch import Tally

from transtrack.checks.baseline import read_baseline
from transtrack.config import find_config, parse_toml
from transtrack.errors import ConfigError, InputError, OutputError
from transtrack.formats import parallel
from transtrack.formats.po import Entry, parse_catalogue
from transtrack.lexicon.file import read_lexicon, render_lexicon
from transtrack.lexicon.store import make_lexicon
from transtrack.names.glossary import read_glossary
from transtrack.reports import reveal
from transtrack.text import files, write_text

CHANCE = Random(1)  # noqa: S311 - no secret
unix = pytest.mark.skipif(sys.platform == "win32", reason="no such signals or locks there")


@unix
@pytest.mark.parametrize(("only", "inputs"), [("readers", 300), ("commands", 12)])
def test_hostile_inputs_are_read_or_refused(only: str, inputs: int, tmp_path: Path) -> None:
    tally = Tally()
    run_batch(range(inputs), 5, only, tmp_path, tally)
    assert tally.kept == {}
    assert sum(tally.counts[name] for name in ("read", "refused")) == inputs


@unix
def test_a_run_that_is_killed_tears_no_file(tmp_path: Path) -> None:
    counts = faults.interrupt(tmp_path, 2, signal.SIGKILL, CHANCE, (("align",),))
    assert counts["runs"] == 2
    assert counts["torn"] + counts["lost"] + counts["tracebacks"] == 0


@unix
def test_two_runs_at_once_lose_no_decision(tmp_path: Path) -> None:
    counts = faults.run_two(tmp_path, 1, CHANCE)
    assert counts["torn"] + counts["lost"] + counts["tracebacks"] == 0


@pytest.mark.parametrize("unit", ["a ", "<a ", "![", " "])
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    runs = dict(slow.make_runs())
    for name in ("de.txt", "de.md", "de.html", "omission"):
        assert slow.measure(runs[name], unit * 2000) < 8


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()], ids=repr
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    error: BaseException, call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")

    def fail(*_: object) -> None:
        raise error

    owner = os if call == "fsync" else Path
    monkeypatch.setattr(owner, call, fail)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        write_text(str(path), "new")
    assert [item.name for item in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_text(encoding="utf-8") == "old"


def test_what_a_killed_program_left_is_deleted_when_it_is_old(tmp_path: Path) -> None:
    names = (f".transtrack-{'a' * 16}", f".transtrack-{'b' * 16}", ".transtrack-mine", "other")
    for name in names:
        (tmp_path / name).write_text("x", encoding="utf-8")
        if not name.endswith("b"):
            os.utime(tmp_path / name, (time.time() - 7200,) * 2)
    write_text(str(tmp_path / "a.txt"), "new")
    files._tidy.cache_clear()
    assert sorted(item.name for item in tmp_path.iterdir()) == sorted((*names[1:], "a.txt"))


def test_a_packed_table_that_is_damaged_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv.gz"
    path.write_bytes(seeds.pack(b"a\tb\n" * 99)[:10] + b"\xff" * 30)
    with pytest.raises(InputError, match="cannot be unpacked"):
        list(parallel.read_pairs([str(path)], ("de", "en")))


def test_a_packed_table_that_unpacks_too_far_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "_UNPACKED", 1 << 20)
    path = tmp_path / "bomb.tsv.gz"
    path.write_bytes(gzip.compress(bytes(2 << 20)))
    with pytest.raises(InputError, match="more than 1 MiB"):
        list(parallel.read_pairs([str(path)], ("de", "en")))


def test_a_line_of_a_table_ends_at_a_line_end_only(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes("eins\u2028zwei\tone\x1ctwo\r\ndrei\tthree\n".encode())
    found = list(parallel.read_pairs([str(path)], ("de", "en")))
    assert found == [("eins\u2028zwei", "one\x1ctwo"), ("drei", "three")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=ascii)
def test_a_cell_of_a_glossary_may_hold_a_line_end(end: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_bytes(f'de,en,note{end}Insel,island,"one{end}two"{end}Rat,council,x'.encode())
    assert [item.note for item in read_glossary(str(path))] == [f"one{end}two", "x"]


@pytest.mark.parametrize("name", ["forward", "backward"])
def test_a_lexicon_with_too_few_probabilities_is_refused(name: str, tmp_path: Path) -> None:
    data = seeds.make_lexicon_file()
    head, rest = data.split(b"\n", 1)
    assert f'"{name}": ["|u1", 2]'.encode() in head
    path = tmp_path / "a.lexicon"
    path.write_bytes(
        head.replace(f'"{name}": ["|u1", 2]'.encode(), f'"{name}": ["|u1", 1]'.encode())
        + b"\n"
        + rest
    )
    with pytest.raises(InputError, match="not a lexicon"):
        read_lexicon(path)


@pytest.mark.parametrize("kind", [",u9", "<3 u2", "O", "<f8", 9, []])
def test_a_lexicon_with_numbers_of_another_kind_is_refused(kind: object, tmp_path: Path) -> None:
    head, rest = seeds.make_lexicon_file().split(b"\n", 1)
    told = json.loads(head)
    told["arrays"]["starts"][0] = kind
    path = tmp_path / "a.lexicon"
    path.write_bytes(json.dumps(told).encode() + b"\n" + rest)
    with pytest.raises(InputError, match="not a lexicon"):
        read_lexicon(path)


def test_a_lexicon_with_too_few_words_is_refused(tmp_path: Path) -> None:
    lexicon = make_lexicon({("a", "b"): (0.5, 0.5), ("c", "d"): (0.5, 0.5)}, ("de", "en"), {})
    path = tmp_path / "a.lexicon"
    path.write_bytes(render_lexicon(lexicon).replace(b"\nc", b" c").replace(b"\na", b" a"))
    with pytest.raises(InputError, match="not a lexicon"):
        read_lexicon(path)


@pytest.mark.parametrize("state", ["1-1, confidence 0.9.9", f"{'1' * 5000}-1, reviewed"])
def test_a_state_that_no_run_writes_is_a_comment_of_somebody(state: str) -> None:
    place = f"a.md:{'1' * 5000}"
    (entry,) = parse_catalogue(
        f'#. {state}\n#: {place}\nmsgid "a"\nmsgstr "b"\n', path="a.po"
    ).entries
    assert isinstance(entry, Entry)
    assert entry.reviewed
    assert entry.kind == (1, 1)


def test_every_character_that_reorders_text_is_shown() -> None:
    marks = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    found = [
        chr(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.bidirectional(chr(code)) in marks
    ]
    for char in (*found, "\u061c", "\u200e", "\u200f"):  # Bidi_Control of PropList.txt
        assert reveal(char) == f"<U+{ord(char):04X}>"
    assert reveal("می\u200cخواهم 👨\u200d👩") == "می\u200cخواهم 👨\u200d👩"


@pytest.mark.parametrize("value", ["1" * 5000, "[" * 20000], ids=["digits", "depth"])
def test_settings_without_end_are_refused(value: str, tmp_path: Path) -> None:
    (tmp_path / "transtrack.toml").write_text(f"source = {value}", encoding="utf-8")
    with pytest.raises(ConfigError, match="not valid TOML"):
        find_config(tmp_path)
    with pytest.raises(ConfigError, match="not valid TOML"):
        parse_toml(f"source = {value}", "names.toml")


def test_a_baseline_nested_without_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(InputError, match="not a baseline"):
        read_baseline(str(tmp_path / "known.json"))


def test_a_header_field_of_digits_without_end_is_no_catalogue() -> None:
    text = f'msgid ""\nmsgstr ""\n"X-{"1" * 5000}: x\\n"\n\nmsgid "a"\nmsgstr "b"\n'
    with pytest.raises(InputError, match="not a PO file"):
        parse_catalogue(text, path="a.po")
