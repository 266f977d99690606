"""Tab-separated beads, with a header."""

from __future__ import annotations

import re

from transtrack.model import Bead, Bitext, Document

_COLUMNS = ("source", "target", "kind", "confidence", "origin", "source_text", "target_text")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_FORMULA = tuple("=+-@＝＋－＠")


def render(bitext: Bitext) -> str:
    """A line a bead: sentence numbers from 0 with commas between, and the texts.

    Control characters stand as spaces. A text that a spreadsheet would take for a formula
    begins with an apostrophe (OWASP, CSV injection).
    """
    rows = [_COLUMNS, *(_row(bitext, bead) for bead in bitext.beads)]
    return "".join("\t".join(row) + "\n" for row in rows)


def _row(bitext: Bitext, bead: Bead) -> tuple[str, ...]:
    return (
        ",".join(map(str, bead.source)),
        ",".join(map(str, bead.target)),
        bead.kind,
        f"{bead.confidence:.4f}",
        bead.origin,
        _text(bitext.source, bead.source),
        _text(bitext.target, bead.target),
    )


def _text(document: Document, indices: tuple[int, ...]) -> str:
    text = " ".join(_CONTROLS.sub(" ", document.sentences[index].plain) for index in indices)
    return f"'{text}" if text.startswith(_FORMULA) else text
