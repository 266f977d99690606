"""What a report is printed on."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PICTURES = 0x2400  # U+2400.. are pictures of the C0 controls
_DELETE = 0x7F


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The width in columns, and whether colour may be used."""

    width: int = 80
    colour: bool = False


def reveal(text: str) -> str:
    r"""The text with control and bidi characters shown, so that a terminal does not obey them.

    >>> reveal("\x1b[2J")
    '␛[2J'
    """
    return _CONTROLS.sub(_picture, text)


def paint(text: str, colour: str, page: Page) -> str:
    """The text in a colour of ECMA-48, where the page may have colour."""
    return f"\x1b[{colour}m{text}\x1b[0m" if page.colour and text.strip() else text


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < ord(" "):
        return chr(_PICTURES + code)
    return "␡" if code == _DELETE else f"<U+{code:04X}>"
