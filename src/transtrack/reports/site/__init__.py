"""The site of `transtrack report`: an overview and a page an article, each complete in itself."""

from transtrack.reports.site.article import render_article
from transtrack.reports.site.overview import render_overview, tell
from transtrack.reports.site.values import Article, Moment, Row, Totals, make_row, sum_up

__all__ = [
    "Article",
    "Moment",
    "Row",
    "Totals",
    "make_row",
    "render_article",
    "render_overview",
    "sum_up",
    "tell",
]
