"""What the arguments of commands name: the same in each of them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from tests.running import Run
from tests.specimens import ENGLISH, GERMAN

from transtrack.config import find_config
from transtrack.errors import InputError
from transtrack.pipeline.review import find_articles

COMMANDS = [("align",), ("check",), ("quality",), ("status",), ("tm",), ("export", "-f", "tsv")]


def write(path: Path, sentences: tuple[str, ...]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(sentences) + "\n", encoding="utf-8")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a translated article, one that is not, and files beside the corpus."""
    project = tmp_path / "project"
    for language, sentences in (("de", GERMAN), ("en", ENGLISH)):
        write(project / "corpora" / language / "ferry.txt", sentences)
        write(project / f"loose.{language}.txt", sentences)
    write(project / "corpora" / "de" / "new.txt", GERMAN)
    write(project / "drafts" / "draft.txt", GERMAN)
    monkeypatch.chdir(project)
    return project


@pytest.mark.parametrize(
    "name",
    [
        "en/ferry",
        "ferry",
        "en",
        "corpora/en",
        "corpora/en/ferry.txt",
        "corpora/de/ferry.txt",
        "corpora/en/ferry.po",
    ],
)
@pytest.mark.parametrize("folder", [".", "corpora/en", "drafts"])
@pytest.mark.parametrize("command", [*COMMANDS, ("names",)], ids=lambda command: command[0])
def test_an_article_is_named_alike_wherever_one_stands(
    run: Run,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    folder: str,
    name: str,
) -> None:
    run("align")
    monkeypatch.chdir(project / folder)
    done = run(*command, name)
    assert done.status == 0, done
    assert "no file" not in done.err
    if os.path.exists(project / name):  # noqa: PTH110 - names are no paths
        assert run(*command, str(project / name)) == done


@pytest.mark.parametrize("command", [*COMMANDS, ("names",)], ids=lambda command: command[0])
def test_a_mistyped_name_is_told_the_nearest(run: Run, command: tuple[str, ...]) -> None:
    for typed, near in (
        ("en/fery", "en/ferry"),
        ("fery", "ferry"),
        ("corpora/en/ferry.tx", "corpora/en/ferry.txt"),
    ):
        done = run(*command, typed)
        assert done.status == 2
        assert f"{typed}: no file or article of this name; the nearest is {near}\n" in done.err
    done = run(*command, "zzz")
    assert done.status == 2
    assert "zzz: no file or article of this name; transtrack status lists" in done.err


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_what_is_not_of_the_corpus_is_told_apart(
    run: Run, project: Path, command: tuple[str, ...]
) -> None:
    err = run(*command, "loose.en.txt").err
    assert "loose.en.txt: not in corpora/; from outside of it align, check, quality" in err
    assert "drafts: no article of the corpus; " in run(*command, "drafts").err
    write(project / "corpora" / "en" / "orphan.txt", ENGLISH)
    for name in ("corpora/en/orphan.txt", "corpora/en"):
        done = run(*command, name)
        assert done.status == 2
        assert "corpora/en/orphan.txt: no original found, looked for corpora/de/orphan" in done.err


def test_an_original_can_be_named_before_it_is_translated(run: Run) -> None:
    run("align")
    for name in ("new", "en/new", "corpora/de/new.txt"):
        told = run("status", name)
        assert (told.status, told.out) == (
            0,
            "en/new: missing\ncorpora/de/new.txt has no translation yet\n",
        )
        offered = run("tm", name)
        assert offered.status == 0
        assert "100%  All 47 passengers were rescued." in offered.out


def test_align_takes_names_and_writes_their_catalogues_alone(run: Run, project: Path) -> None:
    for language, sentences in (("de", GERMAN), ("en", ENGLISH)):
        write(project / "corpora" / language / "calm.txt", sentences)
    done = run("align", "en/ferry", "new")
    assert done.status == 0
    assert [line.split("  ")[0] for line in done.out.splitlines()] == [
        "article",
        "en/ferry",
        "en/new",
    ]
    assert done.err == "catalogues: 1 written, 0 unchanged\n"
    assert [path.name for path in project.rglob("*.po")] == ["ferry.po"]
    done = run("align", "en/calm", "en/fery")
    assert done.status == 2
    assert "en/fery: no file or article of this name; the nearest is en/ferry" in done.err
    assert (project / "corpora" / "en" / "calm.po").exists()


def test_quality_takes_names(run: Run, project: Path) -> None:
    for language, sentences in (("de", GERMAN), ("en", ENGLISH)):
        write(project / "corpora" / language / "calm.txt", sentences)
    assert run("quality", "en/calm", "en/ferry") == run("quality")
    assert "en/calm" not in run("quality", "ferry").out
    done = run("quality", "new")
    assert done.status == 2
    assert "new: no translation yet" in done.err


def test_a_name_is_compared_with_a_reference_as_its_files_are(run: Run, project: Path) -> None:
    write(project / "other.txt", (*ENGLISH[:1], "All 47 people were saved."))
    named = run("quality", "en/ferry", "--reference", "other.txt", "--format", "json")
    files = ("corpora/de/ferry.txt", "corpora/en/ferry.txt")
    assert named.status == 0
    assert named.out == run("quality", *files, "--reference", "other.txt", "--format", "json").out
    assert "chrf++" in run("quality", "en/ferry", "--reference", "other.txt").out
    assert "no translation yet" in run("quality", "new", "--reference", "other.txt").err
    write(project / "corpora" / "de" / "calm.txt", GERMAN)
    write(project / "corpora" / "en" / "calm.txt", ENGLISH)
    for options in (["--reference", "other.txt"], ["--baseline", "other.txt"]):
        done = run("quality", *options)
        assert done.status == 2
        assert "another text goes with one article" in done.err


@pytest.mark.parametrize("command", ["align", "quality"])
def test_two_paths_of_which_one_is_there_are_two_files(run: Run, command: str) -> None:
    done = run(command, "corpora/en/ferry.txt", "en/ferry")
    assert (done.status, done.out) == (2, "")
    assert "en/ferry: no such file" in done.err
    assert run(command, "loose.de.txt", "corpora/en/ferry.txt").status == 0


@pytest.mark.parametrize("command", ["align", "check", "quality", "review"])
def test_without_a_project_two_names_are_two_files(
    run: Run, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(command, "a.de.txt", "b.en.txt")
    assert (done.status, done.out) == (2, "")
    assert done.err == "a.de.txt: no such file\n  check the name\n"


def test_names_look_at_articles_by_name_and_at_other_files_alone(run: Run, project: Path) -> None:
    article = run("names", "en/ferry", "-f", "tsv").out
    assert "corpora/en/ferry.txt" in article
    assert run("names", "corpora/de/ferry.txt", "-f", "tsv").out == article
    assert "loose.en.txt" in run("names", "loose.en.txt", "-f", "tsv").out
    write(project / "corpora" / "en" / "orphan.txt", ENGLISH)
    assert run("names", "corpora/en/orphan.txt").status == 0
    for names in ((), ("corpora/en",)):
        done = run("names", *names)
        assert done.status == 2
        assert "corpora/en/orphan.txt: no original found" in done.err


def test_review_takes_two_names_and_tells_what_it_cannot_find(project: Path) -> None:
    for language, sentences in (("de", GERMAN), ("en", ENGLISH)):
        write(project / "corpora" / language / "calm.txt", sentences)
    config = find_config(project)
    assert [item.name for item in find_articles(config, ["en/ferry", "calm"])] == [
        "en/ferry",
        "en/calm",
    ]
    (pair,) = find_articles(config, ["loose.de.txt", "corpora/en/ferry.txt"])
    assert (pair.source, pair.target) == ("loose.de.txt", "corpora/en/ferry.txt")
    with pytest.raises(InputError) as caught:
        find_articles(config, ["en/fery"])
    assert str(caught.value) == (
        "en/fery: no file or article of this name\n  the nearest is en/ferry"
    )


@pytest.mark.parametrize("command", ["align", "check", "status", "tm", "export", "names"])
def test_originals_alone_are_told_what_they_wait_for(
    run: Run, project: Path, command: str
) -> None:
    shutil.rmtree(project / "corpora" / "en")
    done = run(command)
    assert done.status == 0
    told = "no translations yet; put them, under their originals' names, into corpora/LANGUAGE/\n"
    assert told in done.err
    assert f"zzz: no file or article of this name; {told}" in run(command, "zzz").err


@pytest.mark.parametrize("command", ["quality", "review"])
def test_without_a_translation_there_is_nothing_to_score_or_review(
    run: Run, project: Path, command: str
) -> None:
    shutil.rmtree(project / "corpora" / "en")
    done = run(command)
    assert (done.status, done.out) == (2, "")
    assert "corpora: no translations yet\n  put them, " in done.err
    assert "new: no translation yet" in run(command, "corpora/de/new.txt").err.replace(
        "corpora/de/new.txt", "new"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        *[[name] for name in ("align", "check", "status", "tm", "quality", "review", "export")],
        *[["names"], ["names", "fix"], ["names", "learn"], ["watch"], ["report", "-o", "site"]],
        *[["tm", "export"], ["check", "loose.en.txt"], ["align", "loose.en.txt"]],
    ],
    ids=" ".join,
)
def test_without_a_corpus_every_way_in_is_told(
    run: Run, project: Path, arguments: list[str]
) -> None:
    shutil.rmtree(project / "corpora")
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert "no corpora here\n  put originals into corpora/de/" in done.err
    assert "transtrack align ORIGINAL TRANSLATION, or check, quality, review\n" in done.err
    assert "transtrack names TRANSLATION\n" in done.err


def test_a_file_that_is_not_there_is_told_alike(run: Run) -> None:
    for arguments in (("align", "a.txt", "loose.en.txt"), ("import", "a.txt", "-f", "tmx")):
        assert "a.txt: no such file\n  check the name\n" in run(*arguments).err


def test_import_takes_the_article_by_the_same_names(run: Run) -> None:
    run("export", "en/ferry", "-f", "tmx", "-o", "sent.tmx")
    for name in ("en/ferry", "ferry", "corpora/en/ferry.txt", "corpora/de/ferry.txt"):
        assert run("import", "sent.tmx", "--article", name).status == 0
    done = run("import", "sent.tmx", "--article", "en/fery")
    assert done.status == 2
    assert (
        "--article en/fery: no file or article of this name\n  the nearest is en/ferry" in done.err
    )
    assert "--article new: no translation yet" in run("import", "sent.tmx", "--article", "new").err


@pytest.mark.parametrize("name", ["a" * 5000, "b\udcff", "\x1b[2J", "*", "~", ""])
@pytest.mark.parametrize("command", ["align", "check", "quality", "names", "review", "export"])
def test_an_odd_name_is_no_crash(run: Run, command: str, name: str) -> None:
    for names in ((name, name), (name, "loose.en.txt"), (name, "zzz", "zzz")):
        done = run(command, *names)
        assert done.status == 2
        assert "Traceback" not in done.err
