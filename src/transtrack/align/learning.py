"""A lexicon of the two texts' own, from a first alignment (Moore 2002; hunalign's realign)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transtrack.align.remainder import Remainder
from transtrack.align.search import Step
from transtrack.lexicon import Lexicon, train

_SURE = 0.5  # posterior from which a bead is learnt from
_LEAST = 40  # beads without which there is nothing to learn
_MOST = 20_000  # beads learnt from, the surest first


def learn(rest: Remainder, steps: Sequence[Step]) -> Lexicon | None:
    """What the sure beads of a first path teach; None where they are too few."""
    sure = [step for step in steps if min(step.kind) > 0 and step.posterior > _SURE]
    if len(sure) < _LEAST:
        return None
    surest = sorted(sure, key=lambda step: -step.posterior)[:_MOST]
    source, target = rest.documents
    pairs = [
        (
            " ".join(source.sentences[k].plain for k in rest.source[s.row : s.row + s.kind[0]]),
            " ".join(
                target.sentences[k].plain for k in rest.target[s.column : s.column + s.kind[1]]
            ),
            1.0,
        )
        for s in surest
    ]
    found = train(pairs, (source.language, target.language), {"learnt": len(pairs)})
    return replace(found, name="learnt")
