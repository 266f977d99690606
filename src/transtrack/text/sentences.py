"""Where the sentences of a passage begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from transtrack.text.abbreviations import Words, full_stop_ends, heads, words

_OPENING = "([{„“‚‘«»‹›\"'`「『《〈【（¿¡"
_CLOSING = ")]}“”’‘»«›‹\"'」』》〉】）"
_QUOTES = '“”„«»‹›"「」『』'
_STOPS = ".!?…"
_DASHES = "–—-"
_CLOSED = _CLOSING + " "
_LEADING = _OPENING + _DASHES + "…"
# Marks hidden from the splitter, which looks for no boundary within them and would need quadratic
# time for unpaired ones; an apostrophe within a word stays.
_HIDDEN = re.compile(r"[()\[\]{}“”„«»‹›\"「」『』《》〈〉【】（）]|`|(?<!\w)['‘’‚]|['‘’](?!\w)")
_CLOSERS = re.compile(f"[{re.escape(_CLOSING)} ]*")
_SURE_CLOSERS = re.compile(f"[{re.escape(''.join(set(_CLOSING) - set(_OPENING)))}]*")
_NUMBERED = re.compile(r"[。！？](?=\d)")  # where sentencex sees no end
_QUOTATIVE = "と"  # what goes on in Japanese behind a quotation that ends in a full stop
_BRACKET = re.compile(r"[(\[)\]]")
_NUL = re.compile("\0")
_BREAK = re.compile(r"\n[^\S\n]*\n|\u2029|\Z")
_LONE = re.compile("[\ud800-\udfff]")  # half a surrogate pair, which no UTF-8 can hold
_WINDOW, _OVERLAP = 2000, 200
_LONGEST_KEPT = 60  # characters
_BRACKETED = 60  # tokens; a longer parenthesis is a bracket that someone forgot to close


class _Token(NamedTuple):
    """A stretch without white space: marks, `word`, its stops, then the marks that close it."""

    word: str
    stop: str
    close: str
    begin: str  # all of it without the marks and dashes it begins with
    worded: bool  # whether the word has a letter or digit
    brackets: tuple[str, ...]


def split(text: str, language: str) -> list[tuple[int, int]]:
    """Half-open ranges of `text` that cover every character that is not white space.

    `sentencex` (MIT, the Wikimedia Foundation's rule-based splitter) proposes, and the rules that
    docs/sentences.md lists merge and cut. It falls back along a chain of related languages, so
    that any tag is accepted. A blank line ends a sentence, a single line break does not.
    """
    primary = language.replace("_", "-").partition("-")[0].lower()
    found: list[tuple[int, int]] = []
    at = 0
    for pause in _BREAK.finditer(text):
        passage = text[at : pause.start()]
        if not passage.isspace():
            found.extend((at + start, at + end) for start, end in _ranges(passage, primary))
        at = pause.end()
    return found


def _ranges(text: str, language: str) -> Iterator[tuple[int, int]]:
    # a mark that stands alone closes what went before: French « Bonjour. », but German » opens
    lone = r"[”)\]]" if language in {"de", "da"} else r"[»”)\]]"
    found = list(re.finditer(rf"\S+(?:\s{lone}(?!\S))?", text))
    stops = [match.end() for match in found]
    tokens = [_read(match[0]) for match in found]
    proposed, inner = _proposals(text, stops, language)
    ends = {stops[index] for index in _ends(tokens, proposed, language)}
    cuts = sorted((ends | inner) - {len(text)})
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        part = text[start:end]
        if core := part.strip():
            begin = start + len(part) - len(part.lstrip())
            yield begin, begin + len(core)


def _read(text: str) -> _Token:
    return _token(text) if len(text) <= _LONGEST_KEPT else _token.__wrapped__(text)


@lru_cache(maxsize=1 << 14)  # words come again and again
def _token(text: str) -> _Token:
    body = text.rstrip(_CLOSED)
    word = body.rstrip(_STOPS)
    return _Token(
        word=word.lstrip(_OPENING),
        stop=body[len(word) :],
        close=text[len(body) :],
        begin=text.lstrip(_LEADING),
        worded=any(map(str.isalnum, word)),
        brackets=tuple(_BRACKET.findall(text)),
    )


def _proposals(text: str, stops: Sequence[int], language: str) -> tuple[set[int], set[int]]:
    """Indices of the tokens that sentencex ends sentences after, and offsets within tokens.

    `stops` are the offsets at which tokens end.
    """
    from sentencex import get_sentence_boundaries  # noqa: PLC0415  # `--help` must stay quick

    hidden = _HIDDEN.sub("\0", text)
    # how many characters are shown before each that is hidden
    before = [match.start() - count for count, match in enumerate(_NUL.finditer(hidden))]
    plain = _LONE.sub("\ufffd", hidden.replace("\0", "").replace("\n", " "))
    gaps, index = set[int](), 0
    inner = {match.end() for match in _NUMBERED.finditer(text)}
    for low in range(0, len(plain), _WINDOW):
        left, right = max(0, low - _OVERLAP), low + _WINDOW + _OVERLAP
        for boundary in get_sentence_boundaries(language, plain[left:right]):
            piece = boundary["text"].rstrip()
            last = left + boundary["start_index"] + len(piece) - 1
            if not piece or not low <= last < min(low + _WINDOW, len(plain) - 1):
                continue
            after = last + bisect_right(before, last) + 1
            while stops[index] < after:
                index += 1
            if _after(_CLOSERS, text, after) >= stops[index]:
                gaps.add(index)
            elif text[after - 1] not in _STOPS:
                end = _after(_SURE_CLOSERS, text, after)
                if end == after or not text.startswith(_QUOTATIVE, end):
                    inner.add(end)
    return gaps, inner


def _after(marks: re.Pattern[str], text: str, at: int) -> int:
    found = marks.match(text, at)
    return found.end() if found else at


def _ends(tokens: Sequence[_Token], proposed: set[int], language: str) -> Iterator[int]:
    """Indices of the tokens that end a sentence."""
    closing = _brackets(tokens)
    known, led = words(language), heads(language)
    first, worded, shut = 0, False, -1
    for index, token in enumerate(tokens[:-1]):
        worded = worded or token.worded
        if index > first:
            shut = max(shut, closing.get(index, -1))
        if not worded or not (index in proposed or (known and token.stop)):
            continue
        if index < shut or _goes_on(tokens, index + 1):
            continue
        if token.stop == "." and token.word in led[tokens[index + 1].begin[:1].isdigit()]:
            continue
        if known is None or _stop_ends(
            tokens, index, first, known, proposed=index in proposed, shut=index == shut
        ):
            yield index
            first, worded = index + 1, False


def _brackets(tokens: Sequence[_Token]) -> dict[int, int]:
    """For each token that opens a parenthesis the token that closes it."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for index, token in enumerate(tokens):
        for mark in token.brackets:
            if mark in "([":
                opened.append(index)
            elif opened and index - opened[-1] <= _BRACKETED:
                closing[opened.pop()] = index
    return closing


def _goes_on(tokens: Sequence[_Token], index: int) -> bool:
    """Whether what comes next cannot begin a sentence: a small letter, a comma, a semicolon."""
    for token in tokens[index : index + 4]:
        if token.begin:
            head = token.begin[:2]
            return head[0] in ",;:)].!?" or (head[0].islower() and not head[1:].isupper())
    return False


def _stop_ends(
    tokens: Sequence[_Token], index: int, first: int, known: Words, *, proposed: bool, shut: bool
) -> bool:
    """Whether the sentence that began at token `first` ends with the stop of token `index`.

    `shut`: a parenthesis within the sentence closes there.
    """
    token, after = tokens[index], tokens[index + 1].begin
    if shut and re.search(r"[)\]]", token.close):
        return token.stop == "." and known.opens(after)
    if token.stop != ".":
        return not (set(token.close) & set(_QUOTES) and _attributed(tokens, index + 1, known))
    start = index  # the letters of one abbreviation: "z. B.", "e. V."
    while start > max(first, index - 3) and _is_letter(tokens[start - 1]):
        start -= 1
    return full_stop_ends(
        tokens[start - 1].word if start > first else "",
        ".".join(part.word for part in tokens[start : index + 1]),
        after,
        known,
        first=start == first,
        proposed=proposed,
    )


def _is_letter(token: _Token) -> bool:
    return len(token.word) == 1 and token.word.isalpha() and token.stop == "."


def _attributed(tokens: Sequence[_Token], index: int, known: Words) -> bool:
    """Whether a name and a verb of saying follow, as in “Why?” Smith asked."""
    for at, token in enumerate(tokens[index : index + 5]):
        if token.word.rstrip(",:") in known.sayings:
            return at > 0
        if not token.word[:1].isupper() or (known.opens(token.word) and token.word != "I"):
            return False
    return False
