"""How long `check` takes, for one article and for a thousand, and how much it finds in them.

    python -m bench.check PARALLEL.tsv[.gz] [--articles 1000] [--sentences 30] [--last 12000]

The pairs of lines of the file are cut, in their order, into articles of so many sentences, a
paragraph each. `transtrack check` runs on one core and aligns what it reads: nothing is cached
and no catalogue is there. Printed: seconds on the clock and of the processor, for one article
(the best of five runs) and for all; then how many lines in 1,000 have a finding of severity minor
or above, and how many each check has. `--last` takes so many pairs from the file's end.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter


def write_articles(parallel: Path, root: Path, count: int, size: int, last: int = 0) -> int:
    """Write `count` articles under `root`/corpora, or as many as the file has; how many."""
    opened = gzip.open if parallel.suffix == ".gz" else open
    with opened(parallel, "rt", encoding="utf-8") as lines:
        pairs = [line.rstrip("\n").split("\t")[:2] for line in lines][-last:]
    written = 0
    for number, start in enumerate(range(0, min(len(pairs), count * size), size)):
        for side, language in enumerate(("de", "en")):
            path = root / "corpora" / language / f"a{number:04}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            text = "\n\n".join(pair[side] for pair in pairs[start : start + size])
            path.write_text(text + "\n", encoding="utf-8")
        written = number + 1
    return written


def check(root: Path) -> tuple[float, float, str]:
    """Seconds on the clock, seconds of the processor, and the findings as lines of JSON."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "transtrack", "check", "--jobs", "1", "--format", "jsonl"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_stay_on_one_core,
    )
    seconds = perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, used, done.stdout


def count_findings(lines: str, sentences: int) -> str:
    """The share of lines with a finding that counts, and the number of findings by check."""
    found = [json.loads(line) for line in lines.splitlines()]
    found = [item for item in found if item["severity"] != "neutral"]
    places = {(item["path"], item["line"]) for item in found}
    counts = Counter(f"{item['check']} {item['severity']}" for item in found)
    table = "".join(f"\n{number:>6} {name}" for name, number in counts.most_common())
    return f"{1000 * len(places) / sentences:.1f} lines in 1,000 have a finding{table}"


def _stay_on_one_core() -> None:
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def main(arguments: Sequence[str] | None = None) -> None:
    """Write, run, print."""
    parser = argparse.ArgumentParser(prog="python -m bench.check", description=__doc__)
    parser.add_argument("parallel", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--sentences", type=int, default=30)
    parser.add_argument("--last", type=int, default=0)
    options = parser.parse_args(arguments)
    for count in (1, options.articles):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            written = write_articles(
                options.parallel, root, count, options.sentences, options.last
            )
            runs = sorted(check(root) for _ in range(5 if count == 1 else 1))
        seconds, used, lines = runs[0]
        print(
            f"{written} of {options.sentences} sentences: {seconds:.2f} s "
            f"({used:.2f} s of processor), {1000 * seconds / written:.0f} ms an article",
            flush=True,
        )
    print(count_findings(lines, written * options.sentences))


if __name__ == "__main__":
    main()
