"""A catalogue's state at a glance: read line by line, without parsing every message.

Ten times as fast as parsing, so that the status of ten thousand articles takes seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from transtrack.formats.po import (
    ADDITION,
    EMPTY,
    STATE,
    Catalogue,
    Entry,
    parse_catalogue,
    unify_ends,
)
from transtrack.text import read_text

_MESSAGE = re.compile(r'^msgid "', re.MULTILINE)
_HEADER = re.compile(r'^msgid ""\nmsgstr ""$', re.MULTILINE)
_STATE = re.compile(rf"^#\. {STATE}", re.MULTILINE)
_FUZZY = re.compile(r"^#,.*\bfuzzy\b", re.MULTILINE)
_PREVIOUS = re.compile(r"^#\| msgid ", re.MULTILINE)
_FIELD = re.compile(r'^"(X-Source-Digest|X-Target-Digest): ([^"\\]*)\\n"$', re.MULTILINE)
_DIGESTS = 2  # Weblate and msgcat break the long lines of the header: then all is parsed
_EMPTY = re.compile(r'^msgstr ""$(?!\n")', re.MULTILINE)
_NO_SOURCE = f'msgid "{ADDITION}"'

_Marks = tuple[bool, bool, bool, bool]  # reviewed, doubtful, stale, untranslated


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What a catalogue says of itself, in numbers of entries, obsolete ones left out.

    `reviewed` are a person's, `doubtful` wait for one, `stale` have a source that changed since,
    `untranslated` a source and no translation, and nobody said that this is right; `leftover`
    have a translation whose source is gone.
    """

    source_digest: str = ""
    target_digest: str = ""
    entries: int = 0
    reviewed: int = 0
    doubtful: int = 0
    stale: int = 0
    untranslated: int = 0
    leftover: int = 0


def scan_catalogue(path: Path) -> Scan | None:
    """The state of the catalogue in a file, None where there is no file; InputError if no PO."""
    if not path.exists():
        return None
    text, _ = read_text(str(path), hint=EMPTY)
    text = unify_ends(text)
    head, *blocks = re.split(r"\n{2,}", text)
    blocks = [block for block in blocks if _MESSAGE.search(block)]
    fields = dict(_FIELD.findall(head))
    whole = len(fields) == _DIGESTS and _HEADER.search(head)
    ours = whole and len(_MESSAGE.findall(text)) == len(blocks) + 1
    if not ours or (_NO_SOURCE in text and "\n#~ msgid " in text):
        return scan_entries(parse_catalogue(text, path=str(path)))
    return _sum(fields, map(_read_block, blocks))


def scan_entries(catalogue: Catalogue) -> Scan:
    """The same of a catalogue that has been parsed."""
    active = [entry for entry in catalogue.entries if not entry.obsolete]
    leftover = len(find_leftovers(catalogue.entries))
    return _sum(catalogue.header, map(_read_entry, active), leftover)


def find_leftovers(entries: Iterable[Entry]) -> list[Entry]:
    """The obsolete entries whose translation still stands, as an addition nobody looked at."""
    known = list(entries)
    additions = {e.target for e in known if not e.obsolete and not e.source and not e.reviewed}
    return [entry for entry in known if entry.obsolete and entry.target in additions]


def _sum(fields: Mapping[str, str], entries: Iterable[_Marks], leftover: int = 0) -> Scan:
    marks = list(entries)
    reviewed, doubtful, stale, untranslated = (sum(mark[k] for mark in marks) for k in range(4))
    return Scan(
        source_digest=fields.get("X-Source-Digest", ""),
        target_digest=fields.get("X-Target-Digest", ""),
        entries=len(marks),
        reviewed=reviewed,
        doubtful=doubtful,
        stale=stale,
        untranslated=untranslated,
        leftover=leftover,
    )


def _read_block(block: str) -> _Marks:
    state = _STATE.search(block)
    fuzzy, empty = bool(_FUZZY.search(block)), bool(_EMPTY.search(block))
    asked = state is not None and bool(state["doubtful"])
    said = bool(state["reviewed"]) if state else not empty
    decided = said or (asked and not fuzzy and not empty)
    changed = fuzzy and bool(_PREVIOUS.search(block))
    missing = empty and _NO_SOURCE not in block
    return _mark(decided=decided, asked=asked, fuzzy=fuzzy, changed=changed, missing=missing)


def _read_entry(entry: Entry) -> _Marks:
    return _mark(
        decided=entry.reviewed,
        asked=entry.doubtful,
        fuzzy=entry.fuzzy,
        changed=entry.fuzzy and bool(entry.previous),
        missing=bool(entry.source) and not entry.target,
    )


def _mark(*, decided: bool, asked: bool, fuzzy: bool, changed: bool, missing: bool) -> _Marks:
    open_ = not decided and not changed and not missing
    return decided and not fuzzy, asked and open_, changed, missing and not decided
