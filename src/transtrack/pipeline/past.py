"""A corpus as it stood at earlier commits, judged by the rules of now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from transtrack.config import Config
from transtrack.errors import TranstrackError
from transtrack.pipeline.choice import Chosen
from transtrack.pipeline.report import Key, judge_corpus
from transtrack.reports.site.values import Moment, Row, make_row, sum_up
from transtrack.track import Pair, find_corpus
from transtrack.track.history import Commit, read_blobs, read_tree


def trace_corpus(
    config: Config, commits: Sequence[Commit], checks: Chosen, known: Mapping[Key, Row]
) -> Iterator[Moment]:
    """The corpus at each commit, by the rules of now; `known` articles are not judged again.

    Commits at which there was no corpus are left out, and those whose
    files cannot be written out here.
    """
    rows = dict(known)
    house = replace(
        config,
        authority=str(config.root / config.authority),
        schemes=tuple(str(config.root / name) for name in config.schemes),
        glossaries=tuple(str(config.root / name) for name in config.glossaries),
        lexicons=tuple(str(config.root / name) for name in config.lexicons),
    )
    for commit in commits:
        tree = read_tree(config.root, commit.id, config.corpora)
        with TemporaryDirectory(prefix="transtrack-") as folder:
            past = replace(house, root=Path(folder))
            try:
                found = _judge_tree(config.root, past, tree, checks, rows)
            except (TranstrackError, OSError):
                continue
        totals = sum_up(found)
        yield Moment(commit=commit.id, date=commit.date, subject=commit.subject, totals=totals)


def _judge_tree(
    root: Path, past: Config, tree: Mapping[str, str], checks: Chosen, rows: dict[Key, Row]
) -> list[Row]:
    """The articles of a commit; files are written out only where they must be judged."""
    for path in tree:
        (past.root / path).parent.mkdir(parents=True, exist_ok=True)
        (past.root / path).touch()
    pairs = find_corpus(past).pairs
    keys = {pair: _key(pair, tree) for pair in pairs}
    new = [pair for pair in pairs if keys[pair] not in rows]
    paths = {path for pair in new for path in (pair.source, pair.target, pair.catalogue)}
    wanted = {path: tree[path] for path in paths if path and path in tree}
    blobs = read_blobs(root, sorted(set(wanted.values())))
    for path, name in wanted.items():
        (past.root / path).write_bytes(blobs.get(name, b""))
    for pair, article in zip(new, judge_corpus(past, new, checks), strict=True):
        rows[keys[pair]] = make_row(article)
    return [rows[keys[pair]] for pair in pairs]


def _key(pair: Pair, tree: Mapping[str, str]) -> Key:
    if pair.target is None:
        return pair.source, pair.target_language, None
    target = pair.target
    return pair.source, tree.get(pair.source), target, tree.get(target), tree.get(pair.catalogue)
