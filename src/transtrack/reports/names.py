"""A survey of names as text, JSON and TSV."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from transtrack.model import Finding, Skipped, Span
from transtrack.names.compare import ORTHOGRAPHIES
from transtrack.names.reading import TARGETS
from transtrack.names.scheme_files import load_schemes
from transtrack.names.survey import Survey
from transtrack.names.variants import Name, Variant, obeys
from transtrack.reports.page import Page, paint, render_cell, render_data, reveal

SCHEMA = 1
_PLACES = 4  # places listed of one spelling
_NARROWEST = 30  # columns, however narrow the page
_INDENT = " " * 6
_RED, _YELLOW, _BOLD, _DIM = "31", "33", "1", "2"
_COLUMNS = "path line column spelling check severity suggestion message".split()  # noqa: SIM905 - a header

Found = dict[tuple[str, Span], Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesRenderer:
    """A renderer's name on the command line, what it is, and the survey as its string."""

    name: str
    help: str
    render: Callable[[Survey, Sequence[Skipped], Page], str]


def render_text(survey: Survey, skipped: Sequence[Skipped], page: Page) -> str:
    """The names with findings, each spelling with its places; then, in a line, those in order."""
    found = _by_place(survey)
    wrong = [name for name in survey.names if any(_finding(v, found) for v in name.variants)]
    others = [item for item in survey.findings if not _stands(item, survey)]
    lines: list[str] = []
    for name in wrong:
        lines += [*_draw_name(name, found, page), ""]
    if others:
        lines += [*(_draw_finding(item, page) for item in others), ""]
    fine = [name for name in survey.names if name not in wrong]
    if fine:
        listed = ", ".join(sorted(reveal(name.variants[0].spelling) for name in fine))
        lines += [paint(line, _DIM, page) for line in wrap(f"in order: {listed}", page.width)]
        lines.append("")
    lines += [f"skipped: {reveal(item.what)}: {reveal(item.reason)}" for item in skipped]
    lines.append(paint(_summary(survey, len(wrong), len(fine)), _BOLD, page))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _by_place(survey: Survey) -> Found:
    return {(item.location.path, item.location.span): item for item in survey.findings}


def _finding(variant: Variant, found: Found) -> Finding | None:
    for place in variant.places:
        item = found.get((place.document.path, place.mention.span))
        if item is not None:
            return item
    return None


def _stands(finding: Finding, survey: Survey) -> bool:
    return any(
        (place.document.path, place.mention.span) == (finding.location.path, finding.location.span)
        for name in survey.names
        for variant in name.variants
        for place in variant.places
    )


def _draw_name(name: Name, found: Found, page: Page) -> Iterator[str]:
    worst = next(item for v in name.variants if (item := _finding(v, found)) is not None)
    yield paint(reveal(worst.suggestion or name.variants[0].spelling), _BOLD, page)
    for variant in name.variants:
        item = _finding(variant, found)
        mark = "✗" if item else "✓"
        colour = _DIM if item is None else _RED if item.severity > "minor" else _YELLOW
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


def _summary(survey: Survey, wrong: int, fine: int) -> str:
    count = len(survey.findings)
    if not count:
        return f"no findings, {fine} names in order"
    fixable = sum(item.fix is not None for item in survey.findings)
    findings = f"{count} finding" if count == 1 else f"{count} findings"
    names = f"{wrong} name" if wrong == 1 else f"{wrong} names"
    return f"{findings} on {names}, {fixable} that `names fix` can mend, {fine} in order"


def render_json(survey: Survey, skipped: Sequence[Skipped], page: Page) -> str:  # noqa: ARG001 - JSON is the same on any page
    """Every name, spelling, place and finding."""
    data = {
        "schema": SCHEMA,
        "names": [
            {"spellings": [_spelling(variant) for variant in name.variants]}
            for name in survey.names
        ],
        "findings": [_finding_data(item) for item in survey.findings],
        "skipped": [{"what": item.what, "reason": item.reason} for item in skipped],
    }
    return render_data(data) + "\n"


def _spelling(variant: Variant) -> dict[str, Any]:
    places = []
    for place in variant.places:
        position = place.mention.position(place.document)
        span = place.mention.span
        places.append(
            {
                "path": place.document.path,
                "line": position.line,
                "column": position.column,
                "start": span.start,
                "end": span.end,
            }
        )
    return {
        "spelling": variant.spelling,
        "schemes": list(obeys(variant.spelling)),
        "places": places,
    }


def _finding_data(item: Finding) -> dict[str, Any]:
    return {
        "check": item.check,
        "severity": item.severity,
        "category": item.category,
        "message": item.message,
        "path": item.location.path,
        "line": item.location.line,
        "column": item.location.column,
        "start": item.location.span.start,
        "end": item.location.span.end,
        "suggestion": item.suggestion,
        "fix": item.fix.text if item.fix else None,
    }


def render_tsv(survey: Survey, skipped: Sequence[Skipped], page: Page) -> str:  # noqa: ARG001 - a table of mentions
    """A row a mention, with a header; `check` and what follows are empty where it is fine."""
    found = _by_place(survey)
    rows = []
    for name in survey.names:
        for variant in name.variants:
            for place in variant.places:
                position = place.mention.position(place.document)
                item = found.get((place.document.path, place.mention.span))
                told = (item.check, item.severity, item.suggestion, item.message) if item else ()
                row = (
                    place.document.path,
                    position.line,
                    position.column,
                    variant.spelling,
                    *told,
                )
                rows.append((*row, *("",) * (len(_COLUMNS) - len(row))))
    rows += [
        (
            item.location.path,
            item.location.line,
            item.location.column,
            "",
            item.check,
            item.severity,
            item.suggestion,
            item.message,
        )
        for item in survey.findings
        if not _stands(item, survey)
    ]
    rows.sort(key=lambda row: (row[0], row[1], row[2]))
    cells = [_COLUMNS, *([render_cell(str(cell)) for cell in row] for row in rows)]
    return "".join("\t".join(row) + "\n" for row in cells)


NAMES_REPORTS = (
    NamesRenderer(name="text", help="grouped by name, for people", render=render_text),
    NamesRenderer(name="json", help="everything, by a versioned schema", render=render_json),
    NamesRenderer(name="tsv", help="a row a mention", render=render_tsv),
)
