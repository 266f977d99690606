"""Which checks are made of which translations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from transtrack.checks import CHECKS, Check
from transtrack.config import Config
from transtrack.errors import ConfigError, UsageError
from transtrack.model import Severity, Skipped
from transtrack.text import find_place
from transtrack.track import Pair, find_corpus

OFF = "off"
UNTRANSLATED = "no translation yet"  # the reason why an original is skipped

Chosen = Mapping[Check, Severity | None]


def choose_checks(
    config: Config, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> dict[Check, Severity | None]:
    """The checks to make with the severity that the project sets; UsageError for unknown names.

    `select` makes only these, though the project switches them off; `ignore` leaves some out.
    """
    known = {check.name: check for check in CHECKS}
    for name in (*select, *ignore):
        if name not in known:
            raise UsageError(f'no check "{name}"', hint=f"known are: {', '.join(known)}")
    settings = dict(config.checks)
    for name, value in settings.items():
        if name not in known:
            raise ConfigError(f'checks: no check "{name}"', hint=f"known are: {', '.join(known)}")
        if value not in (OFF, *Severity):
            hint = f"write one of: {OFF}, {', '.join(Severity)}"
            raise ConfigError(f'checks: {name}: "{value}" is no severity', hint=hint)
    chosen: dict[Check, Severity | None] = {}
    for name, check in known.items():
        told = settings.get(name)
        wanted = name in select if select else told != OFF
        if wanted and name not in ignore:
            chosen[check] = Severity(told) if told and told != OFF else None
    return chosen


Unmade = tuple[tuple[tuple[str, str], tuple[str, ...]], ...]


def find_unmade(checks: Chosen, items: Sequence[Pair | Skipped]) -> Unmade:
    """The checks that know nothing of two languages, by these, of all pairs that have some."""
    found = (
        (tags, tuple(check.name for check in checks if not check.knows(*tags)))
        for tags in _find_tags(items)
    )
    return tuple((tags, names) for tags, names in found if names)


def _find_tags(items: Sequence[Pair | Skipped]) -> list[tuple[str, str]]:
    """The primary languages of the pairs, each two once."""
    pairs = (item for item in items if isinstance(item, Pair))
    tags = {(pair.source_language, pair.target_language) for pair in pairs}
    return sorted({(a.partition("-")[0], b.partition("-")[0]) for a, b in tags})


def tell_unfit(checks: Chosen, items: Sequence[Pair | Skipped]) -> list[str]:
    """What is not checked between which languages; pairs of which the same is true together."""
    told: dict[tuple[str, ...], list[str]] = {}
    for source, target in _find_tags(items):
        lines = tuple(_tell_unfit(checks, source, target))
        told.setdefault(lines, []).append(f"{source} to {target}")
    return [
        line
        for lines, names in told.items()
        for line in (f"{', '.join(names)}: {''.join(lines[:1])}", *lines[1:])
        if lines
    ]


def _tell_unfit(checks: Chosen, source: str, target: str) -> Iterator[str]:
    """The checks that know nothing of two languages, and those that see less in them."""
    unfit = [check.name for check in checks if not check.knows(source, target)]
    if unfit:
        yield f"{len(unfit)} of {len(checks)} checks are for other languages, and not made:"
        yield f"  {', '.join(unfit)}"
    partly = [check.name for check in checks if check.parts not in (None, (source, target))]
    if partly:
        yield f"{'  ' if unfit else ''}whole sentences only, no parts of them: {', '.join(partly)}"


def find_pairs(config: Config, paths: Sequence[str]) -> list[Pair | Skipped]:
    """The corpus' translations, or those at some paths; what belongs to no corpus is skipped.

    A path may name the translation, its original, its catalogue, or a folder; where there is
    no such file, it may be the name that tables print, `en/winter`, or the article's, `winter`.
    """
    corpus = find_corpus(config)
    pairs = [pair for pair in corpus.pairs if pair.target]
    if not paths:
        return [*pairs, *corpus.skipped]
    found: list[Pair | Skipped] = []
    for path in paths:
        place = find_place(path)
        own = [pair for pair in pairs if _belongs(config.root, pair, place)]
        own = own or [pair for pair in pairs if path in pair.names]
        if own:
            found += own
            continue
        original = any(
            find_place(config.root / pair.source) == place or path in pair.names
            for pair in corpus.pairs
        )
        nothing = "no translation with an original here; transtrack status lists what there is"
        reason = UNTRANSLATED if original else nothing
        found.append(Skipped(what=path, reason=reason))
    return list(dict.fromkeys(found))


def _belongs(root: Path, pair: Pair, place: Path) -> bool:
    files = [find_place(root / name) for name in (pair.target or "", pair.source, pair.catalogue)]
    return place in files or place in files[0].parents or place in files[1].parents
