"""The numbers of the model, in one place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import log, log1p
from types import MappingProxyType

Kind = tuple[int, int]

MAX_SIDE = 6  # sentences on one side of a bead


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a text may have been translated, which a search finds out.

    `null_rate` is the share of null beads. `odds` are the log odds of such a text; `regrouped`
    is added to the log prior of each kind of bead that it names, smaller side first, `else_`
    to that of the others but null beads.
    """

    null_rate: float
    odds: float = 0.0
    regrouped: MappingProxyType[Kind, float] = field(default_factory=lambda: MappingProxyType({}))
    else_: float = 0.0

    def prior(self, kind: Kind) -> float:
        """What a kind of bead gains in such a text."""
        if min(kind) == 0:
            return log(self.null_rate / 2)
        return log1p(-self.null_rate) + self.regrouped.get((min(kind), max(kind)), self.else_)


MANNERS = (
    Manner(null_rate=0.02),
    Manner(null_rate=0.1),
    Manner(null_rate=0.4),
    # Sentences cut anew, as in a free translation: a bead of 2-2 is as likely as Gale and
    # Church (1993) found it, 1.1 per cent.
    Manner(
        null_rate=0.1,
        odds=-10.0,
        regrouped=MappingProxyType({(2, 2): 3.5, (2, 3): 4.5}),
        else_=log1p(-0.1),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """Weights of the evidence, in nats where not said otherwise.

    `priors` holds the log prior of each kind of bead, smaller side first, apart from the
    `Manner` of the translation, which a search finds; `survival` the
    probability that a token of each `TokenClass` has a counterpart in its translation;
    `chance` how many of how many sentences are taken to hold a counterpart by accident, added
    to those counted; the weights make up for tokens that are not independent;
    `length_noise` the variance of the log length ratio, fixed and per letter; `outlier` the
    share of beads whose lengths say nothing; `block_break` what joining sentences of two
    blocks, or a line without a final stop with its neighbour, costs; `furniture` what a line
    of page furniture gains by having no counterpart.
    """

    priors: MappingProxyType[Kind, float]
    survival: tuple[float, ...]
    chance: tuple[float, float]
    hit_weight: float
    miss_weight: float
    length_weight: float
    length_noise: tuple[float, float]
    outlier: float
    block_break: float
    layout_weight: float
    furniture: float

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Every kind of bead looked for; null beads hold one sentence each."""
        return tuple(sorted({pair for m, n in self.priors for pair in ((m, n), (n, m))}))

    def prior(self, kind: Kind) -> float:
        """Log prior of a kind, the same for either direction."""
        return self.priors[min(kind), max(kind)]


DEFAULT = Parameters(
    priors=MappingProxyType(
        {
            (0, 1): 0.0,
            (1, 1): -0.1,
            (1, 2): -2.0,
            (1, 3): -3.7,
            (1, 4): -5.2,
            (1, 5): -9.0,
            (1, 6): -12.0,
            (2, 2): -8.0,
            (2, 3): -10.0,
            (2, 4): -11.0,
            (2, 5): -15.0,
            (3, 3): -12.0,
            (4, 4): -17.0,
            (5, 5): -22.0,
            (6, 6): -27.0,
        }
    ),
    survival=(0.08, 0.5, 0.96, 0.53, 0.95, 0.81),
    chance=(7.4, 33.6),
    hit_weight=0.252,
    miss_weight=0.16,
    length_weight=0.38,
    length_noise=(0.012, 0.2),
    outlier=0.0016,
    block_break=-5.0,
    layout_weight=0.35,
    furniture=2.2,
)
# Without a lexicon lengths say more beside the little that words say
BARE = replace(DEFAULT, length_weight=0.75, length_noise=(0.024, 0.166))
# Beside an encoder, whose weights were fitted with these
BESIDE = replace(DEFAULT, length_weight=0.52, length_noise=(0.024, 0.166))
