"""What has changed in an original, as a word diff, with the translation that now needs work."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

import regex

from transtrack.model import Difference, Kind, Status
from transtrack.reports.page import Page, fold, paint, reveal
from transtrack.reports.status_rows import StatusRow

_WORD: Final = regex.compile(  # scripts without spaces go character by character
    r"(?V1)\s+|[\p{Han}\p{Hiragana}\p{Katakana}]"
    r"|[\w--[\p{Han}\p{Hiragana}\p{Katakana}]]+(?:[.,:]\d+)*|[^\s\w]"
)
_GONE, _NEW = "31", "32"
_SAID: Final = {
    Kind.CHANGED: "changed",
    Kind.ADDED: "not translated yet",
    Kind.DROPPED: "no longer in the original",
}
_MARGIN: Final = 4


def render_differences(row: StatusRow, page: Page) -> str:
    """Each difference: the place, the words `[-gone-]` and `{+new+}`, what renders it now."""
    lines = [paint(f"{reveal(row.name)}: {row.status}", "1", page)]
    if row.reason:
        lines.append(reveal(row.reason))
    elif row.status is Status.MISSING:
        lines.append(f"{reveal(row.source)} has no translation yet")
    elif not row.differences:
        lines.append("the translation renders the original as it stands")
    for item in row.differences:
        lines += ["", *_draw(item, row, page)]
    for name, change in (("original", row.source_change), ("translation", row.target_change)):
        if change:
            lines += [""] if name == "original" else []
            lines.append(f"{name} changed last on {change[1]} by {reveal(change[0])}")
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _draw(item: Difference, row: StatusRow, page: Page) -> Iterator[str]:
    where = f"{reveal(row.source)}:{item.line}" if item.line else reveal(row.source)
    yield f"{where}: {_SAID[item.kind]}"
    yield from _fold(diff_words(item.before, item.after, page), page)
    if item.target:
        yield from _fold(f"→ {reveal(item.target)}", page)


def _fold(text: str, page: Page) -> list[str]:
    indent = " " * _MARGIN
    width = max(page.width, 2 * _MARGIN + 12)
    if page.colour:  # colours would count as columns
        return [indent + text]
    return [indent + line for line in fold(text, width - _MARGIN)]


def diff_words(before: str, after: str, page: Page) -> str:
    """A text with the words that are gone and those that are new marked.

    >>> diff_words("47 Gäste kamen.", "48 Gäste kamen gern.", Page())
    '[-47-]{+48+} Gäste kamen{+ gern+}.'
    >>> diff_words("客は47人来た。", "客は48人来た。", Page())
    '客は[-47-]{+48+}人来た。'
    """
    told = []
    for gone, new, same in _runs(_WORD.findall(before), _WORD.findall(after)):
        told.append(_mark(gone, "[-", "-]", _GONE, page) if gone else "")
        told.append(_mark(new, "{+", "+}", _NEW, page) if new else "")
        told.append(reveal(same))
    return "".join(told)


def _runs(one: list[str], other: list[str]) -> Iterator[tuple[str, str, str]]:
    """What is gone, what is new, and what stays after both; a lone space ends no change."""
    gone, new = "", ""
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        same = "".join(one[a:b]) if tag == "equal" else ""
        if same and (same.strip() or not (gone and new)):
            yield gone, new, same
            gone = new = ""
        else:
            gone += "".join(one[a:b])
            new += "".join(other[c:d])
    if gone or new:
        yield gone, new, ""


def _mark(text: str, opening: str, closing: str, colour: str, page: Page) -> str:
    return paint(f"{opening}{reveal(text)}{closing}", colour, page)
