"""Strings and bytes that programs stumble over, through every reader and the round trips."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest
from fuzz.commands import Run
from fuzz.naughty import make_families, make_stress
from fuzz.project import take_stock
from fuzz.readers import Target, make_targets

from transtrack.align import align
from transtrack.errors import InputError, TranstrackError
from transtrack.formats import FORMATS, Format, make_exchange
from transtrack.formats.parallel import read_pairs
from transtrack.model import Bitext
from transtrack.names.glossary import read_glossary
from transtrack.reports.page import CONTROLS
from transtrack.text import parse_document, read_document
from transtrack.track.homecoming import bring_home

ROOT = Path(__file__).parent.parent
FAMILIES = make_families()
STRESS = make_stress()
PROSE = {
    "de": "Die Fähre {} ist am Montag vor Rügen gesunken.\n\n",
    "en": "The ferry {} sank off the island of Rügen on Monday.\n\n",
}
OBEYED = re.compile(rf"(?!\n|\t|\x1b\[[\d;]*m)[{CONTROLS}]")


@pytest.mark.parametrize("target", make_targets(), ids=lambda target: target.name)
def test_every_reader_reads_or_refuses_every_family(target: Target, tmp_path: Path) -> None:
    path = tmp_path / target.file
    seed = target.seeds[0]
    middle = seed.find(b"\n", len(seed) // 2) + 1
    families = list(FAMILIES.values())
    for start in range(4):
        odd = "\n".join(chain(*families[start::4])).encode("utf-8", "surrogatepass")
        data = seed[:middle] + odd + b"\n" + seed[middle:]
        path.write_bytes(data)
        try:
            target.read(path)
        except TranstrackError as error:
            assert str(error)  # noqa: PT017 - it may be read as well
        assert path.read_bytes() == data


def test_every_family_is_aligned_checked_shown_and_comes_home(tmp_path: Path) -> None:
    strings = [string[:300] for family in FAMILIES.values() for string in family[::6]]
    for language, prose in PROSE.items():
        path = tmp_path / "corpora" / language / "a.txt"
        path.parent.mkdir(parents=True)
        path.write_bytes("".join(map(prose.format, strings)).encode("utf-8", "surrogatepass"))
    texts = take_stock(tmp_path)
    statuses = {}
    home = ["import", "out/en/a.xlf"]
    for words in (["align"], ["check"], ["status"], ["export", "-o", "out"], home):
        run = Run()
        run.start(tmp_path, words)
        statuses[words[0]] = run.status
        assert not OBEYED.search(run.shown), words
    assert statuses == {"align": 0, "check": 1, "status": 0, "export": 0, "import": 0}
    assert run.shown == "import: 0 beads changed, 0 conflicts left\n"
    assert texts.items() <= take_stock(tmp_path).items()


@pytest.fixture(scope="module")
def bitext() -> Bitext:
    """A bitext of all families."""
    documents = []
    for language, prose in PROSE.items():
        strings = [string[:99] for family in FAMILIES.values() for string in family[::5]]
        text = "".join(map(prose.format, strings)).encode("utf-8", "replace").decode()
        documents.append(parse_document(text, path=f"{language}/a.txt", language=language))
    return align(*documents)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_what_was_exported_and_not_touched_changes_nothing(form: Format, bitext: Bitext) -> None:
    exchange = make_exchange(bitext)
    sent = form.parse(form.render(exchange), f"a{form.suffix}")
    if "texts" in form.holds:
        home = bring_home(exchange, sent, form)
        assert (home.changes, home.conflicts) == ((), ())
    else:
        assert [unit.sides for unit in sent.units] == [unit.sides for unit in exchange.units]


@pytest.mark.parametrize("name", STRESS)
@pytest.mark.parametrize("around", ["", "Die Fähre sank vor Rügen. {} Alle Menschen leben.\n"])
def test_no_byte_that_is_not_utf_8_is_taken_for_a_character_in_silence(
    name: str, around: str, tmp_path: Path
) -> None:
    before, _, after = around.encode().partition(b"{}")
    path = tmp_path / "a.txt"
    path.write_bytes(before + STRESS[name] + after)
    try:
        document = read_document(str(path), language="de")
    except InputError:
        return
    if name.startswith("fine"):
        assert document.text.encode() == path.read_bytes()
    else:
        assert any("UTF-8" in notice or "byte order" in notice for notice in document.notices)


def test_all_of_it_in_one_file_is_read_as_something_else_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\n".join(b"%s: %s" % (n.encode(), data) for n, data in STRESS.items()))
    try:
        assert read_document(str(path), language="de").notices
    except InputError as refused:
        assert "text" in refused.message  # noqa: PT017


@pytest.mark.parametrize("place", ["file:///etc/passwd", "http://192.0.2.1/x"])
def test_no_entity_brings_in_another_file(place: str, tmp_path: Path) -> None:
    for target in make_targets():
        if target.file not in {"a.tmx", "terms.tbx"} or target.name == "import tmx":
            continue
        head, mark, rest = target.seeds[0].partition(b"?>")
        kind = f'<!DOCTYPE l [<!ENTITY x SYSTEM "{place}">]>'.encode()
        path = tmp_path / target.file
        path.write_bytes(head + mark + kind + rest.replace("Fähre".encode(), b"&x;Schiff"))
        read = read_glossary if target.file == "terms.tbx" else _read_table
        try:
            assert "root:" not in str(read(str(path)))
        except InputError as refused:
            assert "root:" not in str(refused)  # noqa: PT017


def _read_table(path: str) -> object:
    return list(read_pairs([path], ("de", "en")))


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of memory and time there")
def test_no_bomb_goes_off() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "fuzz.bombs", "--quick"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.split()[0]) > 50
