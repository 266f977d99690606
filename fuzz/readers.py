"""The readers, each as a function of a file, and what must hold of what it read."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fuzz import seeds
from transtrack.checks import CHECKS, pair_of
from transtrack.checks.baseline import read_baseline
from transtrack.checks.language import LANGUAGES
from transtrack.config import find_config
from transtrack.formats import FORMATS, Format
from transtrack.formats.parallel import read_pairs
from transtrack.formats.po import parse_catalogue, render_catalogue
from transtrack.lexicon.file import read_lexicon
from transtrack.names.authority import read_authority
from transtrack.names.glossary import read_glossary
from transtrack.names.scheme_files import parse_scheme
from transtrack.text import read_document, read_text
from transtrack.track.catalogue import read_catalogue
from transtrack.track.scan import scan_catalogue

_BEAD: Final = 4000  # characters of both sides


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A reader: the name that its file has, good files of it, and the call."""

    name: str
    file: str
    seeds: Sequence[bytes]
    read: Callable[[Path], object]


def _read_document(path: Path) -> None:
    document = read_document(str(path))
    for sentence in document.sentences:
        span = sentence.span
        assert document.text[span.start : span.end] == sentence.text, sentence


def _read_lines(path: Path) -> None:
    document = read_document(str(path), language="de", presegmented=True)
    assert all(sentence.block == 0 for sentence in document.sentences)


def _read_catalogue(path: Path) -> None:
    scan_catalogue(path)
    catalogue = read_catalogue(path)
    assert catalogue is not None
    written = parse_catalogue(render_catalogue(catalogue), path=str(path))
    again = parse_catalogue(render_catalogue(written), path=str(path))
    assert written.entries == again.entries, "what was written once is written otherwise again"


def _read_scheme(path: Path) -> None:
    scheme = parse_scheme(read_text(str(path))[0], path.name)
    scheme.spell("володимир")


def _read_lexicon(path: Path) -> None:
    lexicon = read_lexicon(path)
    lexicon.translations("fähre")
    lexicon.source.words()


def _read_table(path: Path) -> None:
    list(read_pairs([str(path)], ("de", "en")))


def _check_bead(path: Path) -> None:
    """Makes every check of a bead, in two languages that the bytes choose."""
    data = path.read_bytes()
    one, other = (LANGUAGES[zlib.crc32(data + mark) % len(LANGUAGES)] for mark in (b"a", b"b"))
    source, _, target = data.decode("utf-8", "replace")[:_BEAD].partition("\n")
    pair = pair_of(source, target, (one, other))
    for check in CHECKS:
        for remark in check.find(pair) if check.fits(pair) else ():
            assert 0 <= remark.start <= remark.end <= len(pair.target.text), remark


def _read_exchange(form: Format) -> Callable[[Path], object]:
    """Reads what another program sent; what was read is written and read as the same texts."""

    def read(path: Path) -> None:
        sent = form.parse(path.read_bytes(), path.name)
        again = form.parse(form.render(sent), path.name)
        assert len(again.units) <= len(sent.units), "beads out of nothing"

    return read


def make_targets() -> tuple[Target, ...]:
    """Every reader; the documents first, as most of what strangers write are those."""
    texts = [text.encode() for text in (seeds.SOURCE, seeds.TARGET)]
    sent = seeds.make_exchanges()
    page, catalogue = seeds.HTML.encode(), seeds.make_catalogue().encode()
    rows: tuple[tuple[str, str, Sequence[bytes], Callable[[Path], object]], ...] = (
        ("text", "de.txt", [*texts, page], _read_document),
        ("lines", "lines.txt", texts, _read_lines),
        ("Markdown", "de.md", [*texts, page], _read_document),
        ("HTML", "de.html", [page, page, *texts], _read_document),
        ("Word", "de.docx", [sent["a.docx"]], _read_document),
        ("OpenDocument", "de.fodt", [seeds.ODT.encode()], _read_document),
        ("PO article", "de.po", [catalogue], _read_document),
        *(
            (
                f"import {form.name}",
                f"a{form.suffix}",
                [sent[f"a{form.suffix}"]],
                _read_exchange(form),
            )
            for form in FORMATS
        ),
        ("bead", "bead.txt", [seeds.BEAD.encode()], _check_bead),
        ("PO", "a.po", [catalogue], _read_catalogue),
        ("PO pairs", "b.po", [catalogue], _read_table),
        (
            "settings",
            "transtrack.toml",
            [seeds.SETTINGS.encode()],
            lambda p: find_config(p.parent),
        ),
        ("names", "names.toml", [seeds.NAMES.encode()], lambda p: read_authority(str(p))),
        ("scheme", "our.toml", [seeds.SCHEME.encode()], _read_scheme),
        ("TSV", "a.tsv", [seeds.TSV.encode()], _read_table),
        ("packed TSV", "a.tsv.gz", PACKED, _read_table),
        ("TMX", "a.tmx", [seeds.TMX.encode()], _read_table),
        ("CSV glossary", "terms.csv", [seeds.CSV.encode()], lambda p: read_glossary(str(p))),
        ("TBX glossary", "terms.tbx", [seeds.TBX.encode()], lambda p: read_glossary(str(p))),
        ("lexicon", "a.lexicon", [seeds.make_lexicon_file()], _read_lexicon),
        ("baseline", "known.json", [seeds.BASELINE.encode()], lambda p: read_baseline(str(p))),
    )
    return tuple(Target(name=a, file=b, seeds=c, read=d) for a, b, c, d in rows)


PACKED: Final = (seeds.pack(seeds.TSV.encode()), seeds.pack(b"a\tb\n" * 1000))
