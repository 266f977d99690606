"""A survey of names as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from transtrack.model import Finding, Skipped
from transtrack.names.survey import Survey
from transtrack.names.variants import Variant, obeys
from transtrack.reports.page import Page, render_data

SCHEMA = 1


def render_json(survey: Survey, skipped: Sequence[Skipped], page: Page) -> str:  # noqa: ARG001 - JSON is the same on any page
    """Every name, spelling, place and finding."""
    data = {
        "schema": SCHEMA,
        "names": [
            {"spellings": [_spelling(variant) for variant in name.variants]}
            for name in survey.names
        ],
        "findings": [_finding_data(item) for item in survey.findings],
        "skipped": [{"what": item.what, "reason": item.reason} for item in skipped],
    }
    return render_data(data) + "\n"


def _spelling(variant: Variant) -> dict[str, Any]:
    places = []
    for place in variant.places:
        position = place.mention.position(place.document)
        span = place.mention.span
        places.append(
            {
                "path": place.document.path,
                "line": position.line,
                "column": position.column,
                "start": span.start,
                "end": span.end,
            }
        )
    return {
        "spelling": variant.spelling,
        "schemes": list(obeys(variant.spelling)),
        "places": places,
    }


def _finding_data(item: Finding) -> dict[str, Any]:
    return {
        "check": item.check,
        "severity": item.severity,
        "category": item.category,
        "message": item.message,
        "path": item.location.path,
        "line": item.location.line,
        "column": item.location.column,
        "start": item.location.span.start,
        "end": item.location.span.end,
        "suggestion": item.suggestion,
        "fix": item.fix.text if item.fix else None,
    }
