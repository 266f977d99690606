"""`transtrack export` and `transtrack import` as their users run them."""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from lxml import etree
from tests.specimens import ENGLISH, GERMAN

from transtrack.cli import main
from transtrack.formats import FORMATS

Run = Callable[..., tuple[int, str, str]]
OLD, NEW = ENGLISH[3], "Captain Oleksandr Koval called it a miracle."
ITS_MIRACLE = "Kapitän Oleksandr Koval sprach von einem Wunder."


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["transtrack", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        captured = capsys.readouterr()
        return int(end.value.code or 0), captured.out, captured.err

    return run


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for language, lines in (("de", GERMAN), ("en", ENGLISH)):
        path = tmp_path / "corpora" / language / "ferry.txt"
        path.parent.mkdir(parents=True)
        path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def entry() -> polib.POEntry:
    file = polib.pofile("corpora/en/ferry.po", encoding="utf-8")
    found = file.find(ITS_MIRACLE)
    assert found
    return found


def read(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edit_text(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(OLD.encode(), NEW.encode()))


def edit_package(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data.replace(OLD.encode(), NEW.encode()))


TEXTS = [form for form in FORMATS if "texts" in form.holds]
BEADS = [form for form in FORMATS if "texts" not in form.holds]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_what_nobody_touched_changes_nothing(run: Run, project: Path, form: object) -> None:
    name, suffix = form.name, form.suffix  # type: ignore[attr-defined]  # parametrised
    assert run("align")[0] == 0
    before = read(project / "corpora")
    assert run("export", "-f", name, "-o", "out")[0] == 0
    code, out, err = run("import", "-f", name, f"out/en/ferry{suffix}")
    assert (code, out) == (0, "")
    assert "0 beads changed, 0 conflicts" in err
    assert read(project / "corpora") == before


@pytest.mark.parametrize("form", TEXTS, ids=lambda form: form.name)
def test_a_correction_comes_home_as_a_review_and_stays(run: Run, form: object) -> None:
    name, suffix = form.name, form.suffix  # type: ignore[attr-defined]  # parametrised
    run("align")
    run("export", "-f", name, "-o", "out")
    file = Path(f"out/en/ferry{suffix}")
    (edit_package if name in {"docx", "xlsx"} else edit_text)(file)
    before = read(Path("corpora"))
    code, out, err = run("import", "--dry-run", "-f", name, str(file))
    assert (code, read(Path("corpora"))) == (0, before)
    assert f"+ {NEW}" in out
    assert "1 bead would change" in err
    assert run("import", "-f", name, str(file))[0] == 0
    assert entry().msgstr == NEW
    assert entry().comment.endswith("reviewed")
    kept = read(Path("corpora"))
    run("align")
    assert read(Path("corpora")) == kept
    code, out, _ = run("import", "-f", name, str(file))
    assert (code, out, read(Path("corpora"))) == (0, "", kept)


def test_a_correction_is_written_into_the_translation(run: Run) -> None:
    run("export", "corpora/en/ferry.txt", "-o", "ferry.xlf")
    edit_text(Path("ferry.xlf"))
    text = Path("corpora/en/ferry.txt")
    wanted = text.read_text().replace(OLD, NEW)
    code, _, err = run("import", "--write-translation", "ferry.xlf")
    assert (code, text.read_text()) == (0, wanted)
    assert "1 sentence rewritten" in err
    assert entry().comment.endswith("reviewed")
    kept = read(Path("corpora"))
    run("align")
    assert read(Path("corpora")) == kept


def test_an_approved_unit_and_its_note_come_home(run: Run) -> None:
    run("export", "corpora/en/ferry.txt", "-o", "ferry.xlf")
    tree = etree.parse("ferry.xlf")
    unit = next(u for u in tree.iter("{*}trans-unit") if OLD in "".join(map(str, u.itertext())))
    unit.set("approved", "yes")
    etree.SubElement(unit, "{urn:oasis:names:tc:xliff:document:1.2}note").text = "Nice & good"
    tree.write("ferry.xlf", encoding="utf-8")
    code, out, _ = run("import", "ferry.xlf")
    assert code == 0
    assert "review, comment" in out
    assert entry().comment.endswith("reviewed")
    assert entry().tcomment == "Nice & good"


def test_a_spreadsheet_with_semicolons_comes_home(run: Run) -> None:
    run("export", "corpora/en/ferry.txt", "-f", "csv", "-o", "ferry.csv")
    rows = list(csv.reader(io.StringIO(Path("ferry.csv").read_text(encoding="utf-8-sig"))))
    state, source = rows[0].index("state"), rows[0].index("source")
    next(row for row in rows if row[source] == ITS_MIRACLE)[state] = "reviewed"
    file = io.StringIO()
    csv.writer(file, delimiter=";").writerows(rows)
    Path("ferry.csv").write_text(file.getvalue(), encoding="utf-16")
    assert run("import", "ferry.csv")[0] == 0
    assert entry().comment.endswith("reviewed")


def test_letters_that_a_code_page_lost_do_not_come_home(run: Run) -> None:
    english = Path("corpora/en/ferry.txt")
    lost = ENGLISH[0].replace("Rügen", "Łeba")
    english.write_text(english.read_text("utf-8").replace(ENGLISH[0], lost), encoding="utf-8")
    run("export", str(english), "-f", "csv", "-o", "ferry.csv")
    text = Path("ferry.csv").read_text(encoding="utf-8-sig").replace("Łeba", "Leba")
    Path("ferry.csv").write_bytes(text.replace(OLD, NEW).encode("cp1252"))
    code, out, _ = run("import", "ferry.csv")
    assert code == 1
    assert "has no Ł; save it as UTF-8" in out
    assert entry().msgstr == NEW
    assert "Leba" not in Path("corpora/en/ferry.po").read_text("utf-8")


def test_what_was_reviewed_here_meanwhile_is_not_overwritten(run: Run) -> None:
    run("export", "corpora/en/ferry.txt", "-o", "one.xlf")
    run("export", "corpora/en/ferry.txt", "-f", "tsv", "-o", "ferry.tsv")
    edit_text(Path("one.xlf"))
    assert run("import", "one.xlf")[0] == 0
    kept = read(Path("corpora"))
    file = Path("ferry.tsv")
    file.write_text(file.read_text().replace(OLD, "Koval was lucky."))
    code, out, err = run("import", "ferry.tsv")
    assert (code, read(Path("corpora"))) == (1, kept)
    assert "the catalogue has changed since the export" in out
    assert "Koval was lucky." in out
    assert "1 conflict left" in err


def test_a_changed_original_is_a_conflict(run: Run) -> None:
    run("export", "corpora/en/ferry.txt", "-o", "ferry.xlf")
    edit_text(Path("ferry.xlf"))
    path = Path("corpora/de/ferry.txt")
    path.write_text(path.read_text().replace("Kapitän", "Der Kapitän"))
    run("align")
    kept = read(Path("corpora"))
    code, out, _ = run("import", "ferry.xlf")
    assert (code, read(Path("corpora"))) == (1, kept)
    assert "its original is not in the catalogue any more" in out


def test_beads_come_home(run: Run) -> None:
    run("align")
    run("export", "-f", "vecalign", "-o", "out")
    file = Path("out/en/ferry.vecalign")
    lines = file.read_text().splitlines()
    file.write_text("\n".join(["[0, 1]:[0, 1]:0.0", *lines[2:]]) + "\n")
    code, out, _ = run("import", str(file))
    assert code == 0
    assert out.startswith("en/ferry: bead: ")
    assert "#. 2-2, reviewed" in Path("corpora/en/ferry.po").read_text()
    file.write_text("\n".join(["[0]:[0]:0.0", *lines[1:]]) + "\n")
    code, out, _ = run("import", str(file))
    assert code == 1
    assert "a person has reviewed other beads" in out
    file.write_text("[99]:[0]:0.0\n")
    code, _, err = run("import", str(file))
    assert code == 2
    assert "it is of other texts" in err


BOMB = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(1, 9))
HOSTILE = {
    "laughs.xlf": f'<!DOCTYPE x [<!ENTITY a1 "ha">{BOMB}]><x>&a9;</x>'.encode(),
    "outside.tmx": b'<!DOCTYPE tmx [<!ENTITY f SYSTEM "file:///etc/passwd">]><tmx>&f;</tmx>',
    "wide.xliff": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode("utf-16"),
    "cut.xlf": b"<?xml version='1.0'?><xliff",
    "lies.xlf": b"<?xml version='1.0' encoding='ascii'?><xliff>\xff</xliff>",
    "odd.xlf": b"<?xml version='1.0' encoding='no-such'?><xliff/>",
    "other.tmx": b"<html/>",
    "other.xlf": b"<html/>",
    "other.xliff": b"<html/>",
    "other.xml": b"<html/>",
    "no-table.html": b"<p>Hello",
    "empty.html": b" ",
    "no-zip.docx": b"PK\x03\x04 no",
    "columns.csv": b"a,b\n1,2\n",
    "quotes.csv": b'source,target\n"a,b\n',
    "state.tsv": b"source\ttarget\tstate\na\tb\tsplendid\n",
    "list.jsonl": b"[1]\n",
    "deep.jsonl": b"[" * 100_000,
    "back.ladder": b"2\t2\t1\n1\t1\t1\n",
    "far.ladder": b"999999999999\t1\t1\n",
    "words.vecalign": b"hello\n",
    "links.xml": b'<linkGrp><link xtargets="a;b"/></linkGrp>',
    "nul.po": b"\0\0\0",
    "nothing.po": b"hello\n",
    "unknown.xyz": b"hello\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_a_message(run: Run, project: Path, name: str) -> None:
    before = read(project / "corpora")
    Path(name).write_bytes(HOSTILE[name])
    code, out, err = run("import", name, "--article", "en/ferry")
    assert (code, out) == (2, "")
    assert err.startswith(name)
    assert "Traceback" not in err
    assert "root:" not in err
    assert read(project / "corpora") == before


def test_a_zip_bomb_is_refused(run: Run) -> None:
    with zipfile.ZipFile("bomb.docx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 80_000_000)
    code, _, err = run("import", "bomb.docx")
    assert code == 2
    assert "refused" in err


def test_a_file_of_the_corpus_is_never_written_over(run: Run, project: Path) -> None:
    before = read(project / "corpora")
    code, _, err = run("export", "-f", "pairs", "-o", "corpora")
    assert code == 2
    assert "a file of the corpus itself" in err
    assert read(project / "corpora") == before


def test_a_file_name_is_not_taken_for_a_folder(run: Run) -> None:
    code, _, err = run("export", "en/ferry", "-f", "xliff", "-o", "one.xliff")
    assert code == 2
    assert "a file of the format xliff ends in .xlf" in err
    assert "-o one.xlf" in err
    assert not Path("one.xliff").exists()
    err = run("export", "en/ferry", "-f", "csv", "-o", "one.csv")[2]
    assert "transtrack import FILE --article en/ferry" in err


def test_one_article_goes_to_standard_output(run: Run) -> None:
    code, out, err = run("export", "corpora/en/ferry.txt", "-f", "ladder")
    assert code == 0
    assert out.startswith("0\t0\t0\n1\t1\t")
    assert "ladder holds no texts, no states" in err
    code, _, err = run("export", "-f", "docx")
    assert code == 2
    assert "-o FOLDER" in err
    code, out, _ = run("export", "-f", "docx", "-o", "out", "--dry-run")
    assert (code, out) == (0, "out/en/ferry.docx: 6 beads\n")
    assert not Path("out").exists()


def test_an_unknown_article_is_asked_for(run: Run) -> None:
    run("export", "corpora/en/ferry.txt", "-f", "tsv", "-o", "other.tsv")
    code, _, err = run("import", "other.tsv")
    assert code == 2
    assert "--article: en/ferry" in err
    assert run("import", "other.tsv", "--article", "en/ferry")[0] == 0


def test_in_a_page_only_the_words_change(run: Run) -> None:
    Path("corpora/en/ferry.txt").unlink()
    page = "".join(f"<p>{line}</p>\n" for line in ENGLISH)
    page = page.replace("spoke of a miracle", "spoke of a <b>miracle</b>")
    path = Path("corpora/en/ferry.html")
    path.write_text(page)
    run("export", "-f", "tsv", "-o", "out")
    file = Path("out/en/ferry.tsv")
    file.write_text(
        file.read_text()
        .replace("Captain Oleksandr Koval spoke", "Captain O. Koval & his crew spoke")
        .replace("is unclear how", "is unclear <how>")
        .replace("47 passengers were", "47 passengers\u00a0 were")
    )
    code, out, err = run("import", "--write-translation", str(file))
    assert code == 0, out
    assert "3 beads changed" in err
    assert "<p>Captain O. Koval &amp; his crew spoke of a <b>miracle</b>.</p>" in path.read_text()
    assert "unclear &lt;how&gt; the" in path.read_text()
    assert entry().msgstr == "Captain O. Koval & his crew spoke of a miracle."
    kept = read(Path("corpora"))
    run("align")
    assert read(Path("corpora")) == kept


def test_what_the_translation_cannot_take_stays_in_the_catalogue(run: Run) -> None:
    Path("corpora/en/ferry.txt").unlink()
    path = Path("corpora/en/ferry.md")
    path.write_text("\n\n".join(ENGLISH) + "\n")
    run("export", "-f", "jsonl", "-o", "out")
    file = Path("out/en/ferry.jsonl")
    file.write_text(
        file.read_text()
        .replace(OLD, "Captain *Koval* spoke of a miracle.")
        .replace("All 47", "48")
    )
    code, _, err = run("import", "--write-translation", str(file))
    assert code == 0
    assert "2 beads changed, 0 conflicts left; 1 sentence rewritten" in err
    assert OLD in path.read_text()
    assert "48 passengers" in path.read_text()
    assert entry().msgstr == "Captain *Koval* spoke of a miracle."
    kept = read(Path("corpora"))
    run("align")
    assert read(Path("corpora")) == kept


def test_a_doubt_comes_home(run: Run) -> None:
    run("align")
    run("export", "-f", "po", "-o", "out")
    file = polib.pofile("out/en/ferry.po", encoding="utf-8")
    found = file.find(ITS_MIRACLE)
    assert found
    found.flags.append("fuzzy")
    file.save()
    code, out, _ = run("import", "out/en/ferry.po")
    assert code == 0
    assert out.startswith("en/ferry: doubt: ")
    assert entry().fuzzy
    kept = read(Path("corpora"))
    run("align")
    assert read(Path("corpora")) == kept


def test_an_addition_keeps_its_new_wording_only_in_the_translation(run: Run) -> None:
    path = Path("corpora/en/ferry.txt")
    path.write_text(path.read_text() + "\nThis report was updated on Tuesday at noon by Anna.\n")
    run("export", "-f", "tsv", "-o", "out")
    file = Path("out/en/ferry.tsv")
    file.write_text(file.read_text().replace("on Tuesday at noon", "on Friday at night"))
    code, out, _ = run("import", str(file))
    assert code == 1
    assert "an addition has no source" in out
    assert run("import", "--write-translation", str(file))[0] == 0
    assert "on Friday at night by Anna" in path.read_text()


@pytest.mark.parametrize(
    ("name", "suffix", "store"),
    [
        ("po", "po", "pofile"),
        ("xliff", "xlf", "xlifffile"),
        ("xliff2", "xliff", "Xliff2File"),
        ("tmx", "tmx", "tmxfile"),
    ],
)
def test_what_translate_toolkit_changes_comes_home(
    run: Run, name: str, suffix: str, store: str
) -> None:
    reason = "translate-toolkit, as Weblate uses it, is not installed"
    module = pytest.importorskip(f"translate.storage.{name}", reason=reason)
    run("export", "-f", name, "-o", "out")
    file = Path(f"out/en/ferry.{suffix}")
    opened = getattr(module, store).parsestring(file.read_bytes())
    unit = next(unit for unit in opened.units if str(unit.source) == ITS_MIRACLE)
    unit.target = NEW
    unit.addnote("seen", origin="translator")
    file.write_bytes(bytes(opened))
    code, out, _ = run("import", str(file))
    assert code == 0
    assert out.startswith("en/ferry: wording, comment: ")
    assert (entry().msgstr, entry().tcomment) == (NEW, "seen")
    assert entry().comment.endswith("reviewed")


def test_a_folder_that_cannot_be_made_is_told(run: Run) -> None:
    Path("out").write_text("a file")
    code, _, err = run("export", "-f", "tmx", "-o", "out")
    assert code == 2
    assert "no folder can be made here" in err


@pytest.mark.parametrize("between", ["nothing", "align"])
@pytest.mark.parametrize("form", ["csv", "xliff"])
def test_a_program_killed_between_catalogue_and_translation_has_lost_nothing(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, form: str, between: str
) -> None:
    assert run("align")[0] == 0
    assert run("export", "-f", form, "-o", "out")[0] == 0
    (sent,) = (project / "out/en").glob("ferry.*")
    edit_text(sent)
    back = ("import", str(sent), "--write-translation")
    english = project / "corpora/en/ferry.txt"
    before = read(project / "corpora")
    assert run(*back)[0] == 0
    whole = read(project / "corpora")
    for path, data in before.items():
        Path(path).write_bytes(data)

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("transtrack.pipeline.exchange.write_fixes", die)
        run(*back)
    halfway = read(project / "corpora")
    assert OLD in english.read_text("utf-8")
    assert all(halfway[path] in (before[path], whole[path]) for path in whole)
    if between == "align":
        assert run("align")[0] == 0
    assert entry().msgstr == NEW
    assert "reviewed" in entry().comment
    code, _, err = run(*back)
    assert code == 0
    assert "1 sentence rewritten" in err
    assert read(project / "corpora") == whole
    assert run(*back)[0] == 0
    assert read(project / "corpora") == whole


def test_a_translation_edited_after_an_import_is_followed(run: Run, project: Path) -> None:
    assert run("export", "-o", "out")[0] == 0
    edit_text(project / "out/en/ferry.xlf")
    assert run("import", "out/en/ferry.xlf", "--write-translation")[0] == 0
    english = project / "corpora/en/ferry.txt"
    other = NEW.replace("a miracle", "sheer luck")
    english.write_bytes(english.read_bytes().replace(NEW.encode(), other.encode()))
    assert run("align")[0] == 0
    assert entry().msgstr == other


def test_what_cannot_be_written_leaves_catalogue_and_translation(run: Run, project: Path) -> None:
    english = project / "corpora/en/ferry.txt"
    english.write_bytes(english.read_text("utf-8").replace("–", "-").encode("cp1252"))
    assert run("align")[0] == 0
    assert run("export", "-f", "csv", "-o", "out")[0] == 0
    path = project / "out/en/ferry.csv"
    path.write_bytes(path.read_bytes().replace(b"Captain O", "Captain О".encode()))
    before = read(project / "corpora")
    code, _, err = run("import", "out/en/ferry.csv", "--write-translation")
    assert code == 2
    assert "save it as UTF-8 first" in err
    assert read(project / "corpora") == before


def test_an_unreadable_article_does_not_end_the_memory(run: Run, project: Path) -> None:
    for language in ("de", "en"):
        folder = project / "corpora" / language
        (folder / "aaa.txt").write_bytes((folder / "ferry.txt").read_bytes())
    (project / "corpora/en/aaa.txt").unlink()
    (project / "corpora/de/aaa.txt").write_text("", encoding="utf-8")
    assert run("align")[0] in {0, 2}
    code, _, err = run("tm")
    assert code == 2
    assert "corpora/de/aaa.txt" in err
    assert "offers for" in err


@pytest.mark.parametrize("form", BEADS, ids=lambda form: form.name)
def test_an_alignment_of_other_texts_is_refused(run: Run, project: Path, form: object) -> None:
    name, suffix = form.name, form.suffix  # type: ignore[attr-defined]  # parametrised
    assert run("export", "-f", name, "-o", "out")[0] == 0
    english = project / "corpora/en/ferry.txt"
    english.write_text(english.read_text("utf-8") + "\nOne more.\n", encoding="utf-8")
    code, _, err = run("import", "-f", name, f"out/en/ferry{suffix}")
    assert code == 2
    assert "it ends at sentence" in err
    assert "other texts" in err


def test_an_empty_article_is_named_by_its_place_in_the_project(run: Run, project: Path) -> None:
    (project / "corpora/de/ferry.txt").write_text("", encoding="utf-8")
    code, _, err = run("export", "-o", "out")
    assert code == 2
    assert err.startswith("corpora/de/ferry.txt: the file is empty\n")
