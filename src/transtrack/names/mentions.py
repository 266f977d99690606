"""Names in a text: where they stand, and which words of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

import regex

from transtrack.model import Document, Position, Sentence, Span
from transtrack.names.known import load_common, load_dictionary

_WORD: Final = r"\p{Lu}[\p{L}\p{M}'’ʼ]*"
_ARTICLE: Final = "(?:(?:al|el|as|ad|ar|at|az|ash|es|ben|bin)[-‐])?"
_PARTS: Final = (
    rf"{_ARTICLE}{_WORD}(?:[-‐](?:(?:i|e|ul|ud|al|el)[-‐])?\p{{Lu}}[\p{{L}}\p{{M}}'’ʼ]*)*"
)
_TAIL: Final = regex.compile(r"[-‐](\p{Ll}{2,5})(?![\p{L}\p{M}\p{Nd}-])")  # Kai-shek, Jong-un
_PARTICLE: Final = "von|van|der|den|zu|zur|de|del|della|di|da|dos|du|la|le|bin|ibn|ben|al|el|af|av"
_NAME: Final = regex.compile(
    rf"(?:(?:St|Ste|Mt|Ft)\.[ \u00a0])?{_PARTS}(?:[ \u00a0](?:(?:{_PARTICLE})[ \u00a0])*{_PARTS})*"
)
_SPACES: Final = regex.compile(r"[ \u00a0]+")
_POSSESSIVE: Final = regex.compile(r"['’ʼ](?:s|m|d|re|ve|ll)?$")  # and contractions: I'm
_LONGEST: Final = 200  # characters; a longer run of capitals is no name


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name at a place: `document.sentences[sentence].plain[start:end]`, possessive left out.

    `span` is where it stands in the file.
    """

    sentence: int
    start: int
    end: int
    span: Span

    def text(self, document: Document) -> str:
        """The name as a reader sees it."""
        return document.sentences[self.sentence].plain[self.start : self.end]

    def position(self, document: Document) -> Position:
        """Line and column in the file."""
        return document.position(self.span.start)


def find_mentions(document: Document, common: Collection[str] = ()) -> tuple[Mention, ...]:
    """Every run of capitalised words, in the order of the text.

    Runs are cut at `common` words (in lower case), which are not part of names; a sentence's
    first word alone is a mention only where it stands capitalised inside a sentence, too.
    """
    found = [
        _mention(sentence, start, end)
        for sentence in document.sentences
        for start, end in find_runs(sentence.plain, common)
    ]
    inside = {item.text(document) for item in found if not _leads(document, item)}
    words = {word for text in inside for word in _SPACES.split(text)}
    return tuple(
        item
        for item in found
        if not _leads(document, item) or " " in item.text(document) or item.text(document) in words
    )


def _leads(document: Document, mention: Mention) -> bool:
    """Whether it begins a sentence, or stands behind nothing but marks."""
    before = document.sentences[mention.sentence].plain[: mention.start]
    return not any(letter.isalnum() for letter in before)


def _mention(sentence: Sentence, start: int, end: int) -> Mention:
    span = sentence.locate(start, end)
    return Mention(sentence=sentence.index, start=start, end=end, span=span)


def find_runs(text: str, common: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Start and end of each run of capitalised words in a string.

    >>> text = "On Monday Deputy Minister Jevhen Mahda's aide met Rüdiger von Fritsch."
    >>> [text[a:b] for a, b in find_runs(text, {"on", "monday", "deputy", "minister"})]
    ['Jevhen Mahda', 'Rüdiger von Fritsch']
    """
    for match in _NAME.finditer(text):
        if match.end() - match.start() <= _LONGEST:
            for start, end in _cut(text, match.start(), match.end(), common):
                tail = _TAIL.match(text, end)
                yield start, end if tail is None or _is_word(tail[1]) else tail.end()


def _is_word(tail: str) -> bool:
    """Whether what is hung on a name is a word of its own, as in Moscow-based."""
    english, german = load_common("en"), load_common("de")
    return not tail.isascii() or tail in english or tail in german or tail in load_dictionary()


def _cut(text: str, start: int, end: int, common: Collection[str]) -> Iterator[tuple[int, int]]:
    first = last = -1
    for a, b in _words(text, start, end):
        stem = b - len(text[a:b]) + len(_POSSESSIVE.sub("", text[a:b]))
        if text[a:stem].lower() in common:
            if first >= 0:
                yield first, last
            first = last = -1
        elif text[a].isupper() or "-" in text[a:b]:
            first, last = (a if first < 0 else first), stem
            if stem < b:
                yield first, last
                first = last = -1
    if first >= 0:
        yield first, last


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for gap in _SPACES.finditer(text, start, end):
        yield at, gap.start()
        at = gap.end()
    yield at, end
