"""Fits the models that omissions and the like are told by: `transtrack.checks.rendering`.

    python lexicon/renderings.py PARALLEL -o src/transtrack/checks/data/rendering.npz

PARALLEL is a gzipped TSV file, German and English sentence a line, in the order of the texts; the
models in the package come from WMT's test sets of 2008 to 2018. One to five sentences make a bead;
of each there are beads where a sentence is missing on either side, and one with the
translation of what comes next. Every fourth bead is judged by models that have not seen it: what
is printed. The models are weights and bounds of features; they hold no words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import numpy as np
from fitting import FOLDS, fit, read_arguments, read_pairs, score, tell

from transtrack.checks import pair_of
from transtrack.checks.forest import Model
from transtrack.checks.pair import Pair
from transtrack.checks.rendering import MODELS, measure_sentences, measure_whole

SENTENCES = (1, 1, 1, 2, 2, 3, 4, 5)  # of a bead, as often
RATES = (0.5, 1, 2, 3, 5)  # false alarms in 1,000 beads

Rows = list[list[float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """By model the rows of a bead, and of each whether it is at fault."""

    number: int
    fault: str
    rows: dict[str, Rows]
    labels: dict[str, list[bool]]


def measure(pair: Pair) -> dict[str, Rows]:
    """By model the features of a bead."""
    sentences = [measure_sentences(pair, back=back) for back in (False, True)]
    return dict(zip(MODELS, (*sentences, [measure_whole(pair)]), strict=True))


def make_cases(pairs: list[tuple[str, str]], random: Random) -> Iterator[Case]:
    """Every bead as it is, and with its faults."""
    number, at = 0, 0
    while at < len(pairs):
        size = random.choice(SENTENCES)
        bead, following = pairs[at : at + size], pairs[at + size : at + 2 * size]
        at += size
        number += 1
        source, target = (" ".join(pair[side] for pair in bead) for side in (0, 1))
        texts = [("sound", source, target, "")]
        texts.append(("unrelated", source, " ".join(pair[1] for pair in following), ""))
        if len(bead) > 1:
            lost = random.randrange(len(bead))
            less = [" ".join(p[side] for p in bead if p != bead[lost]) for side in (0, 1)]
            texts.append(("omitted", source, less[1], bead[lost][0]))
            texts.append(("added", less[0], target, bead[lost][1]))
        for fault, left, right, gone in texts:
            pair = pair_of(left, right)
            if pair.source.words and pair.target.words:
                yield _case(number, fault, pair, gone)


def _case(number: int, fault: str, pair: Pair, gone: str) -> Case:
    rows = measure(pair)
    labels = {name: [fault == name] * len(rows[name]) for name in MODELS}
    if gone:
        side = pair.source if fault == "omitted" else pair.target
        labels[fault] = [side.sentence(k).strip() in gone for k in range(len(side.bounds))]
    return Case(number=number, fault=fault, rows=rows, labels=labels)


def fit_one(cases: list[Case], name: str) -> Model:
    """The model of one kind of fault, against sound beads."""
    rows: Rows = []
    labels: list[bool] = []
    for case in cases:
        if case.fault in ("sound", name):
            rows += case.rows[name]
            labels += case.labels[name]
    return fit(rows, labels)


def main(arguments: list[str] | None = None) -> None:
    """Make cases, judge those held out, fit on all, write."""
    options = read_arguments(__doc__, arguments)
    random = Random(17)  # noqa: S311 - not for secrets
    cases = list(make_cases(read_pairs(options.parallel), random))
    seen = [case for case in cases if case.number % FOLDS]
    held = [case for case in cases if not case.number % FOLDS]
    arrays = {}
    for name in MODELS:
        model = fit_one(seen, name)
        tables = ([c.rows[name] for c in held if c.fault == kind] for kind in ("sound", name))
        sound, wrong = (score(model, rows) for rows in tables)
        print(f"{name}: {len(wrong)} of {len(sound)} beads held out")
        tell(sound, wrong, RATES)
        arrays |= fit_one(cases, name).to_arrays(name)
    np.savez_compressed(options.output, **arrays)


if __name__ == "__main__":
    main()
