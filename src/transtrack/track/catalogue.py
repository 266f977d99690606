"""The PO file beside a translation: read, brought in step with the texts, written.

What a person decided is kept: a reviewed bead stays as it is while its sentences are there,
and goes to the obsolete entries, not away, when they are gone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from transtrack.errors import OutputError
from transtrack.formats.po import (
    BEFORE,
    EMPTY,
    FIXED,
    Catalogue,
    parse_catalogue,
    render_catalogue,
)
from transtrack.model import Bead, Bitext, Document, Origin
from transtrack.text import read_text, write_text
from transtrack.track.hold import hold
from transtrack.track.locate import Located, locate
from transtrack.track.merge import merge

_ROUNDS = 4  # alignments of one pair at most

Align = Callable[[Document, Document, Sequence[Bead]], Bitext]


def read_catalogue(path: Path) -> Catalogue | None:
    """The catalogue in a file, None where there is no file; InputError if it is not PO."""
    if not path.exists():
        return None
    text, _ = read_text(str(path), hint=EMPTY)
    return parse_catalogue(text, path=str(path))


def write_catalogue(
    path: Path, catalogue: Catalogue, old: Catalogue | None, *, dry_run: bool = False
) -> bool:
    """Whether anything had to be written: a catalogue that says the same stays untouched.

    `old` is what was read; OutputError if somebody has written another one since. `dry_run`:
    nothing is written.
    """
    text = render_catalogue(catalogue)
    written = parse_catalogue(text, path=str(path))  # what the file would say, odd paths included
    if old is not None and _essence(old) == _essence(written):
        return False
    if dry_run:
        return True
    with hold(path.parent):
        if read_catalogue(path) != old:
            message = "the catalogue was changed by somebody else meanwhile; it is as they left it"
            raise OutputError(message, path=str(path), hint="run it again")
        write_text(str(path), text)
    return True


def update(
    old: Catalogue | None, source: Document, target: Document, align: Align
) -> tuple[Bitext, Catalogue]:
    """The bitext of two texts and the catalogue to keep, which goes on from `old`.

    A review that survives a new wording holds its bead fast, which may sway its neighbours:
    so the texts are aligned anew until the reviewed beads stay the same.
    """
    catalogue = old or Catalogue(entries=())
    held: set[Bead] = set()
    for _ in range(_ROUNDS):
        located = locate(catalogue.entries, source, target)
        reviewed = find_reviewed(located)
        held = set(reviewed)
        bitext = align(source, target, reviewed)
        catalogue = merge(catalogue, bitext, located)
        if held == set(find_reviewed(locate(catalogue.entries, source, target))):
            break
    return bitext, catalogue


def find_reviewed(located: Sequence[Located]) -> tuple[Bead, ...]:
    """The beads that a person decided on and whose sentences still stand there."""
    return tuple(
        Bead(
            source=found.source,
            target=found.target,
            score=0.0,
            confidence=1.0,
            origin=Origin.REVIEWED,
        )
        for found in located
        if found.source is not None
        and found.target is not None
        and (found.source or found.target)
        and found.entry.reviewed
    )


def _essence(catalogue: Catalogue) -> tuple[object, ...]:
    """All that a catalogue says, without which program wrote it."""
    header = {
        name: value
        for name, value in catalogue.header.items()
        if value and name not in {*FIXED, BEFORE, "X-Generator", "X-Alignment"}
    }
    return catalogue.entries, catalogue.comment, header
