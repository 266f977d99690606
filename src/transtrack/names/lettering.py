"""Letter models of many languages become one table, and the table a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from transtrack.names.letters import BITS, LetterTable, Rows
from transtrack.names.plausible import CODES, LINE, STEPS


def make_table(models: Mapping[str, str]) -> LetterTable:
    """The table of some models, each as `render_model` writes it."""
    letters: dict[str, dict[int, int]] = {}
    contexts: dict[str, dict[int, int]] = {}
    for number, text in enumerate(models.values()):
        for context, line in LINE.findall(text):
            following, codes = line[1:].split("\t")
            if context:
                contexts.setdefault(context, {})[number] = round(CODES[line[0]] * STEPS)
            for letter, code in zip(following, codes, strict=True):
                letters.setdefault(context + letter, {})[number] = round(CODES[code] * STEPS)
    alphabet = "".join(sorted(set().union(*letters)))
    if len(alphabet) >= 1 << BITS:
        raise ValueError(f"{len(alphabet)} letters do not fit into {BITS} bits")
    return LetterTable(
        names=tuple(models),
        alphabet=alphabet,
        letters=_make_rows(letters, alphabet),
        contexts=_make_rows(contexts, alphabet),
    )


def _make_rows(found: Mapping[str, dict[int, int]], alphabet: str) -> Rows:
    index = {letter: number for number, letter in enumerate(alphabet, 1)}
    numbered = {}
    for text, row in found.items():
        key = 0
        for letter in text:
            key = key << BITS | index[letter]
        numbered[key] = row
    rows = sorted(numbered.items())
    sizes = [len(row) for _, row in rows]
    entries = [entry for _, row in rows for entry in sorted(row.items())]
    return Rows(
        keys=np.array([key for key, _ in rows], np.uint64),
        starts=np.cumsum([0, *sizes]).astype(np.uint32),
        models=np.array([model for model, _ in entries], np.uint8),
        values=np.array([value for _, value in entries], np.int8),
    )


def write_table(table: LetterTable, path: Path) -> None:
    """Write a table as `read_table` reads it, the same bytes for the same table."""
    rows = {
        f"{kind}_{part}": getattr(held, part)
        for kind, held in (("letters", table.letters), ("contexts", table.contexts))
        for part in Rows.__slots__
    }
    text = "\n".join((table.alphabet, *table.names)).encode("utf-8")
    np.savez(path, text=np.frombuffer(text, np.uint8), **rows)
