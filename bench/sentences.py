"""How well sentence splitters find the boundaries of news sentences: `python -m bench.sentences`.

Texts come as files: lexicon pairs (`*.tsv.gz`: German, tab, English), documents split by hand or
by line (`*.jsonl`), gold alignments beside their articles (`tests/gold/*.json`) and the marked
hard cases of `tests/text/test_sentences.py`. Every second paragraph is for tuning, the rest for
reporting.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

from transtrack.model import Sentence

Paragraph = list[str]
Splitter = Callable[[str], list[str]]
_FIVE = 5
_STOP = re.compile(r"[.!?…][\"'“”‘’»«)\]]*$")
# Signs that a line holds several sentences: a stop after a long or lower-case word or a year, any
# question or exclamation mark inside, a stop before a word that opens sentences.
_SEVERAL = re.compile(
    r"(?:\b\w{5,}|\b(?!bzw|usw|etc|vgl)[a-zäöüß]{2,}|\b\d{4}|[!?…\"“”»«)])[.!?…][\"'“”‘’»«)]*\s+\S"
    r"|[!?…][\"'“”‘’»«)]*\s+[^\s,a-zäöü]"
    r"|\.[\"“”»«)]*\s+[\"„“»«(]*(?:The|This|He|She|It|But|They|Die|Der|Das|Er|Sie|Es|Ein|Eine|In)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one splitter did on one set, in boundaries between the sentences of a paragraph."""

    splitter: str
    language: str
    set: str
    paragraphs: int
    boundaries: int
    precision: float
    recall: float
    f1: float
    megabytes_per_second: float


def _regex(text: str) -> list[str]:
    ends = re.finditer(r"[.!?…][\"'“”»«)]*\s+(?=[\"'„“»«(]*[A-ZÄÖÜ0-9])", text)
    cuts = [0, *(match.end() for match in ends), len(text)]
    return [text[low:high] for low, high in pairwise(cuts)]


def _transtrack(text: str, language: str) -> list[str]:
    split = import_module("transtrack.text.sentences").split
    return [text[start:end] for start, end in split(text, language)]


def _syntok(process: Callable[[str], Any], text: str) -> list[str]:
    paragraphs = process(text)
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    starts = [0, *(sentence[0].offset for sentence in sentences[1:]), len(text)]
    return [text[low:high] for low, high in pairwise(starts)]


def _splitters(language: str) -> Iterator[tuple[str, Splitter | None]]:
    """Each splitter with None where its package is not installed."""
    yield "transtrack", partial(_transtrack, language=language)
    makers: dict[str, Callable[[], Splitter]] = {
        "sentencex": lambda: partial(import_module("sentencex").segment, language),
        "pysbd": lambda: import_module("pysbd").Segmenter(language=language, clean=False).segment,
        "sentence_splitter": lambda: (
            import_module("sentence_splitter").SentenceSplitter(language=language).split
        ),
        "syntok": lambda: partial(_syntok, import_module("syntok.segmenter").process),
    }
    for name, make in makers.items():
        try:
            yield name, make()
        except ImportError:
            yield name, None
    yield "regex", _regex


def _grouped(sentences: Iterable[str]) -> Iterator[Paragraph]:
    """Paragraphs of up to five; what ends without a full stop, as a headline, ends its own."""
    paragraph: Paragraph = []
    for sentence in sentences:
        paragraph.append(sentence.strip())
        if len(paragraph) == _FIVE or not _STOP.search(paragraph[-1]):
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _pairs(path: Path) -> Iterator[tuple[str, Paragraph]]:
    """Lines that neither side shows to hold several sentences, five to a paragraph."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    single = [row for row in rows if not any(_SEVERAL.search(side) for side in row)]
    for language, side in (("de", 0), ("en", 1)):
        ended = [row[side] for row in single if _STOP.search(row[side])]
        yield from ((language, paragraph) for paragraph in _grouped(ended))


def _documents(path: Path) -> Iterator[tuple[str, Paragraph]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        if document["variant"] not in {"clean", "dev"}:
            continue
        for side in ("source", "target"):
            for paragraph in _grouped(s for s in document[side] if s.strip()):
                yield document[f"{side}_language"], paragraph


def _gold(path: Path) -> Iterator[tuple[str, Paragraph]]:
    """The gold sentences of an article, in the blocks its reader finds in the corpus."""
    read = import_module("transtrack.text.document").read_document
    gold = json.loads(path.read_text(encoding="utf-8"))
    for side in ("source", "target"):
        language = gold[f"{side}_language"]
        found = path.parents[2].glob(f"corpora/{language}/{gold['id']}.*")
        article = next(file for file in sorted(found) if file.suffix != ".po")
        document = read(str(article), language=language)
        blocks: list[str] = [""] * len(document.blocks)
        for sentence in document.sentences:
            blocks[sentence.block] += _visible(sentence)
        sentences = [*gold[side], ""]
        for block in blocks:
            paragraph: Paragraph = []
            at = 0
            while sentences[0] and block.startswith("".join(sentences[0].split()), at):
                at += _length(sentences[0])
                paragraph.append(sentences.pop(0))
            if paragraph and at == len(block):
                yield language, paragraph


def _hard(path: Path) -> Iterator[tuple[str, Paragraph]]:
    module = import_module(".".join(path.resolve().relative_to(Path.cwd()).with_suffix("").parts))
    for language, cases in module.HARD.items():
        for case in cases:
            yield language, [part.strip() for part in case.split("|")]


def _read(path: Path) -> Iterator[tuple[str, Paragraph]]:
    readers: dict[str, Callable[[Path], Iterator[tuple[str, Paragraph]]]] = {
        ".gz": _pairs,
        ".jsonl": _documents,
        ".json": _gold,
        ".py": _hard,
    }
    yield from readers[path.suffix](path)


def _visible(sentence: Sentence) -> str:
    shown = "".join(piece.shown for piece in sentence.pieces) or sentence.text
    return "".join(shown.split())


def _length(text: str) -> int:
    return len("".join(text.split()))


def _cuts(sentences: Iterable[str]) -> set[int]:
    """Boundaries, counted in visible characters."""
    at, cuts = 0, set()
    for sentence in sentences:
        at += _length(sentence)
        cuts.add(at)
    return cuts - {at, 0}


def _measure(
    name: str, splitter: Splitter, label: str, language: str, paragraphs: list[Paragraph]
) -> Row:
    hits = found = wanted = characters = 0
    seconds = 0.0
    for paragraph in paragraphs:
        text = " ".join(paragraph)
        began = time.perf_counter()
        sentences = splitter(text)
        seconds += time.perf_counter() - began
        characters += len(text)
        gold, cuts = _cuts(paragraph), _cuts(sentences)
        hits, found, wanted = hits + len(gold & cuts), found + len(cuts), wanted + len(gold)
    return Row(
        splitter=name,
        language=language,
        set=label,
        paragraphs=len(paragraphs),
        boundaries=wanted,
        precision=hits / found if found else 1.0,
        recall=hits / wanted if wanted else 1.0,
        f1=2 * hits / (found + wanted) if found + wanted else 1.0,
        megabytes_per_second=characters / 1e6 / seconds if seconds else 0.0,
    )


def _sets(paths: Iterable[Path], half: str) -> dict[tuple[str, str], list[Paragraph]]:
    """Paragraphs by set and language, each once; hard cases are never halved."""
    seen: set[tuple[str, ...]] = set()
    sets: dict[tuple[str, str], list[Paragraph]] = {}
    for path in paths:
        label = {".json": "gold", ".py": "hard"}.get(path.suffix, path.name.split(".")[0])
        for number, (language, paragraph) in enumerate(_read(path)):
            if (language, *paragraph) in seen:
                continue
            seen.add((language, *paragraph))
            if label == "hard" or half == "all" or number % 2 == (half == "test"):
                sets.setdefault((label, language), []).append(paragraph)
    return sets


def _speeds(megabytes: Iterable[float]) -> Iterator[str]:
    """Seconds that transtrack takes for German of one paragraph, prose and worse."""
    units = ["Das gilt z. B. für Dr. Weber. „Kommt er?“, fragte sie (leise). ", ".", "a. ", "„"]
    for unit in [*units, '"', "a", "( ", "A!", "。", "1. "]:
        seconds = []
        for size in megabytes:
            length = int(size * 1e6)
            text = (unit * (length // len(unit) + 1))[:length]
            began = time.perf_counter()
            _transtrack(text, "de")
            seconds.append(f"{time.perf_counter() - began:6.2f}")
        yield f"{unit[:24]!r:28}" + " ".join(seconds)


def main() -> None:
    """The table of every splitter on every set of the given files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--half", choices=["dev", "test", "all"], default="test")
    parser.add_argument("--json", action="store_true", help="print rows as JSON")
    parser.add_argument("--speed", action="store_true", help="time 0.25, 0.5 and 1 MB paragraphs")
    given = parser.parse_args()
    own = [Path("tests/text/test_sentences.py"), *sorted(Path("tests/gold").glob("*.json"))]
    rows: list[Row] = []
    absent: set[str] = set()
    for (label, language), paragraphs in _sets([*given.files, *own], given.half).items():
        for name, splitter in _splitters(language):
            if splitter is None:
                absent.add(name)
            else:
                rows.append(_measure(name, splitter, label, language, paragraphs))
    if given.json:
        print(json.dumps([asdict(row) for row in rows], indent=1))
    else:
        print("splitter           set          lang  cuts  precision recall  F1     MB/s")
        for row in rows:
            measured = f"{row.precision:.4f}     {row.recall:.4f}  {row.f1:.4f}"
            where = f"{row.splitter:18} {row.set:12} {row.language:4} {row.boundaries:5}"
            print(f"{where}  {measured} {row.megabytes_per_second:5.2f}")
    for name in sorted(absent):
        print(f"{name}: not measured, the package is not installed", file=sys.stderr)
    if given.speed and not given.json:
        print("\nseconds for 0.25, 0.5, 1 MB in one paragraph", *_speeds([0.25, 0.5, 1]), sep="\n")


if __name__ == "__main__":
    main()
