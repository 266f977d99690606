"""A file on disk to the `Document` it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePath

from transtrack.errors import InputError
from transtrack.model import Block, BlockKind, Document, Piece, Sentence, Span
from transtrack.text import plain
from transtrack.text.files import read_text
from transtrack.text.language import detect_language, parse_language, path_language
from transtrack.text.passages import Passage
from transtrack.text.pieces import Stroke, cut, fold, is_plain
from transtrack.text.readers import find_reader, format_names
from transtrack.text.sentences import split
from transtrack.text.xml import decode_text, read_data

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_FORMATS_OF_OTHERS = frozenset(
    ".pdf .doc .rtf .pages .epub .ppt .pptx .odp .xls .xlsx .ods .zip .gz .jpg .jpeg"  # noqa: SIM905  # a word list
    " .png .gif .webp .mp3 .mp4".split()
)


def read_document(
    path: str, *, language: str | None = None, presegmented: bool = False
) -> Document:
    """The document in a file (`-`: standard input); InputError where there is none to read.

    The language is the one given, else what the path tells, else what the text looks like.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix in _FORMATS_OF_OTHERS and find_reader(suffix) is None:
        raise InputError(f"{suffix} files cannot be read", path=path, hint=_readable())
    text, notices = read_article_text(path)
    return parse_document(
        text, path=path, language=language, presegmented=presegmented, notices=notices
    )


def read_article_text(path: str) -> tuple[str, tuple[str, ...]]:
    """The text that an article's file holds, and notices of what had to be assumed."""
    reader = find_reader(PurePath(path).suffix)
    if reader is None or reader.unpack is None:
        return read_text(path)
    return reader.unpack(read_data(path), path), ()


def decode_article(data: bytes, path: str) -> str:
    """The text of an article's bytes that come from elsewhere than the disk."""
    reader = find_reader(PurePath(path).suffix)
    if reader is None or reader.unpack is None:
        return decode_text(data, path)
    return reader.unpack(data, path)


def parse_document(
    text: str,
    *,
    path: str,
    language: str | None = None,
    presegmented: bool = False,
    notices: tuple[str, ...] = (),
) -> Document:
    """The document a text is; `path` tells its format and, unless given, its language.

    `presegmented`: a sentence a line, an empty line an empty sentence, all of it one block.
    """
    passages = () if presegmented else _passages(text, path)
    if not text.strip() or not (presegmented or passages):
        hint = "put the article's text into it"
        raise InputError("there is no text to read in this file", path=path, hint=hint)
    shown = text if presegmented else _told(passages)
    tag, notices = _language(shown, path, language, notices)
    return Document(
        path=path,
        language=tag,
        text=text,
        blocks=_blocks(text, passages),
        sentences=tuple(_lines(text) if presegmented else _sentences(text, passages, tag)),
        digest=find_digest(text),
        notices=notices,
    )


def find_digest(text: str) -> str:
    """`Document.digest` of a text."""
    return f"sha256:{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _readable() -> str:
    return f"save the article as one of: {format_names()}"


def _passages(text: str, path: str) -> tuple[Passage, ...]:
    reader = find_reader(PurePath(path).suffix) or plain.READER
    try:
        return reader.parse(text)
    except RecursionError:
        raise InputError("nested too deeply to be read", path=path) from None
    except InputError as error:
        raise InputError(error.message, path=path, hint=error.hint) from error


def _told(passages: tuple[Passage, ...]) -> str:
    """Prose enough to tell the language by; titles and captions where there is no prose."""
    prose = [p for p in passages if p.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTATION}]
    return "\n".join(passage.plain for passage in prose or passages)


def _language(
    text: str, path: str, given: str | None, notices: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    if given:
        return parse_language(given), notices
    told = path_language(path)
    if told:
        return told, notices
    found = detect_language(text)
    if found:
        notice = f"language taken for {found.language} ({found.probability:.2f}) by its words"
        return found.language, (*notices, notice)
    return "und", (*notices, "language unknown: too little text to tell it by")


def _blocks(text: str, passages: tuple[Passage, ...]) -> tuple[Block, ...]:
    if not passages:
        return (Block(kind=BlockKind.PARAGRAPH, span=Span(start=0, end=len(text))),)
    return tuple(Block(kind=passage.kind, span=passage.span) for passage in passages)


def _lines(text: str) -> Iterator[Sentence]:
    """A sentence a line; the end of the last line begins no further one."""
    for index, match in enumerate(_LINE.finditer(text)):
        start, end = match.span(1)
        if start == len(text):
            break
        pieces: tuple[Piece, ...] = ()
        if not is_plain(match[1]):
            pieces = fold([Stroke(start=start, end=end, shown=match[1])])
            start = pieces[0].span.start if pieces else start
            end = pieces[-1].span.end if pieces else start
        yield _sentence(text, index, 0, Span(start=start, end=end), pieces)


def _sentences(text: str, passages: tuple[Passage, ...], language: str) -> Iterator[Sentence]:
    index = 0
    for block, passage in enumerate(passages):
        plain_text = passage.plain
        ranges = [_trim(plain_text, *found) for found in split(plain_text, language)]
        for pieces in cut(passage.pieces, ranges):
            if pieces:
                span = Span(start=pieces[0].span.start, end=pieces[-1].span.end)
                yield _sentence(text, index, block, span, pieces)
                index += 1


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _sentence(
    text: str, index: int, block: int, span: Span, pieces: tuple[Piece, ...]
) -> Sentence:
    written = text[span.start : span.end]
    if "".join(piece.shown for piece in pieces) == written:
        pieces = ()
    return Sentence(index=index, text=written, span=span, block=block, pieces=pieces)
