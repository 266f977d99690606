"""Documents and bitexts that the tests share."""

from __future__ import annotations

from collections.abc import Sequence

from transtrack.align import align
from transtrack.model import Bead, Bitext, Document, Origin
from transtrack.text import parse_document

GERMAN = (
    "Fähre sinkt vor Rügen",
    "Die Fähre „Baltica“ ist am 13. Januar vor der Insel Rügen gesunken.",
    "Alle 47 Passagiere wurden gerettet.",
    "Kapitän Oleksandr Koval sprach von einem Wunder.",
    "Wie das Wasser eindrang, ist unklar.",
    "Die Reederei Nordlinie will sich erst am Montag äußern.",
)
ENGLISH = (
    "Ferry sinks off Rügen",
    "The ferry Baltica sank off the island of Rügen on January 13.",
    "All 47 passengers were rescued.",
    "Captain Oleksandr Koval spoke of a miracle.",
    "It is unclear how the water got in.",
    "The shipping company Nordlinie does not want to comment until Monday.",
)


def document(
    sentences: Sequence[str], language: str = "de", path: str = "corpora/de/ferry.txt"
) -> Document:
    """A document of one sentence a line."""
    text = "".join(f"{sentence}\n" for sentence in sentences)
    return parse_document(text, path=path, language=language, presegmented=True)


def german(sentences: Sequence[str] = GERMAN) -> Document:
    """An original."""
    return document(sentences)


def english(sentences: Sequence[str] = ENGLISH) -> Document:
    """A translation."""
    return document(sentences, "en", "corpora/en/ferry.txt")


def bead(
    source: Sequence[int],
    target: Sequence[int],
    confidence: float = 0.95,
    origin: Origin = Origin.AUTO,
) -> Bead:
    """A bead of these sentences."""
    return Bead(
        source=tuple(source),
        target=tuple(target),
        score=1.5,
        confidence=confidence,
        origin=origin,
    )


def every_kind() -> Bitext:
    """A bitext with one bead of each sort a renderer must show."""
    beads = (
        bead([0], [0]),
        bead([1, 2], [2]),
        bead([3], []),
        bead([], [3], 0.6),
        bead([4], [4, 5], 0.42),
        bead([5], [1], 1.0, Origin.REVIEWED),
    )
    return Bitext(source=german(), target=english(), beads=beads, signature="test")


def ferry() -> Bitext:
    """The ferry article as the aligner sees it."""
    return align(german(), english())
