"""Tries generated inputs on every reader and command, and prints the counts.

python -m fuzz [--inputs 100000] [--seed 1] [--jobs 2] [--only readers|commands|server]
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty
from random import Random
from typing import Any

from fuzz.commands import try_command, warm_up
from fuzz.inputs import make_bytes
from fuzz.project import make_project
from fuzz.readers import make_targets
from fuzz.server import serve, try_request
from fuzz.watch import Tally, call, start_watch
from transtrack.cli.app import ALLOCATIONS

_FAULTS = ("traceback", "hang", "changed", "obeyed")
_SHARE = 0.04  # of the inputs that go to whole commands: one costs as much as thirty of a reader
_BATCH = 500
TAB = "\t"


def run_batch(numbers: range, seed: int, only: str, folder: Path, tally: Tally) -> None:
    """Nothing; the inputs of these numbers are tried, each made by its own number alone."""
    gc.set_threshold(*ALLOCATIONS)  # as the program has it
    targets = make_targets()
    project = make_project(folder / "project")
    table = serve(folder / "served", project) if only in {"", "server"} else None
    for number in numbers:
        random = Random(f"{seed}-{number}")
        if table and (only == "server" or random.random() < _SHARE):
            (folder / "now").write_text(f"{number} request", encoding="utf-8")
            try_request(table, random, tally)
            continue
        if only == "commands" or (only != "readers" and random.random() < _SHARE):
            (folder / "now").write_text(f"{number} command", encoding="utf-8")
            try_command(project, random, tally)
            continue
        target = random.choice(targets)
        data = make_bytes(target.seeds, random)
        path = folder / target.file
        path.write_bytes(data)
        (folder / "now").write_text(f"{number} {target.name}", encoding="utf-8")
        outcome, where, story = call(lambda: target.read(path))  # noqa: B023 - called at once
        tally.add(
            outcome, target.name, where, story and f"input {number}: {data[:300]!r}\n{story}"
        )
        if path.read_bytes() != data:
            tally.add("changed", target.name, "file", f"input {number}")
        path.unlink()
    if table:
        table.close()


def _work(batch: range, seed: int, only: str, folder: str, results: Any) -> None:
    start_watch()
    tally = Tally()
    run_batch(batch, seed, only, Path(folder), tally)
    results.put((tally.counts, tally.kept))


def run(inputs: int, seed: int, jobs: int, only: str, top: Path, total: Tally) -> None:
    """Nothing; the counts of so many inputs are added; a process that dies counts as a hang."""
    make_targets()
    warm_up(top / "warm")  # models and imports once, before the forks
    context = multiprocessing.get_context("fork")
    results = context.Queue()
    batches = [range(k, min(k + _BATCH, inputs)) for k in range(0, inputs, _BATCH)][::-1]
    running: dict[Any, Path] = {}
    count = 0
    while batches or running:
        while batches and len(running) < jobs:
            count += 1
            folder = top / str(count)
            folder.mkdir()
            arguments = (batches.pop(), seed, only, str(folder), results)
            process = context.Process(target=_work, args=arguments)
            process.start()
            running[process] = folder
        try:
            counts, kept = results.get(timeout=0.2)
            for name in kept.keys() - total.kept.keys():
                print(f"{name}\n{kept[name]}\n", file=sys.stderr, flush=True)
            total.merge(Tally(counts=counts, kept=kept))
        except Empty:
            pass
        for process, folder in list(running.items()):
            if process.exitcode is not None:
                if process.exitcode:
                    now = (folder / "now").read_text(encoding="utf-8")
                    total.add("hang", "process", now, f"died of {process.exitcode} at input {now}")
                shutil.rmtree(folder, ignore_errors=True)
                del running[process]
    while not results.empty():
        counts, kept = results.get()
        total.merge(Tally(counts=counts, kept=kept))


def describe(tally: Tally, seconds: float) -> str:
    """The counts by target, and what faults there were; their stories were told before."""
    targets = sorted({name.split("\t")[0] for name in tally.counts if "\t" in name})
    heads = ("read", "refused", *_FAULTS)
    lines = [f"{'':18}" + "".join(f"{head:>10}" for head in heads)]
    for target in targets:
        cells = "".join(f"{tally.counts[f'{target}{TAB}{head}']:>10}" for head in heads)
        lines.append(f"{target:18}{cells}")
    lines += ["", *sorted(tally.kept)] if tally.kept else []
    inputs = sum(tally.counts[head] for head in ("read", "refused", "traceback", "hang"))
    faults = ", ".join(f"{tally.counts[name]} {name}" for name in _FAULTS)
    lines.append(f"\n{inputs} inputs in {seconds:.0f} s: {faults}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """1 if there was any fault."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", choices=("readers", "commands", "server"), default="")
    asked = parser.parse_args(arguments)
    began = time.monotonic()
    place = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - in memory, where it is
    with tempfile.TemporaryDirectory(prefix="transtrack-fuzz-", dir=place) as folder:
        tally = Tally()
        with suppress(KeyboardInterrupt):  # the counts so far are worth having
            run(asked.inputs, asked.seed, asked.jobs, asked.only, Path(folder), tally)
    print(describe(tally, time.monotonic() - began))
    return int(any(tally.counts[name] for name in _FAULTS))


if __name__ == "__main__":
    sys.exit(main())
