"""Quotation marks in another language's style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair
from transtrack.model import Severity

_FOREIGN: Final = regex.compile(r"[„«»‟‹›]|(?<!\p{L})''|''(?!\p{L})|``|’’|(?<!\S),,(?=\p{L})")
_SAME: Final = {"„": "“", "‹": "‘", "›": "’"}


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each mark that English does not use; the fix is in the text's own style."""
    text = pair.target.text
    straight = text.count('"') > text.count("“") + text.count("”")
    for match in _FOREIGN.finditer(text):
        opens = not match.start() or text[match.start() - 1] in " ([—–-"
        mark = _SAME.get(match[0]) or ("“" if opens else "”")
        if mark in "“”" and straight:
            mark = '"'
        yield Remark(
            start=match.start(),
            end=match.end(),
            message=f"{match[0]} is no English quotation mark; write {mark}",
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
    target="en",
)
