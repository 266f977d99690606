"""Many articles: how long a first run takes, a second one, and one with a scheduler.

    python -m bench.scale CORPORA [--articles 100000] [--jobs 2] [--folder DIR] [--dask]

CORPORA holds de/ and en/ with catalogues beside the translations; articles of five sentences
each are drawn from their surest 1-1 beads. Printed: seconds and milliseconds an article of the
first run, seconds of a second one in which nothing has changed, and, with --dask, whether a
local cluster of two workers, one of them killed half-way, writes the same bytes.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from time import perf_counter, sleep
from typing import Any

from transtrack.track import read_catalogue

SENTENCES = 5
SURE = 0.95


def write_articles(corpora: Path, root: Path, count: int) -> None:
    """Articles with their translations, the same for the same number."""
    random = Random(1)  # noqa: S311 - not for secrets
    pairs = []
    for path in sorted((corpora / "en").glob("*.po")):
        catalogue = read_catalogue(path)
        pairs += [
            (entry.source, entry.target)
            for entry in (catalogue.entries if catalogue else ())
            if entry.kind == (1, 1) and entry.confidence >= SURE and not entry.obsolete
        ]
    for number in range(count):
        drawn = random.sample(pairs, SENTENCES)
        for side, language in enumerate(("de", "en")):
            folder = root / "corpora" / language / f"{number // 1000:03}"
            folder.mkdir(parents=True, exist_ok=True)
            text = "\n\n".join(pair[side] for pair in drawn)
            (folder / f"a{number:06}.txt").write_text(text + "\n", encoding="utf-8")


def align(root: Path, *options: str) -> tuple[float, str]:
    """Seconds of a run of `transtrack align`, and the digest of what it printed."""
    began = perf_counter()
    done = subprocess.run(  # noqa: S603 - the program itself
        [sys.executable, "-m", "transtrack", "align", *options],
        cwd=root,
        capture_output=True,
        check=True,
    )
    return perf_counter() - began, sha256(done.stdout).hexdigest()[:12]


def digest(root: Path) -> str:
    """The digest of all catalogues."""
    total = sha256()
    for path in sorted(root.rglob("*.po")):
        total.update(path.read_bytes())
    return total.hexdigest()[:12]


def forget(root: Path) -> None:
    """Remove catalogues and caches."""
    for path in (*root.rglob("*.po"), *(root / ".transtrack").glob("*")):
        path.unlink()


def run_dask(root: Path) -> tuple[float, str]:
    """A run on a local cluster of two workers of which one is killed after a while."""
    from distributed import LocalCluster  # noqa: PLC0415 - an extra

    start: Any = LocalCluster  # it has no types
    with start(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:

        def kill() -> None:
            sleep(8)
            worker = next(iter(cluster.workers.values()))
            os.kill(worker.process.process.pid, signal.SIGKILL)

        threading.Thread(target=kill, daemon=True).start()
        return align(root, "--scheduler", cluster.scheduler_address)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write, run, print."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--dask", action="store_true")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        root = options.folder or Path(folder)
        write_articles(options.corpora, root, options.articles)
        seconds, printed = align(root, "--jobs", str(options.jobs))
        print(
            f"{options.articles} articles of {SENTENCES} sentences, --jobs {options.jobs}: "
            f"{seconds:.0f} s, {1000 * seconds / options.articles:.1f} ms an article",
            flush=True,
        )
        first = digest(root)
        sleep(2.5)
        seconds, again = align(root)
        print(f"  again, nothing changed: {seconds:.1f} s, same output: {again == printed}")
        if options.dask:
            forget(root)
            seconds, _ = run_dask(root)
            same = digest(root) == first
            print(f"  Dask, two workers, one killed: {seconds:.0f} s, same bytes: {same}")


if __name__ == "__main__":
    main()
