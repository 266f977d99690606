"""`transtrack check` as its users run it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from tests.running import Run

from transtrack.checks import CHECKS
from transtrack.errors import OutputError

SOURCE = (
    "Neue Brücke über die Elbe\n\n"
    "Am Montag wurde die neue Brücke über die Elbe eröffnet. 47 Gäste kamen zur Feier.\n\n"
    "Der Bau kostete 12 Millionen Euro. „Das ist ein guter Tag“, sagte die Bürgermeisterin.\n"
)
TARGET = (
    "New Bridge Over the Elbe\n\n"
    "The new bridge over the Elbe was opened on Monday. 74 guests came to the ceremony.\n\n"
    "Construction cost €12 million. „This is a good day,” said the mayor.\n"
)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one article in which a number and a quotation mark are wrong."""
    for language, text in (("de", SOURCE), ("en", TARGET)):
        path = tmp_path / "corpora" / language / "bridge.txt"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def english(project: Path) -> Path:
    return project / "corpora" / "en" / "bridge.txt"


def test_findings_are_listed_with_their_place(run: Run) -> None:
    status, out, _ = run("check")
    assert status == 1
    assert 'corpora/en/bridge.txt:3:52: number: "74" stands where' in out
    assert "corpora/en/bridge.txt:5:32: quotation-style:" in out
    assert "2 findings (1 major, 1 minor) in 1 article" in out


def test_a_clean_article_exits_0(run: Run, project: Path) -> None:
    text = TARGET.replace("74", "47").replace("„", "“")
    english(project).write_text(text, encoding="utf-8")
    status, out, _ = run("check")
    assert status == 0, out


@pytest.mark.parametrize(
    ("least", "status"), [("minor", 1), ("major", 1), ("critical", 0), ("never", 0)]
)
def test_the_status_follows_fail_on(run: Run, least: str, status: int) -> None:
    assert run("check", "--fail-on", least)[0] == status


def test_checks_that_know_nothing_of_the_languages_are_told(run: Run, project: Path) -> None:
    assert "other languages" not in run("check").err
    (project / "corpora" / "en").rename(project / "corpora" / "nl")
    text = "De nieuwe brug over de Elbe werd maandag geopend. Er kwamen 74 gasten.\n"
    (project / "corpora" / "nl" / "bridge.txt").write_text(text, encoding="utf-8")
    err = run("check").err
    assert "de to nl: " in err
    assert (
        "checks are for other languages, and not made:\n  mismatch, name-mismatch, name-spelling"
        in err
    )
    assert "  whole sentences only, no parts of them: omission, addition\n" in err
    assert "de to nl: 1 of 1 checks" in run("check", "--select", "exonym").err
    assert run("check", "--select", "addition").err.startswith("de to nl: whole sentences only")


def test_languages_of_which_the_same_is_unknown_are_told_together(run: Run, project: Path) -> None:
    for language in ("ar", "he"):
        (project / "corpora" / language).mkdir()
        text = {"ar": "افتتح الجسر الجديد.", "he": "הגשר החדש נפתח."}[language]
        path = project / "corpora" / language / "bridge.txt"
        path.write_text(f"{text}\n", encoding="utf-8")
    err = run("check", "--select", "exonym").err
    assert err.startswith("de to ar, de to he: 1 of 1 checks")
    assert err.count("\n  exonym\n") == 1


def test_an_original_that_waits_for_its_translation_stops_no_commit(
    run: Run, project: Path
) -> None:
    (project / "corpora" / "de" / "new.txt").write_text("Ein neuer Text.\n", encoding="utf-8")
    status, out, err = run("check", "corpora/de/new.txt")
    assert (status, out) == (0, "0 findings in 0 articles\n")
    assert err == "corpora/de/new.txt: no translation yet\n"
    assert run("check", "corpora/de/nowhere.txt")[0] == 2


def test_a_file_that_cannot_be_put_right_is_named_once(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str, *_: object) -> None:
        raise OutputError("cannot be put right in place", path=path)

    monkeypatch.setattr("transtrack.pipeline.mending.write_fixes", refuse)
    done = run("check", "--fix")
    assert done.status == 2
    assert "skipped: corpora/en/bridge.txt: cannot be put right in place\n" in done.out
    assert str(project) not in done.out


def test_checks_are_selected_and_ignored(run: Run) -> None:
    assert "number:" not in run("check", "--select", "quotation-style")[1]
    assert "number:" not in run("check", "--ignore", "number,negation")[1]
    status, _, err = run("check", "--select", "nubmer")
    assert status == 2
    assert 'no check "nubmer"' in err


def test_a_project_sets_severities_and_switches_off(run: Run, project: Path) -> None:
    settings = '[checks]\nnumber = "critical"\nquotation-style = "off"\n'
    (project / "transtrack.toml").write_text(settings, encoding="utf-8")
    assert "1 finding (1 critical)" in run("check")[1]
    assert "quotation-style:" in run("check", "--select", "quotation-style")[1]
    (project / "transtrack.toml").write_text('[checks]\nnumber = "bad"\n', encoding="utf-8")
    assert run("check")[0] == 2
    (project / "transtrack.toml").write_text("[checks]\nnumber = 1\n", encoding="utf-8")
    assert "must be a string" in run("check")[2]
    (project / "transtrack.toml").write_text('[checks]\nno = "off"\n', encoding="utf-8")
    assert 'no check "no"' in run("check")[2]


def test_fix_puts_right_and_diff_only_shows(run: Run, project: Path) -> None:
    status, out, _ = run("check", "--diff")
    assert status == 1
    assert "+Construction cost €12 million. “This is a good day,” said the mayor." in out
    assert english(project).read_text(encoding="utf-8") == TARGET
    status, out, err = run("check", "--fix")
    assert english(project).read_text(encoding="utf-8") == TARGET.replace("„", "“")
    assert "1 put right" in err
    assert "quotation-style" not in out
    assert run("check", "--fix", "--diff")[0] == 2


def test_a_baseline_silences_what_is_known_wherever_it_moves(run: Run, project: Path) -> None:
    assert run("check", "--baseline", "known.json", "--write-baseline")[0] == 0
    text = english(project).read_text(encoding="utf-8")
    english(project).write_text(text.replace("\n\n", "\n\n\n\n", 1), encoding="utf-8")
    status, out, _ = run("check", "--baseline", "known.json")
    assert status == 0
    assert "2 accepted" in out
    english(project).write_text(text.replace("Monday", "Friday"), encoding="utf-8")
    status, out, _ = run("check", "--baseline", "known.json")
    assert status == 1
    assert "1 finding" in out
    assert run("check", "--write-baseline")[0] == 2
    (project / "known.json").write_text("[]", encoding="utf-8")
    assert "not a baseline" in run("check", "--baseline", "known.json")[2]


def test_a_comment_in_the_catalogue_accepts_a_finding(run: Run, project: Path) -> None:
    run("align")
    catalogue = english(project).with_suffix(".po")
    text = catalogue.read_text(encoding="utf-8")
    at = text.rindex("#", 0, text.index('msgid "47 G'))
    start = text.rindex("\n\n", 0, at) + 2
    text = f"{text[:start]}# transtrack: ignore[number]\n{text[start:]}"
    catalogue.write_text(text, encoding="utf-8")
    status, out, _ = run("check", "--select", "number")
    assert status == 0, out
    assert "1 accepted" in out


def git(project: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=project, check=True, capture_output=True)


def test_since_tells_only_what_has_changed(run: Run, project: Path) -> None:
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "first")
    assert "0 findings in 0 articles" in run("check", "--since", "HEAD")[1]
    text = TARGET.replace("Monday", "Friday")
    english(project).write_text(text, encoding="utf-8")
    out = run("check", "--since", "HEAD")[1]
    assert "date:" in out
    assert "quotation-style" not in out
    source = project / "corpora" / "de" / "bridge.txt"
    source.write_text(SOURCE.replace("guter", "schöner"), encoding="utf-8")
    english(project).write_text(TARGET, encoding="utf-8")
    out = run("check", "--since", "HEAD")[1]
    assert "quotation-style" in out
    status, _, err = run("check", "--since", "nowhere")
    assert status == 2
    assert "no revision" in err
    (project / "corpora" / "de" / "new.txt").write_text(SOURCE, encoding="utf-8")
    (project / "corpora" / "en" / "new.txt").write_text(TARGET, encoding="utf-8")
    assert "corpora/en/new.txt:3" in run("check", "--since", "HEAD")[1]


def test_what_cannot_be_checked_is_shown_and_exits_2(run: Run, project: Path) -> None:
    (project / "corpora" / "de" / "odd.txt").write_text(SOURCE, encoding="utf-8")
    (project / "corpora" / "en" / "odd.txt").write_text("", encoding="utf-8")
    status, out, err = run("check")
    assert status == 2
    assert "corpora/en/odd.txt" in out
    assert "corpora/en/odd.txt" in err
    assert run("check", "elsewhere.txt")[0] == 2


@pytest.mark.parametrize("path", ["corpora/en", "corpora/en/bridge.txt", "corpora/de/bridge.txt"])
def test_a_path_names_what_to_check(run: Run, path: str) -> None:
    assert "2 findings" in run("check", path)[1]


def test_the_formats_write_to_a_file(run: Run, project: Path) -> None:
    assert run("check", "-f", "sarif", "-o", "out.sarif")[0] == 1
    data = json.loads((project / "out.sarif").read_text(encoding="utf-8"))
    assert len(data["runs"][0]["results"]) == 2


def test_statistics_list_and_explanation(run: Run) -> None:
    assert "number" in run("check", "--statistics")[1]
    listed = run("check", "--list-checks")[1]
    assert all(check.name in listed for check in CHECKS)
    told = run("check", "--explain", "number")[1]
    assert "flags:" in told
    assert "There were 74 boats" in told
    assert run("check", "--explain", "nubmer")[0] == 2


def test_the_glossary_of_the_project_is_kept_to(project: Path, run: Run) -> None:
    (project / "terms.csv").write_text("de,en\nFeier,festivities\n", encoding="utf-8")
    (project / "transtrack.toml").write_text('glossaries = ["terms.csv"]\n', encoding="utf-8")
    status, out, _ = run("check", "--select", "terminology")
    assert status == 1
    assert 'the glossary renders "Feier" by "festivities"' in out


def test_a_glossary_that_is_none_is_named(project: Path, run: Run) -> None:
    (project / "transtrack.toml").write_text('glossaries = ["terms.csv"]\n', encoding="utf-8")
    status, _, err = run("check")
    assert status == 2
    assert "terms.csv" in err


def test_machines_are_told_what_was_not_checked(run: Run, project: Path) -> None:
    (project / "corpora" / "en").rename(project / "corpora" / "nl")
    text = "De nieuwe brug over de Elbe werd maandag geopend. Er kwamen 74 gasten.\n"
    (project / "corpora" / "nl" / "bridge.txt").write_text(text, encoding="utf-8")
    (told,) = json.loads(run("check", "--format", "json").out)["not_made"]
    assert (told["source"], told["target"]) == ("de", "nl")
    assert "negation" in told["checks"]
    (sarif,) = json.loads(run("check", "--format", "sarif").out)["runs"]
    (invocation,) = sarif["invocations"]
    assert invocation["executionSuccessful"]
    assert any(
        note["level"] == "note" and "not checked for mismatch" in note["message"]["text"]
        for note in invocation["toolExecutionNotifications"]
    )


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("github", "file=sub dir/corpora/en/bridge.txt,"),
        ("sarif", '"uri": "sub%20dir/corpora/en/bridge.txt"'),
        ("gitlab", '"path": "sub dir/corpora/en/bridge.txt"'),
        ("text", "\ncorpora/en/bridge.txt:"),
        ("json", '"path": "corpora/en/bridge.txt"'),
    ],
)
def test_hosts_of_repositories_are_told_paths_from_the_repositorys_root(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, form: str, told: str
) -> None:
    place = project / "sub dir"
    place.mkdir()
    (project / "corpora").rename(place / "corpora")
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    monkeypatch.chdir(place / "corpora")
    assert told in "\n" + run("check", "-f", form).out


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("« If I leave? » he asks.", "“If I leave?” he asks."),
        ("»If I leave?« he asks.", "“If I leave?” he asks."),
        ("«If I leave?» he asks.", "“If I leave?” he asks."),
        ("It was a „missed opportunity“ to him.", "It was a “missed opportunity” to him."),
        ("It was a “missed opportunity“ to him.", "It was a “missed opportunity” to him."),
        ("”Not today,” he said.", "“Not today,” he said."),
        ("He said ‹no› to it.", "He said ‘no’ to it."),
        ('He said „no" to it. She said "yes".', 'He said "no" to it. She said "yes".'),
        ("The “yes” of the Müllers’ is no “no”.", "The “yes” of the Müllers’ is no “no”."),
    ],
)
def test_quotation_marks_are_fixed_at_both_ends(
    run: Run, project: Path, text: str, fixed: str
) -> None:
    english(project).write_text(f"A heading\n\n{text}\n", encoding="utf-8")
    run("check", "--select", "quotation-style", "--fix")
    assert english(project).read_text(encoding="utf-8") == f"A heading\n\n{fixed}\n"


@pytest.mark.parametrize("suffix", [".md", ".markdown", ".html", ".htm", ".xhtml", ".fodt"])
def test_a_heading_that_became_a_paragraph_is_told_whatever_the_format(
    run: Run, project: Path, suffix: str
) -> None:
    kinds = {".md": _markdown, ".markdown": _markdown, ".fodt": _fodt}
    write = kinds.get(suffix, _html)
    for language, (title, heading, text) in {
        "de": ("Neue Brücke", "Wer kam", "Am Montag kamen 47 Gäste zur Feier an der Elbe."),
        "en": ("New bridge", "Who came", "On Monday 47 guests came to the ceremony on the Elbe."),
    }.items():
        path = project / "corpora" / language / f"party{suffix}"
        path.write_text(write(title, heading, text, marked=language == "de"), encoding="utf-8")
    out = run("check", "en/party").out
    assert "structure: a heading of the original is a paragraph here" in out


def _markdown(title: str, heading: str, text: str, *, marked: bool) -> str:
    return f"# {title}\n\n{text}\n\n{'## ' * marked}{heading}\n\n{text}\n"


def _html(title: str, heading: str, text: str, *, marked: bool) -> str:
    tag = "h2" if marked else "p"
    parts = f"<h1>{title}</h1><p>{text}</p><{tag}>{heading}</{tag}><p>{text}</p>"
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{parts}</body></html>"


def _fodt(title: str, heading: str, text: str, *, marked: bool) -> str:
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    tag = ('h text:outline-level="2"', "h") if marked else ("p", "p")
    return (
        f'<office:document xmlns:office="{names}office:1.0" xmlns:text="{names}text:1.0"'
        ' office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
        f'<text:h text:outline-level="1">{title}</text:h><text:p>{text}</text:p>'
        f"<text:{tag[0]}>{heading}</text:{tag[1]}><text:p>{text}</text:p>"
        "</office:text></office:body></office:document>"
    )


def test_a_choice_that_leaves_nothing_is_told(run: Run) -> None:
    done = run("check", "--select", "number", "--ignore", "number")
    assert done.status == 2
    assert "no check is left to be made" in done.err


def test_a_wrong_severity_is_told_with_the_file(run: Run, project: Path) -> None:
    (project / "transtrack.toml").write_text('[checks]\nnumber = "offf"\n', encoding="utf-8")
    done = run("check")
    assert done.status == 2
    assert 'transtrack.toml: checks: number: "offf" is no severity' in done.err
