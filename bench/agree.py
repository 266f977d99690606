"""How scores agree with people's: correlations, samples of segments, and the table of metrics."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from transtrack.quality import METRICS, Segment, find_estimator

SAMPLES = 200

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Rows = list[dict[str, Any]]


def pearson(left: Floats, right: Floats) -> float:
    """Pearson's r; 0 where one side never changes, or nothing is there."""
    if not len(left) or not left.std() or not right.std():
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


CORRELATIONS = pearson, spearman


def within(left: Floats, right: Floats, groups: Integers) -> float:
    """Pearson's r of what is left when each group's mean is taken off."""
    one, other = (values - _mean(values, groups)[groups] for values in (left, right))
    return pearson(one, other)


def _mean(values: Floats, groups: Integers) -> Floats:
    means: Floats = np.bincount(groups, values) / np.bincount(groups)
    return means


def sample(
    groups: Integers, measure: Callable[[Floats, Floats], float], values: Floats, z: Floats
) -> Floats:
    """A measure of the rows of as many groups as there are, drawn with replacement."""
    places = [np.flatnonzero(groups == one) for one in range(groups.max() + 1)]
    random = np.random.default_rng(5)
    drawn = random.integers(0, len(places), (SAMPLES, len(places)))
    rows = (np.concatenate([places[k] for k in some]) for some in drawn)
    return np.array([measure(values[some], z[some]) for some in rows])


def score_people(rows: Rows, languages: tuple[str, str] = ("de", "en")) -> dict[str, Floats]:
    """By metric, the score of each row; more is better; without references no BLEU."""
    estimator = find_estimator(*languages)
    found = {
        "quality (no reference)": np.array(
            [estimator.rate(row["source"], row["hypothesis"]).score.value for row in rows]
        )
    }
    segments = [
        Segment(source=row["source"], hypothesis=row["hypothesis"], reference=row["reference"])
        for row in rows
        if "reference" in row
    ]
    for metric in METRICS if segments else ():
        sign = 1 if metric.rising else -1
        scores = metric.open().rate(segments)
        found[f"sentence {metric.name}"] = sign * np.array([score.value for score in scores])
    if "confidence" in rows[0]:
        found["the system's own"] = np.array([row["confidence"] for row in rows])
    sizes = np.log([[len(row["hypothesis"]) or 1, len(row["source"])] for row in rows])
    ratio = sizes[:, 0] - sizes[:, 1]
    found["length ratio"] = -np.abs(ratio - np.median(ratio))
    return found | {"short source": -sizes[:, 1]}


def print_people(rows: Rows, languages: tuple[str, str] = ("de", "en")) -> None:
    """Agreement with people's scores: of segments, of those with two ratings, of systems."""
    z = np.array([row["z"] for row in rows])
    twice = np.array([row["ratings"] > 1 for row in rows])
    segments, systems = (_number([row[key] for row in rows]) for key in ("segment", "system"))
    print(f"people's scores: {len(rows)} segments, {twice.sum()} of them rated more than once")
    print(
        f"{'':24}{'Pearson':>16}{'Spearman':>10}{'Kendall':>9}"
        f"{'within':>8}{'rated >1':>10}{'systems':>9}"
    )
    table = score_people(rows, languages)
    for name, values in table.items():
        spread = sample(segments, pearson, values, z).std()
        print(
            f"{name:24}{pearson(values, z):>8.3f} ± {spread:.3f}"
            f"{spearman(values, z):>10.3f}{kendall(values, z):>9.3f}"
            f"{within(values, z, segments):>8.3f}{pearson(values[twice], z[twice]):>10.3f}"
            f"{pearson(_mean(values, systems), _mean(z, systems)):>9.3f}"
        )
    if "sentence bleu" in table:
        _print_lead(table["quality (no reference)"], table["sentence bleu"], z, segments)
    _print_limits(rows, z, segments)


def _number(labels: Sequence[Any]) -> Integers:
    numbers: Integers = np.unique(np.array(labels), return_inverse=True)[1]
    return numbers


def _print_lead(ours: Floats, theirs: Floats, z: Floats, segments: Integers) -> None:
    leads = [sample(segments, r, ours, z) - sample(segments, r, theirs, z) for r in CORRELATIONS]
    told = ", ".join(f"{lead.mean():+.3f} ± {lead.std():.3f}" for lead in leads)
    both = np.mean((leads[0] >= 0) & (leads[1] >= 0))
    print(f"quality less sentence bleu, Pearson and Spearman: {told}; ahead in both {both:.2f}")


def _print_limits(rows: Rows, z: Floats, segments: Integers) -> None:
    """What people's scores tell of each other, which bounds what a metric can tell of them."""
    same: list[tuple[float, float]] = []
    other: list[tuple[float, float]] = []
    for one in range(segments.max() + 1):
        for left, right in permutations(np.flatnonzero(segments == one).tolist(), 2):
            alike = rows[left]["hypothesis"] == rows[right]["hypothesis"]
            (same if alike else other).append((z[left], z[right]))
    for name, pairs in (("same", same), ("other", other)):
        if pairs:
            agreed = pearson(*np.array(pairs).T)
            print(f"two systems, {name} words for a segment, z: r = {agreed:.3f}", end="")
            print(f" ({len(pairs) // 2} pairs)")
