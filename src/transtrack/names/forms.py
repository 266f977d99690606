"""How one word of a name can be written elsewhere, each form with its cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp, log1p
from typing import Final

from transtrack.names.index import Index, fold, index_given, index_surnames
from transtrack.names.origin import GIVEN, PARTICLES, score_language
from transtrack.names.profiles import Profile, find_schemes
from transtrack.names.reading import LETTER, read_back
from transtrack.names.respelling import ABJADS, respell, vary

_SECOND: Final = 1.5  # nats for each scheme after the house's own
_SURNAME: Final = 5.0  # nats for the surname of somebody well known
_RANK: Final = 1.0  # nats for each form after the usual one
_VARIED: Final = 0.5  # nats for a form seen beside the scheme's, and its own cost
_CLOSE: Final = 2  # originals that are written by every scheme, not the house's alone
_TOKENS: Final = 6  # forms of one word that go into forms of the name


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of one word and -log of its share in what the word can stand for."""

    text: str
    original: str
    scheme: str
    cost: float


@lru_cache(maxsize=1 << 14)
def read_word(
    word: str, language: str, way: tuple[str, str], profile: Profile, *, last: bool, alone: bool
) -> tuple[Form, ...]:
    """The forms of one word if it is of this language, the likeliest first."""
    if word.lower() in PARTICLES:
        return (Form(text=word, original="", scheme="", cost=0.0),)
    costs: dict[str, Form] = {}
    for form in _forms(word, language, way, profile, given=not last or alone, surname=last):
        old = costs.get(form.text)
        if old is None:
            costs[form.text] = form
        else:
            better = min(old, form, key=lambda item: item.cost)
            costs[form.text] = replace(better, cost=-add_logs(-old.cost, -form.cost))
    ordered = sorted(costs.values(), key=lambda item: (item.cost, item.text))
    return tuple(ordered[:_TOKENS])


def _forms(
    word: str,
    language: str,
    way: tuple[str, str],
    profile: Profile,
    *,
    given: bool,
    surname: bool,
) -> Iterator[Form]:
    """By convention, where the house keeps them, or by every reading and scheme."""
    source, target = way
    if profile.conventions:
        if given:
            kept = list(_conventions(index_given(source), word, language, GIVEN, target))
            yield from kept
            if kept:
                return
        if surname:
            yield from _conventions(index_surnames(source), word, language, _SURNAME, target)
    if language in ABJADS and source != target:
        yield from _respell(word, language, way)
    else:
        yield from _write(word, language, way, profile)


def _conventions(
    index: Index, word: str, language: str, base: float, target: str
) -> Iterator[Form]:
    for item in index.get(fold(word), ()):
        if item.entry.language == language:
            for rank, text in enumerate(item.forms(target)):
                cost = base + _RANK * (item.rank + rank)
                yield Form(text=text, original=item.original, scheme="convention", cost=cost)


def _write(word: str, language: str, way: tuple[str, str], profile: Profile) -> Iterator[Form]:
    """Every likely original of a word as the schemes write it, the house's own first."""
    schemes = find_schemes(language, way[1], profile)
    for number, original in enumerate(read_back(word.lower(), language, way[0])):
        name = capitalise(original.text)
        for rank, scheme in enumerate(schemes if number < _CLOSE else schemes[:1]):
            text = _like(word, capitalise(scheme.spell(original.text)))
            cost = original.cost + _SECOND * rank
            yield Form(text=text, original=name, scheme=scheme.name, cost=cost)
        if not number and schemes:
            for varied, extra in vary(original.text, schemes[0]):
                yield Form(
                    text=_like(word, capitalise(varied)),
                    original=name,
                    scheme=schemes[0].name,
                    cost=original.cost + _VARIED + extra,
                )


def _respell(word: str, language: str, way: tuple[str, str]) -> Iterator[Form]:
    """Forms of a name whose vowels its original does not tell: they stay as they are spelled."""
    target = way[1]
    if target != "en" or not read_back(word.lower(), language, way[0]):
        return
    for text, cost in respell(word.lower(), language):
        total = cost - LETTER * score_language(text, language)
        yield Form(
            text=_like(word, capitalise(text)),
            original="",  # what it leaves out cannot be told from here
            scheme=f"{language}-{target}",
            cost=total,
        )


def capitalise(text: str) -> str:
    """The text with a capital first letter, the rest as it is.

    >>> capitalise("al-khatib"), capitalise("o’neill")
    ('Al-khatib', 'O’neill')
    """
    return text[:1].title() + text[1:]  # title: Georgian has capitals that nobody writes


def _like(word: str, text: str) -> str:
    return text.upper() if word.isupper() and len(word) > 1 else text


def add_logs(one: float, other: float) -> float:
    """log(exp(one) + exp(other))."""
    high, low = max(one, other), min(one, other)
    return high + log1p(exp(low - high))
