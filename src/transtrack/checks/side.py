"""One side of a bead as a check sees it: its sentences as plain text, and their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import regex

from transtrack.model import BlockKind

# Languages without spaces between words, where a `Word` is what stands between two marks.
UNSPACED: Final = frozenset(("ja", "zh", "yue", "th", "lo", "km", "my"))
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
