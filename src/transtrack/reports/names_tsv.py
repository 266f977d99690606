"""A survey of names as a table of mentions."""

from __future__ import annotations

from collections.abc import Sequence

from transtrack.model import Skipped
from transtrack.names.survey import Survey
from transtrack.reports.names_places import find_by_place, stands_at_mention
from transtrack.reports.page import Page, render_cell

_COLUMNS = "path line column spelling check severity suggestion message".split()  # noqa: SIM905 - a header


def render_tsv(survey: Survey, skipped: Sequence[Skipped], page: Page) -> str:  # noqa: ARG001 - a table of mentions
    """A row a mention, with a header; `check` and what follows are empty where it is fine."""
    found = find_by_place(survey)
    rows = []
    for name in survey.names:
        for variant in name.variants:
            for place in variant.places:
                position = place.mention.position(place.document)
                item = found.get((place.document.path, place.mention.span))
                told = (item.check, item.severity, item.suggestion, item.message) if item else ()
                row = (
                    place.document.path,
                    position.line,
                    position.column,
                    variant.spelling,
                    *told,
                )
                rows.append((*row, *("",) * (len(_COLUMNS) - len(row))))
    rows += [
        (
            item.location.path,
            item.location.line,
            item.location.column,
            "",
            item.check,
            item.severity,
            item.suggestion,
            item.message,
        )
        for item in survey.findings
        if not stands_at_mention(item, survey)
    ]
    rows.sort(key=lambda row: (row[0], row[1], row[2]))
    cells = [_COLUMNS, *([render_cell(str(cell)) for cell in row] for row in rows)]
    return "".join("\t".join(row) + "\n" for row in cells)
