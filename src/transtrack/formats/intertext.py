"""InterText's alignment file: links between the sentences of two numbered documents."""

from __future__ import annotations

import re
from pathlib import PurePath

from transtrack.errors import InputError
from transtrack.formats.exchange import Exchange, State, Unit, set_state
from transtrack.formats.ladder import make_unit
from transtrack.formats.rows import gather
from transtrack.text import find_line, parse_xml

_NAME = re.compile(r"s([1-9]\d{0,6})")


def render(exchange: Exchange) -> bytes:
    """A link a bead; sentences are s1, s2 … on both sides, `man` is what a person reviewed."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    documents = [f"{PurePath(path).name}.xml" for path in (exchange.source, exchange.target)]
    root = etree.Element("linkGrp", toDoc=documents[0], fromDoc=documents[1])
    for unit in exchange.units:
        names = (" ".join(f"s{number + 1}" for number in side) for side in unit.sides)
        etree.SubElement(
            root,
            "link",
            {
                "type": f"{len(unit.sides[0])}-{len(unit.sides[1])}",
                "xtargets": ";".join(names),
                "status": "man" if unit.state is State.REVIEWED else "auto",
            },
        )
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def parse(data: bytes, path: str) -> Exchange:
    """The beads of an alignment, without texts."""
    root = parse_xml(data, path)
    if root.tag != "linkGrp":
        raise InputError("not an InterText alignment", path=path, hint="its root is linkGrp")
    units: list[Unit] = []
    for link in root.iter("link"):
        sides = link.get("xtargets", "").split(";")
        names = [[_NAME.fullmatch(name) for name in side.split()] for side in sides]
        found = [sorted({int(name[1]) - 1 for name in side if name}) for side in names]
        if [*map(len, names)] != [*map(len, found)] or len(sides) != 2:  # noqa: PLR2004
            hint = "sentences are named s1, s2 … and both sides are parted by a semicolon"
            message = "a link that cannot be read"
            raise InputError(message, path=path, line=find_line(link), hint=hint)
        unit = make_unit((tuple(found[0]), tuple(found[1])), 1.0)
        state = State.REVIEWED if link.get("status") == "man" else State.ALIGNED
        units.append(Unit(id=unit.id, entry=set_state(unit.entry, state), sides=unit.sides))
    return gather(units)
