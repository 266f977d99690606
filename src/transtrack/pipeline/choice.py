"""Which checks are made of which translations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from transtrack.checks import CHECKS, Check
from transtrack.config import Config, find_settings
from transtrack.errors import ConfigError, UsageError
from transtrack.model import Severity, Skipped
from transtrack.track import Pair

OFF = "off"

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
    settings, path = dict(config.checks), find_settings(config.root)
    for name, value in settings.items():
        if name not in known:
            hint = f"known are: {', '.join(known)}"
            raise ConfigError(f'checks: no check "{name}"', path=path, hint=hint)
        if value not in (OFF, *Severity):
            hint = f"write one of: {OFF}, {', '.join(Severity)}"
            raise ConfigError(f'checks: {name}: "{value}" is no severity', path=path, hint=hint)
    chosen: dict[Check, Severity | None] = {}
    for name, check in known.items():
        told = settings.get(name)
        wanted = name in select if select else told != OFF
        if wanted and name not in ignore:
            chosen[check] = Severity(told) if told and told != OFF else None
    if not chosen:
        hint = "leave some of --select, --ignore and the settings' checks out"
        raise UsageError("no check is left to be made", hint=hint)
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
