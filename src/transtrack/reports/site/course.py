"""The course of a corpus over the commits of its history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transtrack.reports.site.links import show
from transtrack.reports.site.plots import draw_course
from transtrack.reports.site.values import Moment, State, Totals

_LOW = 150  # the height of a plot, its width being 640
_SHORT = 7  # digits of a commit


def draw_trend(totals: Totals, moments: Sequence[Moment]) -> Iterator[str]:
    """Plots of the score, the share of translations and the findings."""
    course = [*(item.totals for item in moments), totals]
    labels = [*(item.date for item in moments), "now"]
    translated = [100 * item.translated / (item.articles or 1) for item in course]
    findings = [float(item.findings) for item in course]
    for name, title, values, top in (
        ("course-score", "Quality", [item.mean for item in course], 100.0),
        ("course-share", "Translated, per cent", translated, 100.0),
        ("course-findings", "Findings", findings, max(*findings, 1.0)),
    ):
        plot = draw_course(name, f"{title} over the commits", (labels, values), top, _LOW)
        yield f"<figure><h3>{title}, over the commits</h3>{plot}</figure>"


def draw_past(totals: Totals, moments: Sequence[Moment]) -> str:
    """The same figures as a table."""
    heads = ("Commit", "Date", "Articles", "Translated", "Fit", "Findings", "Quality")
    rows = [
        (draw_commit(item), show(item.date), show(item.subject), item.totals) for item in moments
    ]
    body = []
    for name, date, subject, item in (*rows, ("now", "", "", totals)):
        about = f'<span class="title">{subject}</span>' if subject else ""
        mean = "–" if item.mean is None else f"{item.mean:.1f}"
        figures = (item.articles, item.translated, dict(item.states)[State.FIT], item.findings)
        cells = "".join(f'<td class="number">{value}</td>' for value in (*figures, mean))
        body.append(f'<tr><th scope="row">{name}{about}</th><td>{date}</td>{cells}</tr>')
    columns = "".join(
        f'<th scope="col"{" class=number" if k > 1 else ""}>{head}</th>'
        for k, head in enumerate(heads)
    )
    return (
        "<details><summary>The figures over the commits as a table</summary>"
        f'<div class="wide" tabindex="0" role="region" aria-label="Figures over the commits">'
        f"<table><thead><tr>{columns}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
        '<p class="soft">Earlier states are judged by the rules of now.</p></details>'
    )


def draw_commit(moment: Moment) -> str:
    """A commit by the first digits of its id."""
    return f"<code>{show(moment.commit[:_SHORT])}</code>"
