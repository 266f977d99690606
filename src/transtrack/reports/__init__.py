"""Reports as text for people and programs: one module a renderer, which adds no knowledge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from transtrack.model import Report
from transtrack.reports import json, text
from transtrack.reports.page import Page, reveal
from transtrack.reports.summary import Summary, summarise


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """A renderer's name on the command line, what it is, and the report as its string."""

    name: str
    help: str
    render: Callable[[Report, Page], str]


REPORTS = (
    Renderer(name="text", help="both texts side by side, for people", render=text.render),
    Renderer(name="json", help="everything, by a versioned schema", render=json.render),
)

__all__ = ["REPORTS", "Page", "Renderer", "Summary", "reveal", "summarise"]
