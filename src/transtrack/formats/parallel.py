"""Sentence pairs out of parallel text: TSV, TMX, PO, or two files of a sentence a line."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from transtrack.errors import InputError, UsageError
from transtrack.formats import sheet
from transtrack.formats.po import EMPTY, parse_catalogue
from transtrack.formats.rows import COLUMNS
from transtrack.text import read_text

_BREAK = re.compile(r"\r\n|\n|\r")  # Unicode's other line ends stand within sentences
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_UNPACKED = 1 << 29  # bytes: a small file may unpack to a thousand times its size
_OURS = list(COLUMNS[:3])  # how a table that transtrack exported begins: its cells are quoted
_FOLDERS = ("*.tsv", "*.tsv.gz", "*.tmx", "*.po")

Pair = tuple[str, str]


def read_pairs(paths: Sequence[str], languages: tuple[str, str]) -> Iterator[Pair]:
    """The sentence pairs of all files, source first; a folder stands for what is below it.

    Two files of other formats are taken for a text and its translation, line by line.
    """
    others = [path for path in paths if not Path(path).is_dir() and not _is_known(path)]
    if others and (len(others) != 2 or len(paths) != 2):  # noqa: PLR2004 - a text and its translation
        raise UsageError(
            f"{others[0]} is neither TSV nor TMX nor PO",
            hint="give files .tsv, .tsv.gz, .tmx, .po, folders of them, or exactly two texts "
            "with a sentence a line",
        )
    if others:
        yield from _read_lines(*others)
        return
    for path in paths:
        folder = Path(path)
        files = (
            sorted(p for glob in _FOLDERS for p in folder.rglob(glob))
            if folder.is_dir() and not _is_known(path)  # a link may be named like a file
            else [folder]
        )
        for file in files:
            yield from _read(str(file), languages)


def _is_known(path: str) -> bool:
    return path.lower().endswith((".tsv", ".tsv.gz", ".tmx", ".po"))


def _read(path: str, languages: tuple[str, str]) -> Iterator[Pair]:
    if path.lower().endswith(".tmx"):
        yield from _read_tmx(path, languages)
    elif path.lower().endswith(".po"):
        text, _ = read_text(path, hint=EMPTY)
        for entry in parse_catalogue(text, path=path).entries:
            if entry.reviewed and not entry.fuzzy and entry.source and entry.target:
                yield entry.source, entry.target
    else:
        lines = _lines(path)
        if lines and lines[0].split("\t")[: len(_OURS)] == _OURS:
            for unit in sheet.parse("\n".join(lines).encode("utf-8", "surrogatepass"), path).units:
                if unit.entry.source and unit.entry.target:
                    yield unit.entry.source, unit.entry.target
            return
        for line in lines:
            columns = line.split("\t")
            if len(columns) > 1:
                yield columns[0], columns[1]


def _lines(path: str) -> list[str]:
    if not path.lower().endswith(".gz"):
        return _split(read_text(path, hint="put a pair of sentences on each line")[0])
    try:
        with gzip.open(path) as file:
            data = file.read(_UNPACKED + 1)
        if len(data) > _UNPACKED:
            hint = "unpack it and split it into smaller files"
            raise InputError(f"unpacks to more than {_UNPACKED >> 20} MiB", path=path, hint=hint)
        return _split(data.decode("utf-8"))
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise InputError(f"cannot be unpacked: {error}", path=path) from error


def _split(text: str) -> list[str]:
    """The lines of a text; the end of the last one begins no further one."""
    lines = _BREAK.split(text)
    return lines[:-1] if lines[-1] == "" else lines


def _read_lines(source: str, target: str) -> Iterator[Pair]:
    left, right = _lines(source), _lines(target)
    if len(left) != len(right):
        raise InputError(
            f"{len(right)} lines, but {source} has {len(left)}",
            path=target,
            hint="a line of one file must be the translation of the same line of the other",
        )
    yield from zip(left, right, strict=True)


def _read_tmx(path: str, languages: tuple[str, str]) -> Iterator[Pair]:
    """Translation units of TMX 1.4b; entities are not resolved, no other file is read."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    try:
        units = etree.iterparse(path, tag="{*}tu", resolve_entities=False, no_network=True)
        for _, unit in units:
            texts: dict[str, str] = {}
            for variant in unit.iter("{*}tuv"):
                tag = variant.get(_LANG) or variant.get("lang") or ""
                segment = variant.find("{*}seg")
                if segment is not None:
                    texts.setdefault(tag.lower().partition("-")[0], "".join(segment.itertext()))
            unit.clear()
            if all(language in texts for language in languages):
                yield texts[languages[0]], texts[languages[1]]
    except (OSError, etree.XMLSyntaxError) as error:
        raise InputError(f"not TMX that can be read: {error}", path=path) from error
