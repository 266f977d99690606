"""Bitext to gettext PO: an entry a bead, made for people and for git."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import floor
from pathlib import PurePath
from types import MappingProxyType

import polib

from transtrack import __version__
from transtrack.errors import InputError
from transtrack.model import Bead, Bitext, Document, Origin

EMPTY = "delete it: transtrack align writes a catalogue anew"
ADDITION = "[not in the source]"  # the msgid of an entry without a source sentence

_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my", "yue"})
STATE = (  # the last line of an entry's `#.` comment
    r"(?P<source>\d{1,6})-(?P<target>\d{1,6}), "
    r"(?:(?P<reviewed>reviewed)|confidence (?P<confidence>\d(?:\.\d{1,9})?))"
    r"(?P<doubtful>, to review)?$"
)
_STATE = re.compile(STATE)
_ENDS = re.compile(r"\r+\n")  # Windows; one that is sent there twice has two
_BREAKS = re.compile(r"(?:\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029])+")  # polib splits at them
_CONTROLS = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]"
)  # msgfmt refuses some
_LONGEST = 1000  # characters of the name of a header field
_NO_DATE = "1970-01-01 00:00+0000"  # a date is wanted; the same texts must give the same file
FIXED = MappingProxyType(
    {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
)  # header fields that say how the file is written, not what
BEFORE = "X-Target-Before"  # the target that an import is about to write anew
_FIELDS = (
    "Project-Id-Version",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "X-Generator",
    "X-Source-Language",
    "X-Source-Digest",
    "X-Target-Digest",
    BEFORE,
    "X-Alignment",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A bead as the catalogue holds it.

    `source` and `target` are the sentences of each side in one line, either may be empty;
    `kind` counts them. `doubtful` tells what transtrack thought of it, `fuzzy` what the file
    says: a person who takes the flag away has reviewed the entry. `previous` is the source
    as it stood when it was translated, `comment` a translator's.
    """

    source: str
    target: str
    kind: tuple[int, int]
    origin: Origin = Origin.AUTO
    confidence: float = 0.0
    doubtful: bool = False
    fuzzy: bool = False
    previous: str = ""
    comment: str = ""
    places: tuple[tuple[str, int], ...] = ()
    obsolete: bool = False

    @property
    def reviewed(self) -> bool:
        """Whether a person decided: the entry says so, or its flag `fuzzy` was taken away."""
        if self.origin is Origin.REVIEWED:
            return True
        return self.doubtful and not self.fuzzy and bool(self.target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The entries of a PO file in order, and its header fields."""

    entries: tuple[Entry, ...]
    header: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    comment: str = ""


def join(sentences: Iterable[str], language: str) -> str:
    """Sentences in one line, as their language sets them."""
    gap = "" if language.split("-", maxsplit=1)[0] in _UNSPACED else " "
    return gap.join(filter(None, (clean(sentence).replace("\n", " ") for sentence in sentences)))


def clean(text: str) -> str:
    """The text as PO can hold it: other line ends than LF as a space, controls as U+FFFD."""
    if text.isprintable():  # most are: none of what is looked for can be printed
        return text
    return _CONTROLS.sub("\ufffd", _BREAKS.sub(" ", text))


def make_entry(bitext: Bitext, bead: Bead) -> Entry:
    """The entry of a bead nobody has looked at, or that a person has reviewed."""
    texts, places = [], []
    for document, indices in ((bitext.source, bead.source), (bitext.target, bead.target)):
        sentences = [document.sentences[index] for index in indices]
        texts.append(join((sentence.plain for sentence in sentences), document.language))
        places += [
            (document.path, document.position(sentence.span.start).line) for sentence in sentences
        ]
    return Entry(
        source=texts[0],
        target=texts[1],
        kind=(len(bead.source), len(bead.target)),
        origin=bead.origin,
        confidence=floor(bead.confidence * 100) / 100,
        doubtful=bead.doubtful,
        fuzzy=bead.doubtful and bool(texts[1]),
        places=tuple(dict.fromkeys(places)),
    )


def make_header(source: Document, target: Document, signature: str) -> dict[str, str]:
    """The header fields that transtrack answers for."""
    languages = source.language, target.language
    return make_fields(target.path, languages, (source.digest, target.digest), signature)


def make_fields(
    target: str, languages: tuple[str, str], digests: tuple[str, str], signature: str
) -> dict[str, str]:
    """The same of texts known by path, languages and digests, the source first."""
    return {
        "Project-Id-Version": PurePath(target).stem or "-",
        "Language": languages[1],
        "X-Generator": f"transtrack {__version__}",
        "X-Source-Language": languages[0],
        "X-Source-Digest": digests[0],
        "X-Target-Digest": digests[1],
        "X-Alignment": signature,
    }


def render_catalogue(catalogue: Catalogue) -> str:
    """PO text that msgfmt accepts; equal msgids are told apart by a number as msgctxt."""
    file = polib.POFile(wrapwidth=0)
    file.header = catalogue.comment or "Sentence alignment kept by transtrack."
    dated = {"PO-Revision-Date": _NO_DATE, **catalogue.header}
    header = {**dict.fromkeys(_FIELDS, ""), **dated, **FIXED}
    file.metadata = {name: clean(value).replace("\n", " ") for name, value in header.items()}
    texts: dict[bool, list[str]] = {False: [str(file)], True: []}  # obsolete entries come last
    seen: Counter[str] = Counter()
    for entry in catalogue.entries:
        msgid = clean(entry.source) or ADDITION
        seen[msgid] += 1
        context = str(seen[msgid]) if seen[msgid] > 1 or msgid == ADDITION else None
        texts[entry.obsolete].append(_render_entry(entry, msgid, context))
    return "\n".join((*texts[False], *texts[True]))


@lru_cache(maxsize=16384)
def _render_entry(entry: Entry, msgid: str, context: str | None) -> str:
    """The text of an entry; a review writes the same thousands again at every step."""
    sizes = f"{entry.kind[0]}-{entry.kind[1]}"
    trust = "reviewed" if entry.origin is Origin.REVIEWED else f"confidence {entry.confidence:.2f}"
    made = polib.POEntry(
        msgid=msgid,
        msgstr=clean(entry.target),
        msgctxt=context,
        comment=f"{sizes}, {trust}{', to review' if entry.doubtful else ''}",
        tcomment=clean(entry.comment),
        occurrences=[(_place(path), str(line)) for path, line in entry.places],
        flags=["fuzzy"] if entry.fuzzy else [],
        previous_msgid=clean(entry.previous) or None,
        obsolete=entry.obsolete,
    )
    return str(made.__unicode__(wrapwidth=0))


def _place(path: str) -> str:
    """A path that survives a `#:` line, where a space ends it."""
    return re.sub(r"\s", "\u00a0", clean(path))


def unify_ends(text: str) -> str:
    """The text of a PO file with LF for the line ends of Windows, or of an old Mac."""
    unified = _ENDS.sub("\n", text)
    return unified if "\n" in unified else unified.replace("\r", "\n")


def parse_catalogue(text: str, *, path: str, unnoted: Origin = Origin.REVIEWED) -> Catalogue:
    """The catalogue that a PO text holds, entries by other programs included.

    `unnoted`: whose decision a translation without our note is. InputError when it is not PO.
    """
    try:
        file = polib.pofile(f"{_BREAKS.sub(' ', unify_ends(text))}\n", wrapwidth=0)
        if not file and not file.metadata:
            raise ValueError("no entry in it")
        if any(len(name) > _LONGEST for name in file.metadata):
            raise ValueError("no header field")  # polib takes digits in one for a number
    except (OSError, ValueError, IndexError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise InputError(
            "not a PO file that can be read",
            path=path,
            line=int(line[1]) if line else None,
            hint="mend it (msgfmt --check tells more), or move it away to start afresh",
        ) from error
    return Catalogue(
        entries=tuple(_entry(entry, unnoted) for entry in file),
        header=MappingProxyType(dict(file.metadata)),
        comment=file.header,
    )


def _entry(entry: polib.POEntry, unnoted: Origin) -> Entry:
    state = _STATE.match(entry.comment.splitlines()[-1] if entry.comment else "")
    written = bool(entry.msgstr) and unnoted is Origin.REVIEWED
    reviewed = bool(state["reviewed"]) if state else written
    kind = (int(state["source"]), int(state["target"])) if state else (1, 1)
    return Entry(
        source="" if entry.msgid == ADDITION else entry.msgid,
        target=entry.msgstr,
        kind=kind,
        origin=Origin.REVIEWED if reviewed else Origin.AUTO,
        confidence=float(state["confidence"]) if state and not reviewed else 1.0,
        doubtful=bool(state and state["doubtful"]),
        fuzzy="fuzzy" in entry.flags,
        previous=entry.previous_msgid or "",
        comment=entry.tcomment,
        places=tuple((path, _number(line)) for path, line in entry.occurrences),
        obsolete=bool(entry.obsolete),
    )


def _number(line: str) -> int:
    """The line of a place; 0 where other programs write none, or none that a file has."""
    return int(line) if line.isdecimal() and len(line) < 10 else 0  # noqa: PLR2004 - digits
