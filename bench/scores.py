"""Scores without a reference against people and against faults: `python -m bench.scores FOLDER`.

FOLDER holds human_scores_dev.jsonl (`source`, `reference`, `hypothesis`, `system`, `segment`,
`z`, `ratings`), demetr_dev.jsonl (`source`, `good`, `bad`, `category`, `severity`),
clean_dev.jsonl and faults_dev.jsonl. Sentence BLEU, chrF and TER *with* the reference, the ratio
of lengths and the shortness of the source run beside; ± is the standard deviation over 200
samples of the segments with replacement, `within` is Pearson's r of the rest when each segment's
mean is taken off.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.agree import Floats, Rows, print_people
from transtrack.quality import find_estimator

SEVERITIES = ("critical", "major", "minor", "base")


def read(path: Path) -> Rows:
    """The rows of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def print_pairs(rows: Rows, key: str, versions: tuple[str, str]) -> None:
    """How often the sound version of a pair scores higher, by class."""
    estimator = find_estimator("de", "en")

    def rate(row: dict[str, Any]) -> tuple[float, float]:
        good, bad = (estimator.rate(row["source"], row[side]).score.value for side in versions)
        return good, bad

    scores = np.array([rate(row) for row in rows])
    _print_classes([row[key] for row in rows], scores)
    if "severity" in rows[0]:
        print("by severity")
        _print_classes([row["severity"] for row in rows], scores, SEVERITIES)


def _print_classes(names: Sequence[str], scores: Floats, order: Sequence[str] = ()) -> None:
    listed = np.array(names)
    for name in [one for one in order if one in names] or sorted(set(names)):
        here = scores[listed == name]
        won, middle = np.mean(here[:, 0] > here[:, 1]), np.median(here, axis=0)
        print(f"{name:32}{len(here):>5}{won:>7.2f}{middle[0]:>8.1f}{middle[1]:>8.1f}")


def main(arguments: list[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    tables: list[tuple[str, Callable[[Rows], None]]] = [
        ("human_scores_dev.jsonl", print_people),
        ("demetr_dev.jsonl", lambda rows: print_pairs(rows, "category", ("good", "bad"))),
        ("faults_dev.jsonl", lambda rows: print_pairs(rows, "fault", ("clean", "faulty"))),
    ]
    for name, show in tables:
        print(f"\n{name}: {'pairs, good one higher, medians of both' * ('human' not in name)}")
        show(read(folder / name))
    estimator = find_estimator("de", "en")
    rows = read(folder / "clean_dev.jsonl")
    values = [estimator.rate(row["source"], row["target"]).score.value for row in rows]
    marks = np.percentile(values, [5, 10, 25, 50, 75])
    print(f"\nclean_dev.jsonl: {len(rows)} sound translations score", end=" ")
    print(", ".join(f"{m:.1f}" for m in marks), "(5, 10, 25, 50, 75 per cent below)")


if __name__ == "__main__":
    main()
