"""The checks of whole articles that the names' own room makes."""

from __future__ import annotations

from typing import Final

from transtrack.checks.check import Check, find_nothing
from transtrack.model import Severity
from transtrack.names.originals import SCRIPTS

SCHEME: Final = Check(
    name="name-scheme",
    category="linguistic-conventions/transliteration",
    severity=Severity.MAJOR,
    help="A name from another script is in German transliteration: Jevhen for Yevhen.",
    find=find_nothing,
    flagged=(
        ("Jewhen Hruschewskyj kam aus Kiew.", "Jewhen Hruschewskyj came from Kyiv."),
        ("Der Autor Wolodymyr Schewtschuk las.", "The author Wolodymyr Schewtschuk read."),
        ("Der Pianist Jurij Tschernenko spielte.", "The pianist Jurij Tschernenko played."),
    ),
    passing=(
        ("Jewhen Hruschewskyj kam aus Kiew.", "Yevhen Hrushevskyi came from Kyiv."),
        ("Der Autor Stefan Zweig las.", "The author Stefan Zweig read."),
        ("Der Pianist Jürgen Schmidt spielte.", "The pianist Jürgen Schmidt played."),
    ),
    source=("de", *sorted(SCRIPTS)),
    target=("en",),
    whole=True,
)
INCONSISTENT: Final = Check(
    name="name-inconsistent",
    category="terminology/inconsistent-use-of-terminology",
    severity=Severity.MAJOR,
    help="A name is spelled in two ways: Sergei and Sergey Ryabkov.",
    find=find_nothing,
    flagged=(
        (
            "Sergej Rjabkow kam. Dann sprach Sergej Rjabkow.",
            "Sergei Ryabkov came. Then Sergey Ryabkov spoke.",
        ),
        (
            "Dmitri Jasow kam. Dann sprach Dmitri Jasow.",
            "Dmitry Yazov came. Then Dmitri Yazov spoke.",
        ),
        (
            "Olexij Resnikow kam. Dann sprach Olexij Resnikow.",
            "Oleksii Reznikov came. Then Oleksiy Reznikov spoke.",
        ),
    ),
    passing=(
        (
            "Sergej Rjabkow kam. Dann sprach Sergej Rjabkow.",
            "Sergei Ryabkov came. Then Sergei Ryabkov spoke.",
        ),
        ("Anna Berger kam. Dann sprach Peter Roth.", "Anna Berger came. Then Peter Roth spoke."),
        ("Erst kam Rjabkow, dann Lawrow.", "First came Ryabkov, then Lavrov."),
        (
            "Der Abgeordnete Clive Palmer kam. Clive Palmer schwieg.",
            "Then MP Clive Palmer came. Clive Palmer kept silent.",
        ),
        (
            "Edward Joseph Snowden kam. Edward Snowden sprach.",
            "Edward Joseph Snowden came. Edward Snowden spoke.",
        ),
        ("Google (GOOGL) stieg. Google lacht.", "Google (GOOGL) rose. Google is laughing."),
        ("Torpedo II fuhr vor Torpedo III.", "Torpedo II sailed ahead of Torpedo III."),
    ),
    target=("en",),
    whole=True,
)
MISSING: Final = Check(
    name="name-missing",
    category="accuracy/omission",
    severity=Severity.MINOR,
    help="A full name of the original is not in the sentence that renders it.",
    find=find_nothing,
    flagged=(
        (
            "Gestern sprach Minister Sergej Lawrow in der Stadt.",
            "Yesterday the minister spoke in the city.",
        ),
        (
            "Dort traf Wolodymyr Tschernenko die Botschafterin.",
            "There he met the ambassador.",
        ),
        ("Am Ende gewann Petra Lewandowska das Rennen.", "In the end she won the race."),
    ),
    passing=(
        ("Gestern sprach Sergej Lawrow.", "Yesterday Sergei Lavrov spoke."),
        ("Der Zug fährt nach Kiew.", "The train goes to Kyiv."),
        ("Sie flog nach New York.", "She flew to New York."),
    ),
    source=("de",),
    target=("en",),
    whole=True,
)
AUTHORITY: Final = Check(
    name="name-authority",
    category="terminology/organization-terminology",
    severity=Severity.CRITICAL,
    help="A name is not spelled as the house has ruled in its names.toml.",
    find=find_nothing,
    flagged=(),
    passing=(
        ("Der Zug fährt nach Kiew.", "The train goes to Kyiv."),
        ("Der Autor Stefan Zweig las.", "The author Stefan Zweig read."),
        ("Erst kam Rjabkow, dann Lawrow.", "First came Ryabkov, then Lavrov."),
    ),
    whole=True,
)
CHECKS: Final = (SCHEME, INCONSISTENT, MISSING, AUTHORITY)
