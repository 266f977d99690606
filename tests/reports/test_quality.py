"""Every form of the scorecard shows the same scores, and obeys no text."""

from __future__ import annotations

import csv
import io
import json

import pytest
from lxml import html

from transtrack.model import Position, Score, Skipped
from transtrack.quality import ArticleCard, Comparison, Rating, Scorecard
from transtrack.reports import Page
from transtrack.reports.quality import QUALITY_REPORTS, draw_bar

EVIL = '<script>alert("x")</script>\x1b[2J'


def score(value: float) -> Score:
    return Score(metric="quality", value=value, signature="pair:de-en")


CARD = Scorecard(
    articles=(
        ArticleCard(
            name="en/ferry",
            scores=(score(71.5),),
            ratings=(
                Rating(source="Gut.", target="Good.", score=score(93.25), path="en/ferry.txt"),
                Rating(
                    source=f"Böse {EVIL}",
                    target="Evil.",
                    score=score(12.5),
                    reasons=("lost",),
                    path="en/ferry.txt",
                    position=Position(line=3, column=1),
                    kind="1-1",
                ),
            ),
        ),
        ArticleCard(name="en/gone", skipped=(Skipped(what="en/gone.txt", reason=EVIL),)),
    ),
    scores=(score(71.5),),
    comparisons=(
        Comparison(
            metric="bleu",
            value=31.0,
            baseline=28.0,
            rising=True,
            bootstrap=0.01,
            randomisation=0.02,
            signatures=("bs:1000", "ar:10000"),
        ),
    ),
)
FORMS = {item.name: item.render for item in QUALITY_REPORTS}


@pytest.mark.parametrize("width", [24, 80, 200])
def test_text_has_bars_and_the_worst_sentence_first(width: int) -> None:
    text = FORMS["text"](CARD, Page(width=width))
    assert text.index("12.5") < text.index("93.2")
    assert "71.50" in text
    assert "pair:de-en" in text
    assert "better than" in " ".join(text.split())
    assert "\x1b" not in text
    assert "skipped: en/gone.txt" in text


def test_colour_is_used_where_it_may() -> None:
    assert "\x1b[31m" in FORMS["text"](CARD, Page(colour=True))


@pytest.mark.parametrize(
    ("value", "bar"), [(-3, "    "), (50, "██  "), (100, "████"), (900, "████")]
)
def test_a_bar_is_as_long_as_its_value(value: float, bar: str) -> None:
    assert draw_bar(value, 4) == bar


def test_json_holds_everything() -> None:
    data = json.loads(FORMS["json"](CARD, Page()))
    assert data["scores"] == [{"metric": "quality", "value": 71.5, "signature": "pair:de-en"}]
    assert data["articles"][0]["sentences"][1]["source"] == f"Böse {EVIL}"
    assert data["skipped"][0]["reason"] == EVIL
    assert data["comparisons"][0]["verdict"] == "better"


def test_tsv_has_a_row_a_sentence() -> None:
    rows = list(csv.DictReader(io.StringIO(FORMS["tsv"](CARD, Page())), delimiter="\t"))
    assert [row["value"] for row in rows] == ["93.2500", "12.5000"]
    assert rows[1]["line"] == "3"


def test_html_is_one_page_that_runs_nothing_of_the_texts() -> None:
    page = FORMS["html"](CARD, Page())
    tree = html.fromstring(page)
    assert not tree.xpath("//script | //*[@src] | //link | //*[@onclick]")
    assert EVIL.removesuffix("\x1b[2J") in "".join(map(str, tree.itertext()))
    values = tree.xpath("//tbody/tr/td[1][@class='number']/text()")
    assert values == ["12.5", "93.2"]
    assert tree.xpath("count(//tbody/tr//*[@dir='auto'])") == 4  # texts may be from the right
    assert tree.xpath("count(//*[local-name()='rect'])") == 20
