"""A lexicon as a file, mapped into memory.

A line of JSON (languages, sources, counts, the arrays' types) and the arrays behind it,
little-endian. Words are found by a 64-bit hash, so that opening reads no word.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from transtrack.errors import InputError
from transtrack.lexicon.store import Lexicon, Side

MAGIC = "transtrack lexicon 1"
_DTYPES = frozenset({"<u8", "<u4", "<u2", "|u1"})


def render_lexicon(lexicon: Lexicon) -> bytes:
    """The lexicon as the bytes of a file."""
    small = len(lexicon.target.hashes) < 1 << 16
    arrays = {
        "source": lexicon.source.hashes.astype("<u8"),
        "target": lexicon.target.hashes.astype("<u8"),
        "starts": lexicon.starts.astype("<u4"),
        "targets": lexicon.targets.astype("<u2" if small else "<u4"),
        "forward": lexicon.forward,
        "backward": lexicon.backward,
        "source_text": np.frombuffer(lexicon.source.text, np.uint8),
        "target_text": np.frombuffer(lexicon.target.text, np.uint8),
    }
    head = {
        "format": MAGIC,
        "source": lexicon.source.language,
        "target": lexicon.target.language,
        "info": dict(lexicon.info),
        "arrays": {name: [str(array.dtype.str), len(array)] for name, array in arrays.items()},
    }
    line = json.dumps(head, ensure_ascii=False).encode("utf-8")
    line += b" " * (-(len(line) + 1) % 8) + b"\n"
    return line + b"".join(_aligned(array.tobytes()) for array in arrays.values())


def _aligned(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 8)


def read_lexicon(path: str | Path) -> Lexicon:
    """The lexicon in a file, mapped, not read. InputError where it is none, or cut short."""
    try:
        with Path(path).open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise InputError(
            f"no lexicon that can be read: {getattr(error, 'strerror', None) or error}",
            path=str(path),
            hint="name a file that transtrack lexicon train has made, or a pair such as de-en",
        ) from error
    end = data.find(b"\n", 0, 1 << 20)
    try:
        head = json.loads(data[: max(end, 0)])
        if head["format"] != MAGIC:
            raise ValueError(head["format"])
        at = end + 1
        arrays = {}
        for name, (dtype, count) in head["arrays"].items():
            if dtype not in _DTYPES:  # numpy would parse whatever stands there
                raise ValueError(dtype)
            arrays[name] = np.frombuffer(data, dtype, count, at)
            at += -(-arrays[name].nbytes // 8) * 8
        if at != len(data):
            raise ValueError("another size than it says")
        return _assemble(head, arrays)
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
        OverflowError,
    ) as error:
        raise InputError(
            "not a lexicon, or one cut short",
            path=str(path),
            hint="make it anew: transtrack lexicon train CORPUS -o FILE",
        ) from error


def _assemble(head: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> Lexicon:
    starts, targets = arrays["starts"].astype(np.int64), arrays["targets"].astype(np.uint32)
    ordered = len(starts) == len(arrays["source"]) + 1 and bool((np.diff(starts) >= 0).all())
    if not ordered or starts[-1] != len(targets):
        raise ValueError("entries out of order")
    if len(targets) and targets.max() >= len(arrays["target"]):
        raise ValueError("an entry of a word that is not there")
    if not len(targets) == len(arrays["forward"]) == len(arrays["backward"]):
        raise ValueError("entries without a probability")
    for side in ("source", "target"):
        text = arrays[f"{side}_text"]
        words = int(np.count_nonzero(text == ord("\n"))) + bool(len(text))
        if words != len(arrays[side]) or not isinstance(head[side], str):
            raise ValueError("another number of words than it says")
    if not isinstance(head["info"], dict):
        raise TypeError("no table")
    return Lexicon(
        source=Side(
            language=head["source"],
            hashes=arrays["source"],
            text=arrays["source_text"].tobytes(),
        ),
        target=Side(
            language=head["target"],
            hashes=arrays["target"],
            text=arrays["target_text"].tobytes(),
        ),
        starts=starts,
        targets=targets,
        forward=arrays["forward"],
        backward=arrays["backward"],
        info=head["info"],
    )
