"""Sentences that the translation has twice and the original once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair
from transtrack.checks.side import Side
from transtrack.model import Severity

_FEWEST, _MOST = 3, 200  # words of a stretch that counts


def find(pair: Pair) -> Iterator[Remark]:
    """A remark on each sentence, or stretch of words, that stands in the target once more."""
    seen: set[tuple[str, ...]] = set()
    sentences = {_words(pair.source, k) for k in range(len(pair.source.bounds))}
    repeats = len(sentences) < len(pair.source.bounds)
    for number, (start, end) in enumerate(pair.target.bounds):
        words = _words(pair.target, number)
        if words in seen and len(words) >= _FEWEST - 1 and not repeats:
            yield _remark(pair, start, end)
            return
        seen.add(words)
    place = _repeat([word.key for word in pair.target.words])
    if place and not _repeat([word.key for word in pair.source.words]):
        first, last = place
        yield _remark(pair, pair.target.words[first].start, pair.target.words[last - 1].end)


def _words(side: Side, number: int) -> tuple[str, ...]:
    return tuple(word.key for word in side.words if word.sentence == number)


def _repeat(words: Sequence[str]) -> tuple[int, int] | None:
    """Where a stretch of words comes that stood right before it."""
    for start in range(len(words) - 2 * _FEWEST + 1):
        longest = min((len(words) - start) // 2, _MOST)
        for length in range(_FEWEST, longest + 1):
            middle = start + length
            if words[start] == words[middle] and (
                words[start:middle] == words[middle : middle + length]
            ):
                return middle, middle + length
    return None


def _remark(pair: Pair, start: int, end: int) -> Remark:
    text = pair.target.text[start:end]
    return Remark(start=start, end=end, message=f'"{text}" stands here a second time')


CHECK = Check(
    name="repeated-sentence",
    category="accuracy/addition",
    severity=Severity.MAJOR,
    help="A sentence stands twice in the translation and once in the original.",
    find=find,
    flagged=(
        ("Das Dach ist undicht.", "The roof leaks. The roof leaks."),
        (
            "Es regnet. Das Dach ist undicht.",
            "The roof is leaking. It rains. The roof is leaking.",
        ),
        ("Neue Brücke über die Elbe", "New bridge over the Elbe New bridge over the Elbe"),
    ),
    passing=(
        ("Das Dach ist undicht.", "The roof leaks."),
        ("Nie wieder. Nie wieder.", "Never again. Never again."),
        ("Der Rabe sitzt, der Rabe wartet.", "The raven sits, the raven waits."),
    ),
)
