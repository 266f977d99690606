"""hunalign's ladder: a rung a line, where both texts are at the same place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from transtrack.errors import InputError
from transtrack.formats.exchange import Exchange, Sides, Unit
from transtrack.formats.po import Entry
from transtrack.formats.rows import gather
from transtrack.text import decode_text

_CELLS = 2
_MOST = 1_000_000  # sentences of a text


def render(exchange: Exchange) -> bytes:
    """`source<TAB>target<TAB>confidence` a rung, from 0; beads that cross share one."""
    rungs = ["0\t0\t0"]
    for group in _group(exchange.units):
        ends = [_end(side for unit in group for side in unit.sides[k]) for k in (0, 1)]
        last = rungs[-1].split("\t")
        ends = [max(end, int(before)) for end, before in zip(ends, last, strict=False)]
        confidence = min(unit.entry.confidence for unit in group)
        rungs.append(f"{ends[0]}\t{ends[1]}\t{confidence:.2f}")
    return "".join(f"{rung}\n" for rung in rungs).encode()


def parse(data: bytes, path: str) -> Exchange:
    """The beads between the rungs, without texts."""
    rungs = [(0, 0, 1.0)]
    for number, line in enumerate(decode_text(data, path).splitlines(), 1):
        try:
            cells = line.split("\t")
            rung = int(cells[0]), int(cells[1]), float(cells[2] if len(cells) > _CELLS else 1)
            if not (rungs[-1][0] <= rung[0] <= _MOST and rungs[-1][1] <= rung[1] <= _MOST):
                raise ValueError("it goes back, or to no sentence")
        except (ValueError, IndexError) as error:
            message = f"not a rung of a ladder: {error}"
            raise InputError(message, path=path, line=number) from error
        rungs.append(rung)
    return gather(
        [
            make_unit((tuple(range(a[0], b[0])), tuple(range(a[1], b[1]))), b[2])
            for a, b in pairwise(rungs)
            if a[:2] != b[:2]
        ]
    )


def make_unit(sides: Sides, confidence: float) -> Unit:
    """The unit of a bead that comes without texts."""
    kind = len(sides[0]), len(sides[1])
    entry = Entry(source="", target="", kind=kind, confidence=confidence)
    name = "-".join("_".join(map(str, side)) or "x" for side in sides)
    return Unit(id=name, entry=entry, sides=sides)


def _group(units: Sequence[Unit]) -> list[list[Unit]]:
    """The units in the smallest groups that follow each other on both sides."""
    ordered = _order(units)
    groups: list[list[Unit]] = [[]]
    ends = [0, 0]
    open_: list[set[int]] = [set(), set()]
    for unit in ordered:
        groups[-1].append(unit)
        for side, numbers in zip(open_, unit.sides, strict=True):
            side.update(numbers)
        if all(
            not side or (min(side) == end and max(side) - end + 1 == len(side))
            for side, end in zip(open_, ends, strict=True)
        ):
            ends = [end + len(side) for side, end in zip(open_, ends, strict=True)]
            open_ = [set(), set()]
            groups.append([])
    return [group for group in groups if group]


def _order(units: Sequence[Unit]) -> list[Unit]:
    """By source; an addition directly behind what its target follows."""
    after = {max(u.sides[1]): max(u.sides[0]) for u in units if all(u.sides)}
    at = -1
    where: dict[int, int] = {}
    for number in range(_end(n for unit in units for n in unit.sides[1])):
        at = after.get(number, at)
        where[number] = at
    return sorted(
        units,
        key=lambda unit: (
            (max(unit.sides[0]), 0, min(unit.sides[1], default=-1))
            if unit.sides[0]
            else (where[min(unit.sides[1])], 1, min(unit.sides[1]))
        ),
    )


def _end(numbers: Iterable[int]) -> int:
    return max(numbers, default=-1) + 1
