"""Scores with a reference: sacrebleu's metrics, and those that plug-ins bring."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Protocol

from transtrack.errors import UsageError
from transtrack.model import Score

if TYPE_CHECKING:  # slow to import
    from sacrebleu.metrics.base import Metric as SacreBleu

GROUP = "transtrack.metrics"
# How BLEU cuts texts without spaces between words: by characters, but "zh" keeps Latin words.
TOKENISERS = {"zh": "zh", "yue": "zh"} | dict.fromkeys(("ja", "th", "lo", "km", "my"), "char")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the original, what is judged, and, if there is one, the reference for it."""

    source: str
    hypothesis: str
    reference: str | None = None


class Scorer(Protocol):
    """A metric with its model loaded."""

    def rate(self, segments: Sequence[Segment]) -> tuple[Score, ...]:
        """The score of each segment."""

    def total(self, segments: Sequence[Segment]) -> Score:
        """The score of all segments together; there is at least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A metric's name, what it is, and how it is opened.

    `rising`: more is better. `reference`: it needs one.
    """

    name: str
    help: str
    open: Callable[[], Scorer]
    rising: bool = True
    reference: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SacreBleuScorer:
    """One of sacrebleu's metrics, with its settings for whole texts and for segments."""

    name: str
    whole: SacreBleu
    single: SacreBleu

    def rate(self, segments: Sequence[Segment]) -> tuple[Score, ...]:
        """The score of each segment, as `sacrebleu --sentence-level` prints it."""
        found = []
        for item in segments:
            score = self.single.sentence_score(item.hypothesis, [item.reference or ""]).score
            signature = str(self.single.get_signature())
            found.append(Score(metric=self.name, value=float(score), signature=signature))
        return tuple(found)

    def total(self, segments: Sequence[Segment]) -> Score:
        """The score of all segments, as `sacrebleu` prints it."""
        texts = [item.hypothesis for item in segments]
        references = [[item.reference or "" for item in segments]]
        value = self.whole.corpus_score(texts, references).score
        return Score(metric=self.name, value=value, signature=str(self.whole.get_signature()))


def _bleu(tokeniser: str | None = None) -> Scorer:
    from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415 - slow to import

    whole, single = BLEU(tokenize=tokeniser), BLEU(tokenize=tokeniser, effective_order=True)
    return SacreBleuScorer(name="bleu", whole=whole, single=single)


def _chrf() -> Scorer:
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415 - slow to import

    return SacreBleuScorer(name="chrf", whole=CHRF(), single=CHRF())


def _chrf_plus_plus() -> Scorer:
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415 - slow to import

    whole, single = CHRF(word_order=2), CHRF(word_order=2)
    return SacreBleuScorer(name="chrf++", whole=whole, single=single)


def _ter(tokeniser: str | None = None) -> Scorer:
    from sacrebleu.metrics.ter import TER  # noqa: PLC0415 - slow to import

    asian = tokeniser is not None
    whole, single = (TER(normalized=asian, asian_support=asian) for _ in range(2))
    return SacreBleuScorer(name="ter", whole=whole, single=single)


METRICS = (
    Metric(name="bleu", help="n-grams of words (Papineni et al. 2002)", open=_bleu),
    Metric(name="chrf", help="n-grams of characters (Popović 2015)", open=_chrf),
    Metric(name="chrf++", help="of characters and words (Popović 2017)", open=_chrf_plus_plus),
    Metric(name="ter", help="edits a word (Snover et al. 2006)", open=_ter, rising=False),
)

_WITHOUT_SPACES = {"bleu": _bleu, "ter": _ter}


@lru_cache(maxsize=8)
def open_metric(metric: Metric) -> Scorer:
    """A metric with its model loaded, once for all articles."""
    return metric.open()


def find_metrics(names: Sequence[str] = (), language: str = "") -> tuple[Metric, ...]:
    """The metrics of these names, ours or a plug-in's, for texts in a language; else ours.

    BLEU and TER cut texts without spaces between words by characters. Raises UsageError for a
    name that nobody bears, or a plug-in that cannot be loaded.
    """
    tokeniser = TOKENISERS.get(language.partition("-")[0])
    ours = [
        replace(metric, open=partial(_WITHOUT_SPACES[metric.name], tokeniser))
        if tokeniser and metric.name in _WITHOUT_SPACES
        else metric
        for metric in METRICS
    ]
    if not names:
        return tuple(ours)
    known = {metric.name: metric for metric in ours}
    plugged = {point.name: point for point in entry_points(group=GROUP)}
    found = []
    for name in names:
        if name in known:
            found.append(known[name])
        elif name in plugged:
            try:
                metric = plugged[name].load()
            except Exception as error:
                raise UsageError(
                    f"the metric '{name}' cannot be loaded: {error}",
                    hint="see whether its package is installed whole",
                ) from error
            if not isinstance(metric, Metric):
                raise UsageError(f"the plug-in '{name}' is no transtrack.quality.Metric")
            found.append(metric)
        else:
            listed = ", ".join([*known, *plugged])
            raise UsageError(f"no metric '{name}'", hint=f"known are: {listed}")
    return tuple(found)
