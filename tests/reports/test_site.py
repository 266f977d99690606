"""The site shows everything at its place, obeys no text, and is the same every time."""

from __future__ import annotations

import re
from base64 import b64decode
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise, product
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from tests.reports.site import article, ferry, finding, hostile, pages, rows
from tests.specimens import bead, english, german

from transtrack.model import Bitext, Severity, Skipped, Status
from transtrack.reports.page import reveal
from transtrack.reports.site import make_row, render_article, render_overview, sum_up, tell
from transtrack.reports.site.links import page_name
from transtrack.reports.site.marks import find_shown
from transtrack.reports.site.plots import find_outliers
from transtrack.text import parse_document

PAGES = pages()
STYLE = files("transtrack.reports.site").joinpath("style.css").read_text(encoding="utf-8")


def tree(name: str) -> html.HtmlElement:
    return html.document_fromstring(PAGES[name])


def of(item: str) -> html.HtmlElement:
    return html.document_fromstring(item)


def text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


@pytest.mark.parametrize("name", PAGES)
def test_no_text_becomes_markup(name: str) -> None:
    page = tree(name)
    assert not page.xpath("//img | //b[not(ancestor::li)] | //iframe | //*[@style]")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1
    assert "\x1b" not in PAGES[name]
    assert "\u202e" not in PAGES[name]


def test_the_texts_are_shown_as_they_are() -> None:
    assert "<script>alert(1)</script>" in text(tree("index.html"))
    item = hostile()
    page = tree(make_row(item).page)
    assert item.report.bitext is not None
    for sentence in item.report.bitext.target.sentences:
        marked = page.xpath(
            f"string(//*[@id='b{sentence.index + 1}']//*[contains(@class,'target')])"
        )
        assert reveal(sentence.plain).split("number")[0] in marked


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_lets_only_the_pages_own_style_and_script_run(name: str) -> None:
    page = tree(name)
    (policy,) = page.xpath("//meta[@http-equiv]/@content")
    assert policy.startswith("default-src 'none'; ")
    for kind in ("style", "script"):
        (digest,) = re.findall(rf"{kind}-src 'sha256-([^']+)'", policy)
        own = re.findall(rf"<{kind}>(.*?)</{kind}>", PAGES[name], re.DOTALL)[0]
        assert b64decode(digest) == sha256(own.encode()).digest()


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere_and_every_name_is_given_once(name: str) -> None:
    page = tree(name)
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    for link in page.xpath("//a/@href"):
        if link.startswith("#"):
            assert link[1:] in names
        else:
            parts: list[str] = []
            for part in (PurePosixPath(name).parent / link).parts:
                parts = parts[:-1] if part == ".." else [*parts, part]
            assert "/".join(parts) in PAGES
    for label in page.xpath("//@aria-labelledby"):
        assert set(label.split()) <= set(names)


def test_the_same_corpus_gives_the_same_bytes() -> None:
    assert pages() == PAGES


def marked(page: html.HtmlElement, number: int) -> str:
    return "".join(
        text(mark)
        for mark in page.xpath("//mark")
        if str(number) in mark.get("data-findings").split()
    )


def test_a_finding_is_marked_exactly_where_it_stands() -> None:
    item = ferry()
    page = tree("articles/en.ferry.html")
    assert item.report.bitext is not None
    target = item.report.bitext.target
    for number, found in enumerate(item.report.findings, 1):
        span = found.location.span
        assert marked(page, number) == target.text[span.start : span.end]
        (note,) = page.xpath(f"//li[@id='f{number}']")
        assert found.message.split("<")[0] in text(note)
        assert len(page.xpath(f"//a[@class='ref'][@href='#f{number}']")) == (number != 4)
    assert "Fix: Ferry → Ship" in text(page.xpath("//li[@id='f1']")[0])


def test_of_two_findings_over_each_other_the_graver_colours_the_text() -> None:
    marks = tree("articles/en.ferry.html").xpath("//*[@id='b1']//mark")
    assert [(text(m), m.get("class"), m.get("data-findings")) for m in marks] == [
        ("Fe", "major", "1"),
        ("rry", "critical", "1 2"),
        (" sinks off Rügen", "critical", "2"),
    ]


def test_what_is_missing_is_noted_where_the_original_has_it() -> None:
    (row,) = tree("articles/en.ferry.html").xpath("//li[@id='f4']/ancestor::li")
    assert row.get("id") == "b3"
    assert "omitted" in row.get("class")
    assert "not in the translation" in text(row)


def test_every_sort_of_bead_is_told_in_words() -> None:
    page = tree("articles/en.ferry.html")
    ties = [text(tie) for tie in page.xpath("//*[@class='tie']")]
    for tie, words in zip(
        ties,
        (
            ["1"],
            ["2–1"],
            ["1–0", "omitted"],
            ["0–1", "added"],
            ["42 % sure"],
            ["reviewed", "moved"],
        ),
        strict=True,
    ):
        assert all(word in tie for word in words)


def test_markup_and_entities_in_the_file_do_not_shift_a_mark() -> None:
    source = parse_document("<p>Er &amp; sie gehen am Montag.</p>", path="a.html", language="de")
    raw = "<p>He &amp; she <b>leave</b> on  Monday.</p>"
    target = parse_document(raw, path="b.html", language="en")
    bitext = Bitext(source=source, target=target, beads=(bead([0], [0]),), signature="x")
    places = [(raw.index(word), raw.index(word) + len(word)) for word in ("&amp;", "leave", "day")]
    item = article(bitext, *(finding(target, *place) for place in places))
    page = of(render_article(item, bitext, ()))
    assert [marked(page, number) for number in (1, 2, 3)] == ["&", "leave", "day"]


@given(st.lists(st.sampled_from(["a", " ", "&amp;", "<b>", "</b>", "ü", "\n", "."]), min_size=3))
def test_a_place_is_found_again_in_what_is_shown(parts: list[str]) -> None:
    document = parse_document(f"<p>x{''.join(parts)}y</p>", path="a.html", language="en")
    for sentence in document.sentences:
        size = len(sentence.plain)
        for start, end in product(range(size), range(1, size + 1)):
            if start < end:
                low, high = find_shown(sentence, sentence.locate(start, end))
                assert low <= start
                assert end <= high


@given(st.lists(st.text(min_size=1).map(lambda name: f"en/{name}"), unique=True, min_size=2))
def test_each_article_has_a_page_of_its_own_with_a_tame_name(names: list[str]) -> None:
    found = [page_name(name) for name in names]
    assert len(set(found)) == len(found)
    assert all(
        re.fullmatch(r"articles/[a-z0-9-]+\.[a-z0-9_-]+(\.[0-9a-f]{8})?\.html", n) for n in found
    )


def test_the_overview_tells_the_state_of_every_article() -> None:
    page = tree("index.html")
    states = [text(cell) for cell in page.xpath("//table[@class='articles']/tbody//td[1]")]
    assert states == ["with findings", "with findings", "missing", "not judged"]
    assert "3 of 4 articles are translated; none of them are fit" in text(page)
    assert "pair:de-en" in text(page)
    assert tell(sum_up(rows())).startswith("3 of 4 articles translated: 2 with findings")


def test_an_article_without_a_score_is_not_called_fit_and_shows_what_was_found() -> None:
    from dataclasses import replace  # noqa: PLC0415

    item = ferry()
    reason = "no score: no lexicon for de-pl; make one"
    skipped = (Skipped(what="corpora/pl/ferry.txt", reason=reason),)
    unscored = replace(item, report=replace(item.report, skipped=skipped))
    assert make_row(unscored).state == "with findings"
    assert make_row(unscored).reasons == ("no score: no lexicon for de-pl",)
    clean = replace(unscored, report=replace(unscored.report, findings=()))
    assert make_row(clean).state == "not judged"


def test_a_stale_article_says_so() -> None:
    from dataclasses import replace  # noqa: PLC0415

    item = ferry()
    item = replace(item, report=replace(item.report, status=Status.STALE))
    assert make_row(item).state == "stale"
    assert item.report.bitext is not None
    assert "Stale." in text(of(render_article(item, item.report.bitext, ())))


def test_without_history_the_page_says_so() -> None:
    assert "There is no history to show" in text(of(render_overview(rows(), ())))


@pytest.mark.parametrize("name", PAGES)
def test_every_plot_says_in_words_what_it_shows(name: str) -> None:
    plots = tree(name).xpath("//*[local-name()='svg']")
    assert plots
    for plot in plots:
        assert plot.get("role") == "img"
        assert all(len(text(plot.find(part))) > 5 for part in ("title", "desc"))


def test_a_length_off_the_ratio_is_an_outlier() -> None:
    usual = [(k, 100, 100 + k) for k in range(1, 9)]
    assert find_outliers([*usual, (9, 100, 300)]) == [9]
    assert find_outliers([]) == []


def test_an_article_of_one_empty_side_is_shown() -> None:
    beads = tuple(bead([k], []) for k in range(6)) + tuple(bead([], [k]) for k in range(6))
    bitext = Bitext(source=german(), target=english(), beads=beads, signature="x")
    page = of(render_article(article(bitext), bitext, ()))
    assert text(page).count("not in the translation") == 6
    assert text(page).count("not in the original") == 6


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("side", [0, 1], ids=["light", "dark"])
def test_every_colour_can_be_read_on_every_ground(side: int) -> None:
    found = re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", STYLE)
    colours = {name: pair[side] for name, *pair in found}
    grounds = [c for n, c in colours.items() if n in {"paper", "raised", "chosen"} or "tint" in n]
    for name in ("ink", "soft", "accent", "good", *list(Severity)[1:]):
        assert all(contrast(colours[name], ground) >= 4.5 for ground in grounds), name
    assert contrast(colours["edge"], colours["paper"]) >= 3


def test_headings_descend_by_one_step() -> None:
    for name in PAGES:
        levels = [
            int(item.tag[1]) for item in tree(name).xpath("//main//*[self::h1|self::h2|self::h3]")
        ]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
