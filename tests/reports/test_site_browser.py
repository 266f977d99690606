"""The site in a browser: accessible, worked by keys, and without a word to the network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.reports.site import write

api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
if CHROMIUM is None:
    pytest.skip("no chromium here", allow_module_level=True)

FERRY = "articles/en.ferry.html"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser for all tests."""
    with api.sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, in a folder with an odd name."""
    return write(tmp_path_factory.mktemp("site") / "a #1 & 50%")


@pytest.fixture
def visit(browser: Any, site: Path) -> Iterator[Any]:
    """What opens a page; afterwards nothing may have been said, asked for or called."""
    said: list[str] = []
    contexts = []

    def run(name: str, **options: Any) -> Any:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on(
            "request",
            lambda asked: (
                None if asked.url.startswith(("file:", "data:")) else said.append(asked.url)
            ),
        )
        page.goto((site / name).as_uri())
        return page

    yield run
    for context in contexts:
        context.close()
    assert said == []


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
@pytest.mark.parametrize("name", ["index.html", FERRY])
def test_axe_finds_nothing_and_nothing_sticks_out(
    visit: Any, name: str, width: int, scheme: str
) -> None:
    page = visit(name, color_scheme=scheme, viewport={"width": width, "height": 800})
    found = axe.Axe().run(page, options={"runOnly": RULES})
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_hostile_article_does_nothing(visit: Any, site: Path) -> None:
    (name,) = (path.name for path in (site / "articles").iterdir() if "ferry" not in path.name)
    page = visit(f"articles/{name}")
    assert page.locator(".bead").count() == 5
    assert page.locator("img").count() == 0
    assert "<script>alert(1)</script>" in page.locator("#b2 .target").inner_text()


def test_the_columns_stand_side_by_side_and_stack_where_it_is_narrow(visit: Any) -> None:
    for width, beside in ((1280, True), (360, False)):
        page = visit(FERRY, viewport={"width": width, "height": 800})
        source, target = (
            page.locator(f"#b1 .{side}").bounding_box() for side in ("source", "target")
        )
        assert (abs(source["y"] - target["y"]) < 3) is beside


def test_keys_lead_from_finding_to_finding_and_can_be_switched_off(visit: Any) -> None:
    page = visit(FERRY)
    here = "document.activeElement.id"
    for key, place in (("j", "f1"), ("j", "f2"), ("k", "f1"), ("d", "b4"), ("j", "f3")):
        page.keyboard.press(key)
        assert page.evaluate(here) == place, key
    page.keyboard.press("/")
    page.keyboard.type("dj")
    assert page.locator("[type=search]").input_value() == "dj"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    page.locator("#keys").uncheck()
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    page.keyboard.press("?")
    assert not page.locator("dialog").is_visible()


def test_filters_leave_what_was_asked_for(visit: Any) -> None:
    page = visit(FERRY)
    shown = page.locator(".bead:visible")

    def numbers() -> list[str]:
        return [str(item) for item in shown.evaluate_all("items => items.map(item => item.id)")]

    page.get_by_label("Show").select_option("doubtful")
    assert numbers() == ["b4", "b5"]
    assert "2 of 6" in page.locator(".count").inner_text()
    page.get_by_label("Show").select_option("")
    page.get_by_label("Check").select_option("names")
    assert numbers() == ["b1"]
    assert page.locator(".note:visible").count() == 1
    page.get_by_label("Check").select_option("")
    page.get_by_label("Severity").select_option("minor")
    assert numbers() == ["b6"]
    page.get_by_label("Severity").select_option("")
    page.get_by_label("Search").fill("KOVAL")
    assert numbers() == ["b3", "b4"]


def test_a_search_goes_across_what_is_marked(visit: Any) -> None:
    page = visit(FERRY)
    told = page.evaluate(
        """() => {
          const place = document.querySelector(".bead .ref").parentElement;
          const plain = place.cloneNode(true);
          for (const ref of plain.querySelectorAll(".ref")) ref.remove();
          return plain.textContent.trim();
        }"""
    )
    assert len(told.split()) > 3
    page.get_by_label("Search").fill(told)
    assert page.locator(".bead:visible").count() == 1


def test_a_mark_lights_up_its_explanation(visit: Any) -> None:
    page = visit(FERRY)
    page.locator("mark").first.hover()
    assert page.locator(".note.lit").get_attribute("id") == "f1"
    page.locator(".ref[href='#f2']").focus()
    assert page.locator(".note.lit").get_attribute("id") == "f2"


def test_the_overview_is_sorted_and_filtered(visit: Any) -> None:
    page = visit("index.html")
    first = page.locator("tbody[data-rows] tr:visible th").first
    page.get_by_role("button", name="Findings").press("Enter")
    assert "en/ferry" in first.inner_text()
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    page.get_by_role("button", name="Findings").click()
    assert "en/ferry" not in first.inner_text()
    page.get_by_label("Status").select_option("missing")
    assert "en/lost" in first.inner_text()
    page.get_by_label("Status").select_option("")
    page.get_by_label("Search").fill("nothing like it")
    assert "0 of 4" in page.locator(".count").inner_text()


def test_the_switch_turns_the_page_dark_and_light(visit: Any) -> None:
    page = visit("index.html", color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paper) == "rgb(255, 255, 255)"
    page.get_by_role("button", name="Dark mode").click()
    assert page.evaluate(paper) == "rgb(22, 23, 26)"
    page.reload()
    assert page.evaluate(paper) == "rgb(22, 23, 26)"
    page.get_by_role("button", name="Light mode").click()
    assert page.evaluate(paper) == "rgb(255, 255, 255)"


def test_without_script_everything_is_there_and_no_dead_switch(visit: Any) -> None:
    page = visit(FERRY, java_script_enabled=False)
    assert page.locator(".note:visible").count() == 4
    assert page.locator("button:visible, select:visible").count() == 0


def test_on_paper_there_are_both_texts_and_no_switches(visit: Any) -> None:
    page = visit(FERRY, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("button:visible, select:visible, nav:visible").count() == 0
    assert page.locator(".note:visible").count() == 4
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
