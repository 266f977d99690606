"""Names of the source that the translation lacks, or has another name for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

import regex
from rapidfuzz.fuzz import ratio

from transtrack.model import Bead, Document, Finding, Location, Severity
from transtrack.names.article import Article
from transtrack.names.grounding import is_dictionary_word, is_kin
from transtrack.names.index import fold, index_given, index_names, index_surnames
from transtrack.names.known import load_common, load_exonyms
from transtrack.names.origin import score_native
from transtrack.names.plausible import load_model

_WORD: Final = regex.compile(r"[\p{L}\p{M}'’ʼ]+")
_LEADING: Final = regex.compile(r"[.!?:;\"“”„«»‘—–•][^\p{L}]*$")
_SHORTEST: Final = 3  # letters of a word that is looked at
_MOST: Final = 2  # words without counterpart; where there are more, the translation is free
_APART: Final = 0.4  # of a sentence's length, between a name and what stands for it
_FOREIGN: Final = 3.0  # nats from which a word that no list has is a name, not English
_CERTAIN: Final = 2  # rank of a word that is a name by itself
_PEOPLE: Final = ("er", "ern", "ers")  # Londoner
_ALIKE: Final = 70.0  # per cent of likeness from which it is a slip of the pen, not another name
_ROOT: Final = 5  # letters that a country and its people share: Schweden, Schwedin
_STEM: Final = 4  # letters that forms of one name share: Spanien, spanisch
_NAME: Final = 4.0  # nats from which an unknown word is taken for a name
_INSIDE: Final = 4  # letters from which a word inside another counts as it
MISMATCH: Final = "accuracy/mistranslation"
OMISSION: Final = "accuracy/omission"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a sentence: as written, where, and whether it begins the sentence."""

    text: str
    sentence: int
    start: int
    leads: bool

    @property
    def key(self) -> str:
        """The word in lower case."""
        return self.text.lower()


def find_absences(article: Article) -> Iterator[Finding]:
    """Findings for each bead with a name on the source side and another, or none, on this one.

    Only beads that hold a word that no word of the source explains are judged: the mismatch
    is reported there.
    """
    if article.source is None or not article.grounding.pairs:
        return
    for bead in dict.fromkeys(article.beads.values()):
        source = _words(article.source, bead.source)
        target = _words(article.target, bead.target)
        if not source:
            continue
        lost = [word for word in source if _is_lost(word, target, article)]
        strange = [word for word in target if _is_strange(word, source, article)]
        if 0 < len(lost) <= _MOST and 0 < len(strange) <= _MOST:
            yield from _report(article, lost, strange)
        elif not strange and bead.target:
            yield from _report_missing(article, bead, lost)


def _words(document: Document, indices: Sequence[int]) -> list[Word]:
    found = []
    for index in indices:
        text = document.sentences[index].plain
        for match in _WORD.finditer(text):
            leads = not match.start() or bool(_LEADING.search(text, 0, match.start()))
            found.append(Word(text=match[0], sentence=index, start=match.start(), leads=leads))
    return found


def _is_listed(word: str) -> bool:
    key = fold(word)
    return any(
        key in index(language)
        for index in (index_given, index_surnames, index_names)
        for language in ("de", "en")
    )


@lru_cache(maxsize=1 << 15)
def looks_like_name(word: str) -> float:
    """Evidence in nats that a German word in lower case is a name, not a noun or a compound."""
    names = max(score_native(word), load_model("to-german").score(word))
    return names - load_model("words-de").score(word)


def _is_lost(word: Word, target: Sequence[Word], article: Article) -> bool:
    """Whether a source word is a name, and no target word is it or translates it."""
    grounding, key = article.grounding, word.key
    if not word.text[0].isupper() or len(key) < _SHORTEST or key in load_common("de"):
        return False
    stem = key.removesuffix("s")
    sure = {key, stem} & grounding.names or _is_listed(key) or _is_listed(stem)
    if not sure and (key in grounding.known or looks_like_name(key) < _NAME or _is_compound(key)):
        return False
    if any(key.endswith(end) and key.removesuffix(end) in grounding.known for end in _PEOPLE):
        return False
    return not any(_meet(key, other.key, article) for other in target)


@lru_cache(maxsize=1 << 14)
def _is_compound(key: str) -> bool:
    """Whether a German word is two words of the dictionary in one."""
    common = load_common("de")
    for at in range(_SHORTEST, len(key) - _SHORTEST + 1):
        first, second = key[:at], key[at:]
        if second in common and any(
            part in common
            for part in (first, first.removesuffix("s"), first.removesuffix("n"), first + "e")
        ):
            return True
    return False


def _is_strange(word: Word, source: Sequence[Word], article: Article) -> bool:
    """Whether a target word is a name that no source word is or is translated by."""
    key = _stem(word)
    if not word.text[0].isupper() or word.leads or len(key) < _SHORTEST or word.text.isupper():
        return False
    if key in article.grounding.explained:
        return False
    return not any(_meet(other.key, key, article) for other in source)


def _stem(word: Word) -> str:
    return word.key.removesuffix("'s").removesuffix("’s")


def _rank(word: Word, article: Article) -> int:
    """How sure a target word is a name: 2 by itself, 1 if a listed name should be there, 0."""
    key = _stem(word)
    if key in _exonyms():
        return 0  # a finding of its own
    if key in article.grounding.names:
        return 0 if is_dictionary_word(key) else _CERTAIN
    if key in article.grounding.words or is_dictionary_word(key):
        return 1 if _is_listed(key) and not is_dictionary_word(key) else 0
    margin = score_native(key) - load_model("words-en").score(key)
    return _CERTAIN if _is_listed(key) or margin > _FOREIGN else 0


def _meet(source: str, target: str, article: Article) -> bool:
    if (source, target) in article.grounding.pairs or is_kin(target, source):
        return True
    short, long = sorted((fold(source), fold(target)), key=len)
    if len(short) >= _INSIDE and short in long:
        return True
    if short[:_STEM] == long[:_STEM]:
        return True
    return any(form.startswith(target[:_STEM]) for form in _places().get(source[:_ROOT], ()))


@lru_cache(maxsize=1)
def _exonyms() -> frozenset[str]:
    """German names of places that English calls by others, in lower case."""
    return frozenset(form.lower() for entry in load_exonyms() for form in entry.german)


@lru_cache(maxsize=1)
def _places() -> dict[str, tuple[str, ...]]:
    """English names of countries and towns by the first letters of the German ones."""
    found: dict[str, list[str]] = {}
    for entry in load_exonyms():
        for form in entry.german:
            words = [word.lower() for name in entry.english for word in name.split()]
            found.setdefault(form.lower()[:_ROOT], []).extend(words)
    return {root: tuple(words) for root, words in found.items()}


def _report(article: Article, lost: Sequence[Word], strange: Sequence[Word]) -> Iterator[Finding]:
    """Each strange word with the lost one that stands where it does."""
    for word in strange:
        share = _share(article.target, word)
        rank = _rank(word, article)
        near = [item for item in lost if abs(_share(article.source, item) - share) <= _APART]
        if rank < _CERTAIN:
            near = [item for item in near if rank and _is_listed(item.key)]
        if not near or any(ratio(item.key, word.key) >= _ALIKE for item in lost):
            continue
        other = min(near, key=lambda item: abs(_share(article.source, item) - share))
        sentence = article.target.sentences[word.sentence]
        span = sentence.locate(word.start, word.start + len(word.text))
        position = article.target.position(span.start)
        yield Finding(
            check="name-mismatch",
            severity=Severity.MAJOR,
            category=MISMATCH,
            message=f'"{word.text}" stands where the original has "{other.text}"',
            location=Location(
                path=article.target.path, span=span, line=position.line, column=position.column
            ),
        )


def _report_missing(article: Article, bead: Bead, lost: Sequence[Word]) -> Iterator[Finding]:
    """A finding for each full name of two lost words, at the first sentence of the target."""
    if article.source is None:
        return
    for first, last in pairwise(lost):
        text = article.source.sentences[first.sentence].plain
        adjacent = text[first.start + len(first.text) : last.start] == " "
        if first.sentence != last.sentence or not adjacent or first.leads:
            continue
        span = article.target.sentences[bead.target[0]].span
        position = article.target.position(span.start)
        yield Finding(
            check="name-missing",
            severity=Severity.MINOR,
            category=OMISSION,
            message=f'"{first.text} {last.text}" of the original is not here',
            location=Location(
                path=article.target.path, span=span, line=position.line, column=position.column
            ),
        )


def _share(document: Document | None, word: Word) -> float:
    if document is None:
        return 0.0
    return word.start / max(len(document.sentences[word.sentence].plain), 1)
