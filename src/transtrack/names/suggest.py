"""The right form of a name in another language, from a spelling that is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, product
from math import exp, log1p
from typing import Final

from transtrack.names.index import (
    Convention,
    Index,
    find_key,
    fold,
    index_given,
    index_names,
    index_surnames,
    split_name,
)
from transtrack.names.origin import GIVEN, PARTICLES, prior, rank_languages
from transtrack.names.plausible import load_model
from transtrack.names.profiles import PRESS, Profile, find_schemes
from transtrack.names.reading import LETTER, read_back
from transtrack.names.respelling import ABJADS, respell, vary

_SECOND: Final = 1.5  # nats for each scheme after the house's own
_SURNAME: Final = 5.0  # nats for the surname of somebody well known
_RANK: Final = 1.0  # nats for each form after the usual one
_KNOWN: Final = 0.97  # share of whole names on the list that mean who is listed
_VARIED: Final = 0.5  # nats for a form seen beside the scheme's, and its own cost
_CLOSE: Final = 2  # originals that are written by every scheme, not the house's alone
_TOKENS: Final = 6  # forms of one word that go into forms of the name
_NAMES: Final = 200  # combinations looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A form, what it is written from, by which scheme, and how probable it is."""

    text: str
    original: str
    language: str
    scheme: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """A form of one word and -log of its share in what the word can stand for."""

    text: str
    original: str
    scheme: str
    cost: float


def suggest(
    name: str,
    *,
    source: str = "de",
    target: str = "en",
    language: str | None = None,
    profile: Profile = PRESS,
    limit: int = 5,
) -> tuple[Suggestion, ...]:
    """Forms of a name in another orthography than its spelling's, the likeliest first.

    `source` and `target` are orthographies (of TARGETS), `language` is the original's if it is
    known. Probabilities are shares among all readings; empty where there is none.
    """
    items = index_names(source).get(find_key(name), ()) if profile.conventions else ()
    if any(item.forms(target) for item in items):
        return _known(items, target, limit)
    words, gaps = _split(name)
    if not words:
        return ()
    found: dict[str, Suggestion] = {}
    tried = (language,) if language else rank_languages(words, source)
    shares = {item: _read_words(words, item, (source, target), profile) for item in tried}
    weights = {
        item: prior(item) - sum(_evidence(forms) for forms in shares[item])
        for item in tried
        if all(shares[item])
    }
    if not weights:
        return ()
    top = max(weights.values())
    total = sum(exp(weight - top) for weight in weights.values())
    for item, weight in weights.items():
        share = exp(weight - top) / total
        for texts, originals, scheme, cost in _combine(shares[item]):
            text = _join(texts, gaps)
            probability = share * exp(-cost)
            old = found.get(text)
            if old is None or probability > old.probability:
                head = (_join(originals, gaps) if all(originals) else "", item, scheme)
            else:
                head = (old.original, old.language, old.scheme)
            found[text] = Suggestion(
                text=text,
                original=head[0],
                language=head[1],
                scheme=head[2],
                probability=probability + (old.probability if old else 0.0),
            )
    ordered = sorted(found.values(), key=lambda item: (-item.probability, item.text))
    return tuple(ordered[:limit])


def _known(items: Sequence[Convention], target: str, limit: int) -> tuple[Suggestion, ...]:
    item = min(items, key=lambda found: found.rank)
    forms = item.forms(target)
    weights = [0.5**rank for rank in range(len(forms))]
    return tuple(
        Suggestion(
            text=form,
            original=item.original,
            language=item.entry.language,
            scheme="convention",
            probability=_KNOWN * weight / sum(weights),
        )
        for form, weight in islice(zip(forms, weights, strict=True), limit)
    )


def _split(name: str) -> tuple[list[str], list[str]]:
    """The words of a name, and what stands before, between and behind them."""
    words = split_name(name)
    gaps, at = [], 0
    for word in words:
        start = name.index(word, at)
        gaps.append(name[at:start])
        at = start + len(word)
    return words, [*gaps, name[at:]]


def _join(words: Sequence[str], gaps: Sequence[str]) -> str:
    return "".join(f"{gap}{word}" for gap, word in zip(gaps, words, strict=False)) + gaps[-1]


def _read_words(
    words: Sequence[str], language: str, way: tuple[str, str], profile: Profile
) -> list[tuple[_Form, ...]]:
    last = len(words) - 1
    return [
        _read_word(word, language, way, profile, last=at == last, alone=not last)
        for at, word in enumerate(words)
    ]


@lru_cache(maxsize=1 << 14)
def _read_word(
    word: str, language: str, way: tuple[str, str], profile: Profile, *, last: bool, alone: bool
) -> tuple[_Form, ...]:
    """The forms of one word if it is of this language, the likeliest first."""
    if word.lower() in PARTICLES:
        return (_Form(text=word, original="", scheme="", cost=0.0),)
    costs: dict[str, _Form] = {}
    for form in _forms(word, language, way, profile, given=not last or alone, surname=last):
        old = costs.get(form.text)
        if old is None:
            costs[form.text] = form
        else:
            better = min(old, form, key=lambda item: item.cost)
            costs[form.text] = replace(better, cost=-_add_logs(-old.cost, -form.cost))
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
) -> Iterator[_Form]:
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
) -> Iterator[_Form]:
    for item in index.get(fold(word), ()):
        if item.entry.language == language:
            for rank, text in enumerate(item.forms(target)):
                cost = base + _RANK * (item.rank + rank)
                yield _Form(text=text, original=item.original, scheme="convention", cost=cost)


def _write(word: str, language: str, way: tuple[str, str], profile: Profile) -> Iterator[_Form]:
    """Every likely original of a word as the schemes write it, the house's own first."""
    schemes = find_schemes(language, way[1], profile)
    for number, original in enumerate(read_back(word.lower(), language, way[0])):
        name = capitalise(original.text)
        for rank, scheme in enumerate(schemes if number < _CLOSE else schemes[:1]):
            text = _like(word, capitalise(scheme.spell(original.text)))
            cost = original.cost + _SECOND * rank
            yield _Form(text=text, original=name, scheme=scheme.name, cost=cost)
        if not number and schemes:
            for varied, extra in vary(original.text, schemes[0]):
                yield _Form(
                    text=_like(word, capitalise(varied)),
                    original=name,
                    scheme=schemes[0].name,
                    cost=original.cost + _VARIED + extra,
                )


def _respell(word: str, language: str, way: tuple[str, str]) -> Iterator[_Form]:
    """Forms of a name whose vowels its original does not tell: they stay as they are spelled."""
    target = way[1]
    if target != "en" or not read_back(word.lower(), language, way[0]):
        return
    model = load_model(f"as-{language}")
    for text, cost in respell(word.lower(), language):
        total = cost - LETTER * model.score(text)
        yield _Form(
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


def _add_logs(one: float, other: float) -> float:
    high, low = max(one, other), min(one, other)
    return high + log1p(exp(low - high))


def _evidence(forms: Sequence[_Form]) -> float:
    """-log of what all forms together hold."""
    total = -forms[0].cost
    for form in forms[1:]:
        total = _add_logs(total, -form.cost)
    return -total


def _combine(
    words: Sequence[Sequence[_Form]],
) -> Iterator[tuple[list[str], list[str], str, float]]:
    """Every combination of the words' forms, and -log of its share among them."""
    bases = [_evidence(forms) for forms in words]
    for forms in islice(product(*words), _NAMES):
        cost = sum(form.cost - base for form, base in zip(forms, bases, strict=True))
        texts = [form.text for form in forms]
        originals = [form.original for form in forms]
        if not all(originals):
            originals = [""]
        scheme = next((form.scheme for form in reversed(forms) if form.scheme), "")
        yield texts, originals, scheme, cost
