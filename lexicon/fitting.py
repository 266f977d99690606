"""Fits the models of `transtrack.checks.forest` and tells how well; other scripts here use it."""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from transtrack.checks.forest import Floats, Model

TREES, LEAVES, PACE = 200, 15, 0.06
FOLDS = 4  # one in so many cases is held out, to be judged


def read_arguments(doc: str | None, arguments: list[str] | None) -> argparse.Namespace:
    """`parallel`, the file of pairs, and `output`, the file to write."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("parallel", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    return parser.parse_args(arguments)


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """The German and English sentences of a gzipped TSV file, in their order."""
    text = gzip.decompress(path.read_bytes()).decode("utf-8")
    lines = (line.split("\t") for line in text.split("\n"))
    return [(line[0], line[1]) for line in lines if len(line) == 2]  # noqa: PLR2004 - a pair


def score(model: Model, tables: Iterable[Sequence[Sequence[float]]]) -> Floats:
    """The highest log-odds of the rows of each table."""
    return np.array([model.weigh(rows).max() if rows else -np.inf for rows in tables])


def tell(sound: Floats, wrong: Floats, rates: Sequence[float]) -> None:
    """Print what share of the faults are found at each rate of false alarms in 1,000."""
    for rate in rates:
        limit = np.sort(sound)[::-1][int(len(sound) * rate / 1000)]
        print(f"{rate:>4} in 1,000 flagged above {limit:.2f}: {np.mean(wrong > limit):.3f} found")


def fit(rows: Sequence[Sequence[float]], labels: Sequence[bool]) -> Model:
    """A logistic model and a forest, each with half of its log-odds."""
    table, wanted = np.array(rows), np.array(labels)
    scaler = StandardScaler().fit(table)
    line = LogisticRegression(C=0.1, max_iter=3000).fit(scaler.transform(table), wanted)
    forest = HistGradientBoostingClassifier(
        max_leaf_nodes=LEAVES,
        max_iter=TREES,
        learning_rate=PACE,
        l2_regularization=1,
        random_state=0,
    ).fit(table, wanted)
    weights = line.coef_[0] / scaler.scale_
    bias = line.intercept_[0] - weights @ scaler.mean_ + forest._baseline_prediction[0, 0]
    return plant([tree[0].nodes for tree in forest._predictors], weights / 2, bias / 2)


def plant(trees: list[NDArray[np.void]], weights: Floats, bias: float) -> Model:
    """The model of scikit-learn's trees, their leaves with half of their worth."""
    roots = np.cumsum([0, *map(len, trees)])[:-1]
    nodes = np.concatenate(trees)
    leaf = nodes["is_leaf"].astype(bool)
    offset = np.repeat(roots, list(map(len, trees)))
    children = np.stack([nodes["left"] + offset, nodes["right"] + offset], 1)
    return Model(
        weights=weights,
        bias=float(bias),
        features=np.where(leaf, 0, nodes["feature_idx"]).astype(np.intp),
        bounds=np.where(leaf, np.inf, nodes["num_threshold"]),
        children=np.where(leaf[:, None], np.arange(len(nodes))[:, None], children)
        .astype(np.intp)
        .ravel(),
        values=np.where(leaf, nodes["value"] / 2, 0.0),
        roots=roots.astype(np.intp),
    )


def join(models: list[Model]) -> Model:
    """The mean of some models."""
    sizes = np.cumsum([0, *(len(model.features) for model in models)])[:-1]
    moved = list(zip(models, sizes, strict=True))
    return Model(
        weights=np.mean([model.weights for model in models], 0),
        bias=float(np.mean([model.bias for model in models])),
        features=np.concatenate([model.features for model in models]),
        bounds=np.concatenate([model.bounds for model in models]),
        children=np.concatenate([model.children + size for model, size in moved]),
        values=np.concatenate([model.values for model in models]) / len(models),
        roots=np.concatenate([model.roots + size for model, size in moved]),
    )
