"""The article of the corpus that a file of another program belongs to."""

from __future__ import annotations

from pathlib import PurePath

from transtrack.config import Config
from transtrack.errors import UsageError
from transtrack.formats import Exchange
from transtrack.formats.exchange import tidy_text
from transtrack.model import Skipped
from transtrack.pipeline.named import open_register, part
from transtrack.track import Pair


def find_article(config: Config, sent: Exchange, path: str, article: str | None) -> Pair:
    """The pair that a file belongs to: as said, as the file tells, else by the file's name."""
    register = open_register(config)
    pairs = [pair for pair in register.corpus.pairs if pair.target]
    languages = frozenset(pair.target_language for pair in pairs)
    if article:
        items = register.find(article)
        found = [item for item in items if isinstance(item, Pair)]
        reasons = [item.reason for item in items if isinstance(item, Skipped)]
        if not found:
            reason, hint = part(reasons[0])
            raise UsageError(f"--article {article}: {reason}", hint=hint)
    else:
        found = [
            pair for pair in pairs if sent.target and tidy_text(pair.target or "") == sent.target
        ]
        found = found or [pair for pair in pairs if _is_named(pair, sent, path, languages)]
    if len(found) == 1:
        return found[0]
    names = ", ".join(pair.names[1] for pair in found or pairs)
    what = "several articles" if found else "no article"
    raise UsageError(
        f"{path}: {what} of the corpus that it could be of",
        hint=f"say which with --article: {names}",
    )


def _is_named(pair: Pair, sent: Exchange, path: str, languages: frozenset[str]) -> bool:
    """Whether the file is called as the article, in a folder of its language or of none."""
    place = PurePath(path)
    folder = place.parent.name if place.parent.name in languages else pair.target_language
    told = {folder, sent.target_language or folder}
    return PurePath(pair.article).name == place.stem and told == {pair.target_language}
