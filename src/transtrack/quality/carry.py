"""A hypothesis and a reference cut alike, though they were split differently."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from transtrack.errors import InputError
from transtrack.model import Bitext, Document
from transtrack.quality.metrics import Segment

Group = tuple[list[int], list[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What the original and each version say in one place, and its first hypothesis sentence."""

    texts: tuple[str, ...]
    first: int | None


def carry(hypothesis: Bitext, *references: Bitext) -> list[Stretch]:
    """The smallest stretches that no bead of any bitext crosses.

    All bitexts have the same source; what no version renders is left out. A sentence without a
    counterpart in the source goes with what stands before it.
    """
    bitexts = (hypothesis, *references)
    count = len(hypothesis.source.sentences)
    leader = list(range(max(count, 1)))
    groups = [_group(bitext) for bitext in bitexts]
    for found in groups:
        for left, _ in found:
            for other in left[1:]:
                _join(leader, left[0], other)
    order = sorted({_find(leader, index) for index in range(max(count, 1))})
    place = {head: number for number, head in enumerate(order)}
    sources: list[list[int]] = [[] for _ in order]
    for index in range(count):
        sources[place[_find(leader, index)]].append(index)
    columns = [[_text(hypothesis.source, part) for part in sources]]
    firsts: list[int | None] = []
    for bitext, found in zip(bitexts, groups, strict=True):
        targets: list[list[int]] = [[] for _ in order]
        for left, right in found:
            targets[place[_find(leader, left[0])]] += right
        columns.append([_text(bitext.target, sorted(part)) for part in targets])
        firsts = firsts or [min(part, default=None) for part in targets]
    rows = zip(zip(*columns, strict=True), firsts, strict=True)
    said = ((texts, first) for texts, first in rows if "".join(texts[1:]).strip())
    return [Stretch(texts=texts, first=first) for texts, first in said]


def pair_lines(*documents: Document) -> list[Stretch]:
    """A stretch for each line of documents of a sentence a line, as many in each."""
    columns = ([item.plain for item in document.sentences] for document in documents)
    rows = zip(*columns, strict=True)
    return [Stretch(texts=texts, first=number) for number, texts in enumerate(rows)]


def make_segments(rows: Iterable[Stretch], path: str, reference: str) -> list[Segment]:
    """Segments of source, hypothesis and reference; InputError where one side has no words."""
    texts = [row.texts for row in rows]
    found = [Segment(source=row[0], hypothesis=row[1], reference=row[2]) for row in texts]
    for name, empty in (
        (path, not any(item.hypothesis.strip() for item in found)),
        (reference, not any((item.reference or "").strip() for item in found)),
    ):
        if empty:
            hint = "put the text into it; without one there is no score, not a score of 0"
            raise InputError("there is nothing to compare in this text", path=name, hint=hint)
    return found


def _group(bitext: Bitext) -> list[Group]:
    """The beads with a source, additions joined to what stands before them in the target."""
    found: list[Group] = [
        (list(bead.source), list(bead.target)) for bead in bitext.beads if bead.source
    ]
    if not found:
        found = [([0], [])]
    holder = {index: group for group in found for index in group[1]}
    for index in range(len(bitext.target.sentences)):
        if index not in holder:
            holder[index] = holder.get(index - 1, found[0])
            holder[index][1].append(index)
    return found


def _text(document: Document, indices: list[int]) -> str:
    return " ".join(document.sentences[index].plain for index in indices)


def _find(leader: list[int], index: int) -> int:
    while leader[index] != index:
        index = leader[index]
    return index


def _join(leader: list[int], one: int, other: int) -> None:
    first, second = sorted((_find(leader, one), _find(leader, other)))
    leader[second] = first
