"""The first page: the corpus in a few words, every article in a line, its course."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transtrack.model import Severity
from transtrack.reports.site.course import draw_commit, draw_past, draw_trend
from transtrack.reports.site.links import show
from transtrack.reports.site.plots import draw_spread
from transtrack.reports.site.shell import draw_choice, draw_facts, draw_search, wrap
from transtrack.reports.site.values import Moment, Row, State, Totals, sum_up

_LOW = 150  # the height of a plot, its width being 640
_COLUMNS = (
    ("Article", "text"),
    ("Status", "text"),
    ("Quality", "number"),
    ("Findings", "number"),
    ("To look at", "number"),
)
_NO_HISTORY = (
    "There is no history to show: git knows of no commit that touched these articles, or it was "
    "left out with <code>--history 0</code>."
)


def render_overview(rows: Sequence[Row], moments: Sequence[Moment]) -> str:
    """The whole page; `moments` are earlier states of the corpus, the oldest first."""
    totals = sum_up(rows)
    main = [
        *_draw_head(totals, moments),
        *_draw_table(rows),
        *_draw_figures(rows, totals, moments),
    ]
    return wrap("Translations", main)


def tell(totals: Totals) -> str:
    """The corpus in a sentence.

    >>> tell(sum_up([]))
    '0 of 0 articles translated'
    """
    states = [f"{count} {state}" for state, count in totals.states if count]
    scores = [f"{score.metric} {score.value:.1f}" for score in totals.scores]
    head = f"{totals.translated} of {totals.articles} articles translated"
    return ": ".join(filter(None, (head, ", ".join(states)))) + "".join(f"; {s}" for s in scores)


def _draw_head(totals: Totals, moments: Sequence[Moment]) -> Iterator[str]:
    yield "<h1>Translations</h1>\n"
    states = dict(totals.states)
    yield (
        f'<p class="lead">{totals.translated} of {totals.articles} articles are translated; '
        f"{states[State.FIT] or 'none'} of them are fit to publish, "
        "that is up to date and without findings.</p>\n"
    )
    facts = [(state.capitalize(), _draw_count(state, count)) for state, count in totals.states]
    facts += [("Quality", f"{score.value:.1f} of 100") for score in totals.scores]
    yield draw_facts(facts, "facts large")
    signatures = ", ".join(f"<code>{show(score.signature)}</code>" for score in totals.scores)
    last = moments[-1] if moments else None
    since = f"Last commit: {draw_commit(last)}, {show(last.date)}. " if last else ""
    yield f'<p class="soft">{since}{f"Scored by {signatures}." if signatures else ""}</p>\n'


def _draw_count(state: State, count: int) -> str:
    return f'<span class="state {_key(state)}">{count}</span>'


def _key(state: State) -> str:
    return state.replace(" ", "-")


def _draw_table(rows: Sequence[Row]) -> Iterator[str]:
    yield '<section aria-labelledby="articles"><h2 id="articles">Articles</h2>'
    states = [state for state in State if any(row.state is state for row in rows)]
    severities = [name for name in reversed(Severity) if any(_has(row, name) for row in rows)]
    yield (
        '<div class="filters needs-script" role="search" aria-label="Articles">'
        + draw_choice("show", "Status", [("", "all"), *((_key(s), str(s)) for s in states)])
        + draw_choice("severity", "With", [("", "anything"), *((s, s) for s in severities)])
        + draw_search("Search")
        + "</div>"
    )
    yield '<table class="articles"><thead><tr>'
    for name, kind in _COLUMNS:
        yield f'<th scope="col" class="{kind}" data-sort="{kind}">{name}</th>'
    yield "</tr></thead><tbody data-rows>\n"
    yield from map(_draw_row, rows)
    yield "</tbody></table></section>\n"


def _has(row: Row, severity: Severity) -> bool:
    return any(name is severity for name, _ in row.severities)


def _draw_row(row: Row) -> str:
    name = show(row.name)
    link = f'<a href="{show(row.page)}">{name}</a>' if row.page else name
    language = show(row.languages[1])
    title = f'<span class="title" lang="{language}" dir="auto">{show(row.title)}</span>'
    told = title if row.title else f'<span class="soft">{show(row.paths[0])}</span>'
    reasons = "".join(f'<span class="reason">{show(reason)}</span>' for reason in row.reasons)
    kinds = " ".join([_key(row.state), *(name for name, _ in row.severities)])
    score = "" if row.score is None else f"{row.score.value:.1f}"
    meter = (
        f'<meter min="0" max="100" value="{score}" aria-hidden="true"></meter>' if score else ""
    )
    counts = ", ".join(f"{count} {name}" for name, count in row.severities)
    doubtful = row.doubtful if row.page else -1
    found = counts or ("none" if row.page else "–")
    return (
        f'<tr class="{kinds}"><th scope="row">{link}{told}{reasons}</th>'
        f'<td><span class="state {_key(row.state)}">{row.state}</span></td>'
        f'<td class="number" data-value="{score or -1}">{meter}{score or "–"}</td>'
        f'<td class="number" data-value="{_weigh(row)}">{found}</td>'
        f'<td class="number" data-value="{doubtful}">'
        f"{doubtful if row.page else '–'}</td></tr>\n"
    )


def _weigh(row: Row) -> str:
    """By what findings are sorted: the critical first, then the major, then the others."""
    counts = dict(row.severities)
    return (
        "".join(f"{counts.get(name, 0):05}" for name in reversed(Severity)) if row.page else "-1"
    )


def _draw_figures(rows: Sequence[Row], totals: Totals, moments: Sequence[Moment]) -> Iterator[str]:
    yield '<section aria-labelledby="figures"><h2 id="figures">Figures</h2><div class="plots">'
    classes = [sum(column) for column in zip(*(row.spread for row in rows), strict=True)]
    if sum(classes):
        plot = draw_spread("scores", classes, "sentences", _LOW)
        yield f"<figure><h3>Scores of all sentences</h3>{plot}"
        yield "<figcaption>Across: the score; up: how many sentences.</figcaption></figure>"
    if moments:
        yield from draw_trend(totals, moments)
    yield "</div>"
    yield draw_past(totals, moments) if moments else f'<p class="soft">{_NO_HISTORY}</p>'
    yield "</section>\n"
