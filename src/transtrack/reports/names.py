"""A survey of names as text, and all its renderers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from transtrack.model import Finding, Severity, Skipped
from transtrack.names.article import is_english
from transtrack.names.compare import ORTHOGRAPHIES
from transtrack.names.reading import TARGETS
from transtrack.names.scheme_files import load_schemes
from transtrack.names.survey import Survey
from transtrack.names.variants import Name, Variant, obeys
from transtrack.reports.names_json import render_json
from transtrack.reports.names_places import Found, find_by_place, stands_at_mention
from transtrack.reports.names_tsv import render_tsv
from transtrack.reports.page import Page, paint, reveal
from transtrack.reports.skipped import tell_skipped

_PLACES = 4  # places listed of one spelling
_NARROWEST = 30  # columns, however narrow the page
_INDENT = " " * 6
_RED, _YELLOW, _BOLD, _DIM = "31", "33", "1", "2"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesRenderer:
    """A renderer's name on the command line, what it is, and the survey as its string."""

    name: str
    help: str
    render: Callable[[Survey, Sequence[Skipped], Page], str]


def render_text(survey: Survey, skipped: Sequence[Skipped], page: Page) -> str:
    """The names with findings, each spelling with its places; then those in order, by a line.

    Those of texts in other languages than English are counted: only names.toml judges them.
    """
    found = find_by_place(survey)
    wrong = [name for name in survey.names if any(_finding(v, found) for v in name.variants)]
    others = [item for item in survey.findings if not stands_at_mention(item, survey)]
    lines: list[str] = []
    for name in wrong:
        lines += [*_draw_name(name, found, page), ""]
    if others:
        lines += [*(_draw_finding(item, page) for item in others), ""]
    rest = [name for name in survey.names if name not in wrong]
    fine = [name for name in rest if _is_judged(name)]
    if fine:
        listed = ", ".join(sorted(reveal(name.variants[0].spelling) for name in fine))
        lines += [paint(line, _DIM, page) for line in wrap(f"in order: {listed}", page.width)]
        lines.append("")
    lines += [f"skipped: {line}" for line in tell_skipped(skipped)]
    summary = _summary(survey, len(wrong), len(fine), len(rest) - len(fine))
    lines.append(paint(summary, _BOLD, page))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _is_judged(name: Name) -> bool:
    """Whether how its language spells names is known."""
    return any(is_english(place.document) for v in name.variants for place in v.places)


def _finding(variant: Variant, found: Found) -> Finding | None:
    for place in variant.places:
        item = found.get((place.document.path, place.mention.span))
        if item is not None:
            return item
    return None


def _draw_name(name: Name, found: Found, page: Page) -> Iterator[str]:
    worst = next(item for v in name.variants if (item := _finding(v, found)) is not None)
    yield paint(reveal(worst.suggestion or name.variants[0].spelling), _BOLD, page)
    for variant in name.variants:
        item = _finding(variant, found)
        mark = "✗" if item else "✓"
        colour = (
            _DIM if item is None else _RED if item.severity.rank > Severity.MINOR.rank else _YELLOW
        )
        yield paint(f"  {mark} {reveal(variant.spelling)}", colour, page) + (
            "" if item else _spelled(variant)
        )
        if item:
            yield from _fold(f"{item.check}: {reveal(item.message)}", page)
        yield from _fold(_list_places(variant), page)


def _spelled(variant: Variant) -> str:
    """Whose spelling it is, as far as it tells."""
    schemes = load_schemes()
    targets = {schemes[name].target for name in obeys(variant.spelling)}
    whose = [ORTHOGRAPHIES[target] for target in TARGETS[:2] if target in targets]
    return f"  ({' or '.join(whose)} spelling)" if whose else ""


def _fold(text: str, page: Page) -> list[str]:
    """Lines of the page's width, indented."""
    return wrap(
        text,
        max(page.width, _NARROWEST),
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _list_places(variant: Variant) -> str:
    places = []
    for place in variant.places:
        position = place.mention.position(place.document)
        places.append(f"{place.document.path}:{position.line}:{position.column}")
    more = len(places) - _PLACES
    return reveal("  ".join(places[:_PLACES])) + (f"  and {more} more" if more > 0 else "")


def _draw_finding(item: Finding, page: Page) -> str:
    where = f"{item.location.path}:{item.location.line}:{item.location.column}"
    return paint(reveal(where), _BOLD, page) + f": {item.check}: {reveal(item.message)}"


def _summary(survey: Survey, wrong: int, fine: int, unjudged: int) -> str:
    count = len(survey.findings)
    told = "no findings"
    if count:
        fixable = sum(item.fix is not None for item in survey.findings)
        findings = f"{count} finding" if count == 1 else f"{count} findings"
        told = f"{findings} on {wrong} name" if wrong == 1 else f"{findings} on {wrong} names"
        told += f", {fixable} that `names fix` can mend"
    if fine or not unjudged:
        told += f", {fine} in order" if count else f", {fine} names in order"
    noun = "" if count or fine else "name " if unjudged == 1 else "names "
    return f"{told}, {unjudged} {noun}not judged" if unjudged else told


NAMES_REPORTS = (
    NamesRenderer(name="text", help="grouped by name, for people", render=render_text),
    NamesRenderer(name="json", help="everything, by a versioned schema", render=render_json),
    NamesRenderer(name="tsv", help="a row a mention", render=render_tsv),
)
