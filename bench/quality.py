"""Checks: false alarms on professional translations, and faults found.

    python -m bench.quality FOLDER [--show CHECK …] [--missed FAULT …]

FOLDER holds clean_dev.jsonl and faults_dev.jsonl, as ../shared/bench/quality/ does. A segment is
a bead as it stands. A fault counts as found by a finding of severity minor or above that the
clean segment has not: another check, or the same with another message.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any

from transtrack.checks import CHECKS, Remark, pair_of
from transtrack.model import Severity

Found = dict[tuple[str, str], Severity]
PROVEN = {  # checks whose findings the target text proves by itself, with what proves them
    "exonym": "the word is German and no English name of the place",
    "quotation": "the marks are odd here and even in the original",
    "number-format": "the number stands here as German writes it, copied from the original",
}
JUDGED = {  # translations read by hand and found wrong, by the first letters of their SHA-256
    "1ad5b29858": "number: Bio. is a trillion, not a billion",
    "e04ede08f9": "number: 880.000 became 888,000",
    "797e42376e": "number: seven years became ten",
    "d9bc059820": "negation: could not save itself became could",
    "21bd497ee9": "negation: if one could not became when one could",
    "28e20468b9": "negation: came to light became has not come out",
    "dd1cf89020": "name-mismatch: Europa became Austria",
    "1ef060d360": "name-mismatch: Neukölln became New Cologne",
    "37ff30c352": "mismatch: a field of teams not complete became seats not occupied",
    "3cc42c799f": "end: the original has a full stop, the translation none",
}
BARS = {
    "empty": 1.0, "untrans": 0.99, "untrans_sent": 0.98, "dbl": 0.98, "mixq": 0.98,
    "quote": 0.95, "num": 0.95, "date": 0.95, "dup_sent": 0.97, "german_name": 0.95,
    "swap": 0.95, "drop_sent": 0.90, "add": 0.90, "name": 0.90, "unit": 0.85, "trunc": 0.80,
    "neg": 0.60, "drop_clause": 0.50,
}  # fmt: skip


def read(folder: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]


def check(source: str, target: str) -> Found:
    """The findings on one segment of minor severity and above, by check and message."""
    pair = pair_of(source, target)
    found: Found = {}
    for item in CHECKS:
        remarks: Iterable[Remark] = item.find(pair) if item.fits(pair) else ()
        for remark in remarks:
            severity = remark.severity or item.severity
            if severity is not Severity.NEUTRAL:
                found[item.name, remark.message] = severity
    return found


def measure_clean(rows: list[dict[str, Any]], show: Sequence[str]) -> None:
    """Prints how many professional translations are flagged, and by which check."""
    flagged = grave = proven = 0
    by_check: Counter[str] = Counter()
    began = perf_counter()
    for row in rows:
        found = check(row["source"], row["target"])
        flagged += bool(found)
        digest = sha256(row["target"].encode()).hexdigest()[:10]
        judged = {JUDGED[digest].partition(":")[0]} if digest in JUDGED else set()
        proven += bool(found) and {name for name, _ in found} <= PROVEN.keys() | judged
        major = {Severity.MAJOR, Severity.CRITICAL}
        grave += any(severity in major for severity in found.values())
        by_check.update({name for name, _ in found})
        for (name, message), severity in found.items():
            if name in show or "all" in show:
                print(
                    f"  {name} ({severity}): {message}\n    {row['source']}\n    {row['target']}"
                )
    seconds = perf_counter() - began
    count = len(rows)
    print(
        f"clean: {count} segments, flagged {flagged} ({1000 * flagged / count:.1f} in 1,000), "
        f"major {grave} ({1000 * grave / count:.1f} in 1,000), {count / seconds:.0f}/s"
    )
    rest = flagged - proven
    print(f"  {proven} are proven wrong, {rest} not ({1000 * rest / count:.1f} in 1,000)")
    print("  " + ", ".join(f"{name} {number}" for name, number in by_check.most_common()))
    for name, reason in PROVEN.items():
        print(f"  proven: {name}: {reason}")
    for reason in JUDGED.values():
        print(f"  proven by reading: {reason}")


def measure_faults(rows: list[dict[str, Any]], missed: Sequence[str]) -> None:
    """Prints the share of each class of faults that is found, beside what is wanted."""
    hits: dict[str, list[bool]] = defaultdict(list)
    by_check: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        new = check(row["source"], row["faulty"]).keys() - check(row["source"], row["clean"])
        hits[row["fault"]].append(bool(new))
        by_check[row["fault"]].update({name for name, _ in new})
        if not new and row["fault"] in missed:
            print(
                f"  {row['fault']}:\n    {row['source']}\n    {row['clean']}\n    {row['faulty']}"
            )
    for fault, wanted in BARS.items():
        share = sum(hits[fault]) / max(len(hits[fault]), 1)
        mark = " " if share >= wanted else "<"
        checks = ", ".join(f"{name} {number}" for name, number in by_check[fault].most_common(5))
        print(f"{fault:>13} {share:.3f} {mark} {wanted:.2f}  {checks}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", nargs="*", default=[], help="print false alarms of these checks")
    parser.add_argument("--missed", nargs="*", default=[], help="print faults of these missed")
    options = parser.parse_args(arguments)
    measure_clean(read(options.folder, "clean_dev.jsonl"), options.show)
    measure_faults(read(options.folder, "faults_dev.jsonl"), options.missed)


if __name__ == "__main__":
    main()
