"""What a check sees of a bead: both sides, what stands around them, and the glossary's terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from transtrack.checks.links import Links, make_links
from transtrack.checks.side import Side, make_side
from transtrack.lexicon import Lexicon, find_lexicon
from transtrack.model import Bitext, BlockKind, Document
from transtrack.text.sentences import split


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the source language and the forms that may render it, the preferred one first."""

    source: str
    targets: tuple[str, ...]


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


def make_pairs(
    bitext: Bitext, terms: tuple[Term, ...], lexicon: Lexicon | None
) -> tuple[Pair, ...]:
    """The beads of a bitext as checks see them, in order."""
    sides = [
        (_side(bitext.source, bead.source), _side(bitext.target, bead.target))
        for bead in bitext.beads
    ]
    links = make_links(
        lexicon,
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
