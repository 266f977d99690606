"""Files of ours through the programs that people use, where those are installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from tests.specimens import ENGLISH, GERMAN

from transtrack.config import find_config
from transtrack.formats import FORMATS
from transtrack.formats.packing import pack
from transtrack.model import Origin
from transtrack.pipeline.exchange import hold_pair, import_file
from transtrack.pipeline.lexicons import NO_LEXICONS
from transtrack.track import find_corpus

OLD, NEW = ENGLISH[3], "Captain Oleksandr Koval called it a miracle."
ITS_SOURCE = "Kapitän Oleksandr Koval sprach von einem Wunder."
DATES = ("11. Februar 2020", "February 11, 2020"), ("12:30", "12:30"), ("007", "007")
CALC = "Text - txt - csv (StarCalc):44,34,76,1"
PROJECT = """<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir>
<target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>DE</source_lang><target_lang>EN</target_lang><sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations></project></omegat>"""
MEMORY = """<tmx version="1.1"><header creationtool="a person" creationtoolversion="1"
segtype="paragraph" o-tmf="x" adminlang="EN" srclang="DE" datatype="plaintext"/>
<body><tu><tuv lang="DE"><seg>{}</seg></tuv><tuv lang="EN"><seg>{}</seg></tuv></tu></body></tmx>"""

Send = Callable[[str], Path]


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def call(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=120)


@pytest.fixture
def send(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Send:
    """Writes the ferry article's bitext, dates and all, in a format."""
    texts = ((*GERMAN, *(a for a, _ in DATES)), (*ENGLISH, *(b for _, b in DATES)))
    for language, lines in zip(("de", "en"), texts, strict=True):
        path = tmp_path / "corpora" / language / "ferry.txt"
        path.parent.mkdir(parents=True)
        path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def send(name: str) -> Path:
        form = next(item for item in FORMATS if item.name == name)
        (pair,) = find_corpus(find_config(tmp_path)).pairs
        path = tmp_path / f"ferry{form.suffix}"
        path.write_bytes(form.render(hold_pair(tmp_path, pair, NO_LEXICONS).exchange))
        return path

    return send


def office(path: Path, filters: str, *more: str) -> Path:
    """What LibreOffice saves of a file in the same format."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    folder = path.parent / "saved"
    convert = ("--headless", *more, "--convert-to", filters, "--outdir")
    call("soffice", profile, *convert, folder, path)
    if not (folder / path.name).exists():
        pytest.skip("LibreOffice has no filter for this here")
    return folder / path.name


def changes(path: Path, *, emptied: bool = False) -> list[tuple[str, str]]:
    """What comes home of a file, as source and wording; no conflict does but, maybe, `emptied`."""
    home = import_file(find_config(Path.cwd()), str(path), article="ferry").home
    reasons = {conflict.reason for conflict in home.conflicts}
    assert reasons <= ({"its translation was emptied in the file"} if emptied else set())
    assert all(change.entry.origin is Origin.REVIEWED for change in home.changes)
    return [(change.entry.source, change.entry.target) for change in home.changes]


@needs("soffice")
@pytest.mark.parametrize("name", ["docx", "html", "csv", "xlsx"])
def test_a_table_that_libreoffice_saved_is_the_same_and_a_correction_comes_home(
    send: Send, name: str
) -> None:
    known = {
        "docx": "docx:MS Word 2007 XML",
        "html": "html",
        "xlsx": "xlsx:Calc MS Excel 2007 XML",
    }
    filters = {key: (value,) for key, value in known.items()}
    path = send(name)
    saved = office(path, *filters.get(name, (f"csv:{CALC}", f"--infilter={CALC}")))
    assert changes(saved) == []
    if name == "docx":
        docx = pytest.importorskip("docx", reason="python-docx is not installed")
        document = docx.Document(str(saved))
        (cell,) = {
            c._tc: c for r in document.tables[0].rows for c in r.cells if c.text == OLD
        }.values()
        cell.text = NEW
        document.save(str(saved))
        saved = office(saved, *filters["docx"])
    elif name == "xlsx":
        with zipfile.ZipFile(saved) as package:
            parts = {item: package.read(item) for item in package.namelist()}
        saved.write_bytes(
            pack({k: v.replace(OLD.encode(), NEW.encode()) for k, v in parts.items()})
        )
        saved = office(saved, *filters["xlsx"])
    else:
        wrapped = r"\s+".join(map(re.escape, OLD.split()))
        text = re.sub(wrapped, NEW, saved.read_text("utf-8"))
        saved.write_text(text, encoding="utf-8", newline="")
    assert changes(saved) == [(ITS_SOURCE, NEW)]


@needs("omegat")
@pytest.mark.parametrize(("name", "shown"), [("po", ITS_SOURCE), ("xliff", OLD)])
def test_what_was_translated_in_omegat_comes_home(
    send: Send, tmp_path: Path, name: str, shown: str
) -> None:
    """OmegaT 3.6 shows what stands in an XLIFF file's `target` as the text to translate."""
    project = tmp_path / "project"
    for folder in ("source", "target", "tm", "glossary", "dictionary", "omegat"):
        (project / folder).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT, encoding="utf-8")
    memory = MEMORY.format(shown, NEW)
    (project / "omegat" / "project_save.tmx").write_text(memory, encoding="utf-8")
    sent = send(name)
    shutil.copy(sent, project / "source")
    settings = f"--config-dir={tmp_path / 'settings'}"
    call("omegat", project, "--mode=console-translate", "--no-team", settings)
    if NEW not in (project / "target" / sent.name).read_text("utf-8"):
        pytest.skip("another OmegaT than 3.6, which shows the source")
    made = changes(project / "target" / sent.name, emptied=name == "po")  # what was fuzzy
    assert made == [(ITS_SOURCE, NEW)]


@needs("msgmerge")
def test_what_gettext_merged_sorted_and_filtered_comes_home(send: Send, tmp_path: Path) -> None:
    path, made = send("po"), tmp_path / "made.po"
    for command in (
        ("msgmerge", "-q", "--previous", path, path),
        ("msgattrib", "--translated", path),
        ("msgcat", "--sort-output", "--no-location", "--width=60", path),
    ):
        call(*command, "-o", made)
        assert changes(made) == []
    call("msgfilter", "-i", path, "-o", made, "sed", "-e", f"s/^{OLD}$/{NEW}/")
    found = polib.pofile(str(made)).find(ITS_SOURCE)
    assert found
    assert found.msgstr == NEW
    assert changes(made) == [(ITS_SOURCE, NEW)]
