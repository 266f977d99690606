"""What is left to align once a person has decided on some beads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from transtrack.align.anchors import Pairs, find_chain
from transtrack.align.cost import CostModel
from transtrack.align.evidence import Floats
from transtrack.align.moved import Crossing, find_moved, find_swapped
from transtrack.align.parameters import DEFAULT
from transtrack.align.search import Step
from transtrack.model import Bead, Document

_FORBIDDEN = -1e6  # nats; a sum with it loses against everything

Corner = tuple[int, int]


class Remainder:
    """What reviewed beads leave to be aligned: `source` and `target` sentence indices.

    Steps and cells count within these. A path must pass through `corners`, and
    `source_breaks[k]` is what it costs to have sentences k - 1 and k in one bead.
    """

    def __init__(self, source: Document, target: Document, reviewed: Sequence[Bead]) -> None:
        self.documents = source, target
        self.source = _left(len(source.sentences), (bead.source for bead in reviewed))
        self.target = _left(len(target.sentences), (bead.target for bead in reviewed))
        self.corners = self._find_corners(reviewed)
        self.source_breaks = _breaks(source, self.source)
        self.target_breaks = _breaks(target, self.target)

    def _find_corners(self, reviewed: Sequence[Bead]) -> list[Corner]:
        whole = [bead for bead in reviewed if bead.source and bead.target]
        chain = find_chain(
            Pairs(
                source=np.array([bead.source[0] for bead in whole], np.int64),
                target=np.array([bead.target[0] for bead in whole], np.int64),
                shared=np.array([len(bead.source) for bead in whole], np.int64),
            )
        )
        rows = np.searchsorted(self.source, [row for row, _ in chain])
        columns = np.searchsorted(self.target, [column for _, column in chain])
        return list(zip(rows.tolist(), columns.tolist(), strict=True))

    def beads(self, steps: Sequence[Step], cost: CostModel) -> list[Bead]:
        """The steps of a path as beads, moved and swapped sentences put together."""
        moved = find_moved(steps, cost)
        rows = {crossing.source for crossing in moved}
        columns = {crossing.target for crossing in moved}
        beads = [self._crossing(crossing) for crossing in moved]
        for step in steps:
            if (step.kind == (1, 0) and step.row in rows) or (
                step.kind == (0, 1) and step.column in columns
            ):
                continue
            swapped = find_swapped(step, cost)
            beads.extend(map(self._crossing, swapped) if swapped else [self._bead(step)])
        return beads

    def _bead(self, step: Step) -> Bead:
        m, n = step.kind
        return Bead(
            source=tuple(self.source[step.row : step.row + m]),
            target=tuple(self.target[step.column : step.column + n]),
            score=round(step.score, 4),
            confidence=_confidence(step.posterior),
        )

    def _crossing(self, crossing: Crossing) -> Bead:
        return Bead(
            source=(self.source[crossing.source],),
            target=(self.target[crossing.target],),
            score=round(crossing.score, 4),
            confidence=_confidence(crossing.posterior),
        )


def _left(count: int, taken: Iterable[tuple[int, ...]]) -> list[int]:
    gone = {index for indices in taken for index in indices}
    return [index for index in range(count) if index not in gone]


def _breaks(document: Document, sentences: list[int]) -> Floats:
    """What it costs to have a sentence in one bead with the one before it."""
    found = [document.sentences[index] for index in sentences]
    open_ended = [sentence.plain[-1:].isalnum() for sentence in found]
    costs = np.zeros(len(sentences) + 1)
    for k in range(1, len(sentences)):
        if sentences[k] != sentences[k - 1] + 1:
            costs[k] = _FORBIDDEN
        elif found[k].block != found[k - 1].block or open_ended[k] or open_ended[k - 1]:
            costs[k] = DEFAULT.block_break
    return costs


def _confidence(posterior: float) -> float:
    """A posterior to four places; only a person is entirely sure."""
    return min(round(posterior, 4), 0.9999)
