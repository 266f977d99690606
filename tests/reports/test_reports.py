"""Every renderer gets the same specimens."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from tests.specimens import ENGLISH, document, english, every_kind, ferry, german

from transtrack.align import align
from transtrack.formats import FORMATS, make_exchange
from transtrack.model import Bitext, Report, Skipped, Status
from transtrack.reports import REPORTS, Page, reveal, summarise
from transtrack.reports.corpus import make_row, render_corpus

HOSTILE = "\x1b[31mred\x07 \u202eback\u202c <script> =1+1 \t ::error::"
TEXT = next(renderer for renderer in REPORTS if renderer.name == "text")
JSON = next(renderer for renderer in REPORTS if renderer.name == "json")
SPECIMENS = {
    "every kind": Report(bitext=every_kind(), status=Status.FRESH),
    "all 1-1": Report(bitext=ferry()),
    "hostile": Report(
        bitext=align(document([HOSTILE]), document([HOSTILE], "en", "\x1b]0;title\x07.txt"))
    ),
    "skipped": Report(
        bitext=None, skipped=(Skipped(what="a.txt", reason="the text is in French"),)
    ),
    "nothing": Report(bitext=None),
}
SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "report.schema.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", SPECIMENS)
@pytest.mark.parametrize("renderer", REPORTS, ids=lambda renderer: renderer.name)
def test_every_renderer_renders_every_specimen(renderer: object, name: str) -> None:
    rendered = renderer.render(SPECIMENS[name], Page(width=80))  # type: ignore[attr-defined]  # parametrised
    assert "\x1b" not in rendered
    assert not rendered or rendered.endswith("\n")
    assert all(line == line.rstrip() for line in rendered.split("\n"))


@pytest.mark.parametrize("name", ["every kind", "all 1-1", "hostile"])
@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_format_renders_every_specimen(form: object, name: str) -> None:
    bitext = SPECIMENS[name].bitext
    assert bitext
    rendered = form.render(make_exchange(bitext))  # type: ignore[attr-defined]  # parametrised
    assert b"\x1b" not in rendered or form.binary  # type: ignore[attr-defined]  # parametrised
    assert rendered.endswith(b"\n") or form.binary  # type: ignore[attr-defined]  # parametrised


@pytest.mark.parametrize("name", SPECIMENS)
def test_json_keeps_to_its_schema(name: str) -> None:
    jsonschema.validate(json.loads(JSON.render(SPECIMENS[name], Page())), SCHEMA)


def test_json_gives_the_place_of_every_sentence() -> None:
    data = json.loads(JSON.render(SPECIMENS["every kind"], Page()))
    second = data["source"]["sentences"][1]
    text = german().text
    assert text[second["start"] : second["end"]] == second["text"]
    assert (second["line"], second["column"]) == (2, 1)
    assert data["beads"][1] == {
        "source": [1, 2],
        "target": [2],
        "score": 1.5,
        "confidence": 0.95,
        "origin": "auto",
    }


def test_text_draws_each_kind_of_bead() -> None:
    assert TEXT.render(SPECIMENS["every kind"], Page(width=80)) == (
        "corpora/de/ferry.txt                         corpora/en/ferry.txt\n"
        "de, 6 sentences                              en, 6 sentences\n"
        "\n"
        "1 Fähre sinkt vor Rügen            ─  95%  ─ 1 Ferry sinks off Rügen\n"
        "2 Die Fähre „Baltica“ ist am 13.   ╮  95%  ─ 3 All 47 passengers were rescued.\n"
        "  Januar vor der Insel Rügen       │\n"
        "  gesunken.                        │\n"
        "3 Alle 47 Passagiere wurden        │\n"
        "  gerettet.                        ╯\n"
        "4 Kapitän Oleksandr Koval sprach   ╮  95%    · not in the translation ·\n"
        "  von einem Wunder.                ╯\n"
        "· not in the original ·              60%?  ╭ 4 Captain Oleksandr Koval spoke of\n"
        "                                           ╰   a miracle.\n"
        "5 Wie das Wasser eindrang, ist     ╮ 42%?  ╭ 5 It is unclear how the water got\n"
        "  unklar.                          ╯       │   in.\n"
        "                                           │ 6 The shipping company Nordlinie\n"
        "                                           │   does not want to comment until\n"
        "                                           ╰   Monday.\n"
        "6 Die Reederei Nordlinie will sich ╮  ↕✓   ╭ 2 The ferry Baltica sank off the\n"
        "  erst am Montag äußern.           ╯       ╰   island of Rügen on January 13.\n"
        "\n"
        "6 beads, 33% 1-1, 1 omission, 1 addition, 1 moved, 2 to look at\n"
    )


@pytest.mark.parametrize("width", [10, 40, 80, 100, 200])
def test_text_keeps_to_the_width_of_the_page(width: int) -> None:
    from rich.cells import cell_len  # noqa: PLC0415 - only here

    wide = align(document(["北京是中国的首都。" * 9]), document(["Beijing is the capital."], "en"))
    for bitext in (every_kind(), wide):
        drawn = TEXT.render(Report(bitext=bitext), Page(width=width)).splitlines()
        assert max(map(cell_len, drawn[:-1])) <= max(width, 35)


def test_colour_sets_off_what_needs_a_look() -> None:
    drawn = TEXT.render(SPECIMENS["every kind"], Page(width=80, colour=True))
    assert "\x1b[31m" in drawn
    assert "\x1b[33m" in drawn
    assert "\x1b[36m" in drawn


def test_blocks_are_set_apart() -> None:
    from transtrack.text import parse_document  # noqa: PLC0415 - only here

    source = parse_document("Eins zwei.\n\nDrei vier.\n", path="a.txt", language="de")
    target = parse_document("One two.\n\nThree four.\n", path="b.txt", language="en")
    bitext = align(source, target)
    assert "\n\n1 " in TEXT.render(Report(bitext=bitext), Page())
    assert "\n\n2 " in TEXT.render(Report(bitext=bitext), Page())


def test_control_characters_are_shown_not_obeyed() -> None:
    assert reveal("a\x1b[2Jb\x7f\x9b\u202e") == "a␛[2Jb␡<U+009B><U+202E>"


def test_a_corpus_is_a_line_an_article() -> None:
    stale = replace(SPECIMENS["every kind"], status=Status.STALE)
    rows = [
        ("en/ferry", stale),
        ("en/later", Report(bitext=None, status=Status.MISSING)),
        ("en/odd", SPECIMENS["skipped"]),
    ]
    assert render_corpus([make_row(*row) for row in rows]) == (
        "article   beads  1-1  omitted  added  moved  to look at\n"
        "en/ferry      6  33%        1      1      1           2  stale\n"
        "en/later  no translation yet\n"
        "en/odd    skipped: the text is in French\n"
    )
    assert render_corpus([]) == ""


def test_a_summary_counts() -> None:
    assert str(summarise(ferry())) == "6 beads, 100% 1-1, 0 omissions, 0 additions, 0 to look at"
    short: Bitext = align(german(), english(ENGLISH[:5]))
    assert summarise(short).omissions == 1


def test_tsv_holds_no_formula_and_no_stray_tab() -> None:
    form = next(form for form in FORMATS if form.name == "tsv")
    bitext = align(document(["=1+1\tzwei"]), document(["@SUM(A1)\u2028x"], "en", "x.txt"))
    lines = form.render(make_exchange(bitext)).decode().split("\n")
    assert lines[0].split("\t")[:3] == ["source", "target", "state"]
    assert all(len(line.split("\t")) == 11 for line in lines[:-1])
    texts = [cell for line in lines[1:-1] for cell in line.split("\t")[:2]]
    assert "'=1+1 zwei" in texts
    assert "'@SUM(A1) x" in texts


def test_vecalign_lines_are_what_the_field_reads() -> None:
    form = next(form for form in FORMATS if form.name == "vecalign")
    lines = form.render(make_exchange(every_kind())).decode().splitlines()
    assert lines[0] == "[0]:[0]:0.050000"
    assert lines[1] == "[1, 2]:[2]:0.050000"
    assert lines[2] == "[3]:[]:0.050000"
    assert lines[3] == "[]:[3]:0.400000"
