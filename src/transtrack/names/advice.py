"""What to write instead of a spelling, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from transtrack.model import Severity

SPELLING: Final = "linguistic-conventions/transliteration"
HOUSE: Final = "terminology/organization-terminology"
UNTRANSLATED: Final = "accuracy/untranslated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to write instead of a spelling; it is a fix only where that is `sure`."""

    check: str
    severity: Severity
    category: str
    message: str
    suggestion: str
    sure: bool
