"""Names of the source that the translation lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

import regex

from transtrack.model import Bead, Document, Finding, Location, Severity
from transtrack.names.article import Article
from transtrack.names.grounding import is_kin
from transtrack.names.index import find_places, fold, is_listed
from transtrack.names.known import load_common
from transtrack.names.letters import load_table, score_as
from transtrack.names.origin import score_native

_WORD: Final = regex.compile(r"[\p{L}\p{M}'’ʼ]+")
_LEADING: Final = regex.compile(r"[.!?:;\"“”„«»‘—–•]")
_SHORTEST: Final = 3  # letters of a word that is looked at
_MOST: Final = 2  # words without counterpart; where there are more, the translation is free
_FOREIGN: Final = 3.0  # nats from which a word that no list has is a name, not English
_PEOPLE: Final = ("er", "ern", "ers")  # Londoner
_ALIKE: Final = 70.0  # per cent of likeness from which it is a slip of the pen, not another name
_STEM: Final = 4  # letters that forms of one name share: Spanien, spanisch
_NAME: Final = 4.0  # nats from which an unknown word is taken for a name
_INSIDE: Final = 4  # letters from which a word inside another counts as it
MISMATCH: Final = "accuracy/mistranslation"
OMISSION: Final = "accuracy/omission"


class Word(NamedTuple):  # an article has a thousand of them
    """A word of a sentence: as written, in lower case, where, and where the word before ends."""

    text: str
    key: str
    sentence: int
    start: int
    before: int


def find_missing(article: Article) -> Iterator[Finding]:
    """A finding for each full name of the original that the sentences rendering it lack.

    Two capitalised words side by side, both names without counterpart; silent where the
    translation has a name there that the original does not explain, which is another finding.
    """
    if article.source is None or not article.grounding.pairs:
        return
    found = []
    for bead in dict.fromkeys(article.beads.values()):
        source = _words(article.source, bead.source)
        candidates = [pair for pair in pairwise(source) if _are_full_name(article, *pair)]
        if candidates:
            found.append((bead, source, candidates))
    words = {word.key for _, _, pairs in found for pair in pairs for word in pair}
    load_table().prepare(words - load_common("de"))
    for bead, source, candidates in found:
        target = _words(article.target, bead.target)
        for first, last in candidates:
            if not all(_is_lost(word, target, article) for word in (first, last)):
                continue
            if not any(_is_strange(word, source, article) for word in target):
                yield _report(article, bead, f"{first.text} {last.text}")


def _are_full_name(article: Article, first: Word, last: Word) -> bool:
    """Whether two words stand side by side with capitals, not at a sentence's beginning."""
    if article.source is None or first.sentence != last.sentence:
        return False
    if not (first.text[0].isupper() and last.text[0].isupper()) or _leads(article.source, first):
        return False
    text = article.source.sentences[first.sentence].plain
    return text[first.start + len(first.text) : last.start] == " "


def _leads(document: Document, word: Word) -> bool:
    """Whether it begins its sentence, or stands behind a mark that a sentence may begin after."""
    text = document.sentences[word.sentence].plain
    return not word.start or bool(_LEADING.search(text, word.before, word.start))


def _words(document: Document, indices: Sequence[int]) -> list[Word]:
    found = []
    for index in indices:
        before = 0
        for match in _WORD.finditer(document.sentences[index].plain):
            text = match[0]
            found.append(Word(text, text.lower(), index, match.start(), before))
            before = match.end()
    return found


@lru_cache(maxsize=1 << 15)
def looks_like_name(word: str) -> float:
    """Evidence in nats that a German word in lower case is a name, not a noun or a compound."""
    return max(score_native(word), score_as(word, "to-german")) - score_as(word, "words-de")


def _is_lost(word: Word, target: Sequence[Word], article: Article) -> bool:
    """Whether a source word is a name, and no target word is it or translates it."""
    grounding, key = article.grounding, word.key
    if not word.text[0].isupper() or len(key) < _SHORTEST or key in load_common("de"):
        return False
    stem = key.removesuffix("s")
    sure = {key, stem} & grounding.names or is_listed(key) or is_listed(stem)
    if not sure and (key in grounding.known or looks_like_name(key) < _NAME or is_compound(key)):
        return False
    if any(key.endswith(end) and key.removesuffix(end) in grounding.known for end in _PEOPLE):
        return False
    return not any(_meet(key, other.key, article) for other in target)


@lru_cache(maxsize=1 << 14)
def is_compound(key: str) -> bool:
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
    if not word.text[0].isupper() or len(key) < _SHORTEST or word.text.isupper():
        return False
    if key in article.grounding.explained or _leads(article.target, word):
        return False
    return not any(_meet(other.key, key, article) for other in source)


def _stem(word: Word) -> str:
    return word.key.removesuffix("'s").removesuffix("’s")


def _meet(source: str, target: str, article: Article) -> bool:
    if (source, target) in article.grounding.pairs or is_kin(target, source):
        return True
    short, long = sorted((fold(source), fold(target)), key=len)
    if len(short) >= _INSIDE and short in long:
        return True
    if short[:_STEM] == long[:_STEM]:
        return True
    return any(form.startswith(target[:_STEM]) for form in find_places(source))


def _report(article: Article, bead: Bead, name: str) -> Finding:
    span = article.target.sentences[bead.target[0]].span
    position = article.target.position(span.start)
    return Finding(
        check="name-missing",
        severity=Severity.MINOR,
        category=OMISSION,
        message=f'"{name}" of the original is not here',
        location=Location(
            path=article.target.path, span=span, line=position.line, column=position.column
        ),
    )
