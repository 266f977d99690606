"""How quickly the review page answers, and whether a killed program loses decisions.

    python -m bench.review [--beads 2000] [--keys 300] [--json]
    python -m bench.review --kill 200

The first strings the sample articles together, opens the page in headless Chromium, presses
keys, and measures in the page from each keydown until a frame shows what it did, and how far
rows moved that had no reason to; its exit status is 1 over its `LIMITS`. The second kills the
program with signal 9, again and again, at random moments while it writes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from typing import Any

from transtrack.config import find_config
from transtrack.formats.po import parse_catalogue
from transtrack.model import Document, Origin
from transtrack.pipeline.align import read_article
from transtrack.pipeline.review import find_articles
from transtrack.track import find_corpus

ROOT = Path(__file__).parent.parent
_PAUSE = 100  # ms between an answer and the next key: quicker than anybody reads
_REST, _CHECKED = 12, 1600  # after so many keys, as many ms in which the findings come in
_MOMENT = 0.15  # seconds within which a program is killed
_PRESSES = [*"nccjjkmzszjxzwzdzuzCzjj", "Enter"]
_STILL = {"n", "j", "k", "c", "C", "Enter"}  # keys that change no text
LIMITS = {"p95_ms": 100.0, "jump_px": 1.0, "layout_shift": 0.1}
_PROBE = """
const chosen = () => document.querySelector("[aria-selected]");
const place = () => ({ row: chosen(), box: chosen().getBoundingClientRect(), scroll: scrollY });
addEventListener("keydown", (event) => {
  const began = performance.now();
  window.pressed = place();
  const ahead = ["c", "C", "Enter"].includes(event.key); // shown before it is answered
  const look = () => requestAnimationFrame(() => setTimeout(() => {
    if (!ahead && window.sent > window.answered) return look();
    window.taken = performance.now() - began;
  }));
  look();
}, true);
window.sent = window.answered = 0;
const before = window.fetch;
window.fetch = (...given) => {
  if (!given[1]) return before(...given);
  window.sent += 1;
  return before(...given).finally(() => setTimeout(() => { window.answered += 1; }));
};
// How far what the eye rests on has moved: the row that was chosen, or, where that went or was
// left for another, the one in its place. Scrolling to a row that lies at the edge is no jump.
window.jump = (goes) => {
  const { row, box, scroll } = window.pressed;
  const now = place();
  const edges = getComputedStyle(document.documentElement);
  const top = parseFloat(edges.scrollPaddingTop);
  const bottom = innerHeight - parseFloat(edges.scrollPaddingBottom);
  const brought = Math.abs(now.box.bottom - bottom) < 1 || now.box.top - top < 17;
  if (goes && now.row !== row) {
    const inside = now.box.top >= top && now.box.bottom <= bottom + 1;
    const moved = row.getBoundingClientRect().top - box.top; // on the screen, or with the page
    return inside ? Math.min(Math.abs(moved), Math.abs(moved + now.scroll - scroll)) : innerHeight;
  }
  return brought ? 0 : Math.abs(now.box.top - box.top);
};
window.shifts = [];
new PerformanceObserver((list) => {
  window.shifts.push(...list.getEntries().map((entry) => [entry.value, entry.hadRecentInput]));
}).observe({ type: "layout-shift", buffered: true });
"""


def make_project(folder: Path, beads: int) -> None:
    """A project of one article, strung together from the samples, over and over."""
    config = find_config(ROOT)
    pairs = [pair for pair in find_corpus(config).pairs if pair.target]
    texts: dict[str, list[str]] = {"de": [], "en": []}
    count = 0
    while count < beads:
        for pair in pairs:
            source = read_article(config.root, pair.source, "de")
            target = read_article(config.root, pair.target or "", "en")
            texts["de"] += paragraphs(source)
            texts["en"] += paragraphs(target)
            count += len(target.sentences)
            if count >= beads:
                break
    for language, found in texts.items():
        path = folder / "corpora" / language / "long.txt"
        path.parent.mkdir(parents=True)
        path.write_text("\n\n".join(found) + "\n", encoding="utf-8")


def paragraphs(document: Document) -> list[str]:
    """The texts of a document's blocks."""
    starts = [s.index for s in document.sentences if s.index == 0]
    starts += [b.index for a, b in pairwise(document.sentences) if a.block != b.block]
    edges = [*starts, len(document.sentences)]
    plain = [sentence.plain for sentence in document.sentences]
    return [" ".join(plain[a:b]) for a, b in pairwise(edges)]


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the program, serving a project's one article."""
    command = [sys.executable, "-m", "transtrack", "review", "--no-browser", "long"]
    process = subprocess.Popen(  # noqa: S603 - this program
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout  # noqa: S101 - a pipe
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait()


def measure(folder: Path, keys: int) -> dict[str, Any]:
    """Milliseconds from key to frame, by key, and how far the page jumped.

    `layout_shift` is the browser's own sum, without what a key has to move that merges, splits
    or takes back; what happens after a key that changes no text counts in full.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not needed to kill

    chromium = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    taken: list[tuple[str, float]] = []
    jumps: list[tuple[float, str]] = []
    with served(folder) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=True)
        page.add_init_script(_PROBE)
        page.goto(url)
        page.wait_for_selector("#rows[aria-busy=false]", timeout=60_000)
        page.wait_for_function("document.querySelector('.findings')", timeout=60_000)
        page.wait_for_timeout(500)
        shift = 0.0
        page.evaluate("window.shifts = []")
        for number in range(keys):
            key = _PRESSES[number % len(_PRESSES)]
            page.evaluate("window.taken = null")
            page.keyboard.press(key)
            page.wait_for_function("window.taken !== null")
            taken.append((key, float(page.evaluate("window.taken"))))
            page.wait_for_timeout(_CHECKED if number % _REST == _REST - 1 else _PAUSE)
            goes = key in {"n", "j", "k", "Enter"}
            jumps.append((float(page.evaluate(f"window.jump({json.dumps(goes)})")), key))
            found = page.evaluate("window.shifts.splice(0)")
            shift += sum(value for value, by_key in found if key in _STILL or not by_key)
        rows = page.locator(".row").count()
        browser.close()
    times = [milliseconds for _, milliseconds in taken]
    return {
        "rows": rows,
        "keys": keys,
        "median_ms": statistics.median(times),
        "p95_ms": statistics.quantiles(times, n=20)[-1],
        "max_ms": max(times),
        "slowest_by_key_ms": {
            key: round(max(time for other, time in taken if other == key)) for key in _PRESSES
        },
        "jump_px": max(jumps)[0],
        "jump_at_key": max(jumps)[1],
        "layout_shift": shift,
    }


def fork_servers() -> None:
    """Nothing; for each line of standard input a process serves the project, and says where."""
    from transtrack.review.desk import Desk  # noqa: PLC0415 - the fork's alone
    from transtrack.review.server import Server  # noqa: PLC0415

    config = find_config(Path.cwd())
    desk = Desk(find_articles(config, ["long"]), config)
    desk.open(0)  # what is read once is read by now
    for _ in sys.stdin:
        with suppress(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)
        if os.fork() == 0:
            server = Server(Desk(desk.articles, config))
            server.desk.open(0)
            print(os.getpid(), server.server_port, server.guard.token, flush=True)
            server.serve_forever()


def kill_often(folder: Path, times: int, seed: int = 0) -> dict[str, int]:
    """What became of answered decisions; AssertionError where one is lost, or a file torn."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    command = [sys.executable, "-m", "bench.review", "--fork"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    found = {"killed": 0, "answered": 0, "in_flight_kept": 0}
    with subprocess.Popen(  # noqa: S603 - this program
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as forks:
        assert forks.stdin  # noqa: S101 - a pipe
        assert forks.stdout  # noqa: S101 - a pipe
        for turn in range(times):
            forks.stdin.write("\n")
            forks.stdin.flush()
            pid, port, token = forks.stdout.readline().split()
            timer = Timer(chance.uniform(0, _MOMENT), os.kill, (int(pid), signal.SIGKILL))
            answered, flight = _press_on(int(port), token, turn, timer)
            timer.join()
            found["killed"] += 1
            found["answered"] += len(answered)
            found["in_flight_kept"] += _check(folder, answered, flight)
        forks.stdin.close()
    return found


def _press_on(
    port: int, token: str, turn: int, timer: Timer
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The decisions that were answered until the program died, and the one that was not."""
    answered: list[dict[str, Any]] = []
    flight: dict[str, Any] = {}
    headers = {"Cookie": f"transtrack-{port}={token}", "Content-Type": "application/json"}
    headers["Origin"] = f"http://127.0.0.1:{port}"
    connection = HTTPConnection("127.0.0.1", port)
    with suppress(OSError, HTTPException, ValueError):
        connection.request("GET", "/article/0/state", headers=headers)
        state = json.loads(connection.getresponse().read())
        timer.start()
        number = turn
        while True:
            row = state["rows"][number % len(state["rows"])]
            number += 1
            if not (row["source"] and row["target"]):
                continue
            flight = {"name": "confirm", "bead": row["key"], "source": " ".join(row["source"])}
            if number % 3 == 0 and len(row["target"]) == 1:
                wording = f"This is wording {turn} of sentence {number}."
                flight |= {"name": "edit", "wordings": {"0": wording}}
            body = {**flight, "revision": state["revision"], "texts": state["texts"]}
            connection.request("POST", "/article/0/act", json.dumps(body), headers)
            answer = connection.getresponse()
            data = json.loads(answer.read())
            assert answer.status == 200, data  # noqa: S101, PLR2004 - what is measured
            answered.append(flight)
            state |= data
    connection.close()
    return answered, flight


def _check(folder: Path, answered: Sequence[dict[str, Any]], flight: dict[str, Any]) -> bool:
    """Whether the decision in flight was kept, too."""
    path = folder / "corpora" / "en" / "long.po"
    text = (folder / "corpora" / "en" / "long.txt").read_text("utf-8")
    assert text.endswith(".\n"), text[-40:]  # noqa: S101 - what is measured
    if not path.exists():
        assert not answered  # noqa: S101 - what is measured
        return False
    catalogue = parse_catalogue(path.read_text("utf-8"), path=str(path))
    kept = [
        (entry.source, entry.target)
        for entry in catalogue.entries
        if entry.origin is Origin.REVIEWED and not entry.obsolete
    ]
    sources = {source for source, _ in kept}
    newest = {item["source"]: item for item in [*answered, flight] if item}  # a round may be full
    for item in answered:
        assert item["source"] in sources, item  # noqa: S101 - what is measured
        for wording in item.get("wordings", {}).values() if item is newest[item["source"]] else ():
            assert wording in text, item  # noqa: S101 - what is measured
    return bool(flight) and flight not in answered and flight["source"] in sources


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, or kill, and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.review", description=__doc__)
    parser.add_argument("--beads", type=int, default=2000)
    parser.add_argument("--keys", type=int, default=300)
    parser.add_argument("--kill", type=int, default=0, metavar="TIMES")
    parser.add_argument("--json", action="store_true", help="print JSON, not a line each")
    parser.add_argument("--fork", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.fork:
        fork_servers()
        return
    with TemporaryDirectory() as name:
        folder = Path(name)
        make_project(folder, 120 if options.kill else options.beads)
        found = kill_often(folder, options.kill) if options.kill else measure(folder, options.keys)
    if options.json:
        print(json.dumps(found, indent=2))
    else:
        for key, value in found.items():
            print(f"{key:>20}  {value:.1f}" if isinstance(value, float) else f"{key:>20}  {value}")
    over = [f"{name} over {most:g}" for name, most in LIMITS.items() if found.get(name, 0) > most]
    if over:
        sys.exit("; ".join(over))


if __name__ == "__main__":
    main()
