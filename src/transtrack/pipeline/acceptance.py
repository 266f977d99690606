"""Findings that a comment in the catalogue accepts are left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transtrack.formats.po import Catalogue
from transtrack.model import Bitext, Finding
from transtrack.track.locate import locate

_IGNORE = re.compile(r"transtrack:\s*ignore(?:\[([^\]]*)\])?")


def leave_accepted(
    findings: Sequence[Finding], catalogue: Catalogue | None, bitext: Bitext
) -> tuple[Finding, ...]:
    """The findings that no comment in the catalogue accepts: `transtrack: ignore[number]`."""
    entries = [e for e in catalogue.entries if _IGNORE.search(e.comment)] if catalogue else []
    if not entries:
        return tuple(findings)
    accepted: list[tuple[int, int, set[str]]] = []
    for found in locate(entries, bitext.source, bitext.target):
        names = {
            name.strip()
            for match in _IGNORE.finditer(found.entry.comment)
            for name in (match[1] or "").split(",")
        }
        target = found.target
        if not target and found.source:
            target = _before(bitext, found.source)
        for index in target or ():
            span = bitext.target.sentences[index].span
            accepted.append((span.start, span.end, names))
    return tuple(
        item
        for item in findings
        if not any(
            start <= item.location.span.start <= end and ("" in names or item.check in names)
            for start, end, names in accepted
        )
    )


def _before(bitext: Bitext, source: tuple[int, ...]) -> tuple[int, ...]:
    """The last target sentence before the place where some source sentences have none."""
    last: tuple[int, ...] = ()
    for bead in bitext.beads:
        if bead.source == source:
            break
        last = bead.target[-1:] or last
    return last
