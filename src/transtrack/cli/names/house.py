"""`transtrack names learn` and `names import`: entries for the house's authority file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transtrack.cli.console import complain, put
from transtrack.cli.names.shared import (
    Paths,
    ProfileName,
    configure,
    group,
    open_profile,
    open_translations,
)

if TYPE_CHECKING:  # slow to import
    from transtrack.names.authority import Ruling

Write = Annotated[
    bool, typer.Option("--write", help="Add them at the end of names.toml instead of printing.")
]


@group.command("learn")
def learn_names(paths: Paths = None, write: Write = False, profile: ProfileName = None) -> None:
    """Propose entries for names.toml: the transliterated names of the translations.

    Names that names.toml rules on already are left out.
    """
    from transtrack.names.learning import learn  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.names import find_authority  # noqa: PLC0415

    config = configure(profile)
    articles = [item.article for item in open_translations(config, paths) if item.article]
    authority = find_authority(config)
    rulings = learn(articles, authority, open_profile(config))
    _give(rulings, config.root / config.authority, write=write)


@group.command("import")
def import_names(
    file: Annotated[str, typer.Argument(metavar="GLOSSARY", help="A .csv, .tsv or .tbx file.")],
    write: Write = False,
) -> None:
    """Turn a glossary into entries for names.toml.

    CSV and TSV need a header with language tags, such as de,en; columns note, original and
    accepted (forms with a semicolon between) are read, too.
    """
    from transtrack.names.glossary import read_glossary  # noqa: PLC0415 - slow to import
    from transtrack.pipeline.names import find_authority  # noqa: PLC0415

    config = configure()
    authority = find_authority(config)
    rulings = [item for item in read_glossary(file) if not authority.rules(item)]
    _give(rulings, config.root / config.authority, write=write)


def _give(rulings: list[Ruling], path: Path, *, write: bool) -> None:
    from transtrack.names.authority import (  # noqa: PLC0415 - slow to import
        parse_authority,
        render_rulings,
    )
    from transtrack.text import read_decoded, write_text  # noqa: PLC0415
    from transtrack.track import hold  # noqa: PLC0415

    text = render_rulings(rulings)
    if not write:
        put(text)
        complain(f"{_count(rulings)}; --write adds to {path.name}")
        return
    with hold(path.parent):
        old = read_decoded(str(path)).text if path.exists() else ""
        joined = f"{old.rstrip()}\n\n{text}" if old.strip() else text
        parse_authority(joined, str(path))  # contradictions are found before anything is written
        if rulings:
            write_text(str(path), joined)
    complain(f"{path}: {_count(rulings)} added")


def _count(rulings: list[Ruling]) -> str:
    return "1 entry" if len(rulings) == 1 else f"{len(rulings)} entries"
