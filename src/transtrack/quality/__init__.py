"""Scores with a reference (sacrebleu) and without."""

from transtrack.quality.card import ArticleCard, Rating, Scorecard
from transtrack.quality.carry import carry
from transtrack.quality.compare import Comparison, compare
from transtrack.quality.estimate import Estimator, average, find_estimator
from transtrack.quality.features import FEATURES
from transtrack.quality.metrics import METRICS, Metric, Scorer, Segment, find_metrics

__all__ = [
    "FEATURES",
    "METRICS",
    "ArticleCard",
    "Comparison",
    "Estimator",
    "Metric",
    "Rating",
    "Scorecard",
    "Scorer",
    "Segment",
    "average",
    "carry",
    "compare",
    "find_estimator",
    "find_metrics",
]
