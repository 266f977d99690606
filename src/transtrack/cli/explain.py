"""What checks there are, and what one of them finds: `--list-checks` and `--explain`."""

from __future__ import annotations

from transtrack.checks import CHECKS, Check
from transtrack.errors import UsageError


def tell_checks() -> str:
    """A line a check: its name, severity and help, and the languages where it knows but some."""
    width = max(len(item.name) for item in CHECKS)
    return "".join(
        f"{item.name:<{width}}  {item.severity:<8}  {item.help}{_limit(item)}\n" for item in CHECKS
    )


def _limit(check: Check) -> str:
    """The languages of a check that knows but a few, in brackets."""
    few = all(len(tags) <= 1 for tags in (check.source, check.target))
    return f" ({_pair(check)} only)" if few and (check.source or check.target) else ""


def _pair(check: Check) -> str:
    return " to ".join(", ".join(tags) or "any" for tags in (check.source, check.target))


def explain_check(name: str) -> str:
    """What a check finds, with its examples; UsageError where there is none of this name."""
    found: Check | None = next((item for item in CHECKS if item.name == name), None)
    if found is None:
        known = ", ".join(item.name for item in CHECKS)
        raise UsageError(f'no check "{name}"', hint=f"known are: {known}")
    pair = _pair(found)
    if found.parts:
        pair += f", parts of sentences {' to '.join(found.parts)}"
    lines = [f"{found.name}: {found.help}", f"{found.severity}, {found.category}, {pair}", ""]
    for title, examples in (("flags", found.flagged), ("leaves alone", found.passing)):
        for source, target in examples:
            lines += [f"{title}:", f"  {source or '(nothing)'}", f"  {target or '(nothing)'}"]
    return "".join(f"{line}\n" for line in lines)
