"""A bead's two texts, ready to be judged."""

from __future__ import annotations

from dataclasses import dataclass

from transtrack.quality.links import Knowledge, Links, link


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two texts, the first parts of their language tags, and how their words are linked."""

    source: str
    target: str
    languages: tuple[str, str]
    links: Links
    known: Knowledge


def make_pair(source: str, target: str, languages: tuple[str, str], known: Knowledge) -> Pair:
    """The texts of a bead, their words linked."""
    links = link(source, target, known)
    return Pair(source=source, target=target, languages=languages, links=links, known=known)
