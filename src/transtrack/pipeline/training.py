"""Lexicons of parallel text: trained, and written."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from transtrack.errors import InputError
from transtrack.formats.parallel import read_pairs
from transtrack.lexicon import Lexicon, render_lexicon, train
from transtrack.text import parse_language, write_bytes


def train_lexicon(corpus: Sequence[str], source: str, target: str) -> Lexicon:
    """A lexicon of parallel text in files; UsageError or InputError where there is none."""
    languages = parse_language(source), parse_language(target)
    short = tuple(language.partition("-")[0] for language in languages)
    pairs = list(read_pairs(corpus, (short[0], short[1])))
    if not pairs:
        raise InputError(
            "no sentence pairs in it",
            path=corpus[0],
            hint="TSV wants two columns, TMX both languages, PO reviewed entries",
        )
    weighted = ((left, right, 1.0) for left, right in pairs)
    names = [Path(path).name for path in corpus]
    return train(weighted, languages, {"sources": names})


def write_lexicon(path: Path, lexicon: Lexicon) -> None:
    """Write a lexicon, whole or not at all; its folder is made."""
    with suppress(OSError):  # which the writing tells
        path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(str(path), render_lexicon(lexicon))
