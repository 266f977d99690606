"""What is said about a corpus: ratings of sentences, scores of articles, comparisons."""

from __future__ import annotations

from dataclasses import dataclass, replace

from transtrack.model import Bead, Position, Score, Skipped
from transtrack.quality.compare import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What a stretch of text scores and why.

    `score` is the first metric's, `others` are those of the rest. `rendered` and `grounded`
    tell how much of the source is rendered and how much of the target the source calls for,
    0 to 1; `reasons` name what took most off, the worst first.
    """

    source: str
    target: str
    score: Score
    others: tuple[Score, ...] = ()
    reference: str | None = None
    rendered: float = 0.0
    grounded: float = 0.0
    features: tuple[float, ...] = ()
    reasons: tuple[str, ...] = ()
    path: str = ""
    position: Position | None = None
    kind: str = ""

    @property
    def place(self) -> str:
        """Where it stands: `path:line:column`."""
        if self.position is None:
            return self.path
        return f"{self.path}:{self.position.line}:{self.position.column}"

    def at(self, path: str, position: Position, bead: Bead) -> Rating:
        """The same, with its place and the kind of its bead."""
        return replace(self, path=path, position=position, kind=bead.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCard:
    """One article's scores and ratings; none where it was skipped, with the reason."""

    name: str
    scores: tuple[Score, ...] = ()
    ratings: tuple[Rating, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """The articles, the scores of all together, and how they compare with a baseline.

    `rising` tells whether more is better of the first metric, by which ratings are ordered.
    """

    articles: tuple[ArticleCard, ...]
    scores: tuple[Score, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    rising: bool = True

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What was not judged, and why."""
        return tuple(item for article in self.articles for item in article.skipped)

    def worst(self) -> list[Rating]:
        """All ratings, the worst first."""
        sign = 1 if self.rising else -1
        ratings = [item for article in self.articles for item in article.ratings]
        return sorted(ratings, key=lambda item: sign * item.score.value)
