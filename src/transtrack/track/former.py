"""How the original of a translation stood before it was changed."""

from __future__ import annotations

from transtrack.formats.po import Catalogue
from transtrack.model import Bitext
from transtrack.track.locate import locate


def find_former(catalogue: Catalogue, bitext: Bitext) -> dict[int, str]:
    """The former source of each bead, by its place in the bitext, whose source has changed.

    That is what its target sentences rendered when the catalogue was written.
    """
    owners = {index: k for k, bead in enumerate(bitext.beads) for index in bead.target}
    former: dict[int, list[str]] = {}
    for found in locate(catalogue.entries, bitext.source, bitext.target):
        entry = found.entry
        told = entry.fuzzy and entry.previous  # an earlier run has seen the change
        if found.target and not entry.obsolete and (found.source is None or told):
            former.setdefault(owners[found.target[0]], []).append(entry.previous or entry.source)
    return {k: " ".join(texts) for k, texts in former.items()}
