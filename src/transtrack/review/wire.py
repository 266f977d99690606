"""What the page and the program say to each other, as JSON values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from itertools import takewhile
from typing import Any, Final

from transtrack.model import Finding, Origin, Sentence
from transtrack.review.actions import Action, RefusedError, Sides
from transtrack.review.draft import (
    Draft,
    Row,
    count_reviewed,
    find_wording,
    is_open,
    locate_finding,
)
from transtrack.review.keeper import Keeper, Step
from transtrack.review.keys import KEYS, name_key

_KEY: Final = re.compile(r"((?:\d{1,6}(?:,\d{1,6})*)?)\|((?:\d{1,6}(?:,\d{1,6})*)?)", re.ASCII)
_LINE_END: Final = re.compile(r"\r\n|\r")
_LONGEST: Final = 100_000  # characters of a wording


def render_state(keeper: Keeper) -> dict[str, Any]:
    """All that the page shows of an article, but the findings."""
    draft = keeper.draft
    article = keeper.article
    return {
        **render_counts(keeper),
        "name": article.name,
        "paths": [article.source, article.target, article.catalogue.name],
        "languages": [draft.source.language, draft.target.language],
        "keys": [{**asdict(key), "names": list(map(name_key, key.keys))} for key in KEYS],
        "rows": [_row(draft, number) for number in range(len(draft.rows))],
    }


def render_counts(keeper: Keeper) -> dict[str, Any]:
    """How far an article is, and what can be undone."""
    draft = keeper.draft
    return {
        "revision": keeper.revision,
        "texts": draft.texts,
        "total": len(draft.rows),
        "reviewed": count_reviewed(draft),
        "doubtful": draft.count_doubtful(),
        "undo": len(keeper.past),
        "redo": len(keeper.future),
    }


def render_step(keeper: Keeper, step: Step) -> dict[str, Any]:
    """The rows that a step changed: `gone` of them at a place, and those in their stead."""
    if step.whole:
        return render_state(keeper)
    before, after = _marks(step.before), _marks(step.after)
    same = sum(1 for _ in takewhile(_equal, zip(before, after, strict=False)))
    rest = zip(reversed(before[same:]), reversed(after[same:]), strict=False)
    behind = sum(1 for _ in takewhile(_equal, rest))
    rows = [_row(step.after, number) for number in range(same, len(after) - behind)]
    gone = len(before) - same - behind
    return {**render_counts(keeper), "splice": {"at": same, "gone": gone, "rows": rows}}


def _marks(draft: Draft) -> list[tuple[Row, bool]]:
    return [(row, number in draft.moved) for number, row in enumerate(draft.rows)]


def _equal(pair: tuple[tuple[Row, bool], tuple[Row, bool]]) -> bool:
    (old, was), (new, now) = pair
    return old is new and was == now


def _row(draft: Draft, number: int) -> dict[str, Any]:
    row = draft.rows[number]
    bead, entry = row.bead, row.entry
    reviewed = bead.origin is Origin.REVIEWED
    state = "doubtful" if is_open(row) else "reviewed" if reviewed else "sure"
    made: dict[str, Any] = {
        "key": render_sides((bead.source, bead.target)),
        "source": [draft.source.sentences[index].plain for index in bead.source],
        "target": [_sentence(draft.target.sentences[index]) for index in bead.target],
        "state": state,
        "confidence": int(bead.confidence * 100),
    }
    told = {
        "previous": entry.previous,
        "comment": entry.comment,
        "moved": number in draft.moved,
        "wording": entry.target if entry.target != find_wording(draft, bead) else "",
    }
    return made | {name: value for name, value in told.items() if value}


def _sentence(sentence: Sentence) -> dict[str, str]:
    """What a reader sees, and what stands in the file where that is something else."""
    written = _LINE_END.sub("\n", sentence.text)
    return {"plain": sentence.plain} | ({"text": written} if written != sentence.plain else {})


def render_findings(draft: Draft, findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
    """The findings with the bead that each belongs to."""
    made = []
    for finding in findings:
        row = locate_finding(draft, finding)
        if row is None:
            continue
        made.append(
            {
                "id": name_finding(finding),
                "bead": render_sides((row.bead.source, row.bead.target)),
                "check": finding.check,
                "severity": finding.severity,
                "message": finding.message,
                "fix": None if finding.fix is None else finding.fix.text,
                "old": draft.target.text[finding.location.span.start : finding.location.span.end],
            }
        )
    return made


def name_finding(finding: Finding) -> str:
    """What tells a finding from the others of its article."""
    span = finding.location.span
    return f"{finding.check}:{span.start}:{span.end}"


def render_sides(sides: Sides) -> str:
    """A bead by its sentences.

    >>> render_sides(((3, 4), (5,)))
    '3,4|5'
    """
    return "|".join(",".join(map(str, side)) for side in sides)


def parse_sides(text: object) -> Sides:
    """The sentences of a bead; RefusedError where the text names none."""
    match = _KEY.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise RefusedError("this names no bead")
    source, target = (tuple(map(int, side.split(","))) if side else () for side in match.groups())
    return source, target


def parse_action(data: Mapping[str, Any]) -> Action:
    """The action in a request; RefusedError where it is none."""
    name, side, at, other = (data.get(key) for key in ("name", "side", "at", "other"))
    good = isinstance(name, str) and side in (None, "source", "target")
    if not good or not (at is None or (type(at) is int and 0 <= at < _LONGEST)):
        raise RefusedError("this is no action")
    return Action(
        name=str(name),
        bead=parse_sides(data.get("bead")),
        side="source" if side == "source" else "target",
        at=at,
        other=None if other is None else parse_sides(other),
    )


def parse_wordings(data: object) -> dict[int, str]:
    """New wordings by the place of their sentence in the bead."""
    if not isinstance(data, dict) or not data:
        raise RefusedError("this is no wording")
    made = {}
    for place, wording in data.items():
        if not (isinstance(wording, str) and len(wording) <= _LONGEST):
            raise RefusedError("this is no wording")
        if not (place.isascii() and place.isdigit()):
            raise RefusedError("this names no sentence")
        made[int(place)] = _LINE_END.sub("\n", wording)
    return made
