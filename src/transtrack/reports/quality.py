"""A scorecard as text, and all its renderers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from transtrack.model import Score
from transtrack.quality import Comparison, Rating, Scorecard
from transtrack.reports.page import Page, count_cells, fit, fold, paint, reveal
from transtrack.reports.quality_html import render_html
from transtrack.reports.quality_json import render_json
from transtrack.reports.quality_tsv import render_tsv
from transtrack.reports.skipped import tell_skipped

_WORST = 10  # sentences shown
_LINES = 2  # of each of their texts
_BAR = 20  # columns of a bar at most
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_BOLD, _DIM, _RED, _YELLOW, _GREEN = "1", "2", "31", "33", "32"
_HIGH, _LOW = 80.0, 50.0
_INDENT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityRenderer:
    """A renderer's name on the command line, what it is, and the scorecard as its string."""

    name: str
    help: str
    render: Callable[[Scorecard, Page], str]


def render_text(card: Scorecard, page: Page) -> str:
    """A line an article with a bar, then the worst sentences, comparisons and signatures."""
    lines = [*_draw_articles(card, page), ""] if card.scores else []
    worst = card.worst()[:_WORST]
    if worst:
        lines.append(paint("worst sentences", _BOLD, page))
    for rating in worst:
        lines += _draw_rating(rating, card, page)
    for item in card.comparisons:
        lines += [*wrap(_tell(item), max(page.width, _BAR), subsequent_indent="  "), ""]
    lines += [paint(line, _DIM, page) for line in _sign(card)]
    lines += [f"skipped: {line}" for line in tell_skipped(card.skipped)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _draw_articles(card: Scorecard, page: Page) -> Iterator[str]:
    names = [reveal(article.name) for article in card.articles if article.scores]
    total = "all articles"
    metrics = [score.metric for score in card.scores]
    width = max([len(total), *map(len, names)])
    cells = 8 * len(metrics)
    bar = max(min(_BAR, page.width - width - cells - 2), 0)
    yield " " * (bar + 2) + f"{'':<{width}}" + "".join(f"{name:>8}" for name in metrics)
    rows = [(reveal(a.name), a.scores) for a in card.articles if a.scores]
    sign = 1 if card.rising else -1
    rows.sort(key=lambda row: (sign * row[1][0].value, row[0]))
    for name, scores in rows:
        yield _row(name, scores, (width, bar), card, page)
    if len(rows) > 1:
        yield paint(
            _row(total, card.scores, (width, bar), card, Page(width=page.width)), _BOLD, page
        )


def _row(
    name: str, scores: Sequence[Score], widths: tuple[int, int], card: Scorecard, page: Page
) -> str:
    value = scores[0].value
    bar = paint(draw_bar(value, widths[1]), _colour(value, card), page)
    numbers = "".join(f"{score.value:>8.2f}" for score in scores)
    return f"{bar}  {name:<{widths[0]}}{numbers}"


def draw_bar(value: float, width: int) -> str:
    """A bar of so many columns at a value of 100.

    >>> draw_bar(56.25, 4)
    '██▎ '
    """
    eighths = round(min(max(value, 0.0), 100.0) / 100 * width * 8)
    full, rest = divmod(eighths, 8)
    return ("█" * full + (_EIGHTHS[rest] if rest else "")).ljust(width)


def _colour(value: float, card: Scorecard) -> str:
    if card.scores and card.scores[0].metric != "quality":
        return _DIM  # the field's metrics have no value that is good anywhere
    return _GREEN if value >= _HIGH else _YELLOW if value >= _LOW else _RED


def _draw_rating(rating: Rating, card: Scorecard, page: Page) -> Iterator[str]:
    value = paint(f"{rating.score.value:6.1f}", _colour(rating.score.value, card), page)
    told = f"  {', '.join(rating.reasons)}" if rating.reasons else ""
    yield f"{value}  {paint(reveal(rating.place), _BOLD, page)}{told}"
    for text in (rating.source, rating.target, rating.reference):
        if text is not None:
            room = max(page.width - _INDENT, _BAR)
            shown = _abridge(reveal(text), room) or ["–"]
            yield from (" " * _INDENT + line for line in shown)
    yield ""


def _abridge(text: str, width: int) -> list[str]:
    """The first lines of a text; an ellipsis tells that there is more."""
    if count_cells(text) == len(text):
        return wrap(text, width, max_lines=_LINES, placeholder=" …")
    lines = fold(text, width)
    if len(lines) > _LINES:
        last = lines[_LINES - 1]
        lines[_LINES - 1 :] = [f"{last[: fit(last, width - 2)]} …"]
    return lines


def _tell(item: Comparison) -> str:
    old, new = item.baseline, item.value
    verdict = {
        "better": "better than the baseline, and not by chance",
        "worse": "worse than the baseline, and not by chance",
    }.get(item.verdict, "no difference that chance would not explain")
    return (
        f"{item.metric}: {new:.2f} against {old:.2f}: {verdict} "
        f"(p = {item.bootstrap:.4f} by paired bootstrap, {item.randomisation:.4f} by approximate "
        "randomisation)"
    )


def _sign(card: Scorecard) -> list[str]:
    signed = [f"{score.metric}: {score.signature}" for score in card.scores]
    signed += [f"{c.metric}: {signature}" for c in card.comparisons for signature in c.signatures]
    single = (r for article in card.articles for r in article.ratings[:1])
    signed += [
        f"{score.metric} of a sentence: {score.signature}"
        for rating in single
        for score in (rating.score, *rating.others)
        if f"{score.metric}: {score.signature}" not in signed
    ]
    return [reveal(line) for line in dict.fromkeys(signed)]


QUALITY_REPORTS = (
    QualityRenderer(name="text", help="bars and the worst sentences", render=render_text),
    QualityRenderer(name="json", help="everything, by a versioned schema", render=render_json),
    QualityRenderer(name="tsv", help="a row a sentence and metric", render=render_tsv),
    QualityRenderer(name="html", help="a page that needs nothing else", render=render_html),
)
