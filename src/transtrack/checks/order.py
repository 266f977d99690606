"""Neighbouring sentences that have changed places, in a paragraph or within one bead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from transtrack.checks.check import Check, Remark
from transtrack.checks.coverage import find_content
from transtrack.checks.meetings import meetings
from transtrack.checks.pair import Pair
from transtrack.model import Bitext, Severity

_LIKELY: Final = 0.5  # confidence of both beads
_CROSSED: Final = 2  # words of each sentence that only the other renders


def survey(bitext: Bitext, pairs: Sequence[Pair]) -> Iterator[tuple[int, Remark]]:
    """A remark where two sentences of a paragraph, side by side, have changed places."""
    order = [number for number, bead in enumerate(bitext.beads) if bead.source and bead.target]
    order.sort(key=lambda number: bitext.beads[number].target)
    for one, other in pairwise(order):
        a, b = bitext.beads[one], bitext.beads[other]
        beside = a.target[-1] + 1 == b.target[0] and b.source[-1] + 1 == a.source[0]
        sentences = bitext.source.sentences
        together = sentences[a.source[0]].block == sentences[b.source[0]].block
        if beside and together and min(a.confidence, b.confidence) >= _LIKELY:
            yield one, _exchanged(0, len(pairs[one].target.text))


def find(pair: Pair) -> Iterator[Remark]:
    """A remark where two sentences of one bead render each other's original."""
    size = len(pair.source.bounds)
    if size < 2 or size != len(pair.target.bounds):  # noqa: PLR2004 - two that change places
        return
    met = [[0] * size for _ in range(size)]
    back = meetings(pair).back
    content = find_content(pair.target)
    for number, word in enumerate(pair.target.words):
        rows = {pair.source.words[at].sentence for at in back[number]}
        if content[number] and len(rows) == 1:
            met[rows.pop()][word.sentence] += 1
    for k in range(size - 1):
        crossed = min(met[k][k + 1], met[k + 1][k])
        if crossed >= _CROSSED and met[k][k] + met[k + 1][k + 1] <= crossed // 2:
            yield _exchanged(pair.target.bounds[k][0], pair.target.bounds[k + 1][1])


def _exchanged(start: int, end: int) -> Remark:
    return Remark(start=start, end=end, message="two sentences have changed places here")


CHECK: Final = Check(
    name="sentence-order",
    category="accuracy/mistranslation",
    severity=Severity.NEUTRAL,
    help="Two neighbouring sentences have changed places.",
    find=find,
    survey=survey,
    flagged=(
        (
            "Der Bürgermeister eröffnete gestern das neue Schwimmbad. Eine Kapelle aus dem"
            " Nachbarort spielte drei Märsche. Die Kosten betrugen vier Millionen Euro.\n",
            "The mayor opened the new swimming pool yesterday. The costs came to four million"
            " euros. A band from the neighbouring village played three marches.\n",
        ),
        (
            "Die Polizei sperrte am Morgen die Brücke. Ein Lastwagen hatte das Geländer"
            " durchbrochen. Taucher suchten im Fluss nach dem Fahrer.\n",
            "A truck had broken through the railing. The police closed the bridge in the morning."
            " Divers searched the river for the driver.\n",
        ),
        (
            "Im Museum hängt ein Gemälde aus dem 16. Jahrhundert. Der Maler stammte aus Antwerpen."
            " Besucher zahlen acht Euro Eintritt.\n",
            "A painting from the 16th century hangs in the museum. Visitors pay eight euros"
            " admission. The painter came from Antwerp.\n",
        ),
    ),
    passing=(
        (
            "Die Polizei sperrte am Morgen die Brücke. Ein Lastwagen hatte das Geländer"
            " durchbrochen.\n",
            "The police closed the bridge in the morning. A truck had broken through the"
            " railing.\n",
        ),
        (
            "Die Polizei sperrte am Morgen die Brücke. Ein Lastwagen hatte das Geländer"
            " durchbrochen.\n",
            "After a truck had broken through the railing, the police closed the bridge in the"
            " morning.\n",
        ),
        ("Es regnet.\n", "It is raining.\n"),
    ),
)
