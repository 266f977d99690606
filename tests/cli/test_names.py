"""`transtrack names` as its users run it."""

from __future__ import annotations

import json
import shutil
from functools import partial
from pathlib import Path

import pytest
from tests.running import Run

ROOT = Path(__file__).parent.parent.parent
SOURCE = (
    "Der Ukrainer Wolodymyr Tschernenko kam nach Kiew.\nDort traf Tschernenko Jens Weidmann.\n"
)
TARGET = (
    "The Ukrainian Wolodymyr Tschernenko came to Kyiv.\nThere Tschernenko met Jens Weidmann.\n"
)
MENDED = "The Ukrainian Volodymyr Chernenko came to Kyiv.\nThere Chernenko met Jens Weidmann.\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one article, in which the tests stand."""
    for language, text in (("de", SOURCE), ("en", TARGET)):
        path = tmp_path / "corpora" / language / "kiew.txt"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.fixture
def run(run: Run) -> Run:
    """Runs `transtrack names` in this process, with some standard input."""
    return partial(run, "names")


def test_names_are_listed_what_is_wrong_first(run: Run) -> None:
    status, out, _ = run()
    assert status == 1
    assert out.startswith("Volodymyr Chernenko\n  ✗ Wolodymyr Tschernenko\n")
    assert "corpora/en/kiew.txt:1:15" in out
    assert "in order: " in out
    assert "2 findings on 1 name, 2 that `names fix` can mend" in out


def test_severities_decide_on_the_exit_status(run: Run) -> None:
    assert run("--fail-on", "critical")[0] == 0
    assert run("--fail-on", "never")[0] == 0
    assert run("list", "--fail-on", "major")[0] == 1


def test_json_and_tsv_hold_every_mention(run: Run) -> None:
    data = json.loads(run("corpora/en/kiew.txt", "--format", "json")[1])
    assert data["schema"] == 1
    assert [item["suggestion"] for item in data["findings"]] == [
        "Volodymyr Chernenko",
        "Chernenko",
    ]
    rows = [line.split("\t") for line in run("--format", "tsv")[1].splitlines()]
    assert rows[0][:5] == ["path", "line", "column", "spelling", "check"]
    assert {len(row) for row in rows} == {8}
    assert ["corpora/en/kiew.txt", "2", "7", "Tschernenko", "name-scheme"] in [
        row[:5] for row in rows
    ]


def test_a_fix_is_shown_then_written(run: Run, project: Path) -> None:
    path = project / "corpora" / "en" / "kiew.txt"
    status, out, _ = run("fix")
    assert status == 1
    assert "-The Ukrainian Wolodymyr Tschernenko came to Kyiv." in out
    assert "+The Ukrainian Volodymyr Chernenko came to Kyiv." in out
    assert path.read_text(encoding="utf-8") == TARGET
    assert run("fix", "--write") == (0, "", "2 replaced, 0 left\n")
    assert path.read_text(encoding="utf-8") == MENDED
    assert run("fix", "--write") == (0, "", "0 replaced, 0 left\n")
    assert run()[0] == 0


def test_a_person_decides_on_each(run: Run, project: Path) -> None:
    path = project / "corpora" / "en" / "kiew.txt"
    status, _, err = run("fix", "--interactive", given="n\nTchernenko\n")
    assert (status, err) == (1, "1 replaced, 1 left\n")
    assert "There Tchernenko met" in path.read_text(encoding="utf-8")
    assert run("fix", "-i", given="q\n")[2].endswith("0 replaced, 1 left\n")


def test_a_file_outside_the_project_is_judged_alone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "loose.en.txt"
    path.write_text(TARGET, encoding="utf-8")
    status, out, _ = run(str(path))
    assert status == 1
    assert "loose.en.txt:1:15" in out


@pytest.mark.parametrize("name", ["nowhere.txt", "empty.txt", "binary.txt"])
def test_what_cannot_be_read_is_said_and_is_status_2(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(b"a\0b")
    status, out, err = run(name)
    assert status == 2
    assert name in err
    assert f"skipped: {name}" in out


def test_a_broken_authority_file_is_told_with_line_and_column(run: Run, project: Path) -> None:
    (project / "names.toml").write_text('[[name]]\nen = "Kyiv\n', encoding="utf-8")
    status, out, err = run()
    assert (status, out) == (2, "")
    assert "names.toml:2:" in err
    assert "not valid TOML" in err


def test_entries_are_learnt_and_imported(run: Run, project: Path) -> None:
    (project / "terms.tsv").write_text("de\ten\nKiew\tKyiv\n", encoding="utf-8")
    status, out, _ = run("learn")
    assert status == 0
    assert 'en = "Volodymyr Chernenko"' in out
    assert not (project / "names.toml").exists()
    run("learn", "--write")
    assert run("import", "terms.tsv", "--write")[2].endswith(": 1 entry added\n")
    text = (project / "names.toml").read_text(encoding="utf-8")
    assert text.count("[[name]]") == 2
    run("import", "terms.tsv", "--write")
    assert (project / "names.toml").read_text(encoding="utf-8") == text
    assert run()[1].startswith("Volodymyr Chernenko\n")


def test_what_the_samples_teach_is_learnt_once(run: Run, project: Path) -> None:
    shutil.rmtree(project / "corpora")
    shutil.copytree(ROOT / "corpora", project / "corpora")
    status, _, err = run("learn", "--write")
    assert status == 0
    assert err.endswith("entries added\n")
    assert run("learn", "--write")[2].endswith(": 0 entries added\n")


def test_what_two_languages_write_is_learnt_apart(run: Run, project: Path) -> None:
    texts = {
        "uk": "Володимир Чорновол приїхав.",
        "de": "Wolodymyr Tschornowol kam an.",
        "en": "Volodymyr Chornovol has come.",
    }
    for language, text in texts.items():
        path = project / "corpora" / language / "kiew.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{text}\n", encoding="utf-8")
    (project / "transtrack.toml").write_text('source = "uk"\n', encoding="utf-8")
    out = run("learn")[1]
    assert 'de = "Wolodymyr Tschornowol"' in out
    assert 'en = "Volodymyr Chornovol"' in out
    assert "also as" not in out


def test_an_authority_files_own_text_stays(run: Run, project: Path) -> None:
    own = "# ours, by hand\n\n[[name]]\nen = 'Lviv' # not Lvov\n"
    (project / "names.toml").write_text(own, encoding="utf-8")
    run("learn", "--write")
    assert (project / "names.toml").read_text(encoding="utf-8").startswith(own)


def test_suggestions_come_from_arguments_or_standard_input(run: Run) -> None:
    status, out, err = run("suggest", "--format", "tsv", given="Jewhen\n\n12\n")
    rows = [line.split("\t") for line in out.splitlines()]
    assert status == 0
    assert rows[0] == ["input", "rank", "suggestion", "original", "language", "probability"]
    assert rows[1][:5] == ["Jewhen", "1", "Yevhen", "Євген", "uk"]
    assert err == "12: no reading of this spelling\n"
    assert "Volodymyr" in run("suggest", "Wolodymyr", "--language", "uk")[1]
    assert run("suggest", "Wolodymyr", "--language", "xx")[0] == 2
    assert "Yevhen" in run("suggest", "Євген")[1]
    assert "Jewhen" in run("suggest", "Євген", "--to", "de")[1]
    assert "give a spelling in Latin letters" in run("suggest", "毛泽东")[2]


def test_comparisons_come_from_arguments_or_standard_input(run: Run) -> None:
    _, out, _ = run("compare", "--format", "tsv", given="Jewhen\tYevhen\r\nMinsk\tPinsk\n")
    rows = [line.split("\t") for line in out.splitlines()]
    assert rows[0] == ["a", "b", "verdict", "probability", "reason"]
    assert [row[2] for row in rows[1:]] == ["same", "different"]
    assert "same" in run("compare", "Jewhen", "Yevhen")[1]
    assert "no likely original is spelled both ways" in run("compare", "Moualem", "Muallem")[1]
    assert run("compare", "Jewhen")[0] == 2
    assert run("compare", given="no tab\n")[0] == 2


def test_the_program_help_names_the_commands(run: Run) -> None:
    _, out, _ = run("--help")
    assert all(word in out for word in ("list", "fix", "suggest", "compare", "learn", "import"))


def test_a_profile_that_is_not_there_is_refused(run: Run) -> None:
    assert run("--profile", "nonsense")[0] == 2


def test_escape_sequences_in_an_article_are_shown(run: Run, project: Path) -> None:
    path = project / "corpora" / "en" / "kiew.txt"
    path.write_text(TARGET.replace("There", "\x1b[2JThere"), encoding="utf-8")
    for arguments in ((), ("fix",), ("--format", "tsv")):
        assert "\x1b[2J" not in "".join(map(str, run(*arguments)))


def test_a_projects_own_scheme_and_profile_are_used(run: Run, project: Path) -> None:
    (project / "ours.toml").write_text(
        'title = "Ours"\nstandard = "house"\nlanguage = "uk"\ntarget = "en"\n'
        'rules = [["ч", "ĉ"], ["е", "e"], ["р", "r"], ["н", "n"], ["к", "k"], ["о", "o"]]\n'
        'samples = [["черн", "ĉern"]]\n',
        encoding="utf-8",
    )
    text = 'profile = "iso9"\nschemes = ["ours.toml"]\n'
    (project / "transtrack.toml").write_text(text, encoding="utf-8")
    assert "Ĉernenko" in run("suggest", "Tschernenko", "--language", "uk")[1]
    (project / "ours.toml").write_text("title = 1\n", encoding="utf-8")
    status, _, err = run("suggest", "Tschernenko")
    assert status == 2
    assert err.startswith("ours.toml:1:1: ")


def test_names_in_another_language_than_english_are_told_once_and_not_called_in_order(
    run: Run, project: Path
) -> None:
    (project / "corpora" / "en").rename(project / "corpora" / "fr")
    for number in range(4):
        for language, text in (("de", SOURCE), ("fr", "Wolodymyr Tschernenko est venu à Kiev.\n")):
            path = project / "corpora" / language / f"{number}.txt"
            path.write_text(text, encoding="utf-8")
    (project / "corpora" / "fr" / "kiew.txt").unlink()
    status, out, err = run()
    assert status == 0
    assert "in order" not in out
    assert "not judged" in out
    assert err.count("spellings are judged in English only") == 1
    assert "4 files (corpora/fr/0.txt, corpora/fr/1.txt, corpora/fr/2.txt and 1 more)" in err
