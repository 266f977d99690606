"""A Latin spelling read backwards, through every scheme, into the originals it can stand for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from transtrack.names.plausible import END, START, CharModel, load_model
from transtrack.names.scheme import Rule, fits
from transtrack.names.scheme_files import load_schemes

TARGETS: Final = ("de", "en", "fr", "pl", "sci")
MIX: Final = 2.5  # nats for a letter read by another orthography than the rest
LONGEST_WORD: Final = 60  # letters; a longer word is no name
LONGEST: Final = 7  # letters that one grapheme can be written with
DEVIATION: Final = 2.0  # weight of what deviates from a standard
LETTER: Final = 0.5  # weight of the letter model beside the readings
_DEAREST: Final = 3.0  # nats; a reading that costs more is not tried
_WIDTH: Final = 6  # prefixes kept at each place
_BEHIND: Final = 9.0  # nats; a prefix so far behind the best is dropped
_FEW: Final = 8  # originals returned


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read letters: the grapheme, what that costs in nats, and where it may stand."""

    grapheme: str
    cost: float
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What a spelling can stand for, in lower case; `cost` is -log p(original, spelling)."""

    text: str
    language: str
    cost: float


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The languages that some scheme transliterates, in the order of their names."""
    return tuple(sorted({scheme.language for scheme in load_schemes().values()}))


@lru_cache(maxsize=64)
def load_rules(language: str) -> dict[tuple[str, str, str, str], tuple[float, ...]]:
    """What a written form costs in each of TARGETS, by (output, grapheme, before, after)."""
    table: dict[tuple[str, str, str, str], list[float]] = {}
    for scheme in load_schemes().values():
        if scheme.language != language or scheme.target not in TARGETS:
            continue
        at = TARGETS.index(scheme.target)
        for rule in (*scheme.rules, *scheme.also):
            row = table.setdefault(_key(rule), [float("inf")] * len(TARGETS))
            row[at] = min(row[at], rule.cost)
    return {key: tuple(table[key]) for key in sorted(table)}


def _key(rule: Rule) -> tuple[str, str, str, str]:
    return rule.output, rule.grapheme, rule.before, rule.after


@lru_cache(maxsize=128)
def load_readings(language: str, target: str) -> dict[str, tuple[Reading, ...]]:
    """How letters are read in one orthography, and at a price as another one's."""
    at = TARGETS.index(target)
    found: dict[str, list[Reading]] = {}
    for (output, grapheme, before, after), costs in load_rules(language).items():
        cost = min(costs[at], min(costs) + MIX)
        if cost <= _DEAREST:
            reading = Reading(grapheme=grapheme, cost=DEVIATION * cost, before=before, after=after)
            found.setdefault(output, []).append(reading)
    return {output: tuple(readings) for output, readings in found.items()}


@lru_cache(maxsize=1 << 14)
def read_back(word: str, language: str, target: str, width: int = _WIDTH) -> tuple[Original, ...]:
    """The likeliest originals of a word in lower case, at most eight, the likeliest first.

    A beam over the lattice of readings, `width` prefixes at each place, each weighed by the
    letter model of the language's names; empty if the word has no reading.
    """
    if len(word) > LONGEST_WORD:
        return ()
    readings = load_readings(language, target)
    model = load_model(language)
    beams: list[dict[_State, float]] = [{} for _ in range(len(word) + 1)]
    beams[0][START, ""] = 0.0
    silent = readings.get("", ())
    for at in range(len(word)):
        if not beams[at]:
            continue
        kept = _keep(list(beams[at].items()), width)
        if at and silent:
            kept = _keep([*kept, *_extend(kept, silent, model)], width)
        for size in range(1, min(LONGEST, len(word) - at) + 1):
            here = readings.get(word[at : at + size])
            if here:
                beyond = beams[at + size]
                for state, cost in _extend(kept, here, model):
                    if cost < beyond.get(state, _NEVER):
                        beyond[state] = cost
    return _finish(_keep(list(beams[-1].items()), width), silent, model, language)


def _keep(states: list[tuple[_State, float]], width: int) -> list[tuple[_State, float]]:
    """The cheapest states, those far behind the best left out."""
    states.sort(key=_cost)
    if not states:
        return states
    limit = states[0][1] + _BEHIND
    return [item for item in states[:width] if item[1] <= limit]


@lru_cache(maxsize=1 << 13)
def _allows(context: str, letter: str) -> bool:
    edge = letter in (START, END)
    return fits(context, "" if edge else letter, letter if edge else "")


_NEVER: Final = float("inf")
_State = tuple[str, str]


def _cost(item: tuple[_State, float]) -> float:
    return item[1]


def _extend(
    kept: list[tuple[_State, float]], readings: tuple[Reading, ...], model: CharModel
) -> list[tuple[_State, float]]:
    """The prefixes with one grapheme more, so far as the contexts of both allow it."""
    found = []
    for (prefix, pending), cost in kept:
        weighed = model.costs_after(prefix)
        for reading in readings:
            grapheme = reading.grapheme
            if pending and not _allows(pending, grapheme[0]):
                continue
            if reading.before and not _allows(reading.before, prefix[-1]):
                continue
            letters = weighed.get(grapheme)
            if letters is None:
                letters = model.cost(prefix, grapheme)
            total = cost + reading.cost + LETTER * letters
            found.append(((prefix + grapheme, reading.after), total))
    return found


def _finish(
    kept: list[tuple[_State, float]],
    silent: tuple[Reading, ...],
    model: CharModel,
    language: str,
) -> tuple[Original, ...]:
    kept = [*kept, *_extend(kept, silent, model)]
    best: dict[str, float] = {}
    for (text, pending), cost in kept:
        if not pending or _allows(pending, END):
            total = cost - LETTER * model.foretell(text, END)
            if total < best.get(text, _NEVER):
                best[text] = total
    ordered = sorted(best.items(), key=lambda item: (item[1], item[0]))[:_FEW]
    return tuple(Original(text=text[1:], language=language, cost=cost) for text, cost in ordered)
