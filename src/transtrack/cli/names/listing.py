"""`transtrack names`: every name with its spellings, what is wrong first."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from transtrack.cli.console import find_page, put
from transtrack.cli.names.shared import (
    FOUND,
    UNJUDGED,
    Paths,
    ProfileName,
    configure,
    group,
    open_profile,
    open_translations,
)
from transtrack.model import Severity


class Output(StrEnum):
    """Formats of the list of names."""

    TEXT = "text"
    JSON = "json"
    TSV = "tsv"


class FailOn(StrEnum):
    """From which severity findings make the exit status 1."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"
    NEVER = "never"


@group.command("list")
def list_names(
    paths: Paths = None,
    output_format: Annotated[
        Output,
        typer.Option(
            "--format",
            "-f",
            help="text: grouped by name; json: everything; tsv: a row a mention.",
        ),
    ] = Output.TEXT,
    profile: ProfileName = None,
    fail_on: Annotated[
        FailOn, typer.Option(help="Exit with status 1 for findings of this severity or worse.")
    ] = FailOn.MINOR,
) -> None:
    """List every name in the translations with its spellings, what is wrong with them first."""
    from transtrack.names.survey import survey_corpus  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.names import find_authority  # noqa: PLC0415
    from transtrack.reports.names import NAMES_REPORTS  # noqa: PLC0415

    config = configure(profile)
    opened = open_translations(config, paths)
    articles = [item.article for item in opened if item.article]
    others = [finding for item in opened for finding in item.findings]
    survey = survey_corpus(articles, find_authority(config), open_profile(config), others)
    skipped = [item.skipped for item in opened if item.skipped]
    renderer = next(item for item in NAMES_REPORTS if item.name == output_format)
    put(renderer.render(survey, skipped, find_page()))
    severities = [item.severity for item in survey.findings]
    raise typer.Exit(UNJUDGED if skipped else _status(fail_on, severities))


def _status(fail_on: FailOn, severities: list[Severity]) -> int:
    if fail_on is FailOn.NEVER:
        return 0
    least = Severity(fail_on).rank
    return FOUND if any(item.rank >= least for item in severities) else 0
