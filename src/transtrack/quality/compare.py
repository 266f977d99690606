"""Which of two translations is better, and whether that is chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from transtrack.errors import InputError
from transtrack.quality.chance import SAMPLES, SEED, TRIALS, bootstrap, randomise
from transtrack.quality.metrics import (
    Metric,
    SacreBleuScorer,
    Scorer,
    Segment,
    open_metric,
)

SURE = 0.05  # probability of chance below which a difference counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two translations by one metric: the probability that chance alone makes them differ so.

    By paired bootstrap (Koehn 2004) and by approximate randomisation (Riezler and Maxwell
    2005), with the signature of each.
    """

    metric: str
    value: float
    baseline: float
    rising: bool
    bootstrap: float
    randomisation: float
    signatures: tuple[str, str]

    @property
    def verdict(self) -> str:
        """Whether it is better or worse, or no difference that both tests would call sure."""
        if max(self.bootstrap, self.randomisation) >= SURE or self.value == self.baseline:
            return "no difference"
        return "better" if (self.value > self.baseline) == self.rising else "worse"


def compare(
    metrics: Sequence[Metric], segments: Sequence[Segment], baseline: Sequence[str]
) -> tuple[Comparison, ...]:
    """The hypotheses of the segments against a baseline's, by each metric.

    Ours are sacrebleu's, and so are the tests; a plug-in's scores are compared by their means.
    """
    if not any(text.strip() for text in baseline):
        raise InputError("there is nothing in the baseline to compare with")
    others = [replace(s, hypothesis=text) for s, text in zip(segments, baseline, strict=True)]
    found = []
    for metric in metrics:
        scorer = open_metric(metric)
        if isinstance(scorer, SacreBleuScorer):
            found.append(_test(metric, scorer, segments, baseline))
        else:
            found.append(_test_means(metric, scorer, segments, others))
    return tuple(found)


def _test(
    metric: Metric, scorer: SacreBleuScorer, segments: Sequence[Segment], baseline: Sequence[str]
) -> Comparison:
    from sacrebleu.significance import PairedTest, Result  # noqa: PLC0415 - slow to import

    references = [[item.reference or "" for item in segments]]
    values: dict[str, tuple[float, float, float]] = {}
    signatures = []
    for kind in ("bs", "ar"):
        test = PairedTest(
            [("baseline", baseline), ("hypothesis", [s.hypothesis for s in segments])],
            {metric.name: scorer.whole},
            references,
            test_type=kind,
        )
        signed, scores = test()
        ((name, signature),) = signed.items()
        signatures.append(str(signature))
        old, new = (item for item in scores[name] if isinstance(item, Result))
        chance = 1.0 if new.p_value is None else float(new.p_value)
        values[kind] = float(old.score), float(new.score), chance
    return Comparison(
        metric=metric.name,
        value=values["bs"][1],
        baseline=values["bs"][0],
        rising=metric.rising,
        bootstrap=values["bs"][2],
        randomisation=values["ar"][2],
        signatures=(signatures[0], signatures[1]),
    )


def _test_means(
    metric: Metric, scorer: Scorer, segments: Sequence[Segment], others: Sequence[Segment]
) -> Comparison:
    new, old = (np.array([s.value for s in scorer.rate(some)]) for some in (segments, others))
    total = scorer.total(segments)
    return Comparison(
        metric=metric.name,
        value=total.value,
        baseline=scorer.total(others).value,
        rising=metric.rising,
        bootstrap=bootstrap(new - old),
        randomisation=randomise(new - old),
        signatures=(
            f"{total.signature}|bs:{SAMPLES}|seed:{SEED}",
            f"{total.signature}|ar:{TRIALS}|seed:{SEED}",
        ),
    )
