"""Placeholders, links and emphasis that the translation has lost or broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair
from transtrack.checks.side import Side
from transtrack.model import Severity

_PLACEHOLDER: Final = regex.compile(
    r"\{\{[^{}\n]{1,60}\}\}|\$?\{\p{L}?[\p{L}\p{Nd}_.]{0,60}\}"  # {name}, {0}, {{name}}, ${name}
    r"|(?<![\p{Nd}%])%(?:\(\p{L}[\p{L}\p{Nd}_]*\)|\p{Nd}\$)?[sdif@](?!\p{L})"  # %s, %(name)s, %1$s
    r"|</?[\p{L}\p{Nd}]*\p{Nd}/?>"  # <0>, <b1>, </0>, as localisation files number their tags
)
_LINK: Final = regex.compile(
    r"\bhttps?://|\bwww\.\p{L}|<a\s[^<>]{0,500}?href|\]\((?=[^()\s]{3})|\bmailto:",
    regex.IGNORECASE,
)
_EMPHASIS: Final = regex.compile(r"(?<!\\)(?:\*\*|__|~~|``?)")


def _written(side: Side) -> str:
    return " ".join(side.written)


def find_placeholders(pair: Pair) -> Iterator[Remark]:
    """A remark for each placeholder that stands on one side more often than on the other."""
    there = Counter(_PLACEHOLDER.findall(_written(pair.source)))
    here = Counter(_PLACEHOLDER.findall(_written(pair.target)))
    if not pair.target.text or not pair.source.text:
        return
    for token in sorted(there.keys() | here.keys()):
        if there[token] != here[token]:
            at = pair.target.text.find(token)
            start, end = (at, at + len(token)) if at >= 0 else (0, len(pair.target.text))
            lost = there[token] > here[token]
            told = "of the original is missing" if lost else "is not in the original"
            yield Remark(start=start, end=end, message=f'the placeholder "{token}" {told}')


def find_links(pair: Pair) -> Iterator[Remark]:
    """A remark if the original has more links than the translation; they may lead elsewhere."""
    there, here = (len(_LINK.findall(_written(side))) for side in (pair.source, pair.target))
    if pair.target.text and there > here:
        what = "a link" if there == here + 1 else f"{there - here} links"
        message = f"{what} of the original {'is' if there == here + 1 else 'are'} missing"
        yield Remark(start=0, end=len(pair.target.text), message=message)


def find_emphasis(pair: Pair) -> Iterator[Remark]:
    """A remark for each mark of Markdown that is paired in the original and odd here."""
    there = Counter(_EMPHASIS.findall(_written(pair.source)))
    here = Counter(_EMPHASIS.findall(_written(pair.target)))
    for mark in sorted(here):
        if here[mark] % 2 and there[mark] and not there[mark] % 2:
            at = max(pair.target.text.rfind(mark), 0)
            yield Remark(start=at, end=at + len(mark), message=f'"{mark}" opens and is not closed')


PLACEHOLDER: Final = Check(
    name="placeholder",
    category="design-and-markup/markup-tag",
    severity=Severity.MAJOR,
    help="A placeholder of the original is missing or changed: {name}, %s, <0>.",
    find=find_placeholders,
    flagged=(
        ("Guten Tag, {name}!", "Good day, {Name}!"),
        ("Noch %d Tage bis zur Wahl", "Days left until the election"),
        ("Lesen Sie <0>mehr</0>.", "Read <0>more."),
    ),
    passing=(
        ("Guten Tag, {name}!", "Good day, {name}!"),
        ("Der Saal war 100%ig ausverkauft.", "The hall was completely sold out."),
        ("Noch %d von %d Tagen", "%d of %d days left"),
        ("Die Quote stieg auf 40 % im Mai.", "The rate rose to 40% in May."),
    ),
)
LINK: Final = Check(
    name="link",
    category="design-and-markup/markup-tag",
    severity=Severity.MINOR,
    help="A link of the original is missing.",
    find=find_links,
    flagged=(
        ("Mehr auf https://example.org/wahl.", "More on our site."),
        ("Der [Bericht](bericht.pdf) liegt vor.", "The report is available."),
        ('Die <a href="/wahl">Wahl</a> ist vorbei.', "The election is over."),
    ),
    passing=(
        ("Mehr auf https://example.org/de/wahl.", "More at https://example.org/en/election."),
        ("Der [Bericht](bericht.pdf) liegt vor.", "The [report](report.pdf) is available."),
        ("Der Bericht liegt vor.", "The [report](report.pdf) is available."),
    ),
)
EMPHASIS: Final = Check(
    name="emphasis",
    category="design-and-markup/markup-tag",
    severity=Severity.MINOR,
    help="A mark of Markdown is opened and not closed: **.",
    find=find_emphasis,
    flagged=(
        ("Das ist **wichtig** für uns.", "This is **important for us."),
        ("Der Befehl `start` genügt.", "The command start` is enough."),
        ("Ein ~~alter~~ Preis.", "An ~~old price."),
    ),
    passing=(
        ("Das ist **wichtig** für uns.", "This is **important** for us."),
        ("Das ist **wichtig** für uns.", "This is important for us."),
        ("Er hat 5 ** im Zeugnis.", "He got 5 ** in his report."),
    ),
)
