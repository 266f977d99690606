"""How good a translation is, judged from source and target alone: 0 to 100."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp

from transtrack import __version__
from transtrack.lexicon import Lexicon, find_lexicon
from transtrack.model import Bead, Bitext, BlockKind, Document, Score
from transtrack.quality.card import Rating
from transtrack.quality.features import BIAS, FEATURES, measure, weigh
from transtrack.quality.fluency import find_fluency
from transtrack.quality.links import Knowledge
from transtrack.quality.meaning import share_grounded, share_rendered
from transtrack.quality.pair import make_pair

NAME = "quality"
_FURNITURE = frozenset({BlockKind.NAVIGATION, BlockKind.NOTE})
_TELLING = 0.5  # what a feature must take off to be named as a reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimator:
    """The score without a reference for texts of two languages."""

    languages: tuple[str, str]
    known: Knowledge

    @property
    def signature(self) -> str:
        """The settings that make a score repeatable."""
        lexicon = self.known.lexicon.name if self.known.lexicon else "no"
        fluency = self.languages[1] if self.known.target else "no"
        pair = "-".join(self.languages)
        return f"transtrack:{__version__}|pair:{pair}|lexicon:{lexicon}|fluency:{fluency}"

    def score(self, value: float) -> Score:
        """A value with this estimator's signature."""
        return Score(metric=NAME, value=value, signature=self.signature)

    def rate(self, source: str, target: str) -> Rating:
        """The rating of one stretch of text; 0 where either side is empty.

        The score is 100 / (1 + exp(off - BIAS)), `off` the sum of what the features take off.
        """
        if not source.strip() or not target.strip():
            reason = "not translated" if source.strip() else "not in the original"
            return Rating(source=source, target=target, score=self.score(0.0), reasons=(reason,))
        pair = make_pair(source, target, self.languages, self.known)
        values = measure(pair)
        off = weigh(values)
        named = sorted(zip(off, FEATURES, strict=True), key=lambda item: -item[0])
        return Rating(
            source=source,
            target=target,
            score=self.score(100 / (1 + exp(min(float(off.sum()) - BIAS, 700.0)))),
            rendered=share_rendered(pair),
            grounded=share_grounded(pair),
            features=values,
            reasons=tuple(item.name for amount, item in named if amount >= _TELLING),
        )

    def rate_all(self, bitext: Bitext) -> tuple[Rating, ...]:
        """A rating for every bead; page furniture without a counterpart is left out."""
        ratings = (self.rate_bead(bitext, bead) for bead in bitext.beads)
        return tuple(rating for rating in ratings if rating is not None)

    def rate_bead(self, bitext: Bitext, bead: Bead) -> Rating | None:
        """The rating of a bead, with its place; None where there is nothing to judge."""
        if (not bead.source or not bead.target) and _furniture(bitext, bead):
            return None
        sides = _text(bitext.source, bead.source), _text(bitext.target, bead.target)
        if not any(side.strip() for side in sides):
            return None
        where = bitext.target if bead.target else bitext.source
        first = where.sentences[(bead.target or bead.source)[0]]
        place = where.position(first.span.start)
        return self.rate(*sides).at(where.path, place, bead)


def average(ratings: Sequence[Rating]) -> Score:
    """The mean of some ratings, each counting by the characters of its longer side."""
    sizes = [max(len(item.source), len(item.target)) for item in ratings]
    values = (size * item.score.value for size, item in zip(sizes, ratings, strict=True))
    return replace(ratings[0].score, value=sum(values) / sum(sizes))


def find_estimator(source: str, target: str, lexicon: Lexicon | None = None) -> Estimator:
    """The estimator for two languages; without a lexicon it has little to go by."""
    left, right = (tag.partition("-")[0] for tag in (source, target))
    known = Knowledge(
        lexicon=lexicon or find_lexicon(left, right),
        source=find_fluency(left),
        target=find_fluency(right),
    )
    return Estimator(languages=(left, right), known=known)


def _text(document: Document, indices: tuple[int, ...]) -> str:
    return " ".join(document.sentences[index].plain for index in indices)


def _furniture(bitext: Bitext, bead: Bead) -> bool:
    kinds = {
        document.blocks[document.sentences[index].block].kind
        for document, side in ((bitext.source, bead.source), (bitext.target, bead.target))
        for index in side
    }
    return kinds <= _FURNITURE
