"""PO files as articles: their translations, or what is to be translated where there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from transtrack.errors import InputError
from transtrack.model import BlockKind
from transtrack.text.passages import Passage, Reader, make_passage
from transtrack.text.pieces import Stroke

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_WORD = re.compile(
    r"\s*(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)?\s*\"((?:[^\"\\]|\\.)*)\"\s*"
)
_TOKEN = re.compile(r"\\(.)|[^\\]+", re.DOTALL)
_SHOWN = {"n": "\n", "t": "\t", "r": " "}
_OURS = re.compile(r"^\s*\"X-Source-Digest:", re.MULTILINE)
_HEADING = re.compile(r"#\. type: (?:Title|Heading|h\d|<h\d>)", re.IGNORECASE)  # as po4a writes it


@dataclass(slots=True)
class _Message:
    """One entry while it is read: the strokes of its texts by keyword."""

    texts: dict[str, list[Stroke]] = field(default_factory=dict)
    fuzzy: bool = False
    heading: bool = False

    def shows(self, word: str) -> bool:
        return any(stroke.shown.strip() for stroke in self.texts.get(word, ()))


def parse(text: str) -> tuple[Passage, ...]:
    """A passage a message: `msgstr` where any is translated, else `msgid`, as in a .pot file.

    Left out are the header, obsolete, fuzzy and untranslated messages, and plural forms.
    """
    if _OURS.search(text):
        hint = "name the article beside it"
        raise InputError("a catalogue kept by transtrack, not an article", hint=hint)
    messages = [message for message in _messages(text) if message.shows("msgid")]
    translated = any(message.shows("msgstr") for message in messages)
    word = "msgstr" if translated else "msgid"
    kept = (m for m in messages if not (translated and m.fuzzy))
    made = (
        make_passage(
            BlockKind.HEADING if message.heading else BlockKind.PARAGRAPH,
            message.texts.get(word, ()),
        )
        for message in kept
    )
    return tuple(passage for passage in made if passage)


def _messages(text: str) -> Iterator[_Message]:
    message, word = _Message(), ""
    for line in _LINE.finditer(text):
        found = _WORD.fullmatch(line[0])
        if found is None:
            if "msgid" in message.texts:
                yield message
                message, word = _Message(), ""
            if line[0].startswith("#"):
                message.fuzzy |= line[0].startswith("#,") and "fuzzy" in line[0]
                message.heading |= bool(_HEADING.match(line[0]))
            continue
        if found[1] in {"msgctxt", "msgid"} and "msgid" in message.texts:
            yield message
            message = _Message()
        word = found[1] or word
        strokes = _strokes(line.start() + found.start(2), found[2])
        message.texts.setdefault(word, []).extend(strokes)
    if "msgid" in message.texts:
        yield message


def _strokes(at: int, written: str) -> Iterator[Stroke]:
    """What a quoted string shows: its characters, and escapes for one each."""
    for token in _TOKEN.finditer(written):
        shown = _SHOWN.get(token[1], token[1]) if token[1] else token[0]
        yield Stroke(start=at + token.start(), end=at + token.end(), shown=shown)


READER = Reader(name="PO", suffixes=(".pot", ".po"), parse=parse, fixable=False, headings=False)
