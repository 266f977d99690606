"""A scorecard as a table of sentences."""

from __future__ import annotations

from transtrack.model import Position
from transtrack.quality import Scorecard
from transtrack.reports.page import Page, render_cell

_COLUMNS = "article path line column kind metric value source target reasons".split()  # noqa: SIM905 - a header


def render_tsv(card: Scorecard, page: Page) -> str:  # noqa: ARG001 - a table of sentences
    """A row a sentence and metric, with a header."""
    rows = [_COLUMNS]
    for article in card.articles:
        for rating in article.ratings:
            place = rating.position or Position(line=1, column=1)
            for score in (rating.score, *rating.others):
                row = [article.name, rating.path, place.line, place.column, rating.kind]
                row += [score.metric, f"{score.value:.4f}", rating.source, rating.target]
                rows.append([render_cell(str(cell)) for cell in (*row, ",".join(rating.reasons))])
    return "".join("\t".join(row) + "\n" for row in rows)
