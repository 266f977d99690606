"""JSON Lines: the article on the first line, then an object a bead."""

from __future__ import annotations

import json

from transtrack.errors import InputError
from transtrack.formats.exchange import Exchange
from transtrack.formats.rows import gather, make_article, make_row, parse_row
from transtrack.text import decode_text


def render(exchange: Exchange) -> bytes:
    """All values are strings, as in the tables."""
    lines = [{"article": make_article(exchange)}, *map(make_row, exchange.units)]
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines).encode()


def parse(data: bytes, path: str) -> Exchange:
    """The beads of a file; lines that hold other objects are refused."""
    article: dict[str, str] = {}
    units = []
    for number, line in enumerate(decode_text(data, path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
            told = found.pop("article", None)
            cells = {str(key): str(value) for key, value in found.items()}
            article |= {str(key): str(value) for key, value in (told or {}).items()}
        except (ValueError, AttributeError, TypeError, RecursionError) as error:
            message = f"not a line of JSON that can be read: {error}"
            raise InputError(message, path=path, line=number) from error
        if told is None:
            units.append(parse_row(cells, path=path, line=number))
    return gather(units, article)
