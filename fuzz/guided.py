"""Inputs that follow the coverage: libFuzzer, through atheris, on each reader.

python -m fuzz.guided [--seconds 60] [--only NAME]     (pip install atheris)
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

_LONGEST: Final = 20_000  # bytes of an input
_DONE: Final = re.compile(r"#(\d+)\s+DONE\s+cov: (\d+)")
_ROOM: Final = 4096  # MiB


def run_one(name: str, arguments: Sequence[str]) -> None:
    """Nothing: libFuzzer has the process, and ends it."""
    import atheris  # noqa: PLC0415 - before what it is to watch

    fuzzer: Any = atheris
    with fuzzer.instrument_imports(include=["transtrack"]):
        from fuzz.readers import make_targets  # noqa: PLC0415
        from transtrack.errors import TranstrackError  # noqa: PLC0415

        (target,) = [target for target in make_targets() if target.name == name]
        for seed in (*target.seeds, target.seeds[0] + b"\xff\xf5"):  # for what is imported late
            with suppress(TranstrackError):
                target.read(_write(target.file, seed))

    def try_input(data: bytes) -> None:
        try:
            target.read(_write(target.file, data))
        except TranstrackError:
            return

    fuzzer.Setup([sys.argv[0], *arguments], try_input)
    fuzzer.Fuzz()


def _write(file: str, data: bytes) -> Path:
    path = Path(os.environ["FUZZ_FOLDER"]) / file
    path.write_bytes(data)
    return path


def guide(name: str, seeds: Sequence[bytes], seconds: int, folder: Path) -> Counter[str]:
    """The inputs that were tried, the branches reached, and whether one was a fault."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(seeds):
        (corpus / f"seed{number}").write_bytes(seed)
    options = (
        f"-max_total_time={seconds}",
        f"-max_len={_LONGEST}",
        f"-rss_limit_mb={_ROOM}",
        f"-artifact_prefix={folder}/",
        "-timeout=60",
    )
    done = subprocess.run(
        [sys.executable, "-m", "fuzz.guided", "--one", name, str(corpus), *options],
        env={**os.environ, "FUZZ_FOLDER": str(folder)},
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    told = done.stderr.decode("utf-8", "replace")
    found = _DONE.search(told)
    if found is None or done.returncode:
        print(f"{name}\n{told[-4000:]}", flush=True)
        for path in sorted(folder.glob("*-*")):  # crash-…, timeout-…, oom-…
            print(f"{path.name}: {path.read_bytes()[:500]!r}", flush=True)
        return Counter(faults=1)
    return Counter(inputs=int(found[1]), branches=int(found[2]))


def main(arguments: Sequence[str] | None = None) -> int:
    """1 if there was a fault."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.guided", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="for each reader")
    parser.add_argument("--only", default="")
    asked = parser.parse_args(arguments)
    from fuzz.readers import make_targets  # noqa: PLC0415 - only where nothing is instrumented

    total: Counter[str] = Counter()
    for target in make_targets():
        if asked.only not in target.name:
            continue
        with tempfile.TemporaryDirectory(prefix="transtrack-guided-") as folder:
            found = guide(target.name, target.seeds, asked.seconds, Path(folder))
        print(
            f"{target.name:18}{found['inputs']:>9} inputs{found['branches']:>7} branches",
            flush=True,
        )
        total += found
    print(f"{total['inputs']} inputs, {total['faults']} faults")
    return int(total["faults"] > 0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        run_one(sys.argv[2], sys.argv[3:])
    sys.exit(main())
