"""Articles brought in step as their files change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from transtrack.config import Config
from transtrack.model import Kind, Status
from transtrack.pipeline.align import align_pair
from transtrack.pipeline.lexicons import find_lexicons
from transtrack.text import find_place
from transtrack.track import Pair, find_corpus
from transtrack.track.status import find_status


def find_touched(config: Config, paths: Collection[Path]) -> tuple[Pair, ...]:
    """The pairs of the corpus that some changed files belong to."""
    changed = {find_place(path) for path in paths}
    return tuple(
        pair
        for pair in find_corpus(config).pairs
        if any(
            find_place(config.root / name) in changed
            for name in (pair.source, pair.target, pair.catalogue)
            if name
        )
    )


def bring_in_step(config: Config, pairs: Iterable[Pair]) -> Iterator[str]:
    """A line for each pair that was not in step, or cannot be: how it stands now."""
    for pair in pairs:
        before = find_status(config.root, pair)
        if before.status in (Status.FRESH, Status.MISSING):
            continue
        outcome = align_pair(pair, config.root, find_lexicons(config))
        after = find_status(config.root, pair)
        if outcome.wrote or outcome.report.skipped:
            reasons = "; ".join(item.reason.split("\n")[0] for item in outcome.report.skipped)
            counts = ", ".join(f"{after.count(kind)} {kind}" for kind in Kind if after.count(kind))
            told = ": ".join(filter(None, (str(after.status), reasons or counts)))
            yield f"{pair.target_language}/{pair.article}: {told}"
