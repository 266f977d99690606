"""Findings by where they stand, which is mostly at a mention of a name."""

from __future__ import annotations

from transtrack.model import Finding, Span
from transtrack.names.survey import Survey

Found = dict[tuple[str, Span], Finding]


def find_by_place(survey: Survey) -> Found:
    """A survey's findings by path and span."""
    return {(item.location.path, item.location.span): item for item in survey.findings}


def stands_at_mention(finding: Finding, survey: Survey) -> bool:
    """Whether a finding stands at one of the survey's mentions."""
    return any(
        (place.document.path, place.mention.span) == (finding.location.path, finding.location.span)
        for name in survey.names
        for variant in name.variants
        for place in variant.places
    )
