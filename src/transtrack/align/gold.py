"""How well beads agree with a person's, as Vecalign's `score.py` counts (Thompson, Koehn 2019)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Pair = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Precision, recall and F1, each between 0 and 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 when both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Agreement by exact beads (strict) and by overlap on both sides (lax)."""

    strict: Agreement
    lax: Agreement


def evaluate(documents: Iterable[tuple[Sequence[Pair], Sequence[Pair]]]) -> Evaluation:
    """The agreement of beads with gold, counted over all documents: (gold, beads) of each.

    Precision counts null beads, recall leaves them out.
    """
    found = [0, 0, 0]
    wanted = [0, 0, 0]
    for gold, beads in documents:
        found = [a + b for a, b in zip(found, _count(beads, gold), strict=True)]
        linked = [bead for bead in beads if bead[0] and bead[1]]
        gold_linked = [bead for bead in gold if bead[0] and bead[1]]
        wanted = [a + b for a, b in zip(wanted, _count(gold_linked, linked), strict=True)]
    strict, lax = (
        Agreement(precision=_share(found[k], found[2]), recall=_share(wanted[k], wanted[2]))
        for k in (0, 1)
    )
    return Evaluation(strict=strict, lax=lax)


def _count(beads: Sequence[Pair], against: Sequence[Pair]) -> tuple[int, int, int]:
    """How many beads are exactly among the others, overlap one on both sides, and are there."""
    exact = set(against)
    partners: dict[int, set[int]] = {}
    for source, target in against:
        for sentence in source:
            partners.setdefault(sentence, set()).update(target)
    strict = lax = 0
    for source, target in set(beads):
        if (source, target) in exact:
            strict += 1
            lax += 1
        elif any(not partners.get(sentence, set()).isdisjoint(target) for sentence in source):
            lax += 1
    return strict, lax, len(set(beads))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
