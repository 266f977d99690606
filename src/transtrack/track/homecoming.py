"""What people changed in a file that had been exported, held against the catalogue as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transtrack.formats import Exchange, Format, State, Unit
from transtrack.formats.changes import Brought, Change, Conflict, Homecoming
from transtrack.formats.exchange import find_digest, set_state
from transtrack.formats.po import ADDITION, Entry
from transtrack.model import Origin

_DOUBT = {State.DOUBTFUL, State.STALE}


def bring_home(now: Exchange, sent: Exchange, form: Format) -> Homecoming:
    """What the file `sent` changes in the catalogue `now`, bead by bead.

    The file is held against what the format would say of the catalogue: what it cannot hold
    makes no difference.
    """
    own = {unit.id: unit for unit in now.units}
    said = {unit.id: unit for unit in form.parse(form.render(now), now.target).units}
    same = bool(sent.digest) and find_digest(now) == sent.digest
    additions = {unit.entry.target for unit in now.units if not unit.entry.source}
    changes, conflicts = [], []
    for told in sent.units:
        if told.base and told.base == told.digest:
            continue
        if told.entry.source == ADDITION and told.entry.target in additions:
            continue  # by way of PO and another program's own format
        known, shown = own.get(told.id), said.get(told.id)
        if known is None or shown is None:
            conflicts.append(_refuse(told, "its original is not in the catalogue any more"))
            continue
        unit = _complete(told, shown)
        if _agree(unit, shown):
            if _stands_already(unit, known):
                entry = set_state(known.entry, State.REVIEWED)
                changes.append(Change(unit=known, entry=entry, what=(Brought.REVIEW,)))
        elif not _is_home(unit, known):
            reason = _find_misread(known, sent.page) or _find_obstacle(
                known, shown, unit, same=same, told=bool(sent.digest)
            )
            if reason:
                conflicts.append(_refuse(unit, reason))
            elif change := _compare(known, shown, unit, settled=form.settled):
                changes.append(change)
    return Homecoming(changes=tuple(changes), conflicts=tuple(conflicts))


def _complete(unit: Unit, shown: Unit) -> Unit:
    """The file's unit with the catalogue's state and comment where the file is silent on them."""
    entry = unit.entry
    if "comment" in unit.silent:
        entry = replace(entry, comment=shown.entry.comment)
    if "state" in unit.silent:
        there = shown.entry
        entry = replace(
            entry,
            origin=there.origin,
            doubtful=there.doubtful,
            fuzzy=there.fuzzy,
            previous=there.previous,
        )
    return replace(unit, entry=entry)


def _agree(unit: Unit, shown: Unit) -> bool:
    same_source = _fold(unit.entry.source) == _fold(shown.entry.source)
    return same_source and unit.digest == shown.digest


def _stands_already(unit: Unit, known: Unit) -> bool:
    """Whether a wording of the file is in the translation, but was never said to be reviewed.

    So it is where somebody put it into the article before the file came home.
    """
    moved = unit.base not in {"", unit.digest, known.base}
    return moved and known.state is State.ALIGNED and not known.entry.comment


def _is_home(unit: Unit, known: Unit) -> bool:
    """Whether the catalogue has changed since the export, and to what the file says."""
    said = (unit.entry.target, unit.entry.comment) == (known.entry.target, known.entry.comment)
    moved = bool(unit.base) and unit.base != known.base
    return moved and said and known.state is State.REVIEWED


def _find_misread(known: Unit, page: str) -> str:
    """Why the bead's texts cannot have come through the file's code page, or nothing."""
    entry = known.entry
    if page:
        texts = f"{entry.source}{entry.target}{entry.comment}"
        lost = sorted({char for char in texts if not char.encode(page, "ignore")})
        if lost:
            return f"the file's code page has no {' '.join(lost[:3])}; save it as UTF-8"
    return ""


def _find_obstacle(known: Unit, shown: Unit, unit: Unit, *, same: bool, told: bool) -> str:
    """Why the catalogue's bead cannot follow the file's, or nothing."""
    reworded = unit.entry.target != shown.entry.target
    sure = same or bool(unit.base)  # the file tells whether the catalogue has changed since
    comments = {known.entry.comment, ""}
    obstacles = {
        "its original was edited in the file; change it in the article": (
            _fold(unit.entry.source) != _fold(shown.entry.source)
        ),
        "its translation was emptied in the file": reworded and not unit.entry.target,
        "the catalogue has changed since the export": (
            bool(unit.base and unit.base != known.base)
            or (reworded and not sure and (told or known.state is State.REVIEWED))
        ),
        "the catalogue has another comment": (
            not sure and bool(known.entry.comment) and unit.entry.comment not in comments
        ),
    }
    return next((reason for reason, stands in obstacles.items() if stands), "")


def _compare(known: Unit, shown: Unit, unit: Unit, *, settled: bool) -> Change | None:
    entry, what = known.entry, []
    if unit.entry.target != shown.entry.target:
        what.append(Brought.WORDING)
        entry = set_state(replace(entry, target=unit.entry.target), State.REVIEWED)
        if settled and unit.state in _DOUBT:
            entry = replace(entry, fuzzy=True, previous=known.entry.previous)
    elif unit.state is not shown.state:
        if unit.state in _DOUBT and shown.state not in _DOUBT:
            what.append(Brought.DOUBT)
            there = bool(entry.target)
            confidence = 1.0 if entry.origin is Origin.REVIEWED else entry.confidence
            entry = replace(entry, fuzzy=there, doubtful=True, confidence=confidence)
        elif unit.state is State.REVIEWED or (shown.state in _DOUBT and unit.state not in _DOUBT):
            what.append(Brought.REVIEW)
            entry = set_state(entry, State.REVIEWED)
    if unit.entry.comment != shown.entry.comment:
        what.append(Brought.COMMENT)
        entry = replace(entry, comment=unit.entry.comment)
    return Change(unit=known, entry=entry, what=tuple(what)) if what else None


def bring_beads(now: Exchange, sent: Exchange, form: Format, made: Sequence[Entry]) -> Homecoming:
    """What a file of sentence numbers changes; `made` are the entries of its beads."""
    shown = form.parse(form.render(now), now.target).units
    known = {(unit.sides, unit.state is State.REVIEWED) for unit in shown}
    changes, conflicts = [], []
    for unit, entry in zip(sent.units, made, strict=True):
        decided = unit.state is State.REVIEWED
        if (unit.sides, decided) in known or (not decided and (unit.sides, True) in known):
            continue
        others = [other for other in now.units if _meet(unit, other)]
        exact = [other for other in others if other.sides == unit.sides]
        if not exact and any(other.state is State.REVIEWED for other in others):
            reason = "a person has reviewed other beads of these sentences"
            conflicts.append(Conflict(source=entry.source, wanted=entry.target, reason=reason))
            continue
        comment = "\n".join(filter(None, (other.entry.comment for other in others)))
        new = set_state(replace(entry, comment=comment), State.REVIEWED)
        if exact:
            new = set_state(exact[0].entry, State.REVIEWED)
        what = (Brought.REVIEW if exact else Brought.BEAD,)
        changes.append(Change(unit=unit, entry=new, what=what))
    return Homecoming(changes=tuple(changes), conflicts=tuple(conflicts))


def apply_changes(now: Exchange, entries: Sequence[Entry], home: Homecoming) -> list[Entry]:
    """The catalogue's entries, one a unit of `now`, with the changes made."""
    by_id = {change.unit.id: change for change in home.changes}
    beads = [change for change in home.changes if change.unit.id not in {u.id for u in now.units}]
    kept = []
    for unit, entry in zip(now.units, entries, strict=True):
        change = by_id.get(unit.id)
        if change is not None:
            kept.append(change.entry)
        elif not any(_meet(unit, bead.unit) for bead in beads):
            kept.append(entry)
    return [*kept, *(bead.entry for bead in beads)]


def _meet(unit: Unit, other: Unit) -> bool:
    return any(set(a) & set(b) for a, b in zip(unit.sides, other.sides, strict=True))


def _refuse(unit: Unit, reason: str) -> Conflict:
    return Conflict(source=unit.entry.source, wanted=unit.entry.target, reason=reason)


def _fold(text: str) -> str:
    return " ".join(text.split())
