"""Names of the translation that the original does not have, in the place of others.

Two models, one of a lost and a strange name, one of a strange name by the likeliest that is
lost, fitted by `lexicon/strangers.py` on news translated by professionals (WMT test sets 2008
to 2018) in which a name had been replaced by another at random.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from transtrack.checks.check import Check, Remark
from transtrack.checks.forest import Floats, Model, from_arrays
from transtrack.checks.name_features import (
    describe,
    find_kind,
    is_common_noun,
    is_surely_name,
    is_word,
)
from transtrack.checks.name_pairs import compare_names, differ_in_kind
from transtrack.checks.pair import Pair
from transtrack.checks.strangers import INSTEAD, PEOPLES, find_candidates
from transtrack.model import Severity

DATA: Final = Path(__file__).parent / "data" / "name-mismatch.npz"
PAIR_FEATURES: Final = 31
_LIMIT: Final = 0.8  # log-odds from which a name is reported
_SURE: Final = 4.0  # from which it is major
_CLEAR: Final = -0.5  # by the weights alone, below which no tree makes a finding of it
_NONE: Final = -8.0  # the odds where nothing is lost, and the least there are


class Stranger(NamedTuple):
    """A name that nothing in the source explains, and what tells whether it belongs there.

    `number` is its word's; `lost` are the source words that it may stand for, each with its
    features and whether it can be nothing but a name.
    """

    number: int
    lost: tuple[tuple[int, list[float], bool], ...]
    features: list[float]


def find_strangers(pair: Pair) -> list[Stranger]:
    """The names of a target that nothing in the source explains."""
    lost, strange = find_candidates(pair)
    sure = [is_surely_name(pair, item) for item in lost]
    found = []
    for number in strange:
        if not any(sure) and is_common_noun(pair, number):
            continue
        key = pair.target.words[number].key
        others = tuple(
            (item[0], [*map(float, (*compare_names(pair, item, number), named))], named)
            for item, named in zip(lost, sure, strict=True)
            if not differ_in_kind(pair.source.words[item[0]].key, key)
        )
        features = [*map(float, describe(pair, number, len(lost), len(strange)))]
        found.append(Stranger(number, others, [*features, float(sum(sure)), float(any(sure))]))
    return found


def add_lost(stranger: Stranger, odds: Floats) -> tuple[list[float], int | None]:
    """All features of a stranger, with the odds of those lost, and the likeliest of these."""
    if not stranger.lost:
        return [_NONE, _NONE, *stranger.features, *[0.0] * PAIR_FEATURES], None
    order = np.argsort(-odds, kind="stable")
    second = odds[order[1]] if len(order) > 1 else _NONE
    told = np.clip([odds[order[0]], second], _NONE, -_NONE).tolist()
    best = int(order[0])
    return [*told, *stranger.features, *stranger.lost[best][1]], best


def is_description(pair: Pair, stranger: Stranger, told: float, best: int | None) -> bool:
    """Whether it may tell who someone is who is named in the original: Russian negotiators.

    What bodies and offices are called stands for a name only if that is surely lost, what peoples
    are called for a place alone.
    """
    word = pair.target.words[stranger.number]
    lost = None if best is None else pair.source.words[stranger.lost[best][0]].key
    if word.key.endswith(PEOPLES) and is_word(pair, word) and not find_kind(word.key, "en"):
        return lost is None or find_kind(lost, "de") != "place"
    named = best is not None and stranger.lost[best][2] and told > 0
    return word.key in INSTEAD and not named


def find(pair: Pair) -> Iterator[Remark]:
    """A remark on the strangest name, if it is strange enough, with the name that it replaces."""
    if not pair.sure:
        return  # what stands in another sentence is missing in a wrong bead
    strangers = find_strangers(pair)
    worst, told, word, lost = _LIMIT, _NONE, None, None
    for stranger, odds in zip(strangers, _weigh_lost(strangers), strict=True):
        row, best = add_lost(stranger, odds)
        if is_description(pair, stranger, row[0], best):
            continue
        score = _models()[1].judge(row, _CLEAR)
        if score > worst:
            worst, told, word = score, row[0], pair.target.words[stranger.number]
            lost = None if best is None else pair.source.words[stranger.lost[best][0]]
    if word is None:
        return
    where = f', which has "{lost.text}"' if lost and told > _NONE / 2 else ""
    yield Remark(
        start=word.start,
        end=word.end,
        message=f'"{word.text}" is not in the original{where}',
        severity=Severity.MAJOR if worst > _SURE else Severity.MINOR,
    )


def _weigh_lost(strangers: Sequence[Stranger]) -> list[Floats]:
    """For each strange name the log-odds of those that it may stand for."""
    rows = [features for stranger in strangers for _, features, _ in stranger.lost]
    if not rows:
        return [np.zeros(0) for _ in strangers]
    sizes = [len(stranger.lost) for stranger in strangers]
    return np.split(_models()[0].weigh(rows), np.cumsum(sizes)[:-1])


@lru_cache(maxsize=1)
def _models() -> tuple[Model, Model]:
    """The models of a lost and a strange name, and of a strange one by all that is lost."""
    with np.load(DATA) as arrays:
        return from_arrays(arrays, "pair"), from_arrays(arrays, "stranger")


CHECK = Check(
    name="name-mismatch",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    help="A name stands in the translation that the original does not have, in place of another.",
    find=find,
    flagged=(
        (
            "Die Regisseurin Lindner wurde in Görlitz geboren.",
            "The director Marchetti was born in Görlitz.",
        ),
        (
            "Der Trainer Jankowski lobte die Mannschaft.",
            "Coach Delacroix praised the team.",
        ),
        ("Am Abend sprach Petra Kowalski.", "Petra Delacroix spoke in the evening."),
    ),
    passing=(
        ("Der Zug fährt nach München.", "The train goes to Munich."),
        (
            "Die Regisseurin Lindner wurde in Görlitz geboren.",
            "The director Lindner was born in Görlitz.",
        ),
        ("Der spanische König reist ab.", "The king of Spain is leaving."),
        ("17:05 Tote bei Beschuss von Nikopol", "17:05 Deaths in shelling of Nikopol"),
        ("König Karl III. reist nach Hamburg.", "King Charles III is travelling to Hamburg."),
        (
            "Das hieß es aus dem Umfeld von Lawrow.",
            "Sources close to Russian negotiators said so.",
        ),
        ("Er zahlte 5000 Franken Strafe.", "He paid a fine of 5,000 Swiss francs."),
    ),
    source=("de",),
    target=("en",),
)
