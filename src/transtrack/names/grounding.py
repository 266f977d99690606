"""Which words of a translation stand on words of its original, and which have been translated."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import regex

from transtrack.lexicon import Lexicon, Side, find_same, look_up
from transtrack.model import Bead, Bitext, Document
from transtrack.names.compare import are_same
from transtrack.names.index import coarsen, find_key, fold, index_names, squeeze
from transtrack.names.known import load_common, load_function_words

_TOKEN: Final = regex.compile(r"[\p{L}\p{M}'’ʼ]+")
_ENDINGS: Final = ("s", "es", "n", "er", "ern", "ers", "in")  # of German names and people
_FORMS: Final = {"en": ("s",), "de": ("s", "es", "n", "en", "e", "er", "ern")}
_CALENDAR: Final = regex.compile(  # of German, in which every noun has a capital
    r"(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|januar|jänner|februar|märz"
    r"|april|mai|juni|juli|august|september|oktober|november|dezember"
)
_MARKS: Final = {ord(mark): None for mark in "-'"}
_MIN: Final = 3  # letters from which a beginning counts as the same word


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounding:
    """For a bitext: words of the target, in lower case, by what they stand on.

    `common` are no names: `explained` ones, which are translated or stand in lower case
    elsewhere, and dictionary words that the source does not have. `pairs` are
    the (source, target) words that a lexicon knows as translations, `known` and `words` the
    source and target words that it has, `names` the capitalised ones that are the same in both.
    """

    common: frozenset[str]
    explained: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    known: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]


def find_tokens(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [token.lower() for token in _TOKEN.findall(text)]


def sources_of(bitext: Bitext) -> dict[int, Bead]:
    """The bead of each target sentence."""
    return {index: bead for bead in bitext.beads for index in bead.target}


def ground(target: Document, source: Document | None, lexicon: Lexicon | None) -> Grounding:
    """The grounding of a text in its original, by a lexicon of both languages if there is one."""
    written = _words(target)
    words = {word.lower() for word in written}
    small = {word for word in written if word.islower()}
    capital = words - small
    originals: set[str] = set()
    pairs: frozenset[tuple[str, str]] = frozenset()
    known: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    if source is not None:
        written = _words(source)
        originals = {word.lower() for word in written}
        capital |= {word.lower() for word in written if word[0].isupper()}
    if source is not None and lexicon is not None:
        ordered = sorted(originals), sorted(words)
        found = look_up(lexicon, *ordered)
        pairs = frozenset((ordered[0][a], ordered[1][b]) for a, b in found.pairs.tolist())
        names = find_same(lexicon, capital)[1]
        stems = {word.removesuffix(end) for word in originals for end in _ENDINGS}
        known = _known(lexicon.source, stems | originals)
        common = _known(lexicon.target, words)
    translated = {b for a, b in pairs if b in capital and not is_kin(b, a)}
    explained = load_function_words() | small | translated
    common_words: frozenset[str] = frozenset()
    language = target.language.partition("-")[0]
    if language in _FORMS:
        foreign = capital - originals  # what stands there may be a name
        common_words = frozenset(word for word in foreign if is_dictionary_word(word, language))
    return Grounding(
        common=explained | common_words,
        explained=explained,
        pairs=pairs,
        known=known,
        words=common,
        names=names,
    )


def _words(document: Document) -> set[str]:
    return {word for item in document.sentences for word in _TOKEN.findall(item.plain)}


def _known(side: Side, words: set[str]) -> frozenset[str]:
    """Those of some words that a lexicon has."""
    ordered = list(words)
    found = side.find(ordered).tolist()
    return frozenset(word for word, at in zip(ordered, found, strict=True) if at >= 0)


def is_dictionary_word(word: str, language: str) -> bool:
    """Whether an English or German word in lower case, or what it is a form of, is no name.

    >>> is_dictionary_word("talks", "en"), is_dictionary_word("kyiv", "en")
    (True, False)
    >>> is_dictionary_word("jahren", "de"), is_dictionary_word("januar", "de")
    (True, True)
    """
    common = load_common(language)
    if word in common or (language == "de" and _CALENDAR.fullmatch(word)):
        return True
    return any(word.removesuffix(end) in common for end in _FORMS[language] if word.endswith(end))


@lru_cache(maxsize=1 << 16)
def is_kin(one: str, other: str) -> bool:
    """Whether two words in lower case are one name, endings aside, or forms of one place.

    >>> is_kin("merkel", "merkels"), is_kin("ryabkov", "rjabkow"), is_kin("moscow", "moskau")
    (True, True, True)
    """
    a, b = fold(one), fold(other)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) >= _MIN and long.startswith(short) and len(long) <= len(short) + 2:
        return True
    if _places(a) & _places(b) or (b.endswith("s") and _places(a) & _places(b[:-1])):
        return True
    if len(short) < _MIN or _near(a).isdisjoint(_near(b)):
        return False
    return are_same(one, other) or (b.endswith("s") and are_same(one, other.removesuffix("s")))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kin:
    """Words by what those that are kin have in common."""

    starts: dict[str, list[str]]
    places: dict[str, list[str]]
    coarse: dict[str, list[str]]


@lru_cache(maxsize=16)
def _index_kin(words: frozenset[str]) -> _Kin:
    kin = _Kin(starts={}, places={}, coarse={})
    for word in sorted(words):
        key = fold(word)
        kin.starts.setdefault(key[:_MIN], []).append(word)
        for place in _places(key) | (_places(key[:-1]) if key.endswith("s") else frozenset()):
            kin.places.setdefault(place, []).append(word)
        for near in _near(key):
            kin.coarse.setdefault(near, []).append(word)
    return kin


@lru_cache(maxsize=1 << 12)
def has_kin(word: str, words: frozenset[str]) -> bool:
    """Whether a word is kin, as `is_kin` has it, of one of some words, all in lower case."""
    kin, key = _index_kin(words), fold(word)
    found = dict.fromkeys(kin.starts.get(key[:_MIN], ()))
    for place in _places(key):
        found.update(dict.fromkeys(kin.places.get(place, ())))
    for near in _near(key):
        found.update(dict.fromkeys(kin.coarse.get(near, ())))
    return any(is_kin(word, other) for other in found)


@lru_cache(maxsize=1 << 15)
def _near(word: str) -> frozenset[str]:
    """The coarse letters of a word, and what is left of them without one that is not the first.

    Spellings of one name share some of these.
    """
    letters = coarsen(word).translate(_MARKS)
    fewer = (letters[:at] + letters[at + 1 :] for at in range(1, len(letters)))
    return frozenset([letters, *(squeeze(rest) for rest in fewer)])


@lru_cache(maxsize=1 << 15)
def _places(word: str) -> frozenset[str]:
    return frozenset(
        item.original
        for language in ("de", "en")
        for item in index_names(language).get(find_key(word), ())
    )
