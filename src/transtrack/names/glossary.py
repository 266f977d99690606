"""Glossaries of other programs as rulings: CSV, TSV and TBX."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from transtrack.errors import InputError, TranstrackError
from transtrack.names.authority import Ruling
from transtrack.text import parse_language, read_rows, read_text
from transtrack.text.xml import find_line, parse_xml, read_data

if TYPE_CHECKING:
    from lxml import etree

_XML: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_SETS: Final = ("langSet", "langSec")  # TBX 2 (ISO 30042:2008) and 3 (ISO 30042:2019)
_STATUS: Final = "administrativeStatus"
_UNWANTED: Final = ("deprecated", "superseded", "obsolete", "forbidden")
_ENTRIES: Final = ("termEntry", "conceptEntry")


def read_glossary(path: str) -> list[Ruling]:
    """The entries of a glossary with a form in at least one language.

    InputError where the file is none, or is of a kind that is not known.
    """
    suffix = Path(path).suffix.lower()
    if suffix in (".csv", ".tsv", ".txt"):
        text, _ = read_text(path, hint="put the terms into it, a line each below their languages")
        return _read_table(text, path)
    if suffix in (".tbx", ".xml"):
        return list(_read_tbx(parse_xml(read_data(path), path)))
    hint = "save the glossary as .csv, .tsv or .tbx"
    raise InputError(
        f"{suffix or 'such'} files cannot be read as glossaries", path=path, hint=hint
    )


def _read_table(text: str, path: str) -> list[Ruling]:
    rows = read_rows(text, path)
    head, *body = rows
    columns = [_column(name) for name in head]
    if not any(kind == "form" for kind, _ in columns):
        hint = "the first line names the columns: de,en,note,original,accepted"
        raise InputError("no column is a language", path=path, line=1, hint=hint)
    found = [_rule(columns, row, number) for number, row in enumerate(body, 2) if any(row)]
    return [item for item in found if item.preferred]


def _column(name: str) -> tuple[str, str]:
    key = name.strip().lower()
    if key in ("note", "original", "accepted"):
        return key, key
    try:
        return "form", parse_language(key)
    except TranstrackError:
        return "", ""


def _rule(columns: Sequence[tuple[str, str]], row: Sequence[str], line: int) -> Ruling:
    cells = [
        (kind, tag, _tidy(cell) if kind == "form" else cell.strip())
        for (kind, tag), cell in zip(columns, row, strict=False)
    ]
    texts = {kind: cell for kind, _, cell in cells if kind not in ("", "form")}
    accepted = tuple(form.strip() for form in texts.get("accepted", "").split(";") if form.strip())
    return Ruling(
        preferred=tuple((tag, cell) for kind, tag, cell in cells if kind == "form" and cell),
        accepted=accepted,
        original=texts.get("original", ""),
        note=texts.get("note", ""),
        line=line,
    )


def _read_tbx(root: etree._Element) -> Iterator[Ruling]:
    for entry in root.iter("{*}" + _ENTRIES[0], "{*}" + _ENTRIES[1]):
        preferred: dict[str, str] = {}
        accepted: list[str] = []
        for part in entry.iter("{*}" + _SETS[0], "{*}" + _SETS[1]):
            tag = _language(part.get(_XML) or part.get("lang") or "")
            for term in _find_terms(part):
                if tag and tag not in preferred:
                    preferred[tag] = term
                else:
                    accepted.append(term)
        if preferred:
            yield Ruling(
                preferred=tuple(preferred.items()),
                accepted=tuple(accepted),
                line=find_line(entry) or 0,
            )


def _find_terms(part: etree._Element) -> list[str]:
    """The terms of one language, the preferred first, those not to be used left out."""
    found = []
    for term in part.iter("{*}term"):
        around = term.getparent()
        group = around.getparent() if around is not None and _name(around) == "termGrp" else around
        notes = [] if group is None else list(group.iter("{*}termNote", "{*}administrativeStatus"))
        status = " ".join(_text(n) for n in notes if n.get("type", _STATUS) == _STATUS).lower()
        if _text(term) and not status.startswith(_UNWANTED):
            found.append((not status.startswith("preferred"), _text(term)))
    return [text for _, text in sorted(found, key=itemgetter(0))]


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: etree._Element) -> str:
    return _tidy("".join(str(part) for part in element.itertext()))


def _tidy(text: str) -> str:
    """A term as texts have it: no soft hyphens, single spaces."""
    return " ".join(text.replace("\u00ad", "").split())


def _language(tag: str) -> str:
    try:
        return parse_language(tag) if tag else ""
    except TranstrackError:
        return ""
