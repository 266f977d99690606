"""Whether a spelling is one that another language's press writes, by the name alone."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from transtrack.names.index import Convention, find_key, fold, index_given, index_names, split_name
from transtrack.names.known import load_homely
from transtrack.names.letters import score_as
from transtrack.names.origin import score_native
from transtrack.names.profiles import PRESS, Profile
from transtrack.names.suggest import Suggestion, suggest

LIMIT: Final = 0.5  # evidence from which a name alone is called wrong
_ALONE: Final = 6.0  # nats that a single word, without a given name beside it, is short of
_GIVEN: Final = 4.0  # nats for a given name that only the other press writes so
_LISTED: Final = 20.0  # nats for a whole name on the list of well-known ones
_WEAK: Final = -30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a spelling looks like: `evidence` in nats for the other press against all else.

    `suggestions` are what English writes instead; none where the spelling is English, too.
    """

    evidence: float
    suggestions: tuple[Suggestion, ...] = ()
    exonym: bool = False

    @property
    def wrong(self) -> bool:
        """Whether the name alone is enough to call the spelling wrong in English."""
        return self.evidence >= LIMIT and bool(self.suggestions)


@lru_cache(maxsize=1 << 13)
def judge(name: str, profile: Profile = PRESS) -> Judgement:
    """The judgement on a name in an English text whose original is German."""
    key = find_key(name)
    known = index_names("de").get(key, ())
    if key in index_names("en") or any(_holds(key, item) for item in known):
        return Judgement(evidence=_WEAK)
    key = fold(name)
    known = tuple(item for item in known if item.entry.kind != "exonym" or _is_form(name, item))
    if known:
        return Judgement(
            evidence=_LISTED,
            suggestions=suggest(name, profile=profile),
            exonym=any(item.entry.kind == "exonym" for item in known),
        )
    words = [word.lower() for word in split_name(name)]
    evidence = measure(words)
    if evidence < LIMIT - _GIVEN * len(words):
        return Judgement(evidence=evidence)
    found = suggest(name, profile=profile)
    differing = tuple(item for item in found if fold(item.text) != key)
    if not found or found[0] not in differing:
        return Judgement(evidence=evidence)
    return Judgement(evidence=evidence, suggestions=differing)


def _is_form(name: str, known: Convention) -> bool:
    """Whether a name is a German form to the letter: Brunn is not Brünn."""
    return any(
        unicodedata.normalize("NFC", name).casefold() == form.casefold()
        for form in known.forms("de")
    )


def _holds(key: str, known: Convention) -> bool:
    """Whether a name is an English form with a word more."""
    words = key.split()
    return any(set(find_key(form).split()) < set(words) for form in known.forms("en"))


def measure(words: list[str]) -> float:
    """Evidence in nats that words in lower case are names as the German press writes them.

    The letters as of names transliterated into German, against those of names transliterated
    into English or at home in a language that English does not transliterate; and what the
    given names tell.
    """
    total = sum(_weigh(word) for word in words[-1:])
    for word in words[:-1]:
        letters = _weigh(word)
        key = fold(word)
        given = key in index_given("de") and key not in index_given("en")
        if given:
            letters = (letters if key in load_homely() else max(letters, 0.0)) + _GIVEN
        total += letters
    return total - (_ALONE if len(words) == 1 else 0.0)


@lru_cache(maxsize=1 << 15)
def _weigh(word: str) -> float:
    return score_as(word, "to-german") - max(score_native(word), score_as(word, "to-english"))
