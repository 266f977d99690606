"""Scores without a reference against people and against faults: `python -m bench.scores FOLDER`.

FOLDER holds human_scores_dev.jsonl (`source`, `reference`, `hypothesis`, `system`, `segment`,
`z`, `ratings`), demetr_dev.jsonl (`source`, `good`, `bad`, `category`, `severity`),
clean_dev.jsonl and faults_dev.jsonl. Sentence BLEU, chrF and TER *with* the reference and the
ratio of lengths run beside; ± is the standard deviation over 200 samples of the segments with
replacement.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from transtrack.quality import METRICS, Segment, find_estimator

SAMPLES = 200
SEVERITIES = ("critical", "major", "minor", "base")

Floats = NDArray[np.float64]
Rows = list[dict[str, Any]]


def read(path: Path) -> Rows:
    """The rows of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def pearson(left: Floats, right: Floats) -> float:
    """Pearson's r; 0 where one side never changes."""
    if not left.std() or not right.std():
        return 0.0
    return float(np.corrcoef(left, right)[0, 1])


def spearman(left: Floats, right: Floats) -> float:
    """Spearman's rho, ties with their mean rank."""
    return pearson(_ranks(left), _ranks(right))


def _ranks(values: Floats) -> Floats:
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    middle: Floats = (2 * ends - counts - 1) / 2
    return middle[inverse]


def kendall(left: Floats, right: Floats) -> float:
    """Kendall's tau-b."""
    total = ties_left = ties_right = 0.0
    for at in range(len(left) - 1):
        one, other = np.sign(left[at + 1 :] - left[at]), np.sign(right[at + 1 :] - right[at])
        total += float(one @ other)
        ties_left += np.count_nonzero(one)
        ties_right += np.count_nonzero(other)
    return total / float(np.sqrt(ties_left * ties_right) or 1.0)


def spread(rows: Rows, values: Floats, z: Floats) -> float:
    """The standard deviation of Pearson's r over samples of the segments."""
    segments = np.array([row["segment"] for row in rows])
    places = [np.flatnonzero(segments == one) for one in np.unique(segments)]
    random = np.random.default_rng(5)
    found = []
    for _ in range(SAMPLES):
        chosen = np.concatenate([places[k] for k in random.integers(0, len(places), len(places))])
        found.append(pearson(values[chosen], z[chosen]))
    return float(np.std(found))


def score_people(rows: Rows) -> dict[str, Floats]:
    """By metric, the score of each row; more is better."""
    estimator = find_estimator("de", "en")
    found = {
        "quality (no reference)": np.array(
            [estimator.rate(row["source"], row["hypothesis"]).score.value for row in rows]
        )
    }
    segments = [
        Segment(source=row["source"], hypothesis=row["hypothesis"], reference=row["reference"])
        for row in rows
    ]
    for metric in METRICS:
        sign = 1 if metric.rising else -1
        scores = metric.open().rate(segments)
        found[f"sentence {metric.name}"] = sign * np.array([score.value for score in scores])
    ratio = np.array([np.log(len(r["hypothesis"]) / len(r["source"])) for r in rows])
    found["length ratio"] = -np.abs(ratio - np.median(ratio))
    return found


def print_people(rows: Rows) -> None:
    """Agreement with people's scores: of segments, of those with two ratings, of systems."""
    z = np.array([row["z"] for row in rows])
    twice = np.array([row["ratings"] > 1 for row in rows])
    systems = np.array([row["system"] for row in rows])
    print(f"people's scores: {len(rows)} segments, {twice.sum()} of them rated more than once")
    print(f"{'':24}{'Pearson':>16}{'Spearman':>10}{'Kendall':>9}{'rated >1':>10}{'systems':>9}")
    for name, values in score_people(rows).items():
        means = [
            np.array([numbers[systems == one].mean() for one in np.unique(systems)])
            for numbers in (values, z)
        ]
        print(
            f"{name:24}{pearson(values, z):>8.3f} ± {spread(rows, values, z):.3f}"
            f"{spearman(values, z):>10.3f}{kendall(values, z):>9.3f}"
            f"{pearson(values[twice], z[twice]):>10.3f}{pearson(*means):>9.3f}"
        )
    print(f"two systems with the same words, z: {_agree(rows)}")


def _agree(rows: Rows) -> str:
    """How people's scores of identical translations of a segment agree: what can be reached."""
    same: dict[tuple[int, str], list[float]] = {}
    for row in rows:
        same.setdefault((row["segment"], row["hypothesis"]), []).append(row["z"])
    pairs = [(a, b) for zs in same.values() for k, a in enumerate(zs) for b in zs[k + 1 :]]
    if not pairs:
        return "none"
    left, right = np.array([*pairs, *((b, a) for a, b in pairs)]).T
    return f"r = {pearson(left, right):.3f}"


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
