"""Names of the translation that the original does not have, in the place of others.

Two logistic models, one of a lost and a strange name, one of a strange name by all that is
lost, fitted on news translated by professionals (WMT test sets 2008 to 2018) in which a name had
been replaced by another at random.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from transtrack.checks.check import Check, Remark
from transtrack.checks.name_features import (
    compare_names,
    describe,
    is_common_noun,
    is_surely_name,
    is_word,
)
from transtrack.checks.pair import Pair
from transtrack.checks.strangers import INSTEAD, find_candidates
from transtrack.model import Severity
from transtrack.names.index import fold, index_given, index_names

_LIMIT: Final = 1.25  # log-odds from which a name is reported
_NAMED: Final = 1.0  # log-odds more if a name is lost and the strange one is no word
_OFFICE: Final = 0.75  # log-odds less if it is what bodies, offices and peoples are called
_SURE: Final = 4.0  # from which it is major
_LOST: Final = (
    0.74, 1.19, 1.36, -1.55, -2.23, 0.13, -5.56, -2.18, -0.48, 0.93, -2.11, 2.43, 1.92, 0.09,
    -0.94, -0.52, -3.28, -8.47, -1.21, -3.91,
)  # fmt: skip
_STRANGE: Final = (
    2.95, 0.27, 0.6, -0.07, -0.64, 0.89, -0.17, -0.09, -5.01, -1.82, -0.79, 0.37, 2.23, 1.91,
    -0.34, -0.7, -1.45, 0.53, 1.22, -2.96, -0.18, -1.73, -0.84, -0.13, 0.4, -0.85, 0.79,
)  # fmt: skip
_NONE: Final = -8.0  # the odds where nothing is lost


def find(pair: Pair) -> Iterator[Remark]:
    """A remark on the strangest name, if it is strange enough, with the name that it replaces."""
    if not pair.sure:
        return  # what stands in another sentence is missing in a wrong bead
    lost, strange = find_candidates(pair)
    named = {item[0] for item in lost if is_surely_name(pair, item)}
    best: tuple[float, int, int | None] | None = None
    for number in strange:
        if not named and is_common_noun(pair, number):
            continue
        odds = {
            item[0]: _weigh(_LOST, compare_names(pair, item, number))
            for item in lost
            if not _differ_in_kind(pair.source.words[item[0]].key, pair.target.words[number].key)
        }
        other = max(odds, key=lambda at: odds[at], default=None)
        told = max(odds[other] if other is not None else _NONE, _NONE)
        office = pair.target.words[number].key in INSTEAD
        if office and (other not in named or told <= 0):
            continue
        features = [1.0, told, max(told, -2.0), max(told, 0.0)]
        features += describe(pair, number, len(lost), len(strange))
        score = _weigh(_STRANGE, features)
        if named and not is_word(pair, pair.target.words[number]):
            score += _NAMED
        score -= _OFFICE if office else 0.0
        if best is None or score > best[0]:
            best = score, number, other if told > _NONE / 2 else None
    if best is None or best[0] <= _LIMIT:
        return
    word = pair.target.words[best[1]]
    where = "" if best[2] is None else f', which has "{pair.source.words[best[2]].text}"'
    yield Remark(
        start=word.start,
        end=word.end,
        message=f'"{word.text}" is not in the original{where}',
        severity=Severity.MAJOR if best[0] > _SURE else Severity.MINOR,
    )


@lru_cache(maxsize=1 << 14)
def _differ_in_kind(source: str, target: str) -> bool:
    """Whether one is a given name and the other a country or town of the lists."""
    given = fold(source) in index_given("de") and fold(source) not in index_names("de")
    return given and any(item.entry.kind != "person" for item in index_names("en").get(target, ()))


def _weigh(weights: Sequence[float], features: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(weights, features, strict=True))


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
        ("Er zahlte 5000 Franken Strafe.", "He paid a fine of 5,000 Swiss francs."),
    ),
    source=("de",),
    target=("en",),
)
