"""A new wording put where a bead's sentences stand, and nothing else touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import PurePath

from rapidfuzz.distance import Postfix, Prefix

from transtrack.formats.po import join
from transtrack.model import Document, Fix, Span
from transtrack.text import apply_fixes, find_reader, parse_document


def make_fixes(
    document: Document, wordings: Iterable[tuple[Sequence[int], str]]
) -> tuple[Fix, ...]:
    """The replacements that give sentences, by their numbers, new wordings.

    Left out is a wording that cannot be put there, or would not be read again as it was written.
    """
    made = [(make_fix(document, numbers, wording), wording) for numbers, wording in wordings]
    return _settle(document, (), [(fix, wording) for fix, wording in made if fix is not None])


def _settle(
    document: Document, sure: tuple[Fix, ...], new: Sequence[tuple[Fix, str]]
) -> tuple[Fix, ...]:
    """The sure fixes and those of the new ones with which all reads as it was written.

    All are tried at once, and where that fails one half after the other.
    """
    if not new:
        return sure
    all_of_them = (*sure, *(fix for fix, _ in new))
    text = apply_fixes(document.text, all_of_them)
    anew = parse_document(text, path=document.path, language=document.language)
    shown = " ".join(sentence.plain for sentence in anew.sentences)
    if all(wording in shown for _, wording in new):
        return all_of_them
    if len(new) == 1:
        return sure
    half = len(new) // 2
    return _settle(document, _settle(document, sure, new[:half]), new[half:])


def make_fix(document: Document, numbers: Sequence[int], wording: str) -> Fix | None:
    """The smallest replacement that makes these sentences read so, or None if markup is in it."""
    sentences = [document.sentences[number] for number in numbers]
    if not sentences or not wording or any(b - a != 1 for a, b in pairwise(numbers)):
        return None
    shown = join((sentence.plain for sentence in sentences), document.language)
    if not shown:
        return None
    start, end, new = _find_middle(shown, wording)
    if len(sentences) == 1:
        span = sentences[0].locate(start, end) if end > start else None
    else:
        first = sentences[0].span.start
        whole = document.text[first : sentences[-1].span.end]
        span = Span(start=first + start, end=first + end) if whole == shown else None
    if span is None or document.text[span.start : span.end] != shown[start:end]:
        return None
    reader = find_reader(PurePath(document.path).suffix)
    text = reader.write(new) if reader else new
    if text is None or "\n" in text:
        return None
    return Fix(path=document.path, span=span, text=text)


def _find_middle(old: str, new: str) -> tuple[int, int, str]:
    """Where the texts differ, a character of the old one at least, and what the new one has."""
    head = Prefix.similarity(old, new)
    rest = min(len(old), len(new)) - head
    tail = min(Postfix.similarity(old, new), rest)
    if head + tail == len(old):
        head, tail = (head - 1, tail) if head else (head, tail - 1)
    return head, len(old) - tail, new[head : len(new) - tail]
