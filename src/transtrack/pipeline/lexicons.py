"""Lexicons by name or file: open, train, write, and turn to fit two texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from transtrack.errors import InputError, UsageError
from transtrack.formats.parallel import read_pairs
from transtrack.lexicon import (
    Lexicon,
    find_lexicon,
    read_lexicon,
    render_lexicon,
    train,
    transpose,
)
from transtrack.text import parse_language, write_bytes


def open_lexicon(name: str) -> Lexicon:
    """The lexicon in a file, or the one that comes with the program for a pair like `de-en`."""
    source, _, target = name.partition("-")
    own = find_lexicon(source, target) if not Path(name).exists() else None
    return own or read_lexicon(name)


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
    """Write a lexicon, whole or not at all."""
    write_bytes(str(path), render_lexicon(lexicon))


def fit_lexicon(lexicon: Lexicon, source: str, target: str) -> Lexicon:
    """The lexicon in the direction of these languages; UsageError if it is of others."""
    has = tuple(s.language.partition("-")[0] for s in (lexicon.source, lexicon.target))
    wants = tuple(language.partition("-")[0] for language in (source, target))
    if has == wants:
        return lexicon
    if has == wants[::-1]:
        return transpose(lexicon)
    raise UsageError(
        f"the lexicon is for {'-'.join(has)}, the texts are {'-'.join(wants)}",
        hint="make one for them: transtrack lexicon train CORPUS -o FILE",
    )
