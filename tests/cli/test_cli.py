"""The program as its users run it: options in, two streams and an exit status out."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.running import Done, Run
from typer.testing import CliRunner

from transtrack import __version__
from transtrack.cli import console
from transtrack.cli.app import make_app
from transtrack.reports import REPORTS

SOURCE = "Am 13. Januar kam Putin nach Genf.\nWolodymyr Koval sprach mit 27 Gästen.\n"
TARGET = "Putin came to Geneva on January 13.\nVolodymyr Koval talked to 27 guests.\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one pair, in which the tests stand."""
    for language, text in (("de", SOURCE), ("en", TARGET)):
        path = tmp_path / "corpora" / language / "genf.txt"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


PAIR = ("corpora/de/genf.txt", "corpora/en/genf.txt")


def test_version(run: Run) -> None:
    assert run("--version") == Done(status=0, out=f"transtrack {__version__}\n", err="")


def test_help_names_every_command_and_format(run: Run) -> None:
    assert "align" in run("--help").out
    shown = run("align", "-h").out
    assert all(renderer.name in shown for renderer in REPORTS)


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    assert "Usage" in run().out + run().err


def test_a_project_is_aligned(run: Run, project: Path) -> None:
    done = run("align")
    assert done.status == 0
    assert done.out.splitlines()[1].split()[:3] == ["en/genf", "2", "100%"]
    assert done.err == "catalogues: 1 written, 0 unchanged\n"
    assert (project / "corpora/en/genf.po").exists()
    assert run("align").err == "catalogues: 0 written, 1 unchanged\n"


def test_a_project_is_found_from_a_folder_inside_it(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "corpora" / "de")
    assert run("align").status == 0
    assert "#: corpora/de/genf.txt:1" in (project / "corpora/en/genf.po").read_text("utf-8")


def test_what_was_skipped_is_said_and_is_status_2(run: Run, project: Path) -> None:
    (project / "corpora/en/orphan.txt").write_text("A text.", encoding="utf-8")
    done = run("align")
    assert done.status == 2
    assert "corpora/en/orphan.txt: no original found" in done.err
    assert "en/genf" in done.out


def test_two_files_are_drawn_side_by_side(run: Run, project: Path) -> None:
    done = run("align", *PAIR)
    assert done.status == 0
    assert "1 Am 13. Januar" in done.out
    assert "2 beads, 100% 1-1" in done.out
    assert done.err == ""
    assert not (project / "corpora/en/genf.po").exists()


@pytest.mark.parametrize("name", ["text", "json", "tsv", "vecalign", "po"])
def test_every_format_goes_to_stdout_or_a_file(run: Run, project: Path, name: str) -> None:
    printed = run("align", *PAIR, "--format", name)
    written = run("align", *PAIR, "--format", name, "-o", "out.dat")
    assert printed.status == written.status == 0
    assert written.out == ""
    assert (project / "out.dat").read_text(encoding="utf-8") == printed.out


def test_presegmented_lines_are_not_split(run: Run, project: Path) -> None:
    (project / "a.de").write_text("Eins. Zwei.\n\nDrei.\n", encoding="utf-8")
    (project / "a.en").write_text("One. Two.\n\nThree.\n", encoding="utf-8")
    done = run("align", "a.de", "a.en", "--presegmented", "--format", "json")
    texts = [sentence["text"] for sentence in json.loads(done.out)["source"]["sentences"]]
    assert texts == ["Eins. Zwei.", "", "Drei."]


def test_standard_input_is_a_dash(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SOURCE.encode())))
    done = run("align", "-", PAIR[1], "--source-language", "de", "--format", "vecalign")
    assert done.status == 0
    assert done.out.splitlines()[0].startswith("[0]:[0]:")


def test_a_language_given_wins(run: Run) -> None:
    done = run("align", *PAIR, "--target-language", "en-gb", "--format", "json")
    assert json.loads(done.out)["target"]["language"] == "en-GB"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["align", "none.txt", PAIR[1]], "none.txt: "),
        (["align", "empty.txt", PAIR[1]], "empty.txt: "),
        (["align", PAIR[0], "empty.txt"], "empty.txt: "),
        (["align", "corpora", PAIR[1]], "corpora: "),
        (["align", "junk.txt", PAIR[1]], "junk.txt: "),
        (["align", PAIR[0], PAIR[0]], "same file"),
        (["align", *PAIR, "--source-language", "klingonish"], "klingonish"),
        (["align", *PAIR, "-o", "none/out.txt"], "none"),
        (["align", *PAIR, "-o", "corpora"], "corpora"),
        (["align", "--format", "json"], "these options go with two files"),
        (["align", "en/genf", "--format", "json"], "these options go with two files"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_one_message_and_status_2(
    run: Run, project: Path, arguments: list[str], message: str
) -> None:
    (project / "empty.txt").write_bytes(b"")
    (project / "junk.txt").write_bytes(bytes(range(256)) * 9)
    before = sorted(project.rglob("*"))
    done = run(*arguments)
    assert done.status == 2
    assert done.out == ""
    assert message in done.err
    assert "\n  " in done.err, "a hint tells what now"
    assert "Traceback" not in done.err
    assert sorted(project.rglob("*")) == before


@pytest.mark.parametrize(
    "arguments", [["align", *PAIR, "--format", "pdf"], ["alig"], ["align", "--wrong"]]
)
def test_an_unknown_word_is_status_2(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.status == 2
    assert done.err


def test_a_text_in_another_language_is_skipped(run: Run, project: Path) -> None:
    french = "Le président de la République a annoncé mardi une réforme des retraites. " * 4
    (project / "corpora/en/genf.txt").write_text(french, encoding="utf-8")
    done = run("align", *PAIR)
    assert done.status == 2
    assert "French" in done.err
    assert "skipped" in done.out


def test_an_encoding_guessed_is_noticed_on_stderr(run: Run, project: Path) -> None:
    text = "Die Gäste grüßten höflich und aßen süße Äpfel in der größten Küche Österreichs.\n" * 3
    (project / "corpora/de/genf.txt").write_bytes(text.encode("cp1252"))
    assert "not UTF-8" in run("align", *PAIR).err


def test_outside_a_project_the_way_in_is_told(
    run: Run,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    done = run("align")
    assert done.status == 2
    assert "transtrack align ORIGINAL TRANSLATION" in done.err


def test_interrupted_work_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("transtrack.pipeline.batch.align_batch", interrupt)
    done = run("align")
    assert done.status == 130
    assert "interrupted" in done.err


def test_a_reader_that_has_gone_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "transtrack", "align", *PAIR],
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, "")


def test_a_terminal_gets_colour_unless_no_color_is_set() -> None:
    def drawn(**environment: str) -> bytes:
        parent, child = pty.openpty()
        subprocess.run(
            [sys.executable, "-m", "transtrack", "align", *PAIR],
            stdout=child,
            env={**os.environ, **environment},
            check=True,
        )
        os.close(child)
        shown = b""
        try:
            while part := os.read(parent, 65536):
                shown += part
        except OSError:  # how Linux says that the other end is closed
            pass
        os.close(parent)
        return shown

    assert b"\x1b[" in drawn(TERM="xterm")
    assert b"\x1b[" not in drawn(TERM="xterm", NO_COLOR="1")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_long_work_has_a_progress_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(console, "PATIENCE", -1.0)
    assert list(console.follow(iter("abc"), 3, "aligning")) == ["a", "b", "c"]
    assert "aligning" in terminal.getvalue()


def test_short_work_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(console.follow(iter("abc"), 3, "aligning")) == ["a", "b", "c"]
    assert terminal.getvalue() == ""


def test_a_lexicon_is_made_looked_into_joined_and_used(run: Run, project: Path) -> None:
    corpus = project / "words.tsv"
    corpus.write_text("кіт\tcat\nпес\tdog\nкіт і пес\tcat and dog\n" * 3, encoding="utf-8")
    languages = ("--source-language", "uk", "--target-language", "en")
    made = run("lexicon", "train", "words.tsv", "-o", "uk-en.lexicon", *languages)
    assert made.status == 0
    assert "from 9 sentence pairs" in made.err
    shown = run("lexicon", "show", "uk-en.lexicon", "кіт", "миша")
    assert shown.out.startswith("кіт\tcat\t")
    assert "миша" in shown.err
    assert "source: uk" in run("lexicon", "info", "uk-en.lexicon").out
    joined = run("lexicon", "merge", "uk-en.lexicon", "uk-en.lexicon", "-o", "both.lexicon")
    assert joined.status == 0
    (project / "a.uk.txt").write_text("Кіт спить.\nПес їсть.\n", encoding="utf-8")
    (project / "a.en.txt").write_text("The cat sleeps.\nThe dog eats.\n", encoding="utf-8")
    done = run("align", "a.uk.txt", "a.en.txt", "--lexicon", "both.lexicon", "-f", "json")
    assert "lexical:given" in json.loads(done.out)["signature"]
    back = run("align", "a.en.txt", "a.uk.txt", "--lexicon", "both.lexicon", "-f", "vecalign")
    assert back.out.splitlines()[0].startswith("[0]:[0]:")
    wrong = run("align", *PAIR, "--lexicon", "both.lexicon")
    assert wrong.status == 2
    assert "the lexicon is for uk-en, the texts are de-en" in wrong.err


def test_the_programs_own_lexicon_has_a_name(run: Run) -> None:
    assert "government" in run("lexicon", "show", "de-en", "Regierung").out
    assert "source: de" in run("lexicon", "info", "de-en").out
    assert run("lexicon", "merge", "de-en", "en-de", "-o", "x.lexicon").status == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["lexicon", "info", "none.lexicon"],
        ["lexicon", "show", "corpora/de/genf.txt", "Haus"],
        ["lexicon", "train", "corpora/de/genf.txt", "-o", "x"],
    ],
)
def test_what_is_no_lexicon_or_corpus_is_status_2(run: Run, arguments: list[str]) -> None:
    languages = ["--source-language", "de", "--target-language", "en"]
    done = run(*arguments, *(languages if "train" in arguments else []))
    assert done.status == 2
    assert done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("name", ["align", "check", "import", "tm", "names", "lexicon"])
def test_a_command_alone_is_what_it_is_among_all(name: str) -> None:
    told = [
        CliRunner().invoke(app, [name, "--help"], prog_name="transtrack")
        for app in (make_app(), make_app(name))
    ]
    assert told[0].exit_code == told[1].exit_code == 0
    assert told[0].output == told[1].output
    assert CliRunner().invoke(make_app(name), ["status"]).exit_code == 2


def test_a_fault_of_the_program_is_no_finding(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("transtrack.pipeline.named.find_corpus", fail)
    done = run("check")
    assert done.status == 2
    assert "ZeroDivisionError" in done.err
    assert "a fault of the program or of a plug-in" in done.err


def test_a_ctrl_c_that_a_library_swallows_is_passed_on(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Swallows:
        def __del__(self) -> None:
            raise KeyboardInterrupt

    def act(*_: object, **_more: object) -> None:
        swallows = Swallows()
        del swallows
        time.sleep(1)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("transtrack.config.find_config", act)
    done = run("status")
    assert done.status == 130
    assert "Traceback" not in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
@pytest.mark.parametrize("command", ["check", "status", "--version", "align --dry-run"])
def test_a_full_disk_is_a_message_and_no_finding(project: Path, command: str) -> None:
    line = f"{sys.executable} -m transtrack {command} > /dev/full"
    done = subprocess.run(
        ["sh", "-c", line], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("standard output: cannot be written: No space left on device\n")
    assert "Traceback" not in done.stderr


def test_a_closed_output_stops_nobody(project: Path) -> None:
    line = f"{sys.executable} -m transtrack check -o out.json -f json >&- 2>&-"
    done = subprocess.run(["sh", "-c", line], cwd=project, check=False)
    assert done.returncode in (0, 1)
    assert (project / "out.json").exists()
