"""The report as JSON, by schema 1 of `docs/formats.md`."""

from __future__ import annotations

from typing import Any

from transtrack.model import Bead, Document, Report
from transtrack.reports.page import Page, render_data

SCHEMA = 1


def render(report: Report, page: Page) -> str:  # noqa: ARG001 - JSON is the same on any page
    """The whole report; `source`, `target` and `beads` are left out without a bitext."""
    data: dict[str, Any] = {"schema": SCHEMA, "status": report.status}
    if report.bitext:
        data |= {
            "signature": report.bitext.signature,
            "source": _document(report.bitext.source),
            "target": _document(report.bitext.target),
            "beads": [_bead(bead) for bead in report.bitext.beads],
        }
    data["skipped"] = [{"what": item.what, "reason": item.reason} for item in report.skipped]
    return render_data(data) + "\n"


def _document(document: Document) -> dict[str, Any]:
    sentences = []
    for sentence in document.sentences:
        place = document.position(sentence.span.start)
        sentences.append(
            {
                "text": sentence.text,
                "plain": sentence.plain,
                "start": sentence.span.start,
                "end": sentence.span.end,
                "line": place.line,
                "column": place.column,
                "block": document.blocks[sentence.block].kind,
            }
        )
    return {
        "path": document.path,
        "language": document.language,
        "digest": document.digest,
        "notices": list(document.notices),
        "sentences": sentences,
    }


def _bead(bead: Bead) -> dict[str, Any]:
    return {
        "source": list(bead.source),
        "target": list(bead.target),
        "score": bead.score,
        "confidence": bead.confidence,
        "origin": bead.origin,
    }
