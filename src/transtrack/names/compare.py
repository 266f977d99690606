"""Whether two spellings are of one name: they are if they share a plausible original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import combinations, islice
from math import exp
from typing import Final

import numpy as np

from transtrack.names.index import find_key, fold, index_given, index_names, split_name
from transtrack.names.kinship import LIMIT, Costs, find_kinship
from transtrack.names.origin import cost_languages, is_foreign
from transtrack.names.reading import TARGETS, languages
from transtrack.names.respelled import load_respelled

ORTHOGRAPHIES: Final = dict(
    zip(TARGETS, ("German", "English", "French", "Polish", "scholarly"), strict=True)
)
_PARTICLES: Final = frozenset(
    ["al", "el", "as", "ad", "ar", "at", "az", "an", "bin", "ibn", "ben"]
)
_JUNIOR: Final = frozenset(("jr", "jr.", "sr", "sr.", "junior", "senior"))
_EVEN: Final = 2.6  # nats at which same and different are equally likely, for one word
_MORE: Final = 3.5  # nats more for each further word that differs: chance makes no two alike
_EQUAL: Final = 1.5  # nats more for each word that is equal
_SLOPE: Final = 2.5  # how fast the odds fall with each nat
_EXTRA: Final = 0.8  # nats for a word that only one of the names has
_COGNATE: Final = 1.4  # nats for cognates (Volodymyr, Vladimir) before the same surname
_NATIVE: Final = 0.5  # nats for each nat that both words look like native names more
_GENDER: Final = 2.0  # nats
_MOST_WAYS: Final = 1000  # to leave words of a name out; 13 of which 5 are kept have 1,287
_SHOWN: Final = 40  # letters of a word in a reason
_SHORT: Final = 3  # letters of a given name cut short
_SURE, _UNSURE = 0.995, 0.4


class Verdict(StrEnum):
    """What can be said of two spellings."""

    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The verdict on two spellings, the probability that they are one name, and why."""

    verdict: Verdict
    probability: float
    reason: str


def compare(one: str, other: str) -> Comparison:
    """The comparison of two spellings of names, of one word or several."""
    first, second = fold(one), fold(other)
    if not first or not second:
        return _verdict(0.0, "one of them is empty", unknown=True)
    if not _words(first) or not _words(second):
        return _verdict(0.0, "one of them has no word in it", unknown=True)
    if _plain(first) == _plain(second):
        return _verdict(_SURE, "the same letters")
    known = _compare_known(first, second)
    if known is not None:
        return known
    small = one.casefold(), other.casefold()
    words = _words(small[0]), _words(small[1])
    if len(words[0]) != len(words[1]):
        joined = _words(small[0].replace("-", "")), _words(small[1].replace("-", ""))
        if len(joined[0]) != len(joined[1]):
            return _compare_lengths(*sorted(words, key=len))
        words = joined
    return _compare_words(words[0], words[1], 0.0)


@lru_cache(maxsize=1 << 16)
def are_same(one: str, other: str) -> bool:
    """Whether `compare` calls two words the same; sooner, as it follows no dearer reading."""
    if fold(one) == fold(other):
        return bool(_words(fold(one)))
    if len(split_name(one)) != 1 or len(split_name(other)) != 1:
        return compare(one, other).verdict is Verdict.SAME
    costs, _ = _compare_word(one.casefold(), other.casefold(), _EVEN)
    return costs is not None and compare(one, other).verdict is Verdict.SAME


def _plain(name: str) -> list[str]:
    return [word.strip(".,'") for word in split_name(name)]


def _words(name: str) -> list[str]:
    every = [word for word in _plain(name) if word]
    words = [word for word in every if word not in _JUNIOR] or every
    return [word for word in words if word not in _PARTICLES] or words


def _verdict(probability: float, reason: str, *, unknown: bool = False) -> Comparison:
    verdict = Verdict.SAME if probability >= 0.5 else Verdict.DIFFERENT  # noqa: PLR2004 - even
    if unknown or _UNSURE <= probability < 0.5:  # noqa: PLR2004
        verdict = Verdict.UNKNOWN
    return Comparison(verdict=verdict, probability=probability, reason=reason)


def _compare_known(first: str, second: str) -> Comparison | None:
    """The same if the list of well-known names has both as forms of one."""
    shared = _known(first) & _known(second)
    return _verdict(_SURE, f"both are forms of {min(shared)[1]}") if shared else None


@lru_cache(maxsize=1 << 14)
def _known(name: str) -> frozenset[tuple[str, str]]:
    return frozenset(
        (item.entry.language, item.original)
        for language in ("de", "en")
        for item in index_names(language).get(find_key(name), ())
    )


@lru_cache(maxsize=1 << 14)
def _given(word: str) -> frozenset[tuple[str, str, str]]:
    return frozenset(
        (item.entry.group, item.entry.language, item.original)
        for language in ("de", "en")
        for item in index_given(language).get(word, ())
    ) or load_respelled().get(word, frozenset())


def _compare_words(one: Sequence[str], other: Sequence[str], extra: float) -> Comparison:
    total: Costs | None = None
    cognates = []
    for a, b in zip(one, other, strict=True):
        costs, cognate = _compare_word(a, b)
        if costs is None:
            return _verdict(0.01, f"no original is spelled both {a[:_SHOWN]} and {b[:_SHOWN]}")
        total = costs if total is None else total + costs
        if cognate:
            cognates.append(f"{a} and {b}")
    assert total is not None  # noqa: S101 - names have words
    least = float(total.min()) + extra
    if cognates:
        reason = f"{', '.join(cognates)} are forms of a given name that are not the same"
        if len(cognates) == len(one):
            return _verdict(0.02, reason)
        return _verdict(_probability(least + _COGNATE, one, other), reason)
    probability = _probability(least, one, other)
    if probability < _UNSURE:
        return _verdict(probability, "no likely original is spelled both ways")
    return _verdict(probability, _explain(total, least))


def _probability(cost: float, one: Sequence[str], other: Sequence[str]) -> float:
    """The probability of one name behind the words, by what reading them as one costs."""
    equal = sum(
        fold(a) == fold(b) or bool(_given(fold(a)) & _given(fold(b)))
        for a, b in zip(one, other, strict=True)
    )
    even = _EVEN + _EQUAL * equal + _MORE * max(len(one) - equal - 1, 0)
    return _SURE / (1 + exp(_SLOPE * (cost - even)))


def _explain(total: Costs, least: float) -> str:
    if not least:
        return "the same words"
    place = np.unravel_index(int(total.argmin()), total.shape)
    language = languages()[place[0]]
    first, second = (ORTHOGRAPHIES[TARGETS[at]] for at in place[1:])
    spelled = f"{first} and {second} spelling" if first != second else f"{first} spelling"
    return f"one original ({language}) can be written both ways: {spelled}"


@lru_cache(maxsize=1 << 15)
def _compare_word(one: str, other: str, limit: float = LIMIT) -> tuple[Costs | None, bool]:
    """What one original for both words costs, if less than `limit`; whether they are cognates."""
    plain = fold(one), fold(other)
    if plain[0] == plain[1]:
        return find_kinship(one, one), False
    first, second = _given(plain[0]), _given(plain[1])
    if first and second:
        same = {item[1:] for item in first} & {item[1:] for item in second}
        cognate = {item[0] for item in first} & {item[0] for item in second}
        return find_kinship(one, one) if same or cognate else None, bool(cognate and not same)
    kinship = _relate(one, other, limit)
    if kinship is None and (first or second) and _is_short_for(*plain):
        return find_kinship(one, one), True
    return kinship, False


def _is_short_for(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORT and long.startswith(short)


def _relate(one: str, other: str, limit: float) -> Costs | None:
    """What one original for two words that differ costs, with what their letters tell."""
    plain = fold(one), fold(other)
    kinship = find_kinship(*plain, limit)
    if plain != (one, other) and (marked := find_kinship(one, other, limit)) is not None:
        kinship = marked if kinship is None else np.minimum(kinship, marked)
    if kinship is None:
        return None
    native = -max(is_foreign(plain[0]), is_foreign(plain[1]))
    extra = max(native, 0.0) * _NATIVE + (_GENDER if _differ_in_gender(*plain) else 0.0)
    among = (cost_languages(plain[0]) + cost_languages(plain[1])) / 2
    total: Costs = (kinship + among + extra).astype(np.float32)
    return total


def _differ_in_gender(one: str, other: str) -> bool:
    """Whether one ends as Slavic women's surnames do and the other as men's."""
    ends = one[-1] == "a", other[-1] == "a"
    if ends[0] == ends[1]:
        return False
    man = other if ends[0] else one
    return man[-1] not in "aeou"


def _compare_lengths(short: Sequence[str], long: Sequence[str]) -> Comparison:
    """Names of which one has words more: the surname must be there, the rest in order."""
    best = _verdict(0.01, "one has words that the other lacks")
    if len(short) == 1:
        found = _compare_words(short, long[-1:], _EVEN)
        return found if found.probability > best.probability else best
    for kept in islice(combinations(long, len(short)), _MOST_WAYS):
        found = _compare_words(short, kept, _EXTRA)
        if found.probability > best.probability:
            best = found
    return best
