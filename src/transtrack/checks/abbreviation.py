"""German abbreviations left in English."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair
from transtrack.model import Severity

_GERMAN: Final = {
    r"z\.\s?B\.": "e.g.",
    r"usw\.?": "etc.",
    r"bzw\.?": "or",
    r"d\.\s?h\.": "i.e.",
    r"u\.\s?a\.": "among others",
    r"v\.\s?a\.": "above all",
    r"Mrd\.?": "billion",
    r"Mio\.": "million",
    r"Tsd\.": "thousand",
    r"Nr\.": "No.",
    r"ggf\.?": "if necessary",
    r"inkl\.": "including",
    r"zzgl\.": "plus",
    r"sog\.": "so-called",
    r"evtl\.": "possibly",
    r"vgl\.": "cf.",
    r"Jh\.": "century",
    r"n\.\s?Chr\.": "AD",
    r"v\.\s?Chr\.": "BC",
}
_PATTERN: Final = regex.compile(
    r"(?<![\p{L}.])(?=[zubdvMTNgisenJ])(?:"
    + "|".join(rf"(?P<g{number}>{pattern})" for number, pattern in enumerate(_GERMAN))
    + r")(?!\p{L})"
)


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each abbreviation that only German has."""
    english = list(_GERMAN.values())
    for match in _PATTERN.finditer(pair.target.text):
        number = int((match.lastgroup or "g0")[1:])
        yield Remark(
            start=match.start(),
            end=match.end(),
            message=f'"{match[0]}" is a German abbreviation; write "{english[number]}"',
            suggestion=english[number],
        )


CHECK = Check(
    name="abbreviation",
    category="accuracy/untranslated",
    severity=Severity.MINOR,
    help="A German abbreviation is left: z.B., usw., Mrd.",
    find=find,
    flagged=(
        ("Es fehlt z.B. an Holz.", "They lack wood, z.B."),
        ("Nägel, Schrauben usw. sind teuer.", "Nails, screws usw. are expensive."),
        ("Das kostet 2 Mrd. Euro.", "That costs 2 Mrd. euros."),
    ),
    passing=(
        ("Es fehlt z.B. an Holz.", "They lack wood, for example."),
        ("Nägel, Schrauben usw. sind teuer.", "Nails, screws, etc. are expensive."),
        ("Das kostet ca. 2 Mrd. Euro.", "That costs ca. 2 billion euros."),
    ),
    source=("de",),
    target=("en",),
)
