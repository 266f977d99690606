"""What a file brings home of a bitext, and what of that the catalogue and the text can take."""

from __future__ import annotations

from collections.abc import Sequence

from transtrack.errors import InputError
from transtrack.formats import Exchange, Format, Unit
from transtrack.formats.changes import Brought, Conflict, Homecoming
from transtrack.formats.exchange import tidy_text
from transtrack.formats.po import Entry, join, make_entry
from transtrack.model import Bead, Bitext, Document, Fix, Origin
from transtrack.track.homecoming import bring_beads, bring_home
from transtrack.track.rewrite import make_fixes


def compare(
    bitext: Bitext, exchange: Exchange, sent: Exchange, form: Format, path: str
) -> Homecoming:
    """What a file brings that the bitext on its way had not; InputError if of other texts."""
    if "texts" in form.holds:
        return bring_home(exchange, sent, form)
    beads = [unit.sides for unit in sent.units]
    for side, document in enumerate((bitext.source, bitext.target)):
        numbers = sorted(number for sides in beads for number in sides[side])
        if len(numbers) != len(set(numbers)):
            raise InputError("a sentence stands in two beads", path=path)
        last, there = numbers[-1] + 1 if numbers else 0, len(document.sentences)
        if last != there:  # the formats have no place for a digest of the texts
            message = f"it ends at sentence {last}, but {document.path} has {there}"
            hint = "it is of other texts: export or align them anew"
            raise InputError(message, path=path, hint=hint)
    made = [_make_reviewed(bitext, *sides) for sides in beads]
    return bring_beads(exchange, sent, form, made)


def _make_reviewed(bitext: Bitext, source: Sequence[int], target: Sequence[int]) -> Entry:
    bead = Bead(
        source=tuple(source),
        target=tuple(target),
        score=0.0,
        confidence=1.0,
        origin=Origin.REVIEWED,
    )
    return make_entry(bitext, bead)


def leave_additions(home: Homecoming) -> Homecoming:
    """New wordings of additions left out: a catalogue keeps a wording by its source."""
    lost = [c for c in home.changes if Brought.WORDING in c.what and not c.entry.source]
    reason = "an addition has no source to keep its wording by; use --write-translation"
    told = [Conflict(source="", wanted=change.entry.target, reason=reason) for change in lost]
    return Homecoming(
        changes=tuple(change for change in home.changes if change not in lost),
        conflicts=(*home.conflicts, *told),
    )


def tell_lost(home: Homecoming, entries: Sequence[Entry]) -> Homecoming:
    """What came home, and as conflicts the wordings that the catalogue has no place for."""
    kept = {entry.target for entry in entries}
    lost = [c for c in home.changes if Brought.WORDING in c.what and c.entry.target not in kept]
    reason = "the texts leave no place for this wording; look at the obsolete entries"
    told = [
        Conflict(source=change.entry.source, wanted=change.entry.target, reason=reason)
        for change in lost
    ]
    return Homecoming(
        changes=tuple(change for change in home.changes if change not in lost),
        conflicts=(*home.conflicts, *told),
    )


def reword(
    target: Document, exchange: Exchange, home: Homecoming, sent: Exchange
) -> tuple[Fix, ...]:
    """The wordings that the translation file can be given, sentence by sentence."""
    wanted = []
    for unit, wording in _find_wordings(exchange, home, sent):
        sentences = (target.sentences[number].plain for number in unit.sides[1])
        if tidy_text(join(sentences, target.language)) != wording:
            wanted.append((unit.sides[1], wording))
    return make_fixes(target, wanted)


def _find_wordings(exchange: Exchange, home: Homecoming, sent: Exchange) -> list[tuple[Unit, str]]:
    """The new wordings, and those of the file that so far only the catalogue has."""
    brought = {c.unit.id: c.entry.target for c in home.changes if Brought.WORDING in c.what}
    said = {unit.id: unit.entry.target for unit in sent.units}
    found = []
    for unit in exchange.units:
        wording = brought.get(unit.id)
        if wording is None and unit.entry.origin is Origin.REVIEWED and not unit.entry.fuzzy:
            wording = unit.entry.target if said.get(unit.id) == unit.entry.target else None
        if wording:
            found.append((unit, wording))
    return found
