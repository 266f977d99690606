"""A bitext in a line."""

from __future__ import annotations

from dataclasses import dataclass

from transtrack.model import Bitext


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How many beads there are, and of what sort."""

    beads: int
    one_to_one: int
    omissions: int
    additions: int
    moved: int
    doubtful: int

    @property
    def share(self) -> str:
        """The share of 1-1 beads, in per cent, never rounded up to 100."""
        return f"{100 * self.one_to_one // max(self.beads, 1)}%"

    def __str__(self) -> str:
        parts = [
            _count(self.beads, "bead", "beads"),
            f"{self.share} 1-1",
            _count(self.omissions, "omission", "omissions"),
            _count(self.additions, "addition", "additions"),
        ]
        if self.moved:
            parts.append(f"{self.moved} moved")
        parts.append(f"{self.doubtful} to look at")
        return ", ".join(parts)


def summarise(bitext: Bitext) -> Summary:
    """The counts of a bitext."""
    kinds = [bead.kind for bead in bitext.beads]
    return Summary(
        beads=len(kinds),
        one_to_one=kinds.count("1-1"),
        omissions=sum(not bead.target for bead in bitext.beads),
        additions=sum(not bead.source for bead in bitext.beads),
        moved=len(bitext.moved()),
        doubtful=sum(bead.doubtful for bead in bitext.beads),
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
