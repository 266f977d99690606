"""What a report is printed on."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Final

# C0 and C1; Unicode's Bidi_Control (PropList.txt) and the deprecated U+206A..206F; separators of
# lines; the anchors of annotations. Joiners, which Persian and emoji need, reorder nothing.
CONTROLS: Final = "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb"
_CONTROLS = re.compile(f"[{CONTROLS}]")
_FORMULA = re.compile(r"[=+\-@＝＋－＠](?!\.?\d[\d.]*\Z)")  # OWASP, CSV injection
_UNSEEN = re.compile(f"(?![\\n\\t])[{CONTROLS}]")
_PICTURES = 0x2400  # U+2400.. are pictures of the C0 controls
_DELETE = 0x7F


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The width in columns, and whether colour may be used.

    `folds`: a terminal, which breaks a longer line wherever its edge is; else a finding is a line.
    """

    width: int = 80
    colour: bool = False
    folds: bool = False


def reveal(text: str) -> str:
    r"""The text with control and bidi characters shown, so that a terminal does not obey them.

    >>> reveal("\x1b[2J")
    '␛[2J'
    """
    return _CONTROLS.sub(_picture, text)


def count_cells(text: str) -> int:
    """The columns of a terminal that a text takes; East Asian characters take two.

    >>> count_cells("Palu"), count_cells("パル")
    (4, 4)
    """
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - slow to import

    return cell_len(text)


def fit(text: str, cells: int) -> int:
    """How many of a text's first characters fit into so many columns.

    >>> fit("Palu", 3), fit("パル", 3)
    (3, 1)
    """
    if text.isascii():
        return min(len(text), max(cells, 0))
    taken = 0
    for number, character in enumerate(text):
        taken += count_cells(character)
        if taken > cells:
            return number
    return len(text)


def fold(text: str, width: int) -> list[str]:
    """Lines of at most so many columns, broken between words where there are any.

    >>> fold("the island of Palu", 12), fold("津波が発生", 6)
    (['the island', 'of Palu'], ['津波が', '発生'])
    """
    if count_cells(text) == len(text):
        return wrap(text, width, break_on_hyphens=False)
    from rich.console import Console  # noqa: PLC0415 - slow to import, seldom needed
    from rich.text import Text  # noqa: PLC0415

    console = Console(width=width, color_system=None)
    return [line.plain.rstrip() for line in Text(text).wrap(console, width)]


def render_cell(text: str) -> str:
    """The text as a cell of a table that no spreadsheet takes for a formula.

    >>> render_cell("=1+1"), render_cell("-0.5")
    ("'=1+1", '-0.5')
    """
    shown = reveal(text)
    return f"'{shown}" if _FORMULA.match(shown) else shown


def render_data(data: Any, indent: int | None = 2) -> str:
    r"""The data as JSON that a terminal may be shown: its control characters are escapes.

    >>> render_data("a\u202e", None)
    '"a\\u202e"'
    """
    return _UNSEEN.sub(_escape, json.dumps(data, ensure_ascii=False, indent=indent))


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def paint(text: str, colour: str, page: Page) -> str:
    """The text in a colour of ECMA-48, where the page may have colour."""
    return f"\x1b[{colour}m{text}\x1b[0m" if page.colour and text.strip() else text


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < ord(" "):
        return chr(_PICTURES + code)
    return "␡" if code == _DELETE else f"<U+{code:04X}>"
