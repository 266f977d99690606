"""The beads of an article as rows: the original, what ties them, the translation, findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transtrack.model import Bead, Bitext, Document, Finding, Origin
from transtrack.quality import Rating
from transtrack.reports.site.links import show
from transtrack.reports.site.marks import find_marks, weave
from transtrack.reports.site.notes import draw_note
from transtrack.reports.site.values import Article

LOW = 50.0  # a score below is shown at its sentence

Numbered = tuple[int, Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A bead, numbered from 1, its rating and findings; `former`: its source before a change.

    `after`, of a moved one, is the bead behind which the translation has it, 0 for its beginning.
    """

    number: int
    bead: Bead
    rating: Rating | None
    findings: tuple[Numbered, ...]
    after: int | None
    former: str = ""

    @property
    def flags(self) -> list[tuple[str, str]]:
        """What a reader should know: a word for the filter and for the style, and for people."""
        bead, found = self.bead, []
        if not bead.target:
            found.append(("omitted", "omitted"))
        if not bead.source:
            found.append(("added", "added"))
        if self.former:
            found.append(("changed", "original changed"))
        if self.after is not None:
            found.append(("moved", "moved"))
        if bead.doubtful:
            found.append(("doubtful", f"{100 * bead.confidence:.0f} % sure"))
        if bead.origin is Origin.REVIEWED:
            found.append(("reviewed", "✓ reviewed"))
        if bead.source and bead.target and self.rating and self.rating.score.value < LOW:
            found.append(("low", f"score {self.rating.score.value:.0f}"))
        return found


def make_lines(article: Article, bitext: Bitext) -> list[Line]:
    """A line for each bead, each finding in exactly one of them."""
    owners = {index: k for k, bead in enumerate(bitext.beads) for index in bead.target}
    found: list[list[Numbered]] = [[] for _ in bitext.beads]
    gaps = _find_gaps(bitext)
    for number, finding in enumerate(article.report.findings, 1):
        found[_find_owner(bitext, finding, owners, gaps)].append((number, finding))
    moved = bitext.moved()
    return [
        Line(
            number=k + 1,
            bead=bead,
            rating=article.ratings[k] if article.ratings else None,
            findings=tuple(found[k]),
            after=owners.get(bead.target[0] - 1, -1) + 1 if k in moved else None,
            former=article.former.get(k, ""),
        )
        for k, bead in enumerate(bitext.beads)
    ]


def _find_gaps(bitext: Bitext) -> dict[int, int]:
    """Where the translation lacks something, as findings say it: the first such bead there."""
    gaps: dict[int, int] = {}
    place = 0
    for k, bead in enumerate(bitext.beads):
        if bead.target:
            place = bitext.target.sentences[bead.target[-1]].span.end
        else:
            gaps.setdefault(place, k)
    return gaps


def _find_owner(
    bitext: Bitext, finding: Finding, owners: dict[int, int], gaps: dict[int, int]
) -> int:
    """The bead of a finding: where nothing stands, a gap; else that of its first sentence."""
    span = finding.location.span
    if span.start == span.end and span.start in gaps:
        return gaps[span.start]
    sentences = bitext.target.sentences
    low, high = 0, len(sentences) - 1
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].span.end > span.start:
            high = middle
        else:
            low = middle + 1
    return owners[sentences[low].index] if sentences else 0


def draw_line(line: Line, bitext: Bitext) -> str:
    """A row of the table of both texts."""
    bead = line.bead
    flags = line.flags
    kinds = " ".join(["bead", *_starts(bitext, bead), *(key for key, _ in flags)])
    return (
        f'<li class="{kinds}" id="b{line.number}" tabindex="-1">'
        f"{_draw_side('source', bitext.source, bead.source, (), line.former)}"
        f"{_draw_tie(line, flags)}"
        f"{_draw_side('target', bitext.target, bead.target, line.findings)}</li>\n"
    )


def _starts(bitext: Bitext, bead: Bead) -> Iterator[str]:
    """Whether a block begins here, in the original or, lacking that, in the translation."""
    document, side = (bitext.source, bead.source) if bead.source else (bitext.target, bead.target)
    first = document.sentences[side[0]]
    if first.index == 0 or document.sentences[first.index - 1].block != first.block:
        yield "starts"


def _draw_tie(line: Line, flags: Sequence[tuple[str, str]]) -> str:
    bead = line.bead
    kind = f'<span class="kind">{len(bead.source)}–{len(bead.target)}</span>'
    parts = [f'<a href="#b{line.number}" aria-label="bead {line.number}">{line.number}</a>']
    parts += [kind] if bead.kind != "1-1" else []
    for key, text in flags:
        where = f' <a href="#b{line.after or 1}">{_tell(line.after)}</a>' if key == "moved" else ""
        parts.append(f'<span class="flag {key}">{text}{where}</span>')
    return f'<div class="tie">{" ".join(parts)}</div>'


def _tell(after: int | None) -> str:
    return f"after {after}" if after else "to the top"


def _draw_side(
    name: str,
    document: Document,
    indices: Sequence[int],
    findings: Sequence[Numbered],
    former: str = "",
) -> str:
    language = show(document.language)
    parts: list[str] = []
    block = None
    for index in indices:
        sentence = document.sentences[index]
        text = weave(sentence.plain, find_marks(sentence, findings))
        if sentence.block != block:
            kind = document.blocks[sentence.block].kind if document.blocks else "paragraph"
            parts.append(f'</p><p class="{kind}" lang="{language}" dir="auto">{text}')
        else:
            parts.append(f" {text}")
        block = sentence.block
    text = f"{''.join(parts).removeprefix('</p>')}</p>" if parts else _draw_gap(name)
    notes = "".join(draw_note(number, finding, document) for number, finding in findings)
    if former:
        text += f'<p class="former" lang="{language}" dir="auto"><del>{show(former)}</del></p>'
    return f'<div class="side {name}">{text}{f"<ul>{notes}</ul>" if notes else ""}</div>'


def _draw_gap(name: str) -> str:
    told = "not in the original" if name == "source" else "not in the translation"
    return f'<p class="gap">{told}</p>'
