"""`transtrack check ORIGINAL TRANSLATION`: two files that no corpus knows."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from tests.running import Run
from tests.specimens import ENGLISH, GERMAN

from transtrack.cli.check import Output

WRONG = tuple(line.replace("47", "74").replace("Baltica", "„Baltica”") for line in ENGLISH)
PAIR = ("a.txt", "b.txt")


def write(path: Path, sentences: tuple[str, ...]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(sentences) + "\n", encoding="utf-8")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an original and its translation, and no project around it."""
    write(tmp_path / "a.txt", GERMAN)
    write(tmp_path / "b.txt", WRONG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def project(folder: Path) -> Path:
    """The same folder with a corpus in it, of two articles that are in order."""
    for name in ("calm", "ferry"):
        write(folder / "corpora" / "de" / f"{name}.txt", GERMAN)
        write(folder / "corpora" / "en" / f"{name}.txt", ENGLISH)
    return folder


def test_two_files_are_checked_without_a_project(run: Run, folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    status, out, err = run("check", *PAIR)
    assert status == 1
    assert 'b.txt:5:5: number: "74" stands where' in out
    assert "2 findings (1 major, 1 minor) in 1 article" in out
    assert err == (
        "a.txt: language taken for de (1.00) by its words\n"
        "b.txt: language taken for en (1.00) by its words\n"
    )
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("form", Output)
def test_every_format_tells_of_them(run: Run, folder: Path, form: str) -> None:
    assert run("check", *PAIR, "-f", form, "-o", "out").status == 1
    assert "b.txt" in (folder / "out").read_text(encoding="utf-8")


def test_checks_are_chosen_and_weighed_as_in_a_project(run: Run) -> None:
    assert "1 finding (1 minor)" in run("check", *PAIR, "--select", "quotation-style").out
    assert run("check", *PAIR, "--ignore", "number,quotation-style").status == 0
    assert run("check", *PAIR, "--fail-on", "critical").status == 0
    assert run("check", *PAIR, "-j", "2") == run("check", *PAIR)


def test_fix_puts_right_and_diff_only_shows(run: Run, folder: Path) -> None:
    assert "+The ferry “Baltica” sank" in run("check", *PAIR, "--diff").out
    before = (folder / "b.txt").read_text(encoding="utf-8")
    assert "„" in before
    assert "1 put right" in run("check", *PAIR, "--fix").err
    assert (folder / "b.txt").read_text(encoding="utf-8") == before.replace("„", "“")


def test_a_baseline_silences_what_is_known(run: Run) -> None:
    known = ("--baseline", "known.json")
    assert run("check", *PAIR, *known, "--write-baseline").status == 0
    done = run("check", *PAIR, *known)
    assert (done.status, done.out) == (0, "0 findings in 1 article, 2 accepted\n")


def test_a_review_beside_the_translation_is_kept_to(run: Run, project: Path) -> None:
    run("align")
    catalogue = (project / "corpora" / "en" / "ferry.po").read_text(encoding="utf-8")
    start = catalogue.rindex("\n\n", 0, catalogue.index('msgid "Alle 47')) + 2
    comment = "# transtrack: ignore[number]\n"
    accepted = f"{catalogue[:start]}{comment}{catalogue[start:]}".replace("47 pass", "74 pass")
    (project / "b.po").write_text(accepted, encoding="utf-8")
    assert "0 findings in 1 article, 1 accepted" in run("check", *PAIR, "--select", "number").out


def test_since_asks_the_repository_that_the_files_lie_in(run: Run, folder: Path) -> None:
    done = run("check", *PAIR, "--since", "HEAD")
    assert done.status == 2
    assert "a.txt is in no git repository\n  leave --since out" in done.err
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    for command in (("init", "-q"), ("add", "-A"), (*who, "commit", "-qm", "first")):
        subprocess.run(["git", *command], cwd=folder, check=True)
    assert "0 findings in 0 articles" in run("check", *PAIR, "--since", "HEAD").out
    write(folder / "b.txt", (*WRONG[:5], WRONG[5].replace("Monday", "Friday")))
    for names in (PAIR, tuple(str(folder / name) for name in PAIR)):
        out = run("check", *names, "--since", "HEAD").out
        assert "date:" in out
        assert "number:" not in out
    assert 'no revision "nowhere"' in run("check", *PAIR, "--since", "nowhere").err


def test_a_language_that_cannot_be_told_is_asked_for(run: Run, folder: Path) -> None:
    (folder / "short").write_text("Hallo Welt\n", encoding="utf-8")
    done = run("check", "short", "b.txt")
    assert (done.status, done.out) == (2, "")
    assert (
        "short: too little text to tell its language by\n  say it: --source-language" in done.err
    )
    assert run("check", "short", "b.txt", "--source-language", "de").status == 1
    done = run("check", "a.txt", "short", "--target-language", "en")
    assert done.status == 1
    assert "language taken for en" not in done.err
    assert "--target-language TAG" in run("check", "a.txt", "short").err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.txt", "a.txt"], "the same file"),
        (["a.txt", "./a.txt"], "the same file"),
        (["a.txt", "none.txt"], "none.txt: no such file"),
        (["none.de.txt", "b.txt"], "none.de.txt: no such file"),
        (["a.txt", "."], ".: this is a folder, not a file"),
        (["-", "b.txt"], "only files can be checked"),
        (["a.txt", "c.txt"], 'c.txt: both texts are in "de"'),
        (["a.txt", "b.txt", "--target-language", "klingonish"], "klingonish"),
        (["a.txt"], "transtrack align ORIGINAL TRANSLATION"),
        (["a.txt", "b.txt", "c.txt"], "transtrack align ORIGINAL TRANSLATION"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_one_message_and_status_2(
    run: Run, folder: Path, arguments: list[str], message: str
) -> None:
    write(folder / "c.txt", GERMAN[:4])
    done = run("check", *arguments)
    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert "\n  " in done.err, "a hint tells what now"


def test_a_text_in_another_language_than_told_is_skipped(run: Run) -> None:
    done = run("check", *PAIR, "--target-language", "fr")
    assert done.status == 2
    assert "b.txt: the text is in English, not in French" in done.out


def test_in_a_project_two_files_outside_of_the_corpus_are_a_pair(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = 'glossaries = ["terms.csv"]\n[checks]\nnumber = "critical"\n'
    (project / "transtrack.toml").write_text(settings, encoding="utf-8")
    (project / "terms.csv").write_text("de,en\nFähre,boat\n", encoding="utf-8")
    out = run("check", *PAIR).out
    assert 'terminology: the glossary renders "Fähre" by "boat"' in " ".join(out.split())
    assert "(1 critical, " in out
    monkeypatch.chdir(project / "corpora" / "en")
    assert run("check", "../../a.txt", "../../b.txt").out == out
    assert run("check", str(project / "a.txt"), str(project / "b.txt")).out == out


@pytest.mark.usefixtures("project")
def test_in_a_project_two_paths_of_the_corpus_are_two_articles(run: Run) -> None:
    for names in (
        ("corpora/en/calm.txt", "corpora/en/ferry.txt"),
        ("corpora/de/calm.txt", "corpora/de/ferry.txt"),
        ("corpora/de/calm.txt", "corpora/en/ferry.txt"),
        ("en/calm", "en/ferry"),
    ):
        assert run("check", *names).out == "0 findings in 2 articles\n"
    done = run("check", "corpora/de/ferry.txt", "corpora/en/ferry.txt")
    assert done.out == "0 findings in 1 article\n"
    done = run("check", "corpora/en/calm.txt", "corpora/en/ferry.txt", "--target-language", "en")
    assert done.status == 2
    assert "a translation outside of the corpus" in done.err


@pytest.mark.usefixtures("project")
def test_another_translation_of_an_original_of_the_corpus_is_checked_against_it(run: Run) -> None:
    done = run("check", "corpora/de/calm.txt", "b.txt")
    assert done.status == 1
    assert 'b.txt:5:5: number: "74" stands where' in done.out
    assert "in 1 article\n" in done.out
    assert done.err == "b.txt: language taken for en (1.00) by its words\n"


@pytest.mark.usefixtures("project")
def test_other_files_inside_and_outside_are_no_pair(run: Run) -> None:
    for names in (("corpora/en/calm.txt", "b.txt"), ("b.txt", "corpora/de/calm.txt")):
        status, out, err = run("check", *names, "--fix")
        assert status == 2
        assert "b.txt: not in corpora/; " in err
        assert "0 findings in 1 article, 1 skipped" in out
    done = run("check", "a.txt", "en/fery")
    assert "en/fery: no file or article of this name; the nearest is en/ferry" in done.err
    assert "a.txt: not in corpora/; " in done.err


def test_an_original_that_the_settings_name_has_other_translations_too(
    run: Run, project: Path
) -> None:
    write(project / "corpora" / "en" / "boat.txt", WRONG)
    settings = '[pairs]\n"corpora/en/boat.txt" = "a.txt"\n'
    (project / "transtrack.toml").write_text(settings, encoding="utf-8")
    assert "b.txt:5:5: number" in run("check", "a.txt", "b.txt").out
    assert "corpora/en/boat.txt:5:5: number" in run("check", "a.txt", "corpora/en/calm.txt").out


def test_links_of_the_corpus_that_lead_out_of_it_are_not_followed(run: Run, project: Path) -> None:
    for language, name in (("de", "a.txt"), ("en", "b.txt")):
        (project / "corpora" / language / "link.txt").symlink_to(project / name)
    before = (project / "b.txt").read_text(encoding="utf-8")
    done = run("check", "corpora/de/link.txt", "corpora/en/link.txt", "--fix")
    assert done.status == 2
    assert "a link that leads out of the corpora" in done.err
    assert (project / "b.txt").read_text(encoding="utf-8") == before


@pytest.mark.usefixtures("project")
def test_files_of_another_project_are_told_by_their_whole_path(
    run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    write(other / "a.de.txt", GERMAN)
    write(other / "b.en.txt", WRONG)
    done = run("check", str(other / "a.de.txt"), str(other / "b.en.txt"), "-f", "json")
    (article,) = json.loads(done.out)["articles"]
    assert article["path"] == str(other / "b.en.txt")
