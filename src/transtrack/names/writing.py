"""The right form of a name from the original in its own script."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import exp
from typing import Final

from transtrack.names.index import split_name
from transtrack.names.known import Entry, load_exonyms, load_given, load_known
from transtrack.names.origin import prior
from transtrack.names.originals import SCRIPTS
from transtrack.names.plausible import END, START, load_model
from transtrack.names.profiles import PRESS, Profile, find_schemes
from transtrack.names.scheme import romanise
from transtrack.names.suggest import Suggestion

_FAR: Final = 4.0  # nats; a language so far behind the likeliest is left out
_GIVEN: Final = 3.0  # nats for a given name that the language's list has
_NEXT: Final = (
    0.25  # what each further scheme, or form by convention, counts beside the one before
)
_CONVENTION: Final = "convention"


def is_original(name: str) -> bool:
    """Whether a name is in the letters of a language that schemes write letter by letter."""
    return bool(_rank(name))


def write(
    name: str, *, target: str = "en", language: str | None = None, profile: Profile = PRESS
) -> tuple[Suggestion, ...]:
    """How an orthography writes a name that is given in its own script, the likeliest first.

    Well-known names, given names and surnames by convention where the profile keeps them, the
    rest by each scheme, the house's own first. Without `language` all are tried whose names look
    so. Empty where none has such letters.
    """
    weights = {language: 0.0} if language else _rank(name)
    found: dict[str, Suggestion] = {}
    total = sum(map(exp, weights.values()))
    for tag, weight in weights.items():
        forms = _forms(name, tag, target, profile)
        shares = [_NEXT**rank for rank in range(len(forms))]
        for (text, scheme), share in zip(forms, shares, strict=True):
            probability = exp(weight) / total * share / sum(shares)
            old = found.get(text)
            found[text] = Suggestion(
                text=text,
                original=name,
                language=old.language if old else tag,
                scheme=old.scheme if old else scheme,
                probability=probability + (old.probability if old else 0.0),
            )
    return tuple(sorted(found.values(), key=lambda item: (-item.probability, item.text)))


def _rank(name: str) -> dict[str, float]:
    """The languages whose names look so, with the weight of each in nats."""
    words = [word.lower() for word in split_name(name)]
    found = {}
    for tag in sorted(SCRIPTS):
        model = load_model(tag)
        letters = model.after("")
        if words and all(letter in letters for word in words for letter in word):
            cost = sum(model.cost(START, word + END) for word in words)
            known = sum((tag, word) in _given() for word in words)
            found[tag] = prior(tag) - cost + _GIVEN * known
    best = max(found.values(), default=0.0)
    return {tag: weight - best for tag, weight in found.items() if weight >= best - _FAR}


def _forms(name: str, language: str, target: str, profile: Profile) -> list[tuple[str, str]]:
    """The forms with the schemes that make them, the likeliest first, each once."""
    whole = _conventions().get((language, name.casefold())) if profile.conventions else None
    if whole:
        return [(form, _CONVENTION) for form in whole.forms(target)]
    words = split_name(name)
    kept = [
        _find_kept(word, language, target, last=at == len(words) - 1, alone=len(words) == 1)
        if profile.conventions
        else ""
        for at, word in enumerate(words)
    ]
    forms: dict[str, str] = {}
    for scheme in find_schemes(language, target, profile):
        text, at = "", 0
        for word, form in zip(words, kept, strict=True):
            start = name.index(word, at)
            text += name[at:start] + (form or romanise(word, scheme))
            at = start + len(word)
        forms.setdefault(text + name[at:], scheme.name)
    return list(forms.items())


def _find_kept(word: str, language: str, target: str, *, last: bool, alone: bool) -> str:
    """The form of a word by convention: a given name, or the surname of somebody well known."""
    key = language, word.casefold()
    entry = (_surnames() if last and not alone else _given()).get(key)
    form = next(iter(entry.forms(target)), "") if entry else ""
    return split_name(form)[-1] if form and entry and entry.kind == "person" else form


Known = dict[tuple[str, str], Entry]


@lru_cache(maxsize=1)
def _conventions() -> Known:
    """Well-known people and places by language and original; exonyms under every language."""
    exonyms = (entry._replace(language=tag) for entry in load_exonyms() for tag in sorted(SCRIPTS))
    return _file((entry, entry.original) for entry in (*load_known(), *exonyms))


@lru_cache(maxsize=1)
def _surnames() -> Known:
    people = (entry for entry in load_known() if entry.kind == "person")
    return _file((entry, split_name(entry.original)[-1]) for entry in people)


@lru_cache(maxsize=1)
def _given() -> Known:
    return _file((entry, entry.original) for entry in load_given())


def _file(items: Iterable[tuple[Entry, str]]) -> Known:
    """Entries by language and original, the first of each."""
    found: Known = {}
    for entry, original in items:
        found.setdefault((entry.language, original.casefold()), entry)
    return found
