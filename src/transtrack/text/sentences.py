"""Where the sentences of a passage begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transtrack.text.abbreviations import full_stop_ends, words

_OPENING = "([{„“‚‘«»‹›\"'「『《〈【（¿¡"
_CLOSING = ")]}“”’‘»«›‹\"'」』》〉】）"
_QUOTES = "“”„«»‹›\"「」『』"
_STOPS = ".!?…"
_DASHES = "–—-"
# Marks hidden from the splitter, which looks for no boundary within them and would need quadratic
# time for unpaired ones; an apostrophe within a word stays.
_HIDDEN = re.compile(r"[()\[\]{}“”„«»‹›\"「」『』《》〈〉【】（）]|(?<!\w)['‘’‚]|['‘’](?!\w)")
_PASSAGE = re.compile(r"(?:(?!\n[^\S\n]*\n|\u2029).)+", re.DOTALL)
_WINDOW, _OVERLAP = 2000, 200
_BRACKETED = 60  # tokens; a longer parenthesis is a bracket that someone forgot to close


@dataclass(frozen=True, slots=True)
class _Token:
    """A stretch without white space: marks, `word`, its stops, then the marks that close it."""

    start: int
    end: int
    word: str
    stop: str
    close: str
    begin: str  # all of it without the marks and dashes it begins with


def split(text: str, language: str) -> list[tuple[int, int]]:
    """Half-open ranges of `text` that cover every character that is not white space.

    `sentencex` (MIT, the Wikimedia Foundation's rule-based splitter) proposes, and the rules that
    docs/sentences.md lists merge and cut. It falls back along a chain of related languages, so
    that any tag is accepted. A blank line ends a sentence, a single line break does not.
    """
    primary = language.replace("_", "-").partition("-")[0].lower()
    found: list[tuple[int, int]] = []
    for passage in _PASSAGE.finditer(text):
        found.extend((passage.start() + a, passage.start() + b) for a, b in _ranges(passage[0], primary))
    return found


def _ranges(text: str, language: str) -> Iterator[tuple[int, int]]:
    tokens = [_token(match) for match in re.finditer(r"\S+", text)]
    proposed, inner = _proposals(text, tokens, language)
    ends = _ends(tokens, proposed, language)
    cuts = sorted({*inner, *(tokens[index].end for index in ends)} - {len(text)})
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        part = text[start:end]
        if core := part.strip():
            begin = start + len(part) - len(part.lstrip())
            yield begin, begin + len(core)


def _token(match: re.Match[str]) -> _Token:
    text = match[0]
    body = text.rstrip(_CLOSING)
    word = body.rstrip(_STOPS)
    begin = text.lstrip(_OPENING + _DASHES + "…")
    return _Token(
        match.start(), match.end(), word.lstrip(_OPENING), body[len(word) :], text[len(body) :], begin
    )


def _proposals(text: str, tokens: Sequence[_Token], language: str) -> tuple[set[int], set[int]]:
    """Indices of the tokens that sentencex ends sentences after, and offsets within tokens."""
    from sentencex import get_sentence_boundaries  # noqa: PLC0415  # `--help` must stay quick

    shown = [at for at, char in enumerate(_HIDDEN.sub("\0", text)) if char != "\0"]
    plain = "".join(text[at] for at in shown).replace("\n", " ")
    gaps, inner, index = set(), set(), 0
    for low in range(0, len(plain), _WINDOW):
        left, right = max(0, low - _OVERLAP), low + _WINDOW + _OVERLAP
        for boundary in get_sentence_boundaries(language, plain[left:right]):
            last = left + boundary["start_index"] + len(boundary["text"].rstrip()) - 1
            if not low <= last < low + _WINDOW or last + 1 == min(right, len(plain)):
                continue
            at = shown[last]
            while tokens[index].end <= at:
                index += 1
            after = at + 1
            while after < tokens[index].end and text[after] in _CLOSING and text[after] not in _OPENING:
                after += 1
            if not text[after : tokens[index].end].strip(_CLOSING):
                gaps.add(index)
            elif text[at] not in _STOPS:
                inner.add(after)
    return gaps, inner


def _ends(tokens: Sequence[_Token], proposed: set[int], language: str) -> Iterator[int]:
    """Indices of the tokens that end a sentence."""
    closing = _bracketed(tokens)
    known = words(language)
    first = 0
    for index in range(len(tokens) - 1):
        if closing.get(first, -1) < index ... 
