"""Quotation marks in another language's style."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair
from transtrack.model import Severity

_FOREIGN: Final = regex.compile(r"[„«»‟‹›]|(?<!\p{L})''|''(?!\p{L})|``|’’|(?<!\S),,(?=\p{L})")
_TURNED: Final = regex.compile(
    r"(?<=[\p{L}\p{Nd}.,!?…])“(?=[\s,.;:!?)\]]|$)|(?<![^\s(\[])”(?=\p{L})"
)
_PLAIN: Final = regex.compile('["“”]')
_OPENING: Final = " \u00a0\u202f\n([—–-"
_SPACES: Final = " \u00a0\u202f"


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each mark that English does not use; the fix is in the text's own style."""
    text = pair.target.text
    straight = text.count('"') > text.count("“") + text.count("”")
    for match in _FOREIGN.finditer(text):
        start, end, opens = _place(text, match)
        double = "“" if opens else "”"
        mark = ("‘" if opens else "’") if match[0] in "‹›" else '"' if straight else double
        yield Remark(
            start=start,
            end=end,
            message=f"{match[0]} is no English quotation mark; write {mark}",
            suggestion=mark,
            fix=mark,
        )
    for match in _TURNED.finditer(text):
        does, turned = ("opens", "”") if match[0] == "“" else ("closes", "“")
        mark = '"' if straight else turned
        yield Remark(
            start=match.start(),
            end=match.end(),
            message=f"{match[0]} {does} quotations in English; write {mark}",
            suggestion=mark,
            fix=mark,
            severity=Severity.NEUTRAL,
        )
    yield from _find_mixed(text, straight=straight)


def _place(text: str, match: regex.Match[str]) -> tuple[int, int, bool]:
    """Where a mark begins and ends, with the blank that French sets inside, and if it opens."""
    start, end = match.span()
    before, after = text[:start][-1:], text[end : end + 1]
    if match[0] in "«»‹›" and before in ("", *_SPACES) and after in ("", *_SPACES):
        opens = match[0] in "«‹"
        return (start, end + len(after), True) if opens else (start - len(before), end, False)
    return start, end, match[0] in "„‟" or before in ("", *_OPENING)


def _find_mixed(text: str, *, straight: bool) -> Iterator[Remark]:
    """A remark for each quotation that opens with one sort of mark and closes with another."""
    marks = list(_PLAIN.finditer(text))
    for first, last in pairwise(marks):
        opens = (
            text[first.end() : first.end() + 1].strip() and not text[: first.start()][-1:].strip()
        )
        if not opens or {first[0], last[0]} not in ({'"', "”"}, {"“", '"'}) or first[0] == "”":
            continue
        if last[0] == '"' and not text[: last.start()][-1:].strip():
            continue  # it opens the next
        wrong, mark = (last, '"') if straight or first[0] == '"' else (last, "”")
        yield Remark(
            start=wrong.start(),
            end=wrong.end(),
            message=f"a quotation opens with {first[0]} and closes with {last[0]}; write {mark}",
            suggestion=mark,
            fix=mark,
        )


CHECK = Check(
    name="quotation-style",
    category="linguistic-conventions/locale-specific-punctuation",
    severity=Severity.MINOR,
    help="A quotation mark is German, French or typed as two apostrophes.",
    find=find,
    flagged=(
        ("„Wir hoffen“, sagte sie.", "„We are hoping“, she said."),
        ("„Wir hoffen“, sagte sie.", "«We are hoping,” she said."),
        ('Er nannte es "Unsinn".', "He called it ''nonsense''."),
    ),
    passing=(
        ("„Wir hoffen“, sagte sie.", "“We are hoping,” she said."),
        ("„Wir hoffen“, sagte sie.", '"We are hoping," she said.'),
        ("Das Haus der Müllers brannte.", "The Müllers' house was on fire."),
    ),
    target=("en",),
)
