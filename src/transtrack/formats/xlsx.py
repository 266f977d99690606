"""A bilingual sheet as an .xlsx file, for Excel and LibreOffice.

All cells are text by their format: no program makes a date, a number or a formula of them, in
whatever language it runs, and no code page loses a letter.
"""

from __future__ import annotations

from collections.abc import Sequence

from transtrack.formats.exchange import Exchange
from transtrack.formats.table import HEAD, HINT, make_caption, make_cells, parse_table
from transtrack.formats.workbook import write_workbook
from transtrack.formats.worksheets import read_sheets

_WIDTHS = (50, 50, 12, 30, 30, 60)  # characters
_COMMENT = HEAD.index("comment")


def render(exchange: Exchange) -> bytes:
    """A sheet of the beads, and one that tells where they are from."""
    beads = [HEAD, *map(make_cells, exchange.units)]
    return write_workbook({"beads": beads, "article": [[HINT], [make_caption(exchange)]]}, _WIDTHS)


def parse(data: bytes, path: str) -> Exchange:
    """The beads of the first sheet that has them; what is noted at a cell is a comment."""
    rows: list[list[str]] = []
    told = ""
    for sheet in read_sheets(data, path):
        if not rows and sheet.rows and sheet.rows[0][: len(HEAD)] == list(HEAD):
            rows = [_fit(cells, sheet.notes.get(at, ())) for at, cells in enumerate(sheet.rows)]
        else:
            lines = (cells[0] for cells in sheet.rows if cells)
            told = next((line for line in lines if "source_digest=" in line), told)
    return parse_table(rows, told, path)


def _fit(cells: list[str], notes: Sequence[str]) -> list[str]:
    """A row as wide as the head: an empty cell at its end is not there, others were added."""
    row = [*cells, *[""] * len(HEAD)][: len(HEAD)]
    row[_COMMENT] = "\n".join(filter(None, (row[_COMMENT], *notes)))
    return row
