"""Vecalign's alignment lines: sentence numbers from 0 and a cost."""

from __future__ import annotations

import re

from transtrack.errors import InputError
from transtrack.formats.exchange import Exchange
from transtrack.formats.ladder import make_unit
from transtrack.formats.rows import gather, parse_numbers
from transtrack.text import decode_text

_LINE = re.compile(r"\[([\d, ]*)\]:\[([\d, ]*)\](?::\s*([-\d.e+]+))?\s*")


def render(exchange: Exchange) -> bytes:
    """A line a bead, `[source]:[target]:cost`; the cost is 1 - confidence, between 0 and 1."""
    lines = (
        f"{list(unit.sides[0])}:{list(unit.sides[1])}:{1 - unit.entry.confidence:.6f}\n"
        for unit in exchange.units
    )
    return "".join(lines).encode()


def parse(data: bytes, path: str) -> Exchange:
    """The beads of a file, without texts."""
    units = []
    for number, line in enumerate(decode_text(data, path).splitlines(), 1):
        match = _LINE.fullmatch(line)
        try:
            if match is None:
                raise ValueError("write [source]:[target]:cost")
            sides = parse_numbers(match[1]), parse_numbers(match[2])
            units.append(make_unit(sides, round(1 - float(match[3] or 0), 6)))
        except ValueError as error:
            message = f"not a line of vecalign's: {error}"
            raise InputError(message, path=path, line=number) from error
    return gather(units)
