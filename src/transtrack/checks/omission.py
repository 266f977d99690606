"""Sentences and clauses of the original that the translation lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from transtrack.checks.check import Check, Remark, shorten
from transtrack.checks.coverage import cover
from transtrack.checks.pair import Pair
from transtrack.checks.rendering import judge_sentences, judge_stretch
from transtrack.checks.shortfall import find_shortfalls
from transtrack.model import Bitext, BlockKind, Severity

_SENTENCE: Final = 0.0  # log-odds from which a sentence is reported, and a stretch
_STRETCH: Final = 3.03
_SURE: Final = 2.4  # from which it is major, and a stretch
_SURE_STRETCH: Final = 5.5
_PLAIN: Final = {BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION}
_PARTS: Final = ("de", "en")  # the languages that parts of sentences are judged in
_FEWEST: Final = 3  # words that say something, in a sentence judged without great certainty


def find(pair: Pair) -> Iterator[Remark]:
    """A remark on the whole bead, each sentence, or else the stretch, without counterpart."""
    if not pair.target.words:
        if pair.source.words and not pair.target.text:
            yield _remark(pair, pair.source.text, Severity.MAJOR if pair.sure else Severity.MINOR)
        return
    if pair.languages != _PARTS or not pair.links.forth or not pair.source.words:
        return
    lost = []
    if len(pair.source.bounds) > 1:
        for number, odds in enumerate(judge_sentences(pair)):
            if odds > (_SENTENCE if len(cover(pair)[number].words) >= _FEWEST else _SURE):
                lost.append(number)
                severity = Severity.MAJOR if odds > _SURE else Severity.MINOR
                yield _remark(pair, pair.source.sentence(number), severity)
    odds, start, end = judge_stretch(pair)
    if not lost and odds > _STRETCH:
        severity = Severity.MAJOR if odds > _SURE_STRETCH else Severity.MINOR
        yield _remark(pair, pair.source.text[start:end], severity)


def survey(bitext: Bitext, pairs: Sequence[Pair]) -> Iterator[tuple[int, Remark]]:  # noqa: ARG001
    """A remark on each sentence for which, in languages without a lexicon, no room is left."""
    for number, sentence in find_shortfalls(pairs):
        pair = pairs[number]
        yield number, _remark(pair, pair.source.sentence(sentence), Severity.MINOR)


def _remark(pair: Pair, text: str, severity: Severity) -> Remark:
    kind = pair.source.kind
    what = "" if kind in _PLAIN or pair.target.text else f"the {kind} "
    short = shorten(text)
    return Remark(
        start=0,
        end=len(pair.target.text),
        message=f'nothing here renders {what}"{short}"',
        severity=severity,
    )


CHECK = Check(
    name="omission",
    category="accuracy/omission",
    severity=Severity.MAJOR,
    help="A sentence or clause of the original has no counterpart in the translation.",
    find=find,
    survey=survey,
    parts=_PARTS,
    flagged=(
        ("Das Schiff verließ den Hafen am Abend.", ""),
        (
            "Die Polizei sperrte die Brücke. Ein Lastwagen hatte das Geländer durchbrochen.",
            "The police closed the bridge.",
        ),
        (
            "Der Bürgermeister eröffnete das neue Schwimmbad. Die Kosten waren höher als geplant,"
            " weil der Boden feucht ist. Im Sommer kommen viele Gäste aus den Nachbardörfern.",
            "The mayor opened the new swimming pool. In summer many guests come from the"
            " neighbouring villages.",
        ),
    ),
    passing=(
        ("Prof. Dr. med. Ute Müller leitet die Klinik.", "Professor Ute Müller heads the clinic."),
        (
            "Die Polizei sperrte die Brücke. Ein Lastwagen hatte das Geländer durchbrochen.",
            "The police closed the bridge after a truck had broken through the railing.",
        ),
        ("Das Schiff verließ den Hafen am Abend.", "The ship left the harbour in the evening."),
        (
            "Der Bürgermeister eröffnete das neue Schwimmbad. Im Sommer kommen viele Gäste.",
            "The mayor opened the new swimming pool. Many guests come in summer.",
        ),
    ),
)
