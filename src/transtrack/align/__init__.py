"""Two documents become a bitext; beads are compared with a person's."""

from transtrack.align.aligner import align
from transtrack.align.gold import Agreement, Evaluation, evaluate

__all__ = ["Agreement", "Evaluation", "align", "evaluate"]
