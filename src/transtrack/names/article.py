"""A translation with all that its names are judged by."""

from __future__ import annotations

from dataclasses import dataclass

from transtrack.lexicon import Lexicon
from transtrack.model import Bead, Bitext, Document
from transtrack.names.context import find_countries
from transtrack.names.grounding import Grounding, find_tokens, ground, sources_of
from transtrack.names.index import fold, split_name
from transtrack.names.mentions import Mention, find_mentions
from transtrack.names.originals import SCRIPTS, is_german_spelling

ENGLISH = "en"


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
    def in_english(self) -> bool:
        """Whether spellings can be judged at all: how English writes names is known."""
        return is_english(self.target)

    @property
    def language(self) -> str:
        """The primary language of the target."""
        return _primary(self.target)

    @property
    def judged_by_scheme(self) -> bool:
        """Whether the models of spellings fit: English, of German origin or of none known.

        Or of a language whose script schemes write in Latin letters, one by one.
        """
        return self.in_english and (self.source is None or self.origin in {"de", *SCRIPTS})

    @property
    def origin(self) -> str:
        """The primary language of the source, empty without one."""
        return _primary(self.source) if self.source else ""

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
        """For each word of a name whether the source writes it so; None without a source there.

        In another script, whether German spells a word of the source so rather than English.
        """
        written = self.source_words(mention)
        if not written:
            return None
        names = split_name(mention.text(self.target))
        if self.origin in SCRIPTS:
            return tuple(is_german_spelling(w.lower(), written, self.origin) for w in names)
        words = {fold(word) for word in written}
        return tuple(fold(word) in words or fold(word) + "s" in words for word in names)


def is_english(document: Document) -> bool:
    """Whether a text is in English, of any country."""
    return _primary(document) == ENGLISH


def _primary(document: Document) -> str:
    return document.language.partition("-")[0]


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
