"""What the commands on names share: the group, options, how translations are opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transtrack.cli.console import complain, follow
from transtrack.cli.groups import DefaultGroup
from transtrack.model import Skipped

if TYPE_CHECKING:  # slow to import
    from transtrack.config import Config
    from transtrack.names.article import Article
    from transtrack.names.profiles import Profile
    from transtrack.pipeline.names import Opened

FOUND, UNJUDGED = 1, 2

group = typer.Typer(
    cls=DefaultGroup,
    no_args_is_help=False,
    help="Find names in the wrong transliteration or in two, and put them right. "
    "Without a command: list them.",
    context_settings={"help_option_names": ["-h", "--help"]},
)

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Translations, originals, folders or names (en/winter); files outside of the corpus "
        "are looked at alone. Without: all of corpora/.",
        show_default=False,
    ),
]
ProfileName = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAME",
        help="The house profile: press, bgn, ukraine-2010 or iso9.",
        show_default="press, or the project's",
    ),
]


def configure(profile: str | None = None) -> Config:
    """The project's settings, with another house profile if one is named."""
    from transtrack.config import find_config  # noqa: PLC0415 - slow to import

    config = find_config(Path.cwd())
    return replace(config, profile=profile) if profile else config


def open_profile(config: Config) -> Profile:
    """The house profile of the settings."""
    from transtrack.pipeline.names import find_profile  # noqa: PLC0415 - slow to import

    return find_profile(config)


def open_translations(config: Config, paths: list[str] | None) -> list[Opened]:
    """The translations at some paths, with progress; what is skipped is said."""
    from transtrack.pipeline.named import tell_empty  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.names import (  # noqa: PLC0415
        find_translations,
        open_articles,
    )
    from transtrack.reports.skipped import tell_skipped  # noqa: PLC0415

    items = find_translations(config, paths or [])
    if not items:
        complain(tell_empty(config))
    opened = list(follow(open_articles(config, items), len(items), "reading names"))
    skipped = []
    for item in opened:
        if item.skipped and item.skipped.reason.startswith(item.path):
            complain(item.skipped.reason)
        elif item.skipped:
            skipped.append(Skipped(what=item.path, reason=item.skipped.reason))
    unjudged = [
        Skipped(what=item.path, reason=_tell_unjudged(item.article))
        for item in opened
        if item.article and not item.article.judged_by_scheme
    ]
    for line in tell_skipped([*skipped, *unjudged]):
        complain(line)
    return opened


def _tell_unjudged(article: Article) -> str:
    """What is not asked of an article's names."""
    from transtrack.names.originals import SCRIPTS  # noqa: PLC0415 - slow to import

    if not article.in_english:
        return "spellings are judged in English only; here only what names.toml rules"
    known = ", ".join(sorted({"de", *SCRIPTS}))
    return (
        f"spellings are judged in translations from {known}; here only whether they agree with"
        " each other and with names.toml"
    )
