"""A translation with all that its names are judged by."""

from __future__ import annotations

from dataclasses import dataclass

from transtrack.lexicon import Lexicon
from transtrack.model import Bead, Bitext, Document
from transtrack.names.context import find_countries
from transtrack.names.grounding import Grounding, find_tokens, ground, sources_of
from transtrack.names.index import fold, split_name
from transtrack.names.mentions import Mention, find_mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A target text, its source if there is one, what links them, and the names in it."""

    target: Document
    source: Document | None
    beads: dict[int, Bead]
    grounding: Grounding
    mentions: tuple[Mention, ...]
    countries: frozenset[str]

    @property
    def judged_by_scheme(self) -> bool:
        """Whether the models of spellings fit: English, of German origin or of none known."""
        source = self.source.language if self.source else "de"
        tags = self.target.language, source
        return tuple(tag.partition("-")[0] for tag in tags) == ("en", "de")

    def source_words(self, mention: Mention) -> frozenset[str]:
        """The words, in lower case, of the source sentences that the mention's renders."""
        bead = self.beads.get(mention.sentence)
        if bead is None or self.source is None:
            return frozenset()
        sentences = self.source.sentences
        return frozenset(
            word for index in bead.source for word in find_tokens(sentences[index].plain)
        )

    def copied(self, mention: Mention) -> bool | None:
        """Whether the source writes every word of the name so; None without a source there."""
        shared = self.shared(mention)
        return None if shared is None else all(shared)

    def shared(self, mention: Mention) -> tuple[bool, ...] | None:
        """For each word of a name whether the source writes it so; None without a source there."""
        words = {fold(word) for word in self.source_words(mention)}
        if not words:
            return None
        return tuple(
            fold(word) in words or fold(word) + "s" in words
            for word in split_name(mention.text(self.target))
        )


def open_article(
    target: Document, bitext: Bitext | None = None, lexicon: Lexicon | None = None
) -> Article:
    """The article of a translation, with its bitext if it has an original."""
    source = bitext.source if bitext else None
    grounding = ground(target, source, lexicon)
    return Article(
        target=target,
        source=source,
        beads=sources_of(bitext) if bitext else {},
        grounding=grounding,
        mentions=find_mentions(target, grounding.common),
        countries=find_countries(target, source),
    )
