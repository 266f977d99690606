"""Every format of findings says the same of the same articles, to parsers of other people."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace

import jsonschema
import pytest
from junitparser import JUnitXml
from rich.cells import cell_len
from sarif_pydantic import Sarif
from tests.specimens import ferry

from transtrack.align import align
from transtrack.model import Finding, Fix, Location, Report, Severity, Skipped, Span
from transtrack.reports.findings import FINDINGS_REPORTS, Checked, Rule
from transtrack.reports.listing import render_statistics
from transtrack.reports.page import Page
from transtrack.text import parse_document

HOSTILE = 'say "stop"\n::error::%25 <b>&amp;\x1b[2J\u202e]]>,'
GITLAB = {  # from GitLab's documentation of Code Quality reports
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "fingerprint": {"type": "string", "minLength": 1},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    }
                },
            },
        },
    },
}


def finding(sentence: int, severity: Severity, message: str, fix: str | None = None) -> Finding:
    target = ferry().target
    span = target.sentences[sentence].span
    place = target.position(span.start)
    return Finding(
        check="number",
        severity=severity,
        category="accuracy/mistranslation",
        message=message,
        location=Location(path=target.path, span=span, line=place.line, column=place.column),
        suggestion=fix or "",
        fix=None if fix is None else Fix(path=target.path, span=span, text=fix),
    )


def checked() -> Checked:
    findings = (
        finding(1, Severity.MAJOR, '"13" stands where the original has "14"', "14"),
        finding(1, Severity.MAJOR, '"13" stands where the original has "14"'),
        finding(2, Severity.NEUTRAL, HOSTILE),
    )
    bitext = ferry()
    odd = Skipped(what="corpora/en/odd, 50%.txt", reason=HOSTILE)
    reports = (
        (bitext.target.path, Report(bitext=bitext, findings=findings)),
        ("corpora/en/fine.txt", Report(bitext=bitext)),
        ("corpora/en/odd, 50%.txt", Report(bitext=None, skipped=(odd,))),
    )
    rule = Rule(
        name="number", help="A number differs.", category="accuracy", severity=Severity.MAJOR
    )
    return Checked(articles=reports, rules=(rule,), accepted=2)


def render(name: str, value: Checked | None = None) -> str:
    renderer = next(item for item in FINDINGS_REPORTS if item.name == name)
    return renderer.render(checked() if value is None else value, Page())


@pytest.mark.parametrize("renderer", FINDINGS_REPORTS, ids=lambda item: item.name)
def test_every_format_shows_findings_and_what_was_skipped(renderer: object) -> None:
    text = render(renderer.name)  # type: ignore[attr-defined]
    assert "odd" in text
    assert text.count("stands where the original has") >= 2
    assert "\x1b" not in text
    assert "\u202e" not in text or renderer.name in {"json", "jsonl"}  # type: ignore[attr-defined]


@pytest.mark.parametrize("renderer", FINDINGS_REPORTS, ids=lambda item: item.name)
def test_every_format_bears_a_file_name_that_is_no_utf_8(renderer: object) -> None:
    name = os.fsdecode(b"corpora/en/w\xffnter.txt")
    skipped = Skipped(what=name, reason="its original is missing")
    articles = ((name, Report(bitext=None, skipped=(skipped,))),)
    text = render(renderer.name, Checked(articles=articles, rules=()))  # type: ignore[attr-defined]
    assert "its original is missing" in " ".join(text.split())
    assert renderer.name != "sarif" or "corpora/en/w%FFnter.txt" in text  # type: ignore[attr-defined]


@pytest.mark.parametrize("renderer", FINDINGS_REPORTS, ids=lambda item: item.name)
def test_every_format_bears_nothing_to_say(renderer: object) -> None:
    render(renderer.name, Checked(articles=(), rules=()))  # type: ignore[attr-defined]


def test_text_names_the_place_and_shows_the_line() -> None:
    lines = render("text").splitlines()
    assert lines[0].startswith("corpora/en/ferry.txt:2:1: number: ")
    assert lines[0].endswith("; write 14") or '"14"' in lines[0]
    assert lines[1].strip().startswith("The ferry Baltica")
    assert set(lines[2].strip()) == {"^"}
    assert lines[-1] == "3 findings (2 major, 1 neutral) in 2 articles, 2 accepted, 1 skipped"


def test_json_holds_everything() -> None:
    data = json.loads(render("json"))
    assert data["schema"] == 1
    assert [len(item["findings"]) for item in data["articles"]] == [3, 0, 0]
    assert data["articles"][2]["skipped"][0]["reason"] == HOSTILE
    rows = [json.loads(line) for line in render("jsonl").splitlines()]
    assert [row.get("severity") for row in rows] == ["major", "major", "neutral", None]


def test_a_message_gives_github_no_command() -> None:
    lines = render("github").splitlines()
    assert len(lines) == 4
    assert all(re.match(r"::(?:error|warning|notice) file=", line) for line in lines)
    assert "%2525" in lines[2]
    assert "odd%2C 50%25.txt" in lines[3]


def test_sarif_is_read_by_somebody_elses_model() -> None:
    log = Sarif.model_validate_json(render("sarif"))
    (run,) = log.runs
    assert log.version == "2.1.0"
    assert [result.rule_id for result in run.results or []] == ["number"] * 3
    data = json.loads(render("sarif"))["runs"][0]
    assert data["results"][0]["fixes"][0]["artifactChanges"]
    assert not data["invocations"][0]["executionSuccessful"]


def test_junit_is_read_by_somebody_elses_parser() -> None:
    suites = JUnitXml.fromstring(render("junit").encode())
    assert [suite.name for suite in suites] == [path for path, _ in checked().articles]
    assert (suites.tests, suites.failures, suites.errors) == (5, 3, 1)


def test_gitlab_gets_its_schema_and_different_fingerprints() -> None:
    issues = json.loads(render("gitlab"))
    jsonschema.validate(issues, GITLAB)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 4


def test_statistics_count_by_check() -> None:
    text = render_statistics(checked(), Page())
    assert re.search(r"2 +1 +number +major", text)


def test_a_terminal_gets_messages_folded_between_words() -> None:
    folded = FINDINGS_REPORTS[0].render(checked(), Page(width=40, folds=True)).splitlines()
    assert all(len(line) <= 40 for line in folded[:-1] if not line.startswith("skipped"))
    whole = FINDINGS_REPORTS[0].render(checked(), Page(width=40)).splitlines()
    assert len(whole) < len(folded)
    coloured = FINDINGS_REPORTS[0].render(checked(), Page(width=40, folds=True, colour=True))
    assert "\x1b[" in coloured


def test_a_long_line_is_cut_around_the_place() -> None:
    value = checked()
    path, report = value.articles[0]
    narrow = Checked(articles=((path, replace(report)),), rules=value.rules)
    text = FINDINGS_REPORTS[0].render(narrow, Page(width=30))
    assert all(len(line) <= 30 for line in text.splitlines() if line.startswith(" "))


def test_a_caret_stands_under_characters_of_two_columns() -> None:
    text = "港のフェリーは昨夜沈没し、47人が救助された。" * 4 + "\n"
    target = parse_document(text, path="corpora/ja/ferry.txt", language="ja")
    at = text.rindex("47")
    place = Location(path=target.path, span=Span(start=at, end=at + 3), line=1, column=at + 1)
    item = replace(finding(1, Severity.MAJOR, "47"), location=place, fix=None)
    report = Report(bitext=align(ferry().source, target), findings=(item,))
    shown = Checked(articles=(("corpora/ja/ferry.txt", report),), rules=())
    _, line, carets, *_ = FINDINGS_REPORTS[0].render(shown, Page(width=60)).splitlines()
    assert max(map(cell_len, (line, carets))) <= 60
    assert cell_len(line[: line.rindex("47人")]) == carets.index("^")
    assert carets.count("^") == 4
