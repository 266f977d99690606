"""The right form of a name in another language, from a spelling that is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import exp
from typing import Final

from transtrack.names.forms import Form, add_logs, read_word
from transtrack.names.index import (
    Convention,
    find_key,
    index_names,
    split_name,
)
from transtrack.names.origin import prior, rank_languages
from transtrack.names.profiles import PRESS, Profile

_KNOWN: Final = 0.97  # share of whole names on the list that mean who is listed
_NAMES: Final = 200  # combinations looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A form, what it is written from, by which scheme, and how probable it is."""

    text: str
    original: str
    language: str
    scheme: str
    probability: float


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
) -> list[tuple[Form, ...]]:
    last = len(words) - 1
    return [
        read_word(word, language, way, profile, last=at == last, alone=not last)
        for at, word in enumerate(words)
    ]


def _evidence(forms: Sequence[Form]) -> float:
    """-log of what all forms together hold."""
    total = -forms[0].cost
    for form in forms[1:]:
        total = add_logs(total, -form.cost)
    return -total


def _combine(
    words: Sequence[Sequence[Form]],
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
