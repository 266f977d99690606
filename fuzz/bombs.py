"""Small files that grow: packages, entities, depth, length; each read within time and memory.

python -m fuzz.bombs [--quick] [--only NAME]
"""

from __future__ import annotations

import argparse
import gzip
import io
import resource
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fuzz.readers import Target, make_targets
from fuzz.watch import call, start_watch

SECONDS: Final = 10.0  # of the processor
MEMORY: Final = 1400  # MiB at the most
_ALIKE: Final = {
    "import docx",
    "import xliff",
    "import xliff2",
    "import intertext",
}  # read as others
_MIB: Final = 1 << 20
_LONG: Final = 10 * 1000 * 1000  # characters of a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Bomb:
    """A file for a reader; `long`: nothing is wrong in it but that there is much of it."""

    name: str
    target: Target
    data: bytes
    long: bool = False


def make_bombs(*, quick: bool) -> Iterator[Bomb]:
    """Every bomb for every reader that it could hurt."""
    for target in make_targets():
        if quick and target.name in _ALIKE:
            continue
        seed = target.seeds[0]
        kind = target.file.rpartition(".")[2]
        if kind == "docx":
            for name, data in _pack_bombs(seed, 70 if quick else 200).items():
                yield Bomb(name=name, target=target, data=data)
        elif (
            seed.lstrip().startswith((b"<?xml", b"<tmx", b"<xliff", b"<martif")) or kind == "html"
        ):
            for name, data in _xml_bombs(seed, 30_000 if quick else 300_000).items():
                yield Bomb(name=name, target=target, data=data)
        elif kind == "gz" and not quick:
            member = gzip.compress(bytes(_MIB), mtime=0)
            yield Bomb(name="600 MiB in 600 members", target=target, data=member * 600)
        elif kind in {"toml", "json", "jsonl"}:
            yield Bomb(name="depth", target=target, data=b"a = " * (kind == "toml") + b"[" * _MIB)
        if kind not in {"docx", "gz", "lexicon"} and (not quick or target.name == "import tsv"):
            line = seed.replace(b"\n", b" ")
            long = line * (_LONG // len(line))
            yield Bomb(name="10 MB on a line", target=target, data=long, long=True)


def _pack_bombs(seed: bytes, size: int) -> dict[str, bytes]:
    """Packages that unpack to more than they are, say less than they unpack to, or hold much."""
    flood = bytes(size * _MIB)
    main = "word/document.xml"
    many = {f"word/{number}.xml": b"" for number in range(5000)}
    inner = {
        f"document-{name}": data for name, data in _xml_bombs(_unpack(seed)[main], 30_000).items()
    }
    made = {
        "zeros": _pack({main: flood}),
        "5,000 files": _pack({**many, main: b"<a/>"}),
        "a package in it": _pack({main: _pack({main: flood})}),
    }
    lying = bytearray(made["zeros"])
    for head, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):  # sizes unpacked, told too small
        start = lying.index(head) + at
        lying[start : start + 4] = (1000).to_bytes(4, "little")
    made["a size that lies"] = bytes(lying)
    return made | {name: _pack({**_unpack(seed), main: data}) for name, data in inner.items()}


def _pack(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=zlib.Z_BEST_SPEED) as pack:
        for name, data in files.items():
            pack.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _xml_bombs(seed: bytes, depth: int) -> dict[str, bytes]:
    """The document with entities that grow, fetch or refer to themselves; depth; width."""
    laughs = "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    entities = {
        "billion laughs": f'<!ENTITY a "lol">{laughs}<!ENTITY x "&j;">',
        "quadratic": f'<!ENTITY a "{"lol" * 20_000}"><!ENTITY x "{"&a;" * 20_000}">',
        "another file": '<!ENTITY x SYSTEM "file:///etc/passwd">',
        "another host": '<!ENTITY x SYSTEM "http://192.0.2.1/x">',
        "parameters": '<!ENTITY % p SYSTEM "file:///etc/passwd"> %p; <!ENTITY x "&y;">',
        "itself": '<!ENTITY x "&y;"><!ENTITY y "&x;">',
    }
    head, mark, rest = seed.partition(b"?>")
    start, body = (head + mark, rest) if mark else (b"", seed)
    root, end = body.split(b">", 1)
    made = {
        name: start + f"<!DOCTYPE l [{told}]>".encode() + body.replace(b"a", b"&x;", 40)
        for name, told in entities.items()
    }
    made["a type elsewhere"] = start + b'<!DOCTYPE l SYSTEM "http://192.0.2.1/x.dtd">' + body
    made["depth"] = start + root + b">" + b"<p>" * depth + end
    made["attributes"] = (
        start + root + b"".join(b' a%d="x"' % n for n in range(100_000)) + b">" + end
    )
    made["a long attribute"] = start + root + b' zz="' + b"x" * _LONG + b'">' + end
    return made


def try_bomb(bomb: Bomb, folder: Path) -> tuple[str, float, str]:
    """What came of it, the seconds, and what there is to read of it."""
    path = folder / bomb.target.file
    path.write_bytes(bomb.data)
    kept: list[object] = []
    began = time.process_time()
    outcome, _, story = call(lambda: kept.append(bomb.target.read(path)))
    seconds = time.process_time() - began
    path.unlink()
    return outcome, seconds, story


def main(arguments: Sequence[str] | None = None) -> int:
    """1 where a bomb went off."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.bombs", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="without what takes long by right")
    parser.add_argument("--only", default="")
    asked = parser.parse_args(arguments)
    start_watch(int(SECONDS) if asked.quick else 120)
    bad = tried = 0
    slowest = (0.0, "")
    with tempfile.TemporaryDirectory(prefix="transtrack-bombs-") as folder:
        for bomb in make_bombs(quick=asked.quick):
            if asked.only not in f"{bomb.target.name}: {bomb.name}":
                continue
            outcome, seconds, story = try_bomb(bomb, Path(folder))
            tried += 1
            slowest = max(slowest, (seconds, f"{bomb.target.name}: {bomb.name}"))
            late = seconds > SECONDS and not bomb.long
            if outcome in {"traceback", "hang"} or late:
                bad += 1
                print(
                    f"{bomb.target.name}: {bomb.name}: {outcome}, {seconds:.1f} s\n{story}",
                    flush=True,
                )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    bad += memory > MEMORY
    print(
        f"{tried} bombs, {bad} went off; slowest {slowest[0]:.1f} s ({slowest[1]}), {memory} MiB"
    )
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
