"""COMET estimators through the package `unbabel-comet`: neural, with weights of the user's own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from transtrack.errors import InputError, UsageError
from transtrack.model import Score
from transtrack.quality.metrics import Metric, Scorer, Segment

VARIABLE = "TRANSTRACK_COMET"
_BATCH = 8
_INSTALL = "pip install 'transtrack[comet]'"


@dataclass(frozen=True, slots=True, kw_only=True)
class CometScorer:
    """A COMET model; its scores, about 0 to 1, are given times 100."""

    model: Any
    signature: str
    known: dict[Segment, float] = field(default_factory=dict, repr=False, compare=False)

    def rate(self, segments: Sequence[Segment]) -> tuple[Score, ...]:
        """The score of each segment; none is asked of the model twice."""
        new = list(dict.fromkeys(item for item in segments if item not in self.known))
        if new:
            rows = [_make_row(item) for item in new]
            found = self.model.predict(rows, batch_size=_BATCH, gpus=0, progress_bar=False)
            self.known.update(
                zip(new, (100 * float(value) for value in found.scores), strict=True)
            )
        return tuple(
            Score(metric="comet", value=self.known[item], signature=self.signature)
            for item in segments
        )

    def total(self, segments: Sequence[Segment]) -> Score:
        """The mean over the segments, as COMET's own command prints it."""
        scores = self.rate(segments)
        value = sum(score.value for score in scores) / len(scores)
        return Score(metric="comet", value=value, signature=self.signature)


def _make_row(item: Segment) -> dict[str, str]:
    row = {"src": item.source, "mt": item.hypothesis}
    return row if item.reference is None else row | {"ref": item.reference}


def open_comet(path: str) -> Scorer:
    """The model in a checkpoint file, or in a folder with `checkpoints/model.ckpt`.

    Nothing is downloaded. UsageError without the package, InputError without the weights.
    """
    try:
        package = import_module("comet")
        release = version("unbabel-comet")
    except (ImportError, PackageNotFoundError) as error:
        raise UsageError("the package unbabel-comet is missing", hint=_INSTALL) from error
    file = Path(path)
    if file.is_dir():
        file = file / "checkpoints" / "model.ckpt"
    if not file.is_file():
        hint = (
            "download a model first, such as Unbabel/wmt22-cometkiwi-da, and name its folder in "
            f"the environment variable {VARIABLE}"
        )
        raise InputError("no COMET model here", path=str(file), hint=hint)
    try:
        model = package.load_from_checkpoint(str(file))
    except Exception as error:
        hint = "name the folder of a model that this release of unbabel-comet reads"
        raise InputError(f"not a COMET model: {error}", path=str(file), hint=hint) from error
    name = file.parent.parent.name if file.parent.name == "checkpoints" else file.stem
    return CometScorer(model=model, signature=f"comet:{release}|model:{name}")


def _open() -> Scorer:
    path = os.environ.get(VARIABLE, "")
    if not path:
        hint = f"name its folder in the environment variable {VARIABLE}"
        raise UsageError("no COMET model is named", hint=hint)
    return open_comet(path)


COMET = Metric(
    name="comet",
    help=f"a neural estimator; {VARIABLE} names its folder",
    open=_open,
    reference=False,
)
