"""Vecalign's alignment lines: sentence numbers from 0 and a cost."""

from __future__ import annotations

from transtrack.model import Bitext


def render(bitext: Bitext) -> str:
    """A line a bead, `[source]:[target]:cost`; the cost is 1 - confidence, between 0 and 1."""
    return "".join(
        f"{list(bead.source)}:{list(bead.target)}:{1 - bead.confidence:.6f}\n"
        for bead in bitext.beads
    )
