"""The numbers of the model, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

Kind = tuple[int, int]

MAX_SIDE = 6  # sentences on one side of a bead
NULL_RATES = (0.02, 0.1, 0.4)  # shares of null beads that a text may have


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """Weights of the evidence, in nats where not said otherwise.

    `priors` holds the log prior of each kind of bead, smaller side first, apart from the rate
    of null beads, which a search finds; `survival` the
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
    survival=(0.04, 0.3, 0.96, 0.53, 0.95, 0.81),
    chance=(7.4, 33.6),
    hit_weight=0.252,
    miss_weight=0.16,
    length_weight=0.52,
    length_noise=(0.024, 0.166),
    outlier=0.0016,
    block_break=-5.0,
    layout_weight=0.35,
    furniture=2.2,
)
