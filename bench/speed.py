"""How time and memory grow with the length of a text.

    python -m bench.speed FILE.jsonl… [--sizes 100 1000 10000 100000] [--json]
    python -m bench.speed FILE.jsonl… --sizes 10000 1000000

The documents of the files are strung together, over and over, to texts of these sizes in
sentence pairs; each is aligned in a process of its own, tokenising and lexicon included. The
seconds are the process' own. A million pairs take ten minutes and 10 GiB.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from itertools import cycle
from time import process_time
from typing import Any

from bench.align import make_document, read_gold
from transtrack.align import align

SIZES = [100, 1000, 10_000, 100_000]


def measure(files: Sequence[str], size: int) -> dict[str, Any]:
    """Seconds and MiB for one text, and the share of its beads that gold has."""
    source: list[str] = []
    target: list[str] = []
    gold = set()
    plain = [
        data for data in read_gold(files) if data["variant"] in {"clean", "drop10", "restruct"}
    ]
    for data in cycle(plain):
        if len(source) >= size:
            break
        left, right = len(source), len(target)
        gold |= {
            (tuple(k + left for k in one), tuple(k + right for k in two))
            for one, two in data["gold"]
        }
        source += data["source"]
        target += data["target"]
    documents = make_document(source, "de", "source"), make_document(target, "en", "target")
    began = process_time()
    beads = align(*documents).beads
    seconds = process_time() - began
    return {
        "pairs": len(source),
        "seconds": seconds,
        "pairs_per_second": len(source) / seconds,
        "peak_memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "precision": sum((bead.source, bead.target) in gold for bead in beads) / len(beads),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each size in a process of its own, and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    parser.add_argument("files", nargs="+", metavar="FILE.jsonl")
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    parser.add_argument("--json", action="store_true", help="print JSON, not a table")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(measure(options.files, options.one)))
        return
    rows = []
    for size in options.sizes:
        command = [sys.executable, "-m", "bench.speed", *options.files, "--one", str(size)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - this program
        rows.append(json.loads(done.stdout))
    if options.json:
        print(json.dumps(rows, indent=2))
        return
    print(
        f"{'pairs':>8} {'seconds':>9} {'pairs/s':>8} {'ms/pair':>8} {'MiB':>6} {'KiB/pair':>8} "
        f"{'strict P':>9}"
    )
    for row in rows:
        print(
            f"{row['pairs']:>8} {row['seconds']:>9.2f} {row['pairs_per_second']:>8.0f} "
            f"{1000 * row['seconds'] / row['pairs']:>8.3f} {row['peak_memory_mib']:>6.0f} "
            f"{1024 * row['peak_memory_mib'] / row['pairs']:>8.1f} {row['precision']:>9.3f}"
        )


if __name__ == "__main__":
    main()
