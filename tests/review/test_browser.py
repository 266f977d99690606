"""The page in a real browser: keyboard alone, small, large, dark, read aloud, in two tabs."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from tests.review.conftest import open_keeper

from transtrack.config import Config
from transtrack.formats.po import render_catalogue
from transtrack.model import Origin
from transtrack.pipeline.review import find_articles
from transtrack.review.desk import Desk
from transtrack.review.draft import make_catalogue
from transtrack.review.keys import KEYS
from transtrack.review.server import Server

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")

LETTERS = ("Ar", "Bel", "Cor", "Dun", "Ems", "Fal", "Gor", "Hel", "Ing", "Jul")
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Headless Chromium."""
    with playwright.sync_playwright() as running:
        made = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture
def open_page(browser: Any, config: Config, project: Path) -> Iterator[Open]:
    """Opens the review page of the ferry article; a text in it tries to be markup."""
    path = project / "corpora" / "en" / "ferry.txt"
    text = path.read_text("utf-8").replace("47", "74").replace("miracle", "<img src=x> miracle")
    path.write_text(text, encoding="utf-8")
    server = Server(Desk(find_articles(config, []), config))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    contexts: list[Any] = []
    told: list[str] = []

    def call(**settings: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **settings})
        context.set_default_timeout(8000)
        contexts.append(context)
        return call_in(context)

    def call_in(context: Any) -> Any:
        page = context.new_page()
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("console", lambda m: told.append(m.text) if m.type == "error" else None)
        page.goto(server.url)
        page.wait_for_selector("#rows[aria-busy=false]")
        return page

    call.again = call_in  # type: ignore[attr-defined]  # a second tab
    yield call
    for context in contexts:
        context.close()
    server.shutdown()
    thread.join()
    server.server_close()
    assert [line for line in told if "409" not in line and "422" not in line] == []


def says(page: Any, text: str) -> None:
    playwright.expect(page.locator("#status")).to_contain_text(text)


def current(page: Any) -> int:
    return int(page.locator("[aria-selected=true]").get_attribute("aria-rowindex"))


def test_a_whole_article_by_keyboard_alone(open_page: Open, config: Config) -> None:
    page = open_page()
    assert "token" not in page.url
    page.keyboard.press("Home")
    page.keyboard.press("c")
    says(page, "Bead 1 confirmed")
    page.keyboard.press("j")
    page.keyboard.press("m")
    says(page, "Bead 2: merge")
    playwright.expect(page.locator(".row")).to_have_count(7)
    page.keyboard.press("z")
    says(page, "Undone")
    playwright.expect(page.locator(".row")).to_have_count(8)
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.type("All 47 passengers are safe.")
    page.keyboard.press("Enter")
    says(page, "edited")
    assert current(page) == 3
    playwright.expect(page.locator(".row >> nth=2")).to_contain_text("are safe")
    page.keyboard.press("x")
    playwright.expect(page.locator(".row")).to_have_count(9)
    page.keyboard.press("l")
    page.keyboard.press("j")
    page.keyboard.press("l")
    says(page, "Linked")
    playwright.expect(page.locator(".row")).to_have_count(8)
    page.keyboard.press("/")
    page.keyboard.type("reederei")
    playwright.expect(page.locator(".row:visible")).to_have_count(1)
    page.keyboard.press("Escape")
    playwright.expect(page.locator(".row:visible")).to_have_count(8)
    page.keyboard.press("?")
    assert page.locator("dialog tr").count() == len(KEYS)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.classList.contains('row')")
    keeper = open_keeper(config)
    reviewed = [b for b in keeper.draft.beads if b.origin is Origin.REVIEWED]
    assert len(reviewed) == 2
    assert "are safe" in keeper.draft.target.text


def test_by_mouse_and_with_a_chosen_sentence(open_page: Open) -> None:
    page = open_page()
    page.click(".row >> nth=0")
    page.click("#tools [data-command=merge]")
    playwright.expect(page.locator(".row")).to_have_count(7)
    page.click(".row >> nth=0 >> .target .sentence >> nth=1")
    page.click("#tools [data-command=addition]")
    playwright.expect(page.locator(".row.null")).to_have_count(1)
    page.click("#tools [data-command=undo]")
    playwright.expect(page.locator(".row.null")).to_have_count(0)
    page.dblclick(".row >> nth=4 >> .target .sentence")
    playwright.expect(page.locator("textarea")).to_be_focused()
    page.keyboard.press("Escape")
    says(page, "Nothing changed")


def test_a_key_moves_its_own_side_whatever_is_chosen(open_page: Open) -> None:
    page = open_page()
    page.click(".row >> nth=0")
    page.click("#tools [data-command=merge]")
    playwright.expect(page.locator(".row")).to_have_count(7)
    row = page.locator(".row >> nth=0")
    page.click(".row >> nth=0 >> .target .sentence >> nth=0")
    page.keyboard.press("Shift+D")
    playwright.expect(row.locator(".source .sentence")).to_have_count(1)
    playwright.expect(row.locator(".target .sentence")).to_have_count(2)


def test_a_wording_that_is_being_written_is_not_lost_to_a_button(open_page: Open) -> None:
    page = open_page()
    page.dblclick(".row >> nth=4 >> .target .sentence")
    page.keyboard.type("A new wording. ")
    page.click("#tools [data-command=merge]")
    says(page, "Save or cancel the edit first")
    playwright.expect(page.locator("textarea")).to_have_count(1)
    playwright.expect(page.locator(".row")).to_have_count(8)


def test_a_refusal_is_told_and_changes_nothing(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("Home")
    page.keyboard.press("s")
    says(page, "nothing to split")
    playwright.expect(page.locator(".row")).to_have_count(8)
    assert page.locator("#notice").is_hidden()


def test_text_stays_text(open_page: Open) -> None:
    page = open_page()
    assert page.locator("#rows img").count() == 0
    playwright.expect(page.locator(".row >> nth=3")).to_contain_text("<img src=x>")


def test_findings_are_shown_and_accepted(open_page: Open) -> None:
    page = open_page()
    row = page.locator(".row >> nth=2")
    playwright.expect(row).to_contain_text("number")
    row.click()
    page.keyboard.press("i")
    says(page, "Accepted: number")
    playwright.expect(row).to_contain_text("transtrack: ignore[number]")
    playwright.expect(row.locator(".findings")).to_have_count(0)


def test_two_tabs_never_write_over_one_another(open_page: Open, config: Config) -> None:
    first = open_page()
    second = open_page.again(first.context)  # type: ignore[attr-defined]  # as above
    first.keyboard.press("Home")
    first.keyboard.press("m")
    says(first, "merge")
    second.keyboard.press("End")
    second.keyboard.press("c")  # another bead: both decisions count
    says(second, "confirmed")
    playwright.expect(second.locator(".row")).to_have_count(7)
    first.keyboard.press("Home")
    first.keyboard.press("j")
    first.keyboard.press("m")
    says(first, "merge")
    second.keyboard.press("Home")
    second.keyboard.press("j")
    second.keyboard.press("j")
    second.keyboard.press("x")
    playwright.expect(second.locator(".row")).not_to_have_count(7)
    reviewed = [b for b in open_keeper(config).draft.beads if b.origin is Origin.REVIEWED]
    assert len(reviewed) >= 3


def test_a_text_changed_on_disk_is_not_written_over(open_page: Open, project: Path) -> None:
    page = open_page()
    page.keyboard.press("Home")
    page.keyboard.press("e")
    path = project / "corpora" / "en" / "ferry.txt"
    path.write_text(path.read_text("utf-8") + "\nOne more.\n", encoding="utf-8")
    before = path.read_bytes()
    page.keyboard.type("Mine. ")
    page.keyboard.press("Enter")
    playwright.expect(page.locator("#notice")).to_contain_text("changed meanwhile")
    assert path.read_bytes() == before
    playwright.expect(page.locator("textarea")).to_have_count(1)  # what was typed is still there
    page.click("#notice button")
    says(page, "Reloaded")
    playwright.expect(page.locator("#rows")).to_contain_text("One more.")


def test_a_decision_moves_no_row_under_the_eye(open_page: Open, config: Config) -> None:
    keeper = open_keeper(config)
    kept = make_catalogue(keeper.draft)
    doubt = replace(kept.entries[0], fuzzy=True)
    doubted = replace(kept, entries=(doubt, *kept.entries[1:]))
    keeper.article.catalogue.write_text(render_catalogue(doubted), encoding="utf-8")
    page = open_page(viewport={"width": 1280, "height": 460})
    playwright.expect(page.locator(".row >> nth=0")).to_have_attribute("data-state", "doubtful")
    page.wait_for_selector(".findings")
    tops = "[...document.querySelectorAll('.row')].map((r) => r.getBoundingClientRect().top)"
    before = page.evaluate(tops)
    for key, told in (("c", "confirmed"), ("z", "Undone"), ("Shift+c", ""), ("z", "Undone")):
        page.keyboard.press(key)
        says(page, told)
        page.wait_for_timeout(400)  # rows far off are marked later
        assert page.evaluate(tops) == pytest.approx(before, abs=0.5)
    chosen = page.locator("[aria-selected]")
    for key in ("Home", "j", "j"):
        page.keyboard.press(key)
    before = chosen.bounding_box()["y"]
    for key, told in (("x", "unlink"), ("z", "Undone"), ("m", "merge"), ("z", "Undone")):
        page.keyboard.press(key)
        says(page, told)
        assert chosen.bounding_box()["y"] == pytest.approx(before, abs=1)


def test_rows_stay_in_order_and_numbered_across_their_groups(
    open_page: Open, project: Path
) -> None:
    towns = [f"{first}{last}" for first in LETTERS for last in LETTERS]
    for language, sentence in (("de", "Die Stadt {} hat {} Häuser."), ("en", "{} has {} houses.")):
        path = project / "corpora" / language / "ferry.txt"
        lines = [sentence.format(town, number + 100) for number, town in enumerate(towns)]
        path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    page = open_page()
    groups = page.locator("[role=rowgroup]")
    assert groups.count() > 1
    texts = page.locator(".sentence").all_inner_texts()
    page.locator("[role=rowgroup] >> nth=1 >> .row >> nth=0").click()
    for key, told in zip(
        "kmkxMzzz", ("", "merge", "", "unlink", "the one before", *["Undone"] * 3), strict=True
    ):
        page.keyboard.press(f"Shift+{key}" if key.isupper() else key)
        says(page, told)
    numbers = page.locator(".row .number")
    playwright.expect(numbers).to_have_text([f"{number + 1}" for number in range(len(towns))])
    playwright.expect(page.locator(".sentence")).to_have_text(texts)
    assert page.evaluate("[...document.querySelectorAll('.group')].every((g) => g.firstChild)")


def test_what_is_written_from_the_right_stands_on_the_right(
    open_page: Open, project: Path
) -> None:
    path = project / "corpora" / "de" / "ferry.txt"
    path.write_text("הגשר נפתח ביום שני.\n\nDie Fähre sank.\n", encoding="utf-8")
    page = open_page()
    ways = (
        "[...document.querySelectorAll('.source > div')].map((d) => getComputedStyle(d).direction)"
    )
    assert set(page.evaluate(ways)) == {"rtl", "ltr"}
    notes = (
        "[...document.querySelectorAll('.findings li')].map((d) => getComputedStyle(d).direction)"
    )
    assert set(page.evaluate(notes)) <= {"ltr"}


def test_a_telephone_has_all_tools_at_hand(open_page: Open) -> None:
    page = open_page(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    last = page.locator("#tools [data-command=help]")
    assert last.bounding_box()["x"] > 360
    page.click("#more")
    assert page.locator("#more").get_attribute("aria-expanded") == "true"
    box = last.bounding_box()
    assert box["x"] + box["width"] <= 360
    page.click("#more")
    assert last.bounding_box()["x"] > 360
    page.click(".row >> nth=5")
    place = page.evaluate("scrollY")
    for _ in range(4):
        page.keyboard.press("Shift+Tab")  # to the buttons above, which are in view
        assert page.evaluate("scrollY") == place > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_page: Open, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    page = open_page(color_scheme=scheme, bypass_csp=True)
    page.keyboard.press("c")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("j")
    page.keyboard.press("e")
    found = axe.Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert [v["id"] for v in axe.Axe().run(page).response["violations"]] == []
    page.keyboard.press("Escape")
    page.goto(page.url.replace("/article/0", "/"))
    page.wait_for_selector("tbody tr")
    assert [v["id"] for v in axe.Axe().run(page).response["violations"]] == []


@pytest.mark.parametrize(("width", "height"), [(360, 640), (640, 400)])  # a telephone; 200 %
def test_nothing_is_cut_off_where_there_is_little_room(
    open_page: Open, width: int, height: int
) -> None:
    page = open_page(viewport={"width": width, "height": height})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("End")
    page.keyboard.press("e")
    box = page.locator("textarea >> nth=0").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.keyboard.press("Escape")
    page.click("#tools [data-command=confirm]")
    says(page, "confirmed")
