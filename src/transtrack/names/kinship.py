"""How far two spellings can be readings of one original: the lattices of both, met."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from transtrack.names.reading import LONGEST, LONGEST_WORD, MIX, TARGETS, languages, load_rules

Costs = NDArray[np.float32]  # (languages, orthography of one, orthography of the other)

LOOSE: Final = 2.0  # nats for a letter that stands in both and that no scheme of a language has
_FOREIGN: Final = 2.5  # nats for what only another language's schemes allow
LIMIT: Final = 9.0  # nats beyond which two spellings are no kin
_DOUBLED: Final = 1.0
_PAIRS: Final = {  # spellings of one sound that no scheme of the files has, in nats
    ("c", "k"): 0.8, ("ck", "k"): 0.8, ("q", "k"): 1.0, ("x", "ks"): 0.6, ("ph", "f"): 0.7,
    ("th", "t"): 0.8, ("y", "i"): 1.2, ("ou", "u"): 0.8, ("w", "v"): 0.8, ("ah", "a"): 0.8,
    ("oo", "u"): 0.8, ("ee", "i"): 0.8, ("ff", "v"): 0.8, ("tz", "ts"): 0.6, ("dt", "t"): 2.0,
    ("er", "re"): 1.0, ("e", ""): 1.2, ("ae", "ä"): 0.1, ("oe", "ö"): 0.1, ("ue", "ü"): 0.1,
    ("a", "ä"): 0.5, ("o", "ö"): 0.5,
    ("u", "ü"): 0.5, ("ss", "ß"): 0.1, ("c", "č"): 0.4, ("s", "š"): 0.4, ("z", "ž"): 0.4,
    ("c", "ć"): 0.4, ("l", "ł"): 0.4, ("n", "ń"): 0.4, ("z", "ż"): 0.4, ("dj", "đ"): 0.2,
    ("i", "ï"): 0.1, ("e", "é"): 0.2, ("e", "ë"): 0.4, ("a", "ă"): 0.4, ("e", "ě"): 0.4,
}  # fmt: skip


@lru_cache(maxsize=1)
def _sides() -> dict[str, dict[tuple[int, str], tuple[float, ...]]]:
    """By written form: what each grapheme of each language costs in each orthography."""
    found: dict[str, dict[tuple[int, str], tuple[float, ...]]] = {}
    for number, language in enumerate(languages()):
        for (output, grapheme, _, _), costs in load_rules(language).items():
            least = min(costs)
            mixed = tuple(min(cost, least + MIX) for cost in costs)
            row = found.setdefault(output, {})
            old = row.get((number, grapheme))
            row[number, grapheme] = tuple(map(min, old, mixed)) if old else mixed
    return found


@lru_cache(maxsize=1 << 16)
def meet(one: str, other: str) -> tuple[float, Costs] | None:
    """What it costs to read both as one grapheme: the least, and by language and orthography.

    None where no scheme writes one thing in both ways.
    """
    sides = _sides()
    shape = len(languages()), len(TARGETS), len(TARGETS)
    costs = np.full(shape, np.inf, np.float32)
    first, second = sides.get(one, {}), sides.get(other, {})
    for key in first.keys() & second.keys():
        both = np.add.outer(first[key], second[key])
        costs[key[0]] = np.minimum(costs[key[0]], both)
    flat = _loose(one, other)
    if flat is not None:
        costs = np.minimum(costs, np.float32(flat))
    least = float(costs.min())
    if least >= LIMIT:
        return None
    return least, np.minimum(costs, np.float32(least + _FOREIGN))


def _loose(one: str, other: str) -> float | None:
    if one == other and len(one) == 1:
        return LOOSE
    for a, b in ((one, other), (other, one)):
        if a == b * 2:
            return _DOUBLED
        if (a, b) in _PAIRS:
            return _PAIRS[a, b]
    return None


@lru_cache(maxsize=1)
def _forms() -> frozenset[str]:
    paired = {form for pair in _PAIRS for form in pair}
    return frozenset(_sides()) | paired


@lru_cache(maxsize=1 << 15)
def _pieces(word: str) -> tuple[tuple[str, ...], ...]:
    """At each place of a word the forms that begin there, the empty one first.

    A letter with an h behind it is not read alone where both together are a form: kh is х.
    """
    forms = _forms()
    found = []
    for at in range(len(word) + 1):
        aspirate = word[at + 1 : at + 2] == "h" and word[at : at + 2] in forms
        here = [
            word[at:end]
            for end in range(at + 1, min(at + LONGEST, len(word)) + 1)
            if (end == at + 1 and not aspirate) or (end > at + 1 and word[at:end] in forms)
        ]
        found.append(("", *here))
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def _steps(
    one: tuple[str, ...], other: tuple[str, ...]
) -> tuple[tuple[int, int, float, Costs, bool], ...]:
    """The ways to go on from two places, the cheapest first.

    Each with its letters on both sides, what it costs at least and in all, and whether it leaves
    out a vowel of one side.
    """
    found = []
    for a in one:
        for b in other:
            met = meet(a, b) if a or b else None
            if met is not None:
                vowel = (a or b) in "aiouy" and not (a and b)
                found.append((len(a), len(b), *met, vowel))
    return tuple(sorted(found, key=lambda step: step[2]))


def _find_floors(one: str, other: str, limit: float) -> dict[int, float]:
    """What it costs at least to get to each pair of places, each step at its cheapest.

    By number: the place in `one`, times the places of `other`, plus the place in `other`; no
    pair that costs more than the limit.
    """
    rows, columns = _pieces(one), _pieces(other)
    width = len(columns)
    floors = {0: 0.0}
    for cell in range(len(rows) * width - 1):
        floor = floors.get(cell)
        if floor is None:
            continue
        row, column = divmod(cell, width)
        ends = row == len(one) or column == len(other)
        for a, b, lowest, _, vowel in _steps(rows[row], columns[column]):
            cost = floor + lowest
            if cost > limit:
                break
            there = cell + a * width + b
            if cost < floors.get(there, limit + 1) and not (ends and vowel):
                floors[there] = cost
    return floors


@lru_cache(maxsize=1 << 16)
def find_kinship(one: str, other: str, limit: float = LIMIT) -> Costs | None:
    """What it costs to read two words in lower case as one, by language and orthographies.

    None where they cannot be one name at less than `limit` nats; costs beyond it are not exact.
    All paths through both lattices are followed at once, for every language and pair of
    orthographies.
    """
    shape = len(languages()), len(TARGETS), len(TARGETS)
    if one == other:
        return np.zeros(shape, np.float32)
    if max(len(one), len(other)) > LONGEST_WORD:
        return None
    rows, columns = _pieces(one), _pieces(other)
    width = len(other) + 1
    goal = len(one) * width + len(other)
    floors = _find_floors(one, other, limit)
    if goal not in floors:
        return None
    best: dict[int, Costs] = {0: np.zeros(shape, np.float32)}
    for cell in range(goal):
        costs = best.pop(cell, None)
        if costs is None:
            continue
        row, column = divmod(cell, width)
        floor = floors[cell]
        ends = row == len(one) or column == len(other)
        for a, b, lowest, met, vowel in _steps(rows[row], columns[column]):
            if floor + lowest > limit:
                break
            if ends and vowel:
                continue  # a vowel more at the end is another gender or case
            there = cell + a * width + b
            total = costs + met
            old = best.get(there)
            if old is None:
                best[there] = total
            else:
                np.minimum(old, total, out=old)
    found = best.get(goal)
    return found if found is not None and float(found.min()) < limit else None
