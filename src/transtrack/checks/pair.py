"""What a check sees of a bead: both sides as plain text, their words, and which of them meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

import numpy as np
import regex

from transtrack.checks.likeness import find_alike
from transtrack.lexicon import Lexicon, find_lexicon, find_listed, find_same, look_up
from transtrack.model import Bitext, BlockKind, Document
from transtrack.text.sentences import split

_WORD: Final = regex.compile(r"(?:\p{L}\p{M}*)+|\p{Nd}+(?:[.,:]\p{Nd}+)*")


class Word(NamedTuple):  # an article has a thousand of them
    """A word or number: as written, in lower case, its place in the side's text, its sentence.

    `capital` tells whether it begins with a capital letter.
    """

    text: str
    key: str
    start: int
    end: int
    sentence: int
    capital: bool


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

    `forth` are the translations of each source word that the target has, `alike` the words there
    that are spelled like it, `source` and `target` the words that the lexicon knows, `same` those
    that may stay what they are, `stays` those that mostly do, `listed` the source words that it
    has in a form of theirs. `capital` are the words that the whole original has with a capital.
    """

    forth: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    alike: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
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
                (text := match[0]),
                text.lower(),
                at + match.start(),
                at + match.end(),
                number,
                text[0].isupper(),
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
    alike = find_alike(source, target)
    if lexicon is None or not source or not target:
        return Links(alike=alike)
    found = look_up(lexicon, source, target)
    same, stays = find_same(lexicon, names)
    forth: dict[str, list[str]] = {}
    for a, b in found.pairs.tolist():
        forth.setdefault(source[a], []).append(target[b])
    return Links(
        forth={word: tuple(words) for word, words in forth.items()},
        alike=alike,
        same=same,
        stays=stays,
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
