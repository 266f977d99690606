"""Rows of the tables that spreadsheets save as text (RFC 4180, and what they make of it)."""

from __future__ import annotations

import csv
import re
from io import StringIO

from transtrack.errors import InputError

_LONGEST = 10_000_000  # characters of a cell
_END = re.compile(r"[\r\n]")  # CR alone is what Excel on a Mac may write


def read_rows(text: str, path: str) -> list[list[str]]:
    """The cells of each row, parted by what parts the first line: tabs, commas or semicolons.

    Line ends within a cell stay as they are. InputError where quotes do not close.
    """
    head = _END.split(text, maxsplit=1)[0]
    delimiter = max("\t,;", key=head.count)
    csv.field_size_limit(_LONGEST)
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        hint = "save it again as CSV"
        raise InputError(f"not a table that can be read: {error}", path=path, hint=hint) from error
