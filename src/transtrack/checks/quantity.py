"""A number of a text with what it counts."""

from __future__ import annotations

from dataclasses import dataclass

from transtrack.checks.clock import Reading
from transtrack.checks.units import is_converted


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number at a place: the values it may be read as, its unit, and whether it is in digits.

    `reach` is where its unit ends. `value` is the plainest reading; `atoms` are the whole numbers
    in it, which stand for themselves where it is `listed`, as in a date or a result. `factor` is
    its scale's.
    """

    start: int
    end: int
    reach: int
    text: str
    value: float
    readings: frozenset[Reading]
    atoms: tuple[str, ...]
    unit: str = ""
    digits: bool = True
    listed: bool = False
    clock: bool = False
    factor: float = 1.0

    def meets(self, other: Quantity) -> bool:
        """Whether both can be the same number: 2:21.31 is 2:21:31, however a time is parted."""
        if self.readings & other.readings:
            return True
        return len(self.atoms) > 2 and self.atoms == other.atoms  # noqa: PLR2004

    def converts(self, source: Quantity) -> bool:
        """Whether it is a number of the source in another unit."""
        return is_converted((source.value, source.unit), (self.value, self.unit))
