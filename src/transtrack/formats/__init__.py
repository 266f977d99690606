"""Bitexts as files of the field: one module a format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from transtrack.formats import po, tsv, vecalign
from transtrack.model import Bitext


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format's name on the command line, what it is, and how a bitext is written in it."""

    name: str
    help: str
    render: Callable[[Bitext], str]


FORMATS = (
    Format(name="tsv", help="a bead a line, for spreadsheets and scripts", render=tsv.render),
    Format(name="vecalign", help="sentence numbers, `[0]:[0, 1]:cost`", render=vecalign.render),
    Format(name="po", help="gettext, as kept beside the translation", render=po.render),
)

__all__ = ["FORMATS", "Format"]
