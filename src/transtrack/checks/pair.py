"""What a check sees of a bead: both sides as plain text, their words, and which of them meet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

import numpy as np
import regex

from transtrack.lexicon import Lexicon, find_lexicon, find_listed, find_same, look_up
from transtrack.model import Bitext, BlockKind, Document
from transtrack.text.sentences import split

_WORD: Final = regex.compile(r"(?:\p{L}\p{M}*)+|\p{Nd}+(?:[.,:]\p{Nd}+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word or number: as written, in lower case, its place in the side's text, its sentence."""

    text: str
    key: str
    start: int
    end: int
    sentence: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)  # the same only as itself: cached by
class Side:
    """One side of a bead: its sentences as a reader sees them, a space between.

    `bounds[k]` is where sentence k stands in `text`; `written` is the same with its markup.
    """

    language: str
    text: str
    bounds: tuple[tuple[int, int], ...]
    words: tuple[Word, ...]
    written: tuple[str, ...]
    kind: BlockKind

    def sentence(self, number: int) -> str:
        """The text of a sentence of the bead, by its number in the bead."""
        start, end = self.bounds[number]
        return self.text[start:end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the source language and the forms that may render it, the preferred one first."""

    source: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What a lexicon tells of an article's words in lower case.

    `forth` are the translations of each source word that the target has, `source` and `target`
    the words it knows, `same` those that may stay what they are, `stays` those that mostly do,
    `listed` the source words that it has in a form of theirs. `capital` are the words that the
    whole original has with a capital.
    """

    forth: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source: frozenset[str] = frozenset()
    target: frozenset[str] = frozenset()
    same: frozenset[str] = frozenset()
    stays: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    capital: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pair:
    """A bead as checks see it; `links` are of the whole article, and the same for all its beads.

    `before` and `after` are the neighbouring beads' texts, (source, target), empty at an end;
    `blocks` are the paragraphs that both sides stand in, empty where nothing is known of them;
    `sure` tells whether the bead is a person's, or hardly doubtful; `terms` are the glossary's.
    """

    source: Side
    target: Side
    links: Links
    before: tuple[str, str] = ("", "")
    after: tuple[str, str] = ("", "")
    blocks: tuple[str, str] = ("", "")
    sure: bool = True
    terms: tuple[Term, ...] = ()

    @property
    def languages(self) -> tuple[str, str]:
        """The primary language subtags of both sides."""
        return self.source.language.partition("-")[0], self.target.language.partition("-")[0]


def make_side(
    language: str,
    sentences: Sequence[str],
    kind: BlockKind = BlockKind.PARAGRAPH,
    written: Sequence[str] = (),
) -> Side:
    """The side of these plain sentences."""
    bounds, at = [], 0
    words: list[Word] = []
    for number, sentence in enumerate(sentences):
        bounds.append((at, at + len(sentence)))
        words += [
            Word(
                text=match[0],
                key=match[0].lower(),
                start=at + match.start(),
                end=at + match.end(),
                sentence=number,
            )
            for match in _WORD.finditer(sentence)
        ]
        at += len(sentence) + 1
    return Side(
        language=language,
        text=" ".join(sentences),
        bounds=tuple(bounds),
        words=tuple(words),
        written=tuple(written or sentences),
        kind=kind,
    )


def make_links(lexicon: Lexicon | None, sources: Sequence[Side], targets: Sequence[Side]) -> Links:
    """What the lexicon tells of the words of these sides; names are those in capitals."""
    source, target = (
        sorted({word.key for side in sides for word in side.words}) for sides in (sources, targets)
    )
    names = {word.key for side in (*sources, *targets) for word in side.words if word.capital}
    if lexicon is None or not source or not target:
        return Links()
    found = look_up(lexicon, source, target)
    ordered = sorted(names)
    same = look_up(lexicon, ordered, ordered)
    forth: dict[str, list[str]] = {}
    for a, b in found.pairs.tolist():
        forth.setdefault(source[a], []).append(target[b])
    return Links(
        forth={word: tuple(words) for word, words in forth.items()},
        same=frozenset(ordered[a] for a, b in same.pairs.tolist() if a == b),
        stays=find_same(lexicon, names),
        listed=find_listed(lexicon, source),
        source=frozenset(source[k] for k in np.flatnonzero(found.source_known).tolist()),
        target=frozenset(target[k] for k in np.flatnonzero(found.target_known).tolist()),
    )


def make_pairs(bitext: Bitext, terms: tuple[Term, ...] = ()) -> tuple[Pair, ...]:
    """The beads of a bitext as checks see them, in order."""
    sides = [
        (_side(bitext.source, bead.source), _side(bitext.target, bead.target))
        for bead in bitext.beads
    ]
    links = make_links(
        find_lexicon(bitext.source.language, bitext.target.language),
        [source for source, _ in sides],
        [target for _, target in sides],
    )
    paragraphs = [_paragraphs(document) for document in (bitext.source, bitext.target)]
    capital = {word.key for source, _ in sides for word in source.words if word.capital}
    links = replace(links, capital=frozenset(capital))
    texts = [("", ""), *((source.text, target.text) for source, target in sides), ("", "")]
    return tuple(
        Pair(
            source=source,
            target=target,
            links=links,
            before=texts[number],
            after=texts[number + 2],
            blocks=(
                _blocks(bitext.source, bead.source, paragraphs[0]),
                _blocks(bitext.target, bead.target, paragraphs[1]),
            ),
            sure=not bead.doubtful,
            terms=terms,
        )
        for number, (bead, (source, target)) in enumerate(zip(bitext.beads, sides, strict=True))
    )


def _paragraphs(document: Document) -> dict[int, str]:
    """The plain text of each block, by its number."""
    found: dict[int, list[str]] = {}
    for sentence in document.sentences:
        found.setdefault(sentence.block, []).append(sentence.plain)
    return {block: " ".join(texts) for block, texts in found.items()}


def _blocks(document: Document, indices: Sequence[int], paragraphs: dict[int, str]) -> str:
    numbers = dict.fromkeys(document.sentences[index].block for index in indices)
    return " ".join(paragraphs[number] for number in numbers)


def _side(document: Document, indices: Sequence[int]) -> Side:
    sentences = [document.sentences[index] for index in indices]
    kind = document.blocks[sentences[0].block].kind if sentences else BlockKind.PARAGRAPH
    return make_side(
        document.language,
        [sentence.plain for sentence in sentences],
        kind,
        [sentence.text for sentence in sentences],
    )


def pair_of(source: str, target: str, languages: tuple[str, str] = ("de", "en")) -> Pair:
    """A bead of two plain texts, split into sentences: what examples and measurements are."""
    sides = [
        make_side(language, tuple(text[a:b].strip() for a, b in split(text, language)))
        for language, text in zip(languages, (source, target), strict=True)
    ]
    return Pair(
        source=sides[0],
        target=sides[1],
        links=make_links(find_lexicon(*languages), sides[:1], sides[1:]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """For each source word the target words that may render it, and the other way round."""

    forth: tuple[tuple[int, ...], ...]
    back: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, pair: Pair) -> Meetings:
        """The meetings of a bead, by the lexicon and by spelling."""
        forth: list[tuple[int, ...]] = []
        back: list[list[int]] = [[] for _ in pair.target.words]
        places: dict[str, list[int]] = {}
        roots: dict[str, list[str]] = {}
        for number, word in enumerate(pair.target.words):
            if word.key not in places:
                for root in _roots(word.key):
                    roots.setdefault(root, []).append(word.key)
            places.setdefault(word.key, []).append(number)
        cache: dict[str, tuple[int, ...]] = {}
        for number, word in enumerate(pair.source.words):
            if word.key not in cache:
                keys = {key for key in pair.links.forth.get(word.key, ()) if key in places}
                near = {key for root in _roots(word.key) for key in roots.get(root, ())}
                keys |= {key for key in near if alike(word.key, key)}
                cache[word.key] = tuple(sorted(at for key in keys for at in places[key]))
            share = number / len(pair.source.words)
            forth.append(_nearest(cache[word.key], round(share * len(pair.target.words))))
            for at in forth[-1]:
                back[at].append(number)
        return cls(forth=tuple(forth), back=tuple(map(tuple, back)))


def _nearest(places: tuple[int, ...], here: int) -> tuple[int, ...]:
    """Those of many places around one: a word may stand there a thousand times."""
    first = max(min(bisect_left(places, here) - _MOST // 2, len(places) - _MOST), 0)
    return places[first : first + _MOST]


@lru_cache(maxsize=8)
def meetings(pair: Pair) -> Meetings:
    """Which words of a bead have a counterpart on the other side."""
    return Meetings.of(pair)


_MOST: Final = 64  # places of a word that are looked at; no bead of an article has so many
_STEM: Final = 5  # letters at a word's beginning that make two words alike


def _roots(key: str) -> tuple[str, ...]:
    """What words that are alike share: the word, the word without its end, its beginning."""
    return key, key[:-1], key[:_STEM]


@lru_cache(maxsize=1 << 16)
def alike(source: str, target: str) -> bool:
    """Whether two words in lower case are spelled as cognates or one name are.

    >>> alike("demonstranten", "demonstrators"), alike("merkels", "merkel"), alike("rot", "red")
    (True, True, False)
    """
    if source == target:
        return True
    short = min(len(source), len(target))
    if short >= _STEM and source[:_STEM] == target[:_STEM]:
        return True
    return short >= 3 and (source[:-1] == target or target[:-1] == source)  # noqa: PLR2004
