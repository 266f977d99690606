"""Plain text: the source sentence, below it the translation, then an empty line."""

from __future__ import annotations

from transtrack.formats.exchange import Exchange, Unit
from transtrack.formats.po import Entry
from transtrack.formats.rows import gather
from transtrack.text import decode_text


def render(exchange: Exchange) -> bytes:
    """Three lines a bead; a line end within a text is a space."""
    lines = []
    for unit in exchange.units:
        lines += [_line(unit.entry.source), _line(unit.entry.target), ""]
    return "".join(f"{line}\n" for line in lines).encode()


def parse(data: bytes, path: str) -> Exchange:
    """The beads of a file, three lines each."""
    lines = [line.removesuffix("\r") for line in decode_text(data, path).split("\n")]
    lines += [""] * (-len(lines) % 3)
    pairs = zip(lines[::3], lines[1::3], strict=True)
    entries = [
        Entry(source=a, target=b, kind=(int(bool(a)), int(bool(b)))) for a, b in pairs if a or b
    ]
    return gather([Unit(id="", entry=entry) for entry in entries])


def _line(text: str) -> str:
    return " ".join(text.split("\n"))
