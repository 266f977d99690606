"""A scorecard as one HTML page that needs nothing else: no script, no network."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from transtrack.quality import Rating, Scorecard
from transtrack.reports.page import Page, reveal

_BINS = 20
_STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --soft: #5c5c66;
  --line: #d5d5dc; --bar: #2f6f9f; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf1; --paper: #17171b;
  --soft: #a9a9b4; --line: #3a3a44; --bar: #6fb3e0; } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums;
  white-space: nowrap; }
meter { width: 8rem; } svg { width: 100%; max-width: 40rem; height: auto; }
svg rect { fill: var(--bar); } svg text { fill: var(--soft); font-size: 11px; }
.soft { color: var(--soft); font-size: .9rem; } code { overflow-wrap: anywhere; }
"""


def render_html(card: Scorecard, page: Page) -> str:  # noqa: ARG001 - a browser knows its width
    """The articles, the distribution of the sentences' scores, every sentence, worst first."""
    return "\n".join(_draw(card)) + "\n"


def _draw(card: Scorecard) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>Quality</title><style>{_STYLE}</style></head><body><main>"
    yield "<h1>Quality</h1>"
    yield from _draw_articles(card)
    ratings = card.worst()
    if ratings:
        yield f"<h2>How the sentences’ scores are spread</h2>{_histogram(ratings)}"
        yield "<h2>Sentences, the worst first</h2><table><thead><tr>"
        yield f'<th class="number">{_text(ratings[0].score.metric)}</th>'
        yield "<th>original</th><th>translation</th><th>where, why</th></tr></thead><tbody>"
        yield from map(_row, ratings)
        yield "</tbody></table>"
    if card.comparisons:
        yield "<h2>Against the baseline</h2><ul>"
        for item in card.comparisons:
            yield (
                f"<li>{_text(item.metric)}: {item.value:.2f} against {item.baseline:.2f}: "
                f"{_text(item.verdict)} (p = {item.bootstrap:.4f} by paired bootstrap, "
                f"{item.randomisation:.4f} by approximate randomisation)</li>"
            )
        yield "</ul>"
    if card.skipped:
        yield "<h2>Not judged</h2><ul>"
        yield from (f"<li>{_text(s.what)}: {_text(s.reason)}</li>" for s in card.skipped)
        yield "</ul>"
    yield '<h2>Signatures</h2><ul class="soft">'
    yield from (
        f"<li>{_text(score.metric)}: <code>{_text(score.signature)}</code></li>"
        for score in card.scores
    )
    yield "</ul></main></body></html>"


def _draw_articles(card: Scorecard) -> Iterator[str]:
    heads = "".join(f'<th class="number">{_text(score.metric)}</th>' for score in card.scores)
    yield f"<table><thead><tr><th>article</th><th></th>{heads}</tr></thead><tbody>"
    rows = [(article.name, article.scores) for article in card.articles if article.scores]
    if len(rows) > 1:
        rows.append(("all articles", card.scores))
    for name, scores in rows:
        value = scores[0].value
        meter = f'<meter min="0" max="100" value="{value:.2f}" aria-label="{_text(name)}"></meter>'
        cells = "".join(f'<td class="number">{score.value:.2f}</td>' for score in scores)
        yield f"<tr><th>{_text(name)}</th><td>{meter}</td>{cells}</tr>"
    yield "</tbody></table>"


def _row(rating: Rating) -> str:
    told = ", ".join(rating.reasons)
    reference = (
        f'<p class="soft">reference: <bdi>{_text(rating.reference)}</bdi></p>'
        if rating.reference
        else ""
    )
    return (
        f'<tr><td class="number">{rating.score.value:.1f}</td>'
        f'<td dir="auto">{_text(rating.source)}</td>'
        f'<td><div dir="auto">{_text(rating.target)}</div>{reference}</td>'
        f'<td class="soft">{_text(rating.place)}<br>{_text(told)}</td></tr>'
    )


def _histogram(ratings: list[Rating]) -> str:
    counts = [0] * _BINS
    for rating in ratings:
        counts[max(min(int(rating.score.value * _BINS / 100), _BINS - 1), 0)] += 1
    top = max(counts)
    bars = "".join(
        f'<rect x="{k * 30 + 1}" y="{110 - 100 * count / top:.1f}" width="28" '
        f'height="{100 * count / top:.1f}"><title>{k * 5}–{k * 5 + 5}: {count}</title></rect>'
        for k, count in enumerate(counts)
    )
    scale = "".join(
        f'<text x="{k * 6}" y="125" text-anchor="middle">{k}</text>' for k in range(0, 101, 20)
    )
    label = f"{len(ratings)} sentences by score"
    return f'<svg viewBox="-12 0 624 130" role="img" aria-label="{label}">{bars}{scale}</svg>'


def _text(text: str) -> str:
    return escape(reveal(text))
