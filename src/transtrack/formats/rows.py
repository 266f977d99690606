"""A unit as a row of named cells, for every format that is a table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from transtrack.errors import InputError
from transtrack.formats.exchange import Exchange, Sides, State, Unit, make_ids, set_state
from transtrack.formats.po import Entry

COLUMNS = (
    "source",
    "target",
    "state",
    "comment",
    "previous",
    "confidence",
    "kind",
    "source_sentences",
    "target_sentences",
    "id",
    "base",
)
ARTICLE = (
    "source",
    "target",
    "source_language",
    "target_language",
    "source_digest",
    "target_digest",
    "signature",
    "digest",
)
_KIND = re.compile(r"(\d{1,6})-(\d{1,6})")


def make_row(unit: Unit) -> dict[str, str]:
    """The cells of a unit, by column."""
    entry = unit.entry
    values = (
        entry.source,
        entry.target,
        unit.state,
        entry.comment,
        entry.previous,
        f"{entry.confidence:.2f}",
        f"{entry.kind[0]}-{entry.kind[1]}",
        ",".join(map(str, unit.sides[0])),
        ",".join(map(str, unit.sides[1])),
        unit.id,
        unit.base,
    )
    return dict(zip(COLUMNS, map(str, values), strict=True))


def parse_row(row: Mapping[str, str], *, path: str, line: int | None = None) -> Unit:
    """The unit that a row holds; InputError for a cell that says nothing known.

    A row without a comment's cell, or with an empty state, is silent on it.
    """
    stated = bool(row.get("state", "").strip())
    told = {"state": stated, "comment": "comment" in row}
    try:
        kind = _KIND.fullmatch(row.get("kind", "") or "1-1")
        if kind is None:
            raise ValueError(f'kind "{row["kind"]}"')
        entry = Entry(
            source=row["source"],
            target=row["target"],
            kind=(int(kind[1]), int(kind[2])),
            confidence=float(row.get("confidence") or 1),
            previous=row.get("previous", ""),
            comment=row.get("comment", ""),
        )
        state = State(row.get("state", "").strip().lower() or State.ALIGNED)
        sides: Sides = (
            parse_numbers(row.get("source_sentences", "")),
            parse_numbers(row.get("target_sentences", "")),
        )
    except (KeyError, ValueError) as error:
        message = f"not a bead that can be read: {error}"
        hint = f"a state is one of: {', '.join(State)}; source and target are needed"
        raise InputError(message, path=path, line=line, hint=hint) from error
    return Unit(
        id=row.get("id", ""),
        entry=set_state(entry, state),
        base=row.get("base", ""),
        sides=sides,
        silent=tuple(name for name, there in told.items() if not there),
    )


def parse_numbers(text: str) -> tuple[int, ...]:
    """Ascending sentence numbers with commas between; ValueError for anything else."""
    numbers = tuple(int(part) for part in text.split(",") if part.strip())
    if any(number < 0 for number in numbers) or list(numbers) != sorted(set(numbers)):
        raise ValueError(f'sentence numbers "{text}"')
    return numbers


def gather(units: Sequence[Unit], article: Mapping[str, str] | None = None) -> Exchange:
    """The exchange of units, those without an id given the one that their source text has."""
    ids = make_ids(unit.entry for unit in units)
    named = tuple(
        unit if unit.id else replace(unit, id=made) for unit, made in zip(units, ids, strict=True)
    )
    known = {key: value for key, value in (article or {}).items() if key in ARTICLE}
    return Exchange(units=named, **known)


def make_article(exchange: Exchange) -> dict[str, str]:
    """Where the units are from, by name."""
    return {name: getattr(exchange, name) for name in ARTICLE}
