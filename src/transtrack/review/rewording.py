"""Another wording of a bead's translation: its fixes, and the draft over the new text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from transtrack.formats.po import make_entry
from transtrack.model import Bead, Bitext, Document, Fix
from transtrack.review.actions import Action, RefusedError, decide, find_bead
from transtrack.review.draft import Draft, Row, is_by_hand

_LINE_END = re.compile(r"\r\n|\r")


def carry(draft: Draft, target: Document, touched: Iterable[int]) -> Draft | None:
    """The draft over a new wording of a bead's translation, every other bead as it was.

    `touched` are the sentences rewritten, all of one bead. None where the new text falls into
    other sentences than those, so that the texts have to be aligned again.
    """
    numbers = sorted(touched)
    owner = next((row for row in draft.rows if set(numbers) <= set(row.bead.target)), None)
    if owner is None or not numbers:
        return None
    before, after = numbers[0], len(draft.target.sentences) - 1 - numbers[-1]
    grown = len(target.sentences) - len(draft.target.sentences)
    old, new = ([s.plain for s in d.sentences] for d in (draft.target, target))
    kept = len(new) - after
    if kept < before or old[:before] != new[:before] or old[len(old) - after :] != new[kept:]:
        return None

    def place(index: int) -> int:
        return index if index < before else index + grown

    inside = [k for k in owner.bead.target if k not in range(before, numbers[-1] + 1)]
    rewritten = tuple(sorted({*map(place, inside), *range(before, kept)}))
    beads: dict[Bead, Row] = {}
    for row in draft.rows:
        moved = rewritten if row is owner else tuple(map(place, row.bead.target))
        if row.bead.source or moved:
            bead = row.bead if moved == row.bead.target else replace(row.bead, target=moved)
            beads[decide(bead) if row is owner else bead] = row
    return _rewrite(draft, target, beads, owner)


def _rewrite(draft: Draft, target: Document, beads: Mapping[Bead, Row], owner: Row) -> Draft:
    bitext = Bitext(
        source=draft.source, target=target, beads=tuple(beads), signature=draft.signature
    )
    rows = []
    for bead, row in beads.items():
        fresh = make_entry(bitext, bead)
        if row is owner:
            entry = replace(fresh, comment=row.entry.comment)
        else:
            entry = replace(row.entry, places=fresh.places)
        same = bead is row.bead and entry == row.entry
        rows.append(row if same else Row(bead=bead, entry=entry))
    lost = [replace(owner.entry, obsolete=True, places=())] if is_by_hand(draft, owner) else []
    return replace(draft, target=target, rows=tuple(rows), rest=(*draft.rest, *lost))


def find_touched(draft: Draft, fixes: Iterable[Fix]) -> tuple[int, ...]:
    """The target sentences that some fixes rewrite."""
    spans = [fix.span for fix in fixes]
    return tuple(
        sentence.index
        for sentence in draft.target.sentences
        if any(s.start < sentence.span.end and sentence.span.start < s.end for s in spans)
    )


def make_fixes(draft: Draft, action: Action, wordings: Mapping[int, str]) -> tuple[Fix, ...]:
    """The fixes that give sentences of a bead, by their place in it, another wording.

    Line ends become those of the file; RefusedError for characters that no text has.
    """
    bead = draft.beads[find_bead(draft.beads, action.bead)]
    text = draft.target.text
    end = "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
    fixes = []
    for place, wording in wordings.items():
        if place >= len(bead.target):
            raise RefusedError("this sentence is not there any more")
        if any(ord(c) < ord(" ") and c not in "\n\t" for c in wording) or "\x7f" in wording:
            raise RefusedError("control characters cannot stand in a text")
        sentence = draft.target.sentences[bead.target[place]]
        if wording != _LINE_END.sub("\n", sentence.text):
            written = wording.replace("\n", end)
            fixes.append(Fix(path=draft.target.path, span=sentence.span, text=written))
    if not fixes:
        raise RefusedError("the wording is the same as before")
    return tuple(fixes)
