"""Document alignment: which of many German articles belongs to which English one.

    python -m bench.mine ALIGN PARALLEL [--least M …]

ALIGN is the folder of bench/align (its clean and hard variants of both WMT versions and NTREX),
PARALLEL a file of German, tab, English lines (wmt08_18.tsv.gz) of which runs of 8 to 20 lines
fill up to 1,000 German and 1,200 English articles. A link is right if both are of one story.
Printed: precision and recall, at several margins, with and without the lexicon; time.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import perf_counter

from transtrack.align.mining import LEAST, mine
from transtrack.lexicon import find_lexicon

GERMAN, ENGLISH = 1000, 1200

Text = tuple[str, str]  # story, text


def gather(folder: Path, parallel: Path) -> tuple[list[Text], list[Text]]:
    """The articles of both languages, shuffled, each with the story that it tells."""
    random = Random(3)  # noqa: S311 - not for secrets
    german: list[Text] = []
    english: list[Text] = []
    for path in sorted(folder.glob("dev_*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["variant"] in ("clean", "hard"):
                story = f"{row['set'].rstrip('AB')}-{row['id']}"
                sides = "\n".join(row["source"]), "\n".join(row["target"])
                de, en = sides if row["source_language"] == "de" else sides[::-1]
                german.append((story, de))
                english.append((story, en))
    text = gzip.decompress(parallel.read_bytes()).decode("utf-8")
    lines = [line for line in text.split("\n") if "\t" in line]
    at = 0
    while len(english) < ENGLISH:
        size = random.randint(8, 20)
        part = [line.split("\t")[:2] for line in lines[at : at + size]]
        at += size + 3
        if len(german) < GERMAN:
            german.append((f"run-{at}", "\n".join(pair[0] for pair in part)))
        english.append((f"run-{at}", "\n".join(pair[1] for pair in part)))
    random.shuffle(german)
    random.shuffle(english)
    return german, english


def main(arguments: Sequence[str] | None = None) -> None:
    """Gather, mine, print."""
    parser = argparse.ArgumentParser(prog="python -m bench.mine", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("parallel", type=Path)
    parser.add_argument("--least", type=float, nargs="*", default=[LEAST])
    options = parser.parse_args(arguments)
    german, english = gather(options.folder, options.parallel)
    print(f"{len(german)} German, {len(english)} English articles")
    for name, lexicon in (("with", find_lexicon("de", "en")), ("without", None)):
        began = perf_counter()
        texts = [text for _, text in german], [text for _, text in english]
        links = mine(*texts, lexicon, least=0.0)
        seconds = perf_counter() - began
        for least in options.least:
            taken = [link for link in links if link.margin >= least]
            right = sum(german[link.source][0] == english[link.target][0] for link in taken)
            print(
                f"  {name} lexicon, margin {least}: precision {right / max(len(taken), 1):.4f}, "
                f"recall {right / len(german):.4f}, {seconds:.1f} s"
            )


if __name__ == "__main__":
    main()
