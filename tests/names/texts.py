"""Small translations with their originals, aligned sentence by sentence."""

from __future__ import annotations

from transtrack.lexicon import find_lexicon
from transtrack.model import Bead, Bitext, Document, Finding
from transtrack.names.article import Article, open_article
from transtrack.names.authority import Authority
from transtrack.names.profiles import PRESS, Profile
from transtrack.names.survey import survey_article
from transtrack.text import parse_document


def read(text: str, language: str, name: str = "text") -> Document:
    """A document of one sentence a line."""
    return parse_document(
        text, path=f"corpora/{language}/{name}.txt", language=language, presegmented=True
    )


def pair(source: str, target: str, name: str = "text") -> Article:
    """An article whose lines are aligned one to one."""
    left, right = read(source, "de", name), read(target, "en", name)
    beads = tuple(
        Bead(source=(k,), target=(k,), score=1.0, confidence=1.0)
        for k in range(len(left.sentences))
    )
    bitext = Bitext(source=left, target=right, beads=beads, signature="test")
    return open_article(right, bitext, find_lexicon("de", "en"))


def alone(target: str) -> Article:
    """A translation without its original."""
    return open_article(read(target, "en"))


def survey(
    article: Article, authority: Authority | None = None, profile: Profile = PRESS
) -> tuple[Finding, ...]:
    """The findings on an article's names."""
    return survey_article(article, authority or Authority(), profile)
