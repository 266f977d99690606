"""The page of an article: what it is worth, both texts side by side, its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transtrack.model import Bitext, Finding, Status
from transtrack.reports.rules import Rule
from transtrack.reports.site.beads import Line, draw_line, make_lines
from transtrack.reports.site.links import INDEX, show
from transtrack.reports.site.notes import count_severities
from transtrack.reports.site.plots import (
    draw_confidence,
    draw_lengths,
    draw_spread,
    find_outliers,
    measure_lengths,
)
from transtrack.reports.site.shell import draw_choice, draw_facts, draw_search, wrap
from transtrack.reports.site.values import Article, find_title, spread
from transtrack.reports.summary import summarise

_OPEN = 8  # findings up to which their list is open
_TALL = 300  # the height of a plot, its width being 640
_WORST = 8  # sentences named below the distribution
_STALE = (
    "The original has changed since it was translated; what it said before is struck through. "
    "<code>transtrack align</code> marks in the catalogue what has to be looked at."
)


def render_article(article: Article, bitext: Bitext, rules: Sequence[Rule]) -> str:
    """The whole page of an article that has a bitext; `rules` explain the checks."""
    lines = make_lines(article, bitext)
    title = find_title(bitext.target) or article.name
    main = [
        *_draw_head(article, bitext, title),
        *_draw_findings(article.report.findings),
        *_draw_texts(article, bitext, lines),
        *_draw_figures(bitext, lines),
        *_draw_method(article, bitext, rules),
    ]
    return wrap(f"{title} – {article.name}", main, back=f"../{INDEX}")


def _draw_head(article: Article, bitext: Bitext, title: str) -> Iterator[str]:
    report, counts = article.report, summarise(bitext)
    language = show(bitext.target.language)
    yield f'<h1 lang="{language}" dir="auto">{show(title)}</h1>\n'
    yield f'<p class="path soft">{show(article.paths[1] or "")} ← {show(article.paths[0])}</p>\n'
    if report.status is Status.STALE:
        yield f'<p class="notice"><strong>Stale.</strong> {_STALE}</p>\n'
    yield from (
        f'<p class="notice"><strong>Not judged in full.</strong> {show(item.reason)}</p>\n'
        for item in report.skipped
    )
    found = ", ".join(f"{count} {name}" for name, count in count_severities(report.findings))
    facts = [
        ("Status", f"{show(article.state)}"),
        ("Quality", f"{report.scores[0].value:.1f} of 100" if report.scores else "not judged"),
        ("Findings", found or "none"),
        ("To look at", f"{counts.doubtful} of {counts.beads} beads"),
        ("Omitted, added, moved", f"{counts.omissions}, {counts.additions}, {counts.moved}"),
    ]
    if article.accepted:
        facts.append(("Accepted findings", str(article.accepted)))
    yield draw_facts(facts)


def _draw_findings(findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    state = " open" if len(findings) <= _OPEN else ""
    yield f'<section aria-labelledby="findings"><h2 id="findings">Findings</h2><details{state}>'
    yield f'<summary>All {len(findings)} in a list</summary><ol class="index">'
    for number, item in enumerate(findings, 1):
        yield (
            f'<li data-check="{show(item.check)}"><a href="#f{number}">{show(item.check)}</a> '
            f'<span class="severity {item.severity}">{item.severity}</span> '
            f"{show(item.message)}</li>"
        )
    yield "</ol></details></section>\n"


def _draw_texts(article: Article, bitext: Bitext, lines: Sequence[Line]) -> Iterator[str]:
    yield '<section aria-labelledby="texts"><h2 id="texts">Both texts</h2>'
    yield _draw_filters(article.report.findings)
    left, right = (show(document.language) for document in (bitext.source, bitext.target))
    heads = f"<span>Original ({left})</span><span>Translation ({right})</span>"
    yield f'<div class="heads">{heads}</div><ol class="beads" data-rows>\n'
    yield from (draw_line(line, bitext) for line in lines)
    yield "</ol></section>\n"


def _draw_filters(findings: Sequence[Finding]) -> str:
    checks = sorted({item.check for item in findings})
    severities = [str(name) for name, _ in count_severities(findings)]
    shown = (
        ("", "everything"),
        ("note", "with findings"),
        ("doubtful", "to look at"),
        ("changed", "original changed"),
        ("omitted", "omitted"),
        ("added", "added"),
        ("moved", "moved"),
        ("low", "low score"),
    )
    return (
        '<div class="filters needs-script" role="search" aria-label="Sentences">'
        + draw_choice("show", "Show", shown)
        + draw_choice("check", "Check", [("", "all"), *((name, name) for name in checks)])
        + draw_choice("severity", "Severity", [("", "all"), *((n, n) for n in severities)])
        + draw_search("Search")
        + "</div>"
    )


def _draw_figures(bitext: Bitext, lines: Sequence[Line]) -> Iterator[str]:
    yield '<section aria-labelledby="figures"><h2 id="figures">Figures</h2>'
    yield '<div class="plots three"><figure><h3>Confidence along the article</h3>'
    yield draw_confidence("confidence", bitext, _TALL)
    doubtful = [line.number for line in lines if line.bead.doubtful]
    yield f"<figcaption>Beads to look at: {_link(doubtful)}.</figcaption></figure>"
    lengths = measure_lengths(bitext)
    yield "<figure><h3>Lengths in characters</h3>" + draw_lengths("lengths", lengths, _TALL)
    yield (
        "<figcaption>Across: the original; up: the translation. "
        f"Unusual: {_link(find_outliers(lengths))}.</figcaption></figure>"
    )
    rated = [(line.rating.score.value, line) for line in lines if line.rating]
    if rated:
        yield "<figure><h3>Scores of the sentences</h3>"
        yield draw_spread("scores", spread([value for value, _ in rated]), "sentences", _TALL)
        worst = sorted(rated, key=lambda item: (item[0], item[1].number))[:_WORST]
        yield f"<figcaption>Lowest: {_link([line.number for _, line in worst])}.</figcaption>"
        yield "</figure>"
    yield "</div></section>\n"


def _link(numbers: Sequence[int]) -> str:
    return ", ".join(f'<a href="#b{number}">{number}</a>' for number in numbers) or "none"


def _draw_method(article: Article, bitext: Bitext, rules: Sequence[Rule]) -> Iterator[str]:
    names = {item.check for item in article.report.findings}
    used = [(rule.name, show(rule.help)) for rule in rules if rule.name in names]
    yield '<section aria-labelledby="method"><h2 id="method">How it was judged</h2>'
    yield draw_facts(used, "terms") if used else ""
    yield f'<p class="soft">Alignment: <code>{show(bitext.signature)}</code>'
    for score in article.report.scores:
        yield f"<br>{show(score.metric)}: <code>{show(score.signature)}</code>"
    yield "</p></section>\n"
