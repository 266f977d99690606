"""A scorecard as JSON."""

from __future__ import annotations

from typing import Any

from transtrack.model import Score
from transtrack.quality import FEATURES, Rating, Scorecard
from transtrack.reports.page import Page, render_data

SCHEMA = 1


def render_json(card: Scorecard, page: Page) -> str:  # noqa: ARG001 - JSON is the same on any page
    """Everything: scores with their signatures, features, comparisons, what was skipped."""
    data = {
        "schema": SCHEMA,
        "scores": [_score(score) for score in card.scores],
        "comparisons": [
            {
                "metric": item.metric,
                "value": item.value,
                "baseline": item.baseline,
                "verdict": item.verdict,
                "p": {"bootstrap": item.bootstrap, "randomisation": item.randomisation},
                "signatures": list(item.signatures),
            }
            for item in card.comparisons
        ],
        "articles": [
            {
                "name": article.name,
                "scores": [_score(score) for score in article.scores],
                "sentences": [_rating(rating) for rating in article.ratings],
            }
            for article in card.articles
        ],
        "skipped": [{"what": item.what, "reason": item.reason} for item in card.skipped],
    }
    return render_data(data) + "\n"


def _score(score: Score) -> dict[str, Any]:
    return {"metric": score.metric, "value": score.value, "signature": score.signature}


def _rating(rating: Rating) -> dict[str, Any]:
    data: dict[str, Any] = {
        "path": rating.path,
        "line": rating.position.line if rating.position else None,
        "column": rating.position.column if rating.position else None,
        "source": rating.source,
        "target": rating.target,
        "scores": [_score(score) for score in (rating.score, *rating.others)],
    }
    if rating.reference is not None:
        return data | {"reference": rating.reference}
    names = [feature.name for feature in FEATURES]
    values = [None if value != value else value for value in rating.features]  # noqa: PLR0124 - nan
    return data | {
        "kind": rating.kind,
        "rendered": rating.rendered,
        "grounded": rating.grounded,
        "features": dict(zip(names, values, strict=False)),
        "reasons": list(rating.reasons),
    }
