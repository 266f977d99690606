"""Sentences and clauses of the translation that the original lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from transtrack.checks.check import Check, Remark, shorten
from transtrack.checks.coverage import cover
from transtrack.checks.pair import Pair
from transtrack.checks.rendering import judge_sentences, judge_stretch
from transtrack.checks.shortfall import find_shortfalls
from transtrack.model import Bitext, BlockKind, Severity

_FURNITURE: Final = {BlockKind.NOTE, BlockKind.NAVIGATION, BlockKind.BYLINE, BlockKind.DATELINE}
_SENTENCE: Final = 0.4  # log-odds from which a sentence is reported, and a stretch
_STRETCH: Final = 3.41
_SURE: Final = 3.0  # from which it is major, and a stretch
_SURE_STRETCH: Final = 8.0
_PARTS: Final = ("de", "en")  # the languages that parts of sentences are judged in
_FEWEST: Final = 3  # words that say something, in a sentence judged without great certainty


def find(pair: Pair) -> Iterator[Remark]:
    """A remark on the whole bead, each sentence, or else the stretch, without counterpart."""
    if not pair.source.words:
        if pair.target.words and not pair.source.text and pair.target.kind not in _FURNITURE:
            severity = Severity.MAJOR if pair.sure else Severity.MINOR
            yield _remark(pair, 0, len(pair.target.text), severity)
        return
    if pair.languages != _PARTS or not pair.links.forth or not pair.target.words:
        return
    found = False
    if len(pair.target.bounds) > 1:
        for number, odds in enumerate(judge_sentences(pair, back=True)):
            start, end = pair.target.bounds[number]
            few = len(cover(pair, back=True)[number].words) < _FEWEST
            if odds > (_SURE if few else _SENTENCE):
                found = True
                yield _remark(pair, start, end, _severity(odds > _SURE))
    odds, start, end = judge_stretch(pair, back=True)
    if not found and odds > _STRETCH:
        yield _remark(pair, start, end, _severity(odds > _SURE_STRETCH))


def survey(bitext: Bitext, pairs: Sequence[Pair]) -> Iterator[tuple[int, Remark]]:  # noqa: ARG001
    """A remark on each sentence that, in languages without a lexicon, nothing leaves room for."""
    for number, sentence in find_shortfalls(pairs, back=True):
        start, end = pairs[number].target.bounds[sentence]
        yield number, _remark(pairs[number], start, end, Severity.MINOR)


def _severity(sure: bool) -> Severity:
    return Severity.MAJOR if sure else Severity.MINOR


def _remark(pair: Pair, start: int, end: int, severity: Severity) -> Remark:
    text = pair.target.text[start:end]
    short = shorten(text)
    return Remark(
        start=start, end=end, message=f'nothing in the original says "{short}"', severity=severity
    )


CHECK = Check(
    name="addition",
    category="accuracy/addition",
    severity=Severity.MAJOR,
    help="A sentence or clause of the translation has no counterpart in the original.",
    find=find,
    survey=survey,
    parts=_PARTS,
    flagged=(
        ("", "The ship left the harbour in the evening."),
        (
            "Die Polizei sperrte die Brücke.",
            "The police closed the bridge. A truck had broken through the railing in the night.",
        ),
        (
            "Im Sommer kommen viele Gäste aus den Nachbardörfern.",
            "In summer many guests come from the neighbouring villages. The company's shareholders"
            " rejected the latest takeover offer.",
        ),
    ),
    passing=(
        (
            "Die Polizei sperrte die Brücke, weil ein Lastwagen das Geländer durchbrochen hatte.",
            "The police closed the bridge. A truck had broken through the railing.",
        ),
        ("Das Schiff verließ den Hafen am Abend.", "The ship left the harbour in the evening."),
        (
            "Der Bürgermeister eröffnete das Bad. Im Sommer kommen viele Gäste.",
            "The mayor opened the pool. Many guests come in summer.",
        ),
    ),
)
