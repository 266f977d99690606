"""How well and how fast the aligner aligns, over gold data.

    python -m bench.align FILE.jsonl… [--json] [--beads OUT.jsonl] [--peer gale-church]
                          [--lexicon uk-en.lexicon]

A line of a file is a document: `set`, `variant`, `id`, `source_language`,
`target_language`, `source`, `target` (lists of sentences) and `gold` (beads). A folder stands
for its .jsonl and .json files.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.peers import PEERS
from transtrack.align import align, evaluate
from transtrack.lexicon import Lexicon, read_lexicon
from transtrack.model import Bead, Block, BlockKind, Document, Sentence, Span

BINS = 10
Pair = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A gold document aligned."""

    set: str
    variant: str
    id: str
    gold: tuple[Pair, ...]
    beads: tuple[Bead, ...]
    sentences: int
    seconds: float

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The beads without their confidence."""
        return tuple((bead.source, bead.target) for bead in self.beads)


def read_gold(paths: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The documents of gold files; a .json file holds one, a folder is read in order."""
    for name in paths:
        path = Path(name)
        found = sorted(path.glob("*.json*")) if path.is_dir() else [path]
        for file in found:
            text = file.read_text(encoding="utf-8")
            if file.suffix == ".json":
                yield json.loads(text)
            else:
                yield from map(json.loads, filter(str.strip, text.split("\n")))


def make_document(sentences: Sequence[str], language: str, path: str) -> Document:
    """A document of these sentences, a line each, in one block."""
    text = "\n".join(sentences)
    made = []
    at = 0
    for index, sentence in enumerate(sentences):
        span = Span(start=at, end=at + len(sentence))
        made.append(Sentence(index=index, text=sentence, span=span, block=0))
        at = span.end + 1
    return Document(
        path=path,
        language=language,
        text=text,
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(start=0, end=len(text))),),
        sentences=tuple(made),
        digest=f"sha256:{sha256(text.encode()).hexdigest()}",
    )


def run(data: dict[str, Any], lexicon: Lexicon | None = None) -> Run:
    """One document aligned and timed, tokenising included; by a lexicon if it is of its pair."""
    source = make_document(data["source"], data["source_language"], "source")
    target = make_document(data["target"], data["target_language"], "target")
    pair = data["source_language"], data["target_language"]
    given = (
        lexicon if lexicon and (lexicon.source.language, lexicon.target.language) == pair else None
    )
    began = perf_counter()
    bitext = align(source, target, lexicon=given)
    return Run(
        set=data["set"],
        variant=data["variant"],
        id=data["id"],
        gold=tuple((tuple(left), tuple(right)) for left, right in data["gold"]),
        beads=bitext.beads,
        sentences=len(data["source"]),
        seconds=perf_counter() - began,
    )


def run_peer(name: str, data: dict[str, Any]) -> Run:
    """One document aligned by another aligner, whose beads have no confidence."""
    began = perf_counter()
    pairs = PEERS[name](data["source"], data["target"])
    seconds = perf_counter() - began
    return Run(
        set=name,
        variant=data["variant"],
        id=data["id"],
        gold=tuple((tuple(left), tuple(right)) for left, right in data["gold"]),
        beads=tuple(Bead(source=s, target=t, score=0.0, confidence=1.0) for s, t in pairs),
        sentences=len(data["source"]),
        seconds=seconds,
    )


def measure(runs: Sequence[Run]) -> dict[str, Any]:
    """Agreement, calibration and speed over these documents."""
    result = evaluate((item.gold, item.pairs) for item in runs)
    row: dict[str, Any] = {"documents": len(runs), "beads": sum(len(r.beads) for r in runs)}
    for name, agreement in (("strict", result.strict), ("lax", result.lax)):
        row[name] = {
            "precision": agreement.precision,
            "recall": agreement.recall,
            "f1": agreement.f1,
        }
    row["calibration"] = reliability(runs)
    row["ece"] = calibration_error(row["calibration"])
    seconds = sum(item.seconds for item in runs)
    row["pairs_per_second"] = sum(item.sentences for item in runs) / seconds if seconds else 0.0
    return row


def reliability(runs: Iterable[Run]) -> list[dict[str, float]]:
    """By tenth of confidence: how many beads, their mean confidence, the share that is right."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for item in runs:
        gold = set(item.gold)
        for bead in item.beads:
            right = (bead.source, bead.target) in gold
            bins[min(int(bead.confidence * BINS), BINS - 1)].append((bead.confidence, right))
    return [
        {
            "beads": len(held),
            "confidence": sum(sure for sure, _ in held) / len(held),
            "right": sum(right for _, right in held) / len(held),
        }
        for held in bins
        if held
    ]


def calibration_error(bins: Sequence[dict[str, float]]) -> float:
    """Expected calibration error (Naeini et al. 2015) over the bins."""
    total = sum(item["beads"] for item in bins)
    gaps = (item["beads"] * abs(item["confidence"] - item["right"]) for item in bins)
    return sum(gaps) / total if total else 0.0


def table(rows: dict[tuple[str, str], dict[str, Any]]) -> str:
    """The measurements for people."""
    head = (
        f"{'set':<12} {'variant':<9} {'docs':>5} {'strict P':>9} {'R':>6} {'F1':>6} "
        f"{'lax P':>7} {'R':>6} {'F1':>6} {'ECE':>6} {'pairs/s':>8}"
    )
    lines = [head]
    for (name, variant), row in rows.items():
        strict, lax = row["strict"], row["lax"]
        lines.append(
            f"{name:<12} {variant:<9} {row['documents']:>5} "
            f"{strict['precision']:>9.3f} {strict['recall']:>6.3f} {strict['f1']:>6.3f} "
            f"{lax['precision']:>7.3f} {lax['recall']:>6.3f} {lax['f1']:>6.3f} "
            f"{row['ece']:>6.3f} {row['pairs_per_second']:>8.0f}"
        )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.align", description=__doc__)
    parser.add_argument("files", nargs="+", metavar="FILE.jsonl")
    parser.add_argument("--json", action="store_true", help="print JSON, not a table")
    parser.add_argument("--beads", metavar="OUT.jsonl", help="write the beads of each document")
    parser.add_argument("--peer", choices=sorted(PEERS), help="measure another aligner, too")
    parser.add_argument("--lexicon", metavar="FILE", help="use for documents of its languages")
    options = parser.parse_args(arguments)
    documents = list(read_gold(options.files))
    lexicon = read_lexicon(Path(options.lexicon)) if options.lexicon else None
    runs = [run(data, lexicon) for data in documents]
    if not runs:
        sys.exit("no gold documents in these files")
    if options.beads:
        with Path(options.beads).open("w", encoding="utf-8") as out:
            for item in runs:
                named = {"set": item.set, "variant": item.variant, "id": item.id}
                json.dump({**named, "beads": item.pairs}, out)
                out.write("\n")
    keys = dict.fromkeys((item.set, item.variant) for item in runs)
    rows = {key: measure([r for r in runs if (r.set, r.variant) == key]) for key in keys}
    variants = dict.fromkeys(variant for _, variant in keys)
    if len(rows) > len(variants):
        for variant in variants:
            rows["all", variant] = measure([r for r in runs if r.variant == variant])
    rows["all", "all"] = measure(runs)
    if options.peer:
        others = [run_peer(options.peer, data) for data in documents]
        for variant in variants:
            rows[options.peer, variant] = measure([r for r in others if r.variant == variant])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if options.json:
        results = [
            {"set": name, "variant": variant, **row} for (name, variant), row in rows.items()
        ]
        print(json.dumps({"results": results, "peak_memory_mib": memory}, indent=2))
    else:
        print(table(rows))
        print(f"peak memory {memory:.0f} MiB")


if __name__ == "__main__":
    main()
