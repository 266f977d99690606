"""`transtrack lexicon`: make, look into and join lexicons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transtrack.cli.console import complain, put
from transtrack.errors import UsageError
from transtrack.reports import reveal

if TYPE_CHECKING:  # numpy is slow to import
    from transtrack.lexicon import Lexicon

group = typer.Typer(
    no_args_is_help=True,
    help="Make, look into and join the bilingual lexicons that alignment uses.",
    context_settings={"help_option_names": ["-h", "--help"]},
)

Output = Annotated[Path, typer.Option("--output", "-o", help="The lexicon to write.")]
File = Annotated[str, typer.Argument(metavar="FILE", help="A lexicon, or a pair such as de-en.")]


@group.command("train")
def train(
    corpus: Annotated[
        list[str],
        typer.Argument(
            metavar="CORPUS...",
            help="Parallel text: .tsv, .tsv.gz, .tmx, .po (what was reviewed), folders of them, "
            "or two texts with a sentence a line.",
        ),
    ],
    output: Output,
    source_language: Annotated[str, typer.Option(metavar="TAG", help="Such as uk.")],
    target_language: Annotated[str, typer.Option(metavar="TAG", help="Such as en.")],
) -> None:
    """Make a lexicon from parallel text (IBM Model 1, both ways)."""
    from transtrack.pipeline import train_lexicon, write_lexicon  # noqa: PLC0415 - slow to import

    lexicon = train_lexicon(corpus, source_language, target_language)
    write_lexicon(output, lexicon)
    complain(f"{output}: {len(lexicon)} entries from {lexicon.info['pairs']} sentence pairs")


@group.command("show")
def show(file: File, words: Annotated[list[str], typer.Argument(metavar="WORD...")]) -> None:
    """Print what words are translated by, a line each: word, translation, both probabilities."""
    from transtrack.lexicon import find_words  # noqa: PLC0415 - slow to import

    lexicon = _open(file)
    found = {word: lexicon.translations(word) for word in words}
    for word in words:
        parts = find_words(word)
        if not found[word] and len(parts) > 1:
            complain(f"{word} is looked up by its parts: {', '.join(parts)}")
            found |= {part: lexicon.translations(part) for part in parts}
            del found[word]
    words = list(found)
    rows = [
        f"{reveal(word)}\t{reveal(translation)}\t{there:.3f}\t{back:.3f}\n"
        for word in words
        for translation, there, back in found[word]
    ]
    put("".join(rows))
    unknown = [word for word in words if not found[word]]
    if unknown:
        complain(f"not in the lexicon: {', '.join(unknown)}")


@group.command("info")
def info(file: File) -> None:
    """Print languages, counts and where a lexicon comes from."""
    lexicon = _open(file)
    lines = {
        "source": f"{lexicon.source.language}, {len(lexicon.source.hashes)} words",
        "target": f"{lexicon.target.language}, {len(lexicon.target.hashes)} words",
        "entries": len(lexicon),
        **lexicon.info,
    }
    put("".join(f"{reveal(f'{name}: {value}')}\n" for name, value in lines.items()))


@group.command("merge")
def merge(files: Annotated[list[str], typer.Argument(metavar="FILE...")], output: Output) -> None:
    """Join lexicons of the same languages; where two know a pair, the surer one counts."""
    from transtrack.lexicon import merge as join  # noqa: PLC0415 - slow to import
    from transtrack.pipeline import write_lexicon  # noqa: PLC0415

    lexicons = [_open(file) for file in files]
    languages = {(item.source.language, item.target.language) for item in lexicons}
    if len(languages) > 1:
        pairs = ", ".join(sorted("-".join(pair) for pair in languages))
        raise UsageError(f"these are of different languages: {pairs}", hint="merge those of one")
    joined = join(lexicons)
    write_lexicon(output, joined)
    complain(f"{output}: {len(joined)} entries")


def _open(name: str) -> Lexicon:
    from transtrack.pipeline import open_lexicon  # noqa: PLC0415

    return open_lexicon(name)
