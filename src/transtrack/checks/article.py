"""What only a look at the whole article shows: headings, repeats, the order of sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from rapidfuzz.fuzz import ratio

from transtrack.checks.check import Check, Remark, find_nothing
from transtrack.checks.coverage import find_content
from transtrack.checks.meetings import meetings
from transtrack.checks.pair import Pair
from transtrack.model import Bitext, BlockKind, Severity

_FRAME: Final = {
    BlockKind.TITLE: "title",
    BlockKind.HEADING: "heading",
    BlockKind.CAPTION: "caption",
    BlockKind.BYLINE: "byline",
}
_HEADINGS: Final = (BlockKind.TITLE, BlockKind.HEADING)
_FEWEST: Final = 4  # words of a sentence whose renderings are compared
_LIKELY: Final = 0.5  # confidence of both beads
_CROSSED: Final = 2  # words of each sentence that only the other renders
_SAME: Final = 90.0  # per cent of likeness from which two renderings are one

Told = Iterator[tuple[int, Remark]]


def find_structure(bitext: Bitext, pairs: Sequence[Pair]) -> Told:
    """A remark for each title, heading, caption or byline that the translation has not as one."""
    marked = bitext.source.path.lower().endswith((".md", ".html", ".htm")) and any(
        block.kind in _HEADINGS for block in bitext.target.blocks
    )
    for number, pair in enumerate(pairs):
        kind = pair.source.kind
        if not pair.source.words or kind not in _FRAME:
            continue
        name = _FRAME[kind]
        if not pair.target.text:
            message = f'the {name} "{pair.source.text[:60]}" is missing'
            yield number, Remark(start=0, end=0, message=message)
        elif marked and kind in _HEADINGS and pair.target.kind is BlockKind.PARAGRAPH:
            message = f"a {name} of the original is a paragraph here"
            yield number, Remark(start=0, end=len(pair.target.text), message=message)


def find_renderings(bitext: Bitext, pairs: Sequence[Pair]) -> Told:  # noqa: ARG001 - as all
    """A remark where a sentence of the original stands again and is rendered in another way."""
    first: dict[str, Pair] = {}
    for number, pair in enumerate(pairs):
        if len(pair.source.words) < _FEWEST or not pair.target.words or not pair.sure:
            continue
        other = first.setdefault(pair.source.text, pair)
        if ratio(other.target.text.lower(), pair.target.text.lower()) < _SAME:
            message = f'the same sentence of the original was rendered by "{other.target.text}"'
            yield number, Remark(start=0, end=len(pair.target.text), message=message)


def find_order(bitext: Bitext, pairs: Sequence[Pair]) -> Told:
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


def find_exchanged(pair: Pair) -> Iterator[Remark]:
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


STRUCTURE: Final = Check(
    name="structure",
    category="accuracy/omission",
    severity=Severity.MINOR,
    help="A title, heading, caption or byline of the original is missing, or is none here.",
    find=find_nothing,
    survey=find_structure,
    flagged=(
        (
            "Der Fluss steigt\n\nDie Helfer füllen seit dem Morgen Säcke mit Sand.\n\n"
            "Foto: Ein Helfer am Deich\n\nAm Abend soll der Regen aufhören.\n",
            "The river is rising\n\nHelpers have been filling bags with sand since morning.\n\n"
            "In the evening the rain is expected to stop.\n",
        ),
        (
            "Der Fluss steigt\n\nDie Helfer füllen seit dem Morgen Säcke mit Sand.\n",
            "Helpers have been filling bags with sand since the morning.\n",
        ),
        (
            "Der Fluss steigt\n\nVon Marta Linde\n\nDie Helfer füllen seit dem Morgen Säcke.\n",
            "The river is rising\n\nHelpers have been filling bags since the morning.\n",
        ),
    ),
    passing=(
        (
            "Der Fluss steigt\n\nDie Helfer füllen seit dem Morgen Säcke mit Sand.\n",
            "The river is rising\n\nHelpers have been filling bags with sand since morning.\n",
        ),
        (
            "Die Helfer füllen seit dem Morgen Säcke mit Sand.\n",
            "The river is rising\n\nHelpers have been filling bags with sand since morning.\n",
        ),
        (
            "Der Fluss steigt\n\nVon Marta Linde\n\nDie Helfer füllen seit dem Morgen Säcke.\n",
            "The river is rising\n\nBy Marta Linde\n\nHelpers have been filling bags all day.\n",
        ),
    ),
    whole=True,
)
RENDERING: Final = Check(
    name="inconsistent-rendering",
    category="terminology/inconsistent-use-of-terminology",
    severity=Severity.MINOR,
    help="A sentence that stands twice in the original is rendered in two ways.",
    find=find_nothing,
    survey=find_renderings,
    flagged=(
        (
            "Das Museum bleibt am Montag geschlossen. Der Eintritt ist frei.\n\n"
            "Die Kinder malen ein Bild. Das Museum bleibt am Montag geschlossen.\n",
            "The museum is closed on Monday. Admission is free.\n\n"
            "The children are painting a picture. On Mondays, nobody can visit the museum.\n",
        ),
        (
            "Die Lage ist weiter ernst. Die Helfer füllen Säcke mit Sand.\n\n"
            "Der Regen hört auf. Die Lage ist weiter ernst.\n",
            "The situation is still serious. The helpers are filling bags with sand.\n\n"
            "The rain is stopping. Things continue to look grave for now.\n",
        ),
        (
            "Wir danken allen Helfern herzlich. Es regnet.\n\n"
            "Die Sonne scheint wieder. Wir danken allen Helfern herzlich.\n",
            "We warmly thank all helpers. It is raining.\n\n"
            "The sun is shining again. Our gratitude goes to every volunteer.\n",
        ),
    ),
    passing=(
        (
            "Das Museum bleibt am Montag geschlossen. Der Eintritt ist frei.\n\n"
            "Die Kinder malen ein Bild. Das Museum bleibt am Montag geschlossen.\n",
            "The museum is closed on Monday. Admission is free.\n\n"
            "The children are painting a picture. The museum is closed on Monday.\n",
        ),
        ("Nein. Nein.\n", "No. Not at all.\n"),
        (
            "Das Museum bleibt am Montag geschlossen. Der Park bleibt am Montag geschlossen.\n",
            "The museum is closed on Monday. On Monday the park stays shut.\n",
        ),
    ),
    whole=True,
)
ORDER: Final = Check(
    name="sentence-order",
    category="accuracy/mistranslation",
    severity=Severity.NEUTRAL,
    help="Two neighbouring sentences have changed places.",
    find=find_exchanged,
    survey=find_order,
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
