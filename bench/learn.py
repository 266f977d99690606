"""Whether people's scores can be learned at all: `python -m bench.learn WMT22 FOLDER`.

WMT22 is a checkout that `bench.people` reads, FOLDER holds human_scores_dev.jsonl. Ridge
regression and boosted trees (scikit-learn) are fitted on the scores of WMT22: by the estimator's
features, by what the surface shows, by both, and by these with BLEU, chrF, chrF++ and TER.
Printed is Pearson's r of what was left out, ten runs of segments in turn, and of FOLDER's rows,
which nothing is fitted on.
"""

from __future__ import annotations

import argparse
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from bench.agree import Floats, Rows, pearson
from bench.people import read_wmt22
from bench.scores import read
from transtrack.quality import METRICS, Segment, find_estimator

FOLDS = 10


def show(row: dict[str, Any]) -> list[float]:
    """What the surface of a translation and its source shows: lengths, marks, kinds of words."""
    source, target = row["source"], row["hypothesis"]
    there, here = source.split(), target.split()
    count = max(len(here), 1)
    return [
        *(float(size) for size in (len(source), len(target), len(there), len(here))),
        *np.log([len(source), len(target), len(target) / len(source)]).tolist(),
        len(target) / count,
        len(source) / max(len(there), 1),
        *(float(target.count(mark)) for mark in ",\"'-("),
        *(float(target.endswith(mark)) for mark in ".?!"),
        sum(map(str.isdigit, target)),
        sum(map(str.isupper, target)) / len(target),
        target[:1].isupper(),
        len(set(here)) / count,
        max(map(len, here), default=0),
        max(map(len, there), default=0),
        bool(re.search(r"\b(?:I|you|we)\b", target)),
        bool(re.search(r"\b(?:not|no)\b|n't\b", target)),
        sum(word in ("the", "of", "and", "to", "in") for word in here) / count,
        len({*there} & {*here}) / count,
    ]


def measure(rows: Rows) -> dict[str, Floats]:
    """The tables of features, a row a translation."""
    estimator = find_estimator("de", "en")
    rated = [estimator.rate(row["source"], row["hypothesis"]) for row in rows]
    ours = np.nan_to_num(
        [[item.score.value, item.rendered, item.grounded, *item.features] for item in rated]
    )
    surface = np.array([show(row) for row in rows], np.float64)
    segments = [
        Segment(source=row["source"], hypothesis=row["hypothesis"], reference=row["reference"])
        for row in rows
    ]
    scores = [[s.value for s in metric.open().rate(segments)] for metric in METRICS]
    both = np.hstack([ours, surface])
    every = np.hstack([both, np.array(scores).T])
    return {"ours": ours, "surface": surface, "both": both, "with reference": every}


def main(arguments: list[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wmt22", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    known, other = read_wmt22(options.wmt22), read(options.folder / "human_scores_dev.jsonl")
    z, others = (np.array([row["z"] for row in rows]) for rows in (known, other))
    part = np.array([row["segment"] for row in known]) % FOLDS
    linear: Any = import_module("sklearn.linear_model")
    ensemble: Any = import_module("sklearn.ensemble")
    tables = measure(known), measure(other)
    print(f"{'':24}{'left out':>10}{'elsewhere':>11}")
    for name, table in tables[0].items():
        middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
        here, there = ((rows - middle) / spread for rows in (table, tables[1][name]))
        for model in (
            linear.Ridge(1000),
            ensemble.HistGradientBoostingRegressor(
                max_iter=60, learning_rate=0.05, max_leaf_nodes=8, min_samples_leaf=100,
                random_state=0,
            ),
        ):  # fmt: skip
            told = np.zeros(len(z))
            for fold in range(FOLDS):
                model.fit(here[part != fold], z[part != fold])
                told[part == fold] = model.predict(here[part == fold])
            model.fit(here, z)
            label = f"{name}, {'ridge' if hasattr(model, 'coef_') else 'trees'}"
            elsewhere = pearson(model.predict(there), others)
            print(f"{label:24}{pearson(told, z):>10.3f}{elsewhere:>11.3f}", flush=True)


if __name__ == "__main__":
    main()
