"""The file formats that can be read: one file and one line each."""

from __future__ import annotations

from transtrack.text import docx, gettext, html, markdown, odt, plain
from transtrack.text.passages import Reader

READERS: tuple[Reader, ...] = (
    plain.READER,
    markdown.READER,
    html.READER,
    docx.READER,
    odt.READER,
    gettext.READER,
)


def find_reader(suffix: str) -> Reader | None:
    """The reader of files that end in `suffix`, or None for one that no reader names."""
    return next((reader for reader in READERS if suffix.lower() in reader.suffixes), None)


def format_names() -> str:
    """The formats and their suffixes, for a message."""
    return ", ".join(f"{reader.name} ({' '.join(reader.suffixes)})" for reader in READERS)
