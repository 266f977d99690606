"""`init`, `watch`, `tm`, pivots and dry runs as their users run them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
from tests.running import Run
from tests.specimens import ENGLISH, GERMAN

SAMPLES = {"de": GERMAN, "en": ENGLISH}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, sentences: tuple[str, ...]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(sentences) + "\n", encoding="utf-8")


def tree(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_folder_of_texts_becomes_a_project(folder: Path, run: Run) -> None:
    write(folder / "ferry.de.txt", GERMAN)
    write(folder / "ferry_en.txt", ENGLISH)
    write(folder / "en" / "calm.txt", ENGLISH)
    write(folder / "ruhe.txt", GERMAN)
    write(folder / "README.md", ("About these texts.",))
    before = tree(folder)
    done = run("init")
    assert (done.status, sorted(set(tree(folder)) - set(before))) == (
        0,
        [
            "corpora/de/ferry.txt",
            "corpora/de/ruhe.txt",
            "corpora/en/calm.txt",
            "corpora/en/ferry.txt",
            "transtrack.toml",
        ],
    )
    assert "in one language only: calm, ruhe" in done.err
    assert run("align").status == 2  # calm has no original
    assert (folder / "corpora" / "en" / "ferry.po").exists()
    again = run("init")
    assert (again.status, again.out) == (0, "")


def test_a_dry_run_of_init_writes_nothing(folder: Path, run: Run) -> None:
    write(folder / "ferry.de.txt", GERMAN)
    done = run("init", "--dry-run")
    assert done.out == "ferry.de.txt → corpora/de/ferry.txt\ntranstrack.toml\n"
    assert tree(folder) == ["ferry.de.txt"]


def test_init_writes_through_no_link(folder: Path, run: Run) -> None:
    write(folder / "ferry.de.txt", GERMAN)
    (folder / "transtrack.toml").symlink_to("elsewhere.toml")
    assert run("init").status == 0
    assert not (folder / "elsewhere.toml").exists()


def test_init_overwrites_nothing(folder: Path, run: Run) -> None:
    write(folder / "ferry.de.txt", GERMAN)
    write(folder / "corpora" / "de" / "ferry.txt", GERMAN[:2])
    write(folder / "b" / "ferry.en.txt", ENGLISH)
    write(folder / "a" / "ferry.en.txt", ENGLISH[:3])
    (folder / "transtrack.toml").write_text('source = "de"\n', encoding="utf-8")
    done = run("init")
    assert done.status == 2
    assert "ferry.de.txt: corpora/de/ferry.txt is" in done.err
    assert "b/ferry.en.txt" in done.err
    assert (folder / "corpora" / "de" / "ferry.txt").read_text("utf-8").count("\n\n") == 1
    assert (folder / "transtrack.toml").read_text("utf-8") == 'source = "de"\n'


def test_originals_in_another_language_than_german_are_asked_for(folder: Path, run: Run) -> None:
    write(folder / "ferry.en.txt", ENGLISH)
    write(folder / "ferry.fr.txt", ("Un ferry coule.",))
    done = run("init")
    assert (done.status, tree(folder)) == (2, ["ferry.en.txt", "ferry.fr.txt"])
    assert "no text is in de; there are texts in en, fr" in done.err
    assert "--source en" in done.err
    assert run("init", "--source", "en").status == 0
    assert 'source = "en"' in (folder / "transtrack.toml").read_text("utf-8")
    (folder / "transtrack.toml").unlink()
    err = run("align").err
    assert "no originals here: there are texts in en, fr, none in de" in err
    assert 'source = "en"' in err


def test_init_without_texts_says_what_to_do(run: Run) -> None:
    done = run("init")
    assert done.status == 2
    assert "winter.de.txt" in done.err
    assert run("init", "nowhere").status == 2


def corpus(folder: Path) -> None:
    for language, sentences in SAMPLES.items():
        write(folder / "corpora" / language / "ferry.txt", sentences)


def test_a_dry_run_of_align_writes_nothing(folder: Path, run: Run) -> None:
    corpus(folder)
    done = run("align", "--dry-run")
    assert done.status == 0
    assert "1 would be written" in done.err
    assert tree(folder) == ["corpora/de/ferry.txt", "corpora/en/ferry.txt"]
    run("align")
    before = tree(folder)
    assert any(name.startswith(".transtrack/align-") for name in before)
    run("align", "--dry-run")
    assert tree(folder) == before


def test_a_pivot_is_held_against_its_own_original(folder: Path, run: Run) -> None:
    corpus(folder)
    write(folder / "corpora" / "uk" / "ferry.txt", ("Пором затонув біля Рюгена",))
    (folder / "transtrack.toml").write_text('[pivots]\nuk = "en"\n', encoding="utf-8")
    assert run("align").status == 0
    catalogue = (folder / "corpora" / "uk" / "ferry.po").read_text("utf-8")
    assert "X-Source-Language: en" in catalogue
    assert "Ferry sinks off Rügen" in catalogue
    english = folder / "corpora" / "en" / "ferry.txt"
    english.write_text(english.read_text("utf-8").replace("47", "48"), encoding="utf-8")
    out = run("status").out
    assert "en/ferry  unreviewed" in out
    assert out.splitlines()[-1].split()[1] in {"stale", "partial"}


def test_a_pivot_that_is_no_language_is_told(folder: Path, run: Run) -> None:
    corpus(folder)
    (folder / "transtrack.toml").write_text('[pivots]\nuk = "englisch!"\n', encoding="utf-8")
    done = run("align")
    assert done.status == 2
    assert "pivots" in done.err


def memory(folder: Path, run: Run) -> Path:
    """Two articles, one with a sentence of the other's that nobody has translated."""
    corpus(folder)
    write(
        folder / "corpora" / "de" / "calm.txt",
        ("Ruhige See vor Rügen", "Der Wind weht schwach aus Nordost.", GERMAN[2]),
    )
    write(
        folder / "corpora" / "en" / "calm.txt",
        ("Calm sea off Rügen", "A light wind is blowing from the north-east."),
    )
    run("align")
    return folder / "corpora" / "en" / "calm.po"


def test_the_memory_offers_what_was_translated_before(folder: Path, run: Run) -> None:
    memory(folder, run)
    done = run("tm", "corpora/en/calm.txt")
    assert done.status == 0
    assert "100%  All 47 passengers were rescued." in done.out
    assert "offers for 1 sentence" in done.err


def test_the_memory_writes_comments_once_and_keeps_a_translators(folder: Path, run: Run) -> None:
    catalogue = memory(folder, run)
    text = catalogue.read_text("utf-8")
    at = text.index("#. 1-0")
    catalogue.write_text(f"{text[:at]}# by hand\n{text[at:]}", encoding="utf-8")
    assert "catalogues written: 1" in run("tm", "--write").err
    once = catalogue.read_text("utf-8")
    assert "# by hand\n# tm 100%: All 47 passengers were rescued.\n" in once
    assert "catalogues written: 0" in run("tm", "--write").err
    assert "1 unchanged" in run("align").err or catalogue.read_text("utf-8") == once


def test_without_catalogues_the_memory_tells_where_it_comes_from(folder: Path, run: Run) -> None:
    write(folder / "corpora" / "de" / "calm.txt", GERMAN)
    write(folder / "corpora" / "en" / "calm.txt", ENGLISH)
    for arguments in ([], ["--sentence", "Alle 47 Passagiere wurden gerettet."]):
        done = run("tm", *arguments)
        assert done.status == 0
        assert "nothing is remembered yet; transtrack align writes" in done.err


def test_the_memory_is_asked_for_a_sentence(folder: Path, run: Run) -> None:
    memory(folder, run)
    done = run("tm", "--sentence", "Alle 48 Passagiere wurden gerettet.")
    assert "97%  All 47 passengers were rescued." in done.out
    assert run("tm", "--sentence", "Xyz.").out == ""


def test_the_memory_is_not_asked_for_english_alone(folder: Path, run: Run) -> None:
    corpus(folder)
    (folder / "transtrack.toml").write_text('source = "en"\n', encoding="utf-8")
    run("align")
    assert GERMAN[2] in run("tm", "--sentence", ENGLISH[2]).out
    assert run("tm", "--sentence", ENGLISH[2], "--language", "fr").out == ""


def test_watch_follows_a_text_that_is_saved(folder: Path) -> None:
    corpus(folder)
    with subprocess.Popen(
        [sys.executable, "-m", "transtrack", "watch"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            assert process.stdout.readline() == "en/ferry: fresh\n"
            assert "Ctrl-C" in process.stderr.readline()
            time.sleep(0.5)
            original = folder / "corpora" / "de" / "ferry.txt"
            changed = original.read_text("utf-8").replace("47", "48")
            original.write_text(changed, encoding="utf-8")
            assert process.stdout.readline() == "en/ferry: stale: 1 changed\n"
            originals = folder / "corpora" / "de"
            originals.rename(folder / "away")  # as a checkout of another branch may
            assert "no originals" in process.stderr.readline()
            (folder / "away").rename(originals)
            time.sleep(0.5)
            original.write_text(changed.replace("48", "47"), encoding="utf-8")
            assert process.stdout.readline().startswith("en/ferry: ")
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 0


def test_an_archive_is_mined_for_its_pairs(folder: Path, run: Run) -> None:
    for number in range(3):
        text = GERMAN[number : number + 4]
        write(folder / "alt" / f"{number}.txt", text)
        write(folder / "old" / f"{9 - number}.txt", ENGLISH[number : number + 4])
    write(folder / "old" / "0.txt", ("Potatoes grow best in loose soil, says the gardener.",))
    done = run("mine", "alt", "old")
    assert done.status == 0
    pairs = {tuple(line.split("\t")[:2]) for line in done.out.splitlines()}
    assert pairs <= {(f"alt/{n}.txt", f"old/{9 - n}.txt") for n in range(3)}
    table = run("mine", "alt", "old", "--format", "toml", "--least=-2").out
    assert table.startswith('[pairs]\n"old/')
    for side in ("alt", "old"):
        for number, path in enumerate(sorted((folder / side).glob("[1-9].txt"))):
            path.rename(path.with_name(f'{number} "😀" \\.txt'))
    table = run("mine", "alt", "old", "--format", "toml", "--least=-2").out
    assert any("😀" in name for name in tomllib.loads(table)["pairs"])
    assert run("mine", "alt", "nowhere").err.startswith("nowhere: no such folder\n  name ")
