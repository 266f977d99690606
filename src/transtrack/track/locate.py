"""Where the sentences of a catalogue's entries stand in the texts as they are now."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from transtrack.formats.po import Entry, join
from transtrack.model import Document

LONGEST = 8  # sentences looked for on one side of an entry

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
    sources = find_places(source, [(entry.source, entry.kind[0]) for entry in entries], entries)
    targets = find_places(target, [(entry.target, entry.kind[1]) for entry in entries], entries)
    return tuple(
        Located(entry=entry, source=left, target=right)
        for entry, left, right in zip(entries, sources, targets, strict=True)
    )


def find_places(
    document: Document, wanted: Sequence[tuple[str, int]], entries: Sequence[Entry]
) -> list[Place | None]:
    """The place in a document of each entry's side, wanted as text and number of sentences."""
    windows = _Windows(document)
    candidates = [windows.find(text, count) if text else () for text, count in wanted]
    search = _Search(candidates, [None if text else () for text, _ in wanted])
    active = [k for k, entry in enumerate(entries) if not entry.obsolete]
    obsolete = [k for k, entry in enumerate(entries) if entry.obsolete]
    for numbers in (active, obsolete):
        search.take_only(numbers)
        search.take_next(numbers, -1)
        search.take_next(numbers[::-1], +1)
        search.take_any(numbers)
    return search.found


class _Search:
    """Which of its candidates each entry gets, and which sentences are taken."""

    def __init__(self, candidates: Sequence[Sequence[Place]], found: list[Place | None]) -> None:
        self.candidates = candidates
        self.found = found
        self.taken: set[int] = set()

    def _take(self, number: int, place: Place) -> bool:
        if self.found[number] is None and self.taken.isdisjoint(place):
            self.found[number] = place
            self.taken.update(place)
            return True
        return False

    def take_only(self, numbers: Sequence[int]) -> None:
        """Give the entries that have but one candidate theirs."""
        for number in numbers:
            if len(self.candidates[number]) == 1:
                self._take(number, self.candidates[number][0])

    def take_next(self, numbers: Sequence[int], step: int) -> None:
        """Give entries the candidate that touches the place of the entry `step` away."""
        for number in numbers:
            if self.found[number] is None and 0 <= number + step < len(self.found):
                beside = self.found[number + step]
                if beside:
                    end = 0 if step < 0 else -1  # the one of a place that touches it
                    edge = beside[~end] - step
                    places = self.candidates[number]
                    at = bisect_left(places, edge, key=itemgetter(end))
                    if at < len(places) and places[at][end] == edge:
                        self._take(number, places[at])

    def take_any(self, numbers: Sequence[int]) -> None:
        """Give the rest what is left, in order; equal sentences share their candidates."""
        tried: dict[int, int] = {}
        for number in numbers:
            if self.found[number] is None:
                places = self.candidates[number]
                at = tried.get(id(places), 0)
                while at < len(places) and not self._take(number, places[at]):
                    at += 1
                tried[id(places)] = at


class _Windows:
    """Runs of sentences by their text."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.plain = [sentence.plain for sentence in document.sentences]
        self.runs: dict[int, dict[str, list[Place]]] = {}

    def find(self, text: str, count: int) -> Sequence[Place]:
        """Where a text stands, first as `count` sentences, else split in another way."""
        counts = [count, *(other for other in range(1, LONGEST + 1) if other != count)]
        return next((found for n in counts if n and (found := self._run(n).get(text))), ())

    def _run(self, count: int) -> dict[str, list[Place]]:
        if count not in self.runs:
            runs: dict[str, list[Place]] = {}
            for start in range(len(self.plain) - count + 1):
                text = join(self.plain[start : start + count], self.document.language)
                runs.setdefault(text, []).append(tuple(range(start, start + count)))
            self.runs[count] = runs
        return self.runs[count]
