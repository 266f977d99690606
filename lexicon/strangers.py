"""Fits the models that names are told wrong by: `transtrack.checks.names`.

    python lexicon/strangers.py PARALLEL -o src/transtrack/checks/data/name-mismatch.npz

PARALLEL is a gzipped TSV file, German and English sentence a line, in the order of the texts; the
models in the package come from WMT's test sets of 2008 to 2018. One to three sentences make a
paragraph; in each that has a name written alike in both languages, one is replaced by a name of
another paragraph, three times over. Half of the log-odds are logistic models', half those of
forests, one for each of the three. Every fourth paragraph is judged by models that have not seen
it: what is printed. The models are weights and bounds of features; they hold no words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from fitting import FOLDS, fit, join, read_arguments, read_pairs, score, tell

from transtrack.checks import pair_of
from transtrack.checks.forest import Model
from transtrack.checks.names import Stranger, add_lost, find_strangers, is_description
from transtrack.checks.pair import Pair

NAME = re.compile(r"(?<![^\W\d_])[A-ZÄÖÜ][a-zäöüß]{3,}\b")
SENTENCES = (1, 1, 2, 3)  # of a paragraph, as often
DRAWS = 3
RATES = (4, 6, 8, 10, 12, 16)  # false alarms in 1,000 paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A paragraph, its strange names, and which name replaced which, if any."""

    number: int
    pair: Pair
    strangers: list[Stranger]
    lost: str = ""
    name: str = ""


def read_paragraphs(path: Path, random: Random) -> list[tuple[str, str]]:
    """Sentences that follow each other, joined by ones, twos and threes."""
    pairs, found, at = read_pairs(path), [], 0
    while at < len(pairs):
        part = pairs[at : at + random.choice(SENTENCES)]
        at += len(part)
        found.append((" ".join(p[0] for p in part), " ".join(p[1] for p in part)))
    return found


def find_shared(source: str, target: str) -> list[str]:
    """The names written alike on both sides that stand inside a sentence of the target."""
    there = set(NAME.findall(source))
    return [
        name[0]
        for name in NAME.finditer(target)
        if name[0] in there and target[: name.start()].rstrip(' "“')[-1:].islower()
    ]


def make_cases(paragraphs: list[tuple[str, str]], random: Random) -> list[list[Case]]:
    """Each paragraph as it is, and once more with a name replaced; as many lists as draws."""
    pool = [name for texts in paragraphs for name in find_shared(*texts)]
    draws: list[list[Case]] = [[] for _ in range(DRAWS)]
    for number, (source, target) in enumerate(paragraphs):
        pair = pair_of(source, target)
        sound = Case(number=number, pair=pair, strangers=find_strangers(pair))
        shared = find_shared(source, target)
        for cases in draws:
            cases.append(sound)
            if shared:
                lost, name = random.choice(shared), random.choice(pool)
                while name in source or name in target:
                    name = random.choice(pool)
                pair = pair_of(source, re.sub(rf"\b{lost}\b", name, target))
                found = find_strangers(pair)
                names = {"lost": lost.lower(), "name": name.lower()}
                cases.append(Case(number=number, pair=pair, strangers=found, **names))
    return draws


def fit_both(draws: list[list[Case]]) -> tuple[Model, Model]:
    """The model of lost and strange names, and that of strange ones."""
    first = join([fit(*list_pairs(cases)) for cases in draws])
    return first, join([fit(*list_strangers(cases, first)) for cases in draws])


def list_pairs(cases: list[Case]) -> tuple[list[list[float]], list[bool]]:
    """The features of each lost and strange name, and whether the one replaced the other."""
    rows, labels = [], []
    for case in cases:
        for stranger in case.strangers:
            is_it = case.pair.target.words[stranger.number].key == case.name
            for at, features, _ in stranger.lost:
                rows.append(features)
                labels.append(is_it and case.pair.source.words[at].key == case.lost)
    return rows, labels


def list_strangers(cases: list[Case], model: Model) -> tuple[list[list[float]], list[bool]]:
    """The features of each strange name, and whether it was put there."""
    found = [(row, key == case.name) for case in cases for row, key in describe(case, model)]
    return [row for row, _ in found], [label for _, label in found]


def describe(case: Case, model: Model) -> list[tuple[list[float], str]]:
    """The features of each strange name that is judged, and the name."""
    found = []
    for stranger in case.strangers:
        lost = [features for _, features, _ in stranger.lost]
        row, best = add_lost(stranger, model.weigh(lost) if lost else np.zeros(0))
        if not is_description(case.pair, stranger, row[0], best):
            found.append((row, case.pair.target.words[stranger.number].key))
    return found


def main(arguments: list[str] | None = None) -> None:
    """Make cases, judge those held out, fit on all, write."""
    options = read_arguments(__doc__, arguments)
    random = Random(7)  # noqa: S311 - not for secrets
    draws = make_cases(read_paragraphs(options.parallel, random), random)
    models = fit_both([[case for case in cases if case.number % FOLDS] for cases in draws])
    held = [case for case in draws[0] if not case.number % FOLDS]
    tables = (
        [[row for row, _ in describe(case, models[0])] for case in held if bool(case.name) is put]
        for put in (False, True)
    )
    sound, wrong = (score(models[1], rows) for rows in tables)
    print(f"{len(sound)} paragraphs held out, {len(wrong)} of them with a name replaced")
    tell(sound, wrong, RATES)
    pair, stranger = fit_both(draws)
    np.savez_compressed(options.output, **pair.to_arrays("pair"), **stranger.to_arrays("stranger"))


if __name__ == "__main__":
    main()
