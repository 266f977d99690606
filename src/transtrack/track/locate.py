"""Where the sentences of a catalogue's entries stand in the texts as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transtrack.formats.po import Entry, join
from transtrack.model import Document

_LONGEST = 8  # sentences looked for on one side of an entry

Place = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """An entry and its sentences on each side: None where the text is not there any more.

    An empty side is at the empty place.
    """

    entry: Entry
    source: Place | None
    target: Place | None


def locate(entries: Sequence[Entry], source: Document, target: Document) -> tuple[Located, ...]:
    """Every entry's place in both texts, none given twice.

    Of several equal sentences an entry gets the one next to where its neighbour stands;
    obsolete entries choose last.
    """
    sources = _places(source, [(entry.source, entry.kind[0], entry.obsolete) for entry in entries])
    targets = _places(target, [(entry.target, entry.kind[1], entry.obsolete) for entry in entries])
    return tuple(
        Located(entry=entry, source=left, target=right)
        for entry, left, right in zip(entries, sources, targets, strict=True)
    )


def _places(document: Document, wanted: Sequence[tuple[str, int, bool]]) -> list[Place | None]:
    windows = _Windows(document)
    found: list[Place | None] = [None if text else () for text, _, _ in wanted]
    taken: set[int] = set()
    order = sorted(
        range(len(wanted)),
        key=lambda k: (wanted[k][2], len(windows.find(*wanted[k][:2])) > 1, k),
    )
    for k in order:
        text, count, _ = wanted[k]
        free = [
            place
            for place in (windows.find(text, count) if text else ())
            if taken.isdisjoint(place)
        ]
        if free:
            found[k] = min(free, key=lambda place: _distance(place, found, k))
            taken.update(found[k] or ())
    return found


def _distance(place: Place, found: Sequence[Place | None], k: int) -> tuple[int, int]:
    """How far a place is from where the entries before and behind would have it."""
    steps = []
    if k > 0 and (before := found[k - 1]):
        steps.append(abs(place[0] - before[-1] - 1))
    if k + 1 < len(found) and (behind := found[k + 1]):
        steps.append(abs(behind[0] - place[-1] - 1))
    return min(steps, default=0), place[0]


class _Windows:
    """Runs of sentences by their text."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.plain = [sentence.plain for sentence in document.sentences]
        self.runs: dict[int, dict[str, list[Place]]] = {}

    def find(self, text: str, count: int) -> Sequence[Place]:
        """Where a text stands, first as `count` sentences, else split in another way."""
        counts = [count, *(other for other in range(1, _LONGEST + 1) if other != count)]
        return next((found for n in counts if n and (found := self._run(n).get(text))), ())

    def _run(self, count: int) -> dict[str, list[Place]]:
        if count not in self.runs:
            runs: dict[str, list[Place]] = {}
            for start in range(len(self.plain) - count + 1):
                text = join(self.plain[start : start + count], self.document.language)
                runs.setdefault(text, []).append(tuple(range(start, start + count)))
            self.runs[count] = runs
        return self.runs[count]


def covered(places: Iterable[Place]) -> frozenset[int]:
    """All sentences of these places."""
    return frozenset(index for place in places for index in place)
