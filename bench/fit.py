"""Fits the weights of the score without a reference: `python -m bench.fit FOLDER`.

FOLDER holds clean_dev.jsonl (`source`, `target`: sound translations) and faults_dev.jsonl
(`source`, `clean`, `faulty`, `fault`); for three more classes the words of sound translations are
shuffled, two neighbours change places, or a word falls out. The weights, none below 0, let the
clean version of each pair win (logistic), every class of fault counting alike, and, a fifth as
much, tell clean from faulty translations without their pair. Prints what stands in
quality/features.py, and how often the clean version wins when the source was left out of the
fit (fivefold).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from transtrack.lexicon import find_lexicon
from transtrack.quality.features import FEATURES, measure
from transtrack.quality.fluency import find_fluency
from transtrack.quality.links import Knowledge
from transtrack.quality.pair import make_pair

FOLDS = 5
SHORTEST = 6  # words of a translation that faults of grammar are put into
ALONE = 0.2  # what telling clean from faulty counts beside telling the two of a pair apart
RIDGE = 2.0
ROUNDS = 3000
LEAST_DEVIATION = 0.05
CLIP = -5.0, 8.0
SOUND = 90  # per cent of sound translations that score above 50, which the bias sees to

Floats = NDArray[np.float64]


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def distort(clean: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Faults of grammar, put into every fourth translation; the same every time."""
    random = Random(5)  # noqa: S311 - not for secrets
    found = []
    for row in clean[::4]:
        words = row["target"].split()
        if len(words) < SHORTEST:
            continue
        at = random.randrange(1, len(words) - 2)
        shuffled = random.sample(words[:-1], len(words) - 1) + words[-1:]
        swapped = [*words[:at], words[at + 1], words[at], *words[at + 2 :]]
        for fault, new in (
            ("shuffled", shuffled),
            ("words swapped", swapped),
            ("word dropped", words[:at] + words[at + 1 :]),
        ):
            texts = {"source": row["source"], "clean": row["target"], "faulty": " ".join(new)}
            found.append({"fault": fault, **texts})
    return found


def measure_all(pairs: list[tuple[str, str]]) -> Floats:
    """The features of German–English pairs."""
    known = Knowledge(
        lexicon=find_lexicon("de", "en"), source=find_fluency("de"), target=find_fluency("en")
    )
    return np.array([measure(make_pair(*pair, ("de", "en"), known)) for pair in pairs])


def fit(better: Floats, shares: Floats, alone: Floats, labels: Floats, counts: Floats) -> Floats:
    """Weights and bias by accelerated projected gradients; the weights are none below 0."""
    size = better.shape[1]
    padded = np.column_stack([alone, np.ones(len(alone))])
    steep = np.linalg.norm((better * shares[:, None]).T @ better, 2) / 4 + RIDGE
    steep += np.linalg.norm((padded * counts[:, None]).T @ padded, 2) / 4
    found = ahead = np.zeros(size + 1)
    pace = 1.0
    for _ in range(ROUNDS):
        wrong = shares / (1 + np.exp(np.clip(better @ ahead[:size], -30, 30)))
        slope = np.append(RIDGE * ahead[:size] - better.T @ wrong, 0.0)
        chance = 1 / (1 + np.exp(-np.clip(padded @ ahead, -30, 30)))
        slope += padded.T @ (counts * (chance - labels))
        new = ahead - slope / steep
        new[:size] = np.maximum(new[:size], 0)
        quicker = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = new + (pace - 1) / quicker * (new - found)
        found, pace = new, quicker
    return found


def main(arguments: list[str] | None = None) -> None:
    """Measure, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    clean, faults = read(folder / "clean_dev.jsonl"), read(folder / "faults_dev.jsonl")
    faults += distort(clean)
    tables = [
        measure_all([(row["source"], row["target"]) for row in clean]),
        measure_all([(row["source"], row["clean"]) for row in faults]),
        measure_all([(row["source"], row["faulty"]) for row in faults]),
    ]
    mean = tables[0].mean(0)
    deviation = np.maximum(tables[0].std(0), LEAST_DEVIATION)
    sound, right, wrong = (np.clip((table - mean) / deviation, *CLIP) for table in tables)
    classes = Counter(row["fault"] for row in faults)
    shares = np.array([len(faults) / len(classes) / classes[row["fault"]] for row in faults])
    folds = [
        np.array([crc32(row["source"].encode()) % FOLDS for row in rows])
        for rows in (clean, faults)
    ]
    labels = np.repeat([0.0, 1.0], [len(sound), len(wrong)])
    counts = np.append(np.ones(len(sound)), shares) * ALONE
    won = np.zeros(len(faults))
    for fold in (*range(FOLDS), -1):
        here, there = folds[0] != fold, folds[1] != fold
        both = np.append(here, there)
        found = fit(
            (wrong - right)[there],
            shares[there],
            np.concatenate([sound, wrong])[both],
            labels[both],
            counts[both],
        )
        if fold >= 0:
            won[~there] = ((wrong - right) @ found[:-1] > 0)[~there]
    for feature, *numbers in zip(FEATURES, mean, deviation, found, strict=False):
        print(f"{feature.name:10} mean {numbers[0]:.3f} deviation {numbers[1]:.3f}", end="")
        print(f" weight {numbers[2]:.3f}")
    print(f"bias {np.percentile(sound @ found[:-1], SOUND):.3f}")
    for name in sorted(classes):
        chosen = np.array([row["fault"] == name for row in faults])
        print(f"{name:14} the clean version wins {won[chosen].mean():.2f}")


if __name__ == "__main__":
    main()
