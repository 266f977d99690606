"""The nouns every room speaks: frozen values that state what is always true of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

DOUBTFUL = 0.8  # a bead less sure than this waits for a person

_LINE_END = re.compile(r"\r\n|\n|\r")


class BlockKind(StrEnum):
    """What a block of a news page is."""

    TITLE = "title"
    HEADING = "heading"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    NAVIGATION = "navigation"
    NOTE = "note"


class Origin(StrEnum):
    """Who decided on a bead: the aligner, or a person."""

    AUTO = "auto"
    REVIEWED = "reviewed"


class Severity(StrEnum):
    """MQM's severities (ISO 5060), least first."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """Its place among them, from 0: as strings they have no order that means anything."""
        return list(Severity).index(self)


class Status(StrEnum):
    """Whether the target renders the source as it stands now, best first.

    Unreviewed: it does, but beads wait for a person; partial: sentences of the source have no
    translation yet; stale: sentences have changed since; unknown: nobody has judged.
    """

    FRESH = "fresh"
    UNREVIEWED = "unreviewed"
    PARTIAL = "partial"
    STALE = "stale"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range of code points of `Document.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the file and what a reader sees of it.

    `&amp;` is shown as `&`, a line break as a space, a tag or a soft hyphen as nothing. Where
    `shown` is as long as the span, it stands there character by character.
    """

    span: Span
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What the splitter yields: `document.text[span] == text`.

    `pieces` cover the span in order when a reader sees something else than `text`; empty
    means that `text` is what is seen.
    """

    index: int
    text: str
    span: Span
    block: int
    pieces: tuple[Piece, ...] = ()

    @property
    def plain(self) -> str:
        """The sentence as a reader sees it: no markup, white space folded."""
        return "".join(piece.shown for piece in self.pieces) if self.pieces else self.text

    def locate(self, start: int, end: int) -> Span:
        """The span of the file that shows `plain[start:end]`.

        A piece shown differently from how it is written is taken whole.
        """
        if not self.pieces:
            return Span(start=self.span.start + start, end=self.span.start + end)
        first = last = None
        at = 0
        for piece in self.pieces:
            width = len(piece.shown)
            if at < end and at + width > start:
                verbatim = piece.span.end - piece.span.start == width
                low = max(start - at, 0) if verbatim else 0
                high = min(end - at, width) if verbatim else piece.span.end - piece.span.start
                first = piece.span.start + low if first is None else first
                last = piece.span.start + high
            at += width
        if first is None or last is None:
            raise ValueError(f"nothing is shown at {start}..{end}")
        return Span(start=first, end=last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A title, paragraph, caption … and where it stands."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Line and column, both from 1, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as decoded: nothing folded, nothing dropped.

    `digest` is `sha256:` and the hexadecimal digest of the text in UTF-8; `notices` tell what
    the reader had to assume.
    """

    path: str
    language: str
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    digest: str
    notices: tuple[str, ...] = ()
    _line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = (0, *(match.end() for match in _LINE_END.finditer(self.text)))
        object.__setattr__(self, "_line_starts", starts)

    def position(self, offset: int) -> Position:
        """Line and column of a code point; lines end at LF, CRLF or CR, as editors count."""
        line = bisect_right(self._line_starts, offset)
        return Position(line=line, column=offset - self._line_starts[line - 1] + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """The smallest group of sentences that translate each other (Brown et al. 1991).

    `source` and `target` are ascending sentence indices, at least one side non-empty; `score`
    is the log-likelihood ratio against chance in nats, `confidence` the posterior probability
    of exactly this bead.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float
    confidence: float
    origin: Origin = Origin.AUTO

    def __post_init__(self) -> None:
        if not self.source and not self.target:
            raise ValueError("a bead needs a sentence on at least one side")
        for side in (self.source, self.target):
            if any(a >= b for a, b in pairwise(side)):
                raise ValueError(f"sentence indices must ascend: {side}")

    @property
    def kind(self) -> str:
        """How many sentences stand on each side.

        >>> Bead(source=(0,), target=(0, 1), score=3.2, confidence=0.9).kind
        '1-2'
        """
        return f"{len(self.source)}-{len(self.target)}"

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it: nobody has, and it is less sure than 0.8."""
        return self.origin is Origin.AUTO and self.confidence < DOUBTFUL


@dataclass(frozen=True, slots=True, kw_only=True)
class Bitext:
    """Two documents and their beads; every sentence sits in exactly one bead."""

    source: Document
    target: Document
    beads: tuple[Bead, ...]
    signature: str

    def __post_init__(self) -> None:
        for name, document in (("source", self.source), ("target", self.target)):
            seen = sorted(index for bead in self.beads for index in getattr(bead, name))
            if seen != list(range(len(document.sentences))):
                raise ValueError(f"the beads do not partition the {name} sentences")

    def moved(self) -> frozenset[int]:
        """The beads, by their number, that cross others: the fewest whose going leaves none."""
        order = [k for k, bead in enumerate(self.beads) if bead.source and bead.target]
        order.sort(key=lambda k: self.beads[k].source)
        tops: list[tuple[int, ...]] = []
        last: list[int] = []
        before: dict[int, int | None] = {}
        for k in order:
            target = self.beads[k].target
            at = len(tops) if not tops or tops[-1] < target else bisect_left(tops, target)
            before[k] = last[at - 1] if at else None
            tops[at : at + 1] = [target]
            last[at : at + 1] = [k]
        chain = set()
        link = last[-1] if last else None
        while link is not None:
            chain.add(link)
            link = before[link]
        return frozenset(order) - chain


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a finding stands: the file, and what of it."""

    path: str
    span: Span
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A replacement of exactly one span of one file."""

    path: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check reports; severity and category are MQM's."""

    check: str
    severity: Severity
    category: str
    message: str
    location: Location
    suggestion: str = ""
    fix: Fix | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A number with the settings that made it."""

    metric: str
    value: float
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """What was not judged, and why: shown in every report, never counted as clean."""

    what: str
    reason: str


class Kind(StrEnum):
    """What became of a sentence of the original since it was translated."""

    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A changed, added or dropped piece of the original, and the translation it concerns.

    `before` is the wording that was translated, `after` the one that stands there now, each
    empty where there is none; `line` is where that is in the original, 0 where it is gone.
    """

    kind: Kind
    before: str
    after: str
    target: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All there is to say about one translation; without a bitext, `skipped` says why."""

    bitext: Bitext | None
    findings: tuple[Finding, ...] = ()
    scores: tuple[Score, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    status: Status = Status.UNKNOWN
