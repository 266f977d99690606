"""Arguments and options that several commands have alike."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from transtrack.formats import FORMATS

Articles = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Translations, originals, folders or names (en/winter); without: the whole corpus.",
        show_default=False,
    ),
]
Lexicon = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="Compare words by this lexicon (see lexicon train), not by the project's.",
    ),
]
SourceLanguage = Annotated[
    str | None, typer.Option(help="The original's language, such as de.", metavar="TAG")
]
TargetLanguage = Annotated[
    str | None, typer.Option(help="The translation's language, such as en.", metavar="TAG")
]
FormatName = StrEnum(  # type: ignore[misc]  # its members are those of the tuple
    "FormatName", {item.name: item.name for item in FORMATS}
)
