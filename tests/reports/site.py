"""A small site for the tests: an article with every sort of bead, and a hostile one."""

from __future__ import annotations

from pathlib import Path

from tests.specimens import every_kind

from transtrack.align import align
from transtrack.model import (
    Bitext,
    Document,
    Finding,
    Fix,
    Location,
    Report,
    Score,
    Severity,
    Skipped,
    Span,
    Status,
)
from transtrack.quality import Rating
from transtrack.reports.rules import Rule
from transtrack.reports.site import (
    Article,
    Moment,
    Row,
    make_row,
    render_article,
    render_overview,
    sum_up,
)
from transtrack.text import parse_document

EVIL = "<script>alert(1)</script> \"><img src=x onerror='alert(2)'> \u202egnp.exe \x1b[31m"
NAME = "en/a \"q\" '#1'/50% & <b>"
RULES = (
    Rule(name="number", help=EVIL, category="accuracy", severity=Severity.MAJOR),
    Rule(name="names", help="A name.", category="accuracy", severity=Severity.MINOR),
)


def finding(
    document: Document, start: int, end: int, severity: Severity = Severity.MAJOR, **more: str
) -> Finding:
    """A finding on a stretch of a file."""
    span = Span(start=start, end=end)
    place = document.position(start)
    location = Location(path=document.path, span=span, line=place.line, column=place.column)
    return Finding(
        check=more.get("check", "number"),
        severity=severity,
        category="accuracy",
        message=more.get("message", f"message {EVIL}"),
        location=location,
        fix=Fix(path=document.path, span=span, text=more["fix"]) if "fix" in more else None,
    )


def article(bitext: Bitext, *findings: Finding, name: str = "en/ferry") -> Article:
    """An article with these findings and made up scores."""
    score = Score(metric="quality", value=71.5, signature="pair:de-en")
    ratings = tuple(
        Rating(
            source="aaaa",
            target="bbbb",
            score=Score(metric="quality", value=k * 9.0, signature="x"),
        )
        for k, _ in enumerate(bitext.beads)
    )
    return Article(
        name=name,
        languages=("de", "en"),
        paths=(bitext.source.path, bitext.target.path),
        report=Report(bitext=bitext, findings=findings, scores=(score,), status=Status.FRESH),
        ratings=ratings,
    )


def ferry() -> Article:
    """One bead of each sort; findings side by side, one over the other, and at a gap."""
    bitext = every_kind()
    target = bitext.target
    (first, second) = target.sentences[:2]
    return article(
        bitext,
        finding(target, first.span.start, first.span.start + 5, fix="Ship", check="names"),
        finding(target, first.span.start + 2, first.span.end, Severity.CRITICAL),
        finding(target, second.span.start, second.span.end, Severity.MINOR),
        finding(target, target.sentences[2].span.end, target.sentences[2].span.end),
    )


def hostile() -> Article:
    """An article whose every sentence and name would break out of a page."""
    from html import escape  # noqa: PLC0415

    lines = [f"The bridge number {k} is closed {EVIL}." for k in range(4)]
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    texts = [
        parse_document(f"<h1>{escape(EVIL)}</h1>{body}", path=f"{NAME}.html", language=language)
        for language in ("de", "en")
    ]
    bitext = align(*texts)
    at = texts[1].text.index("number 2")
    return article(bitext, finding(texts[1], at, at + 8, fix=EVIL), name=NAME)


def rows() -> list[Row]:
    """An overview with an article in each state."""
    lost = Report(bitext=None, status=Status.MISSING)
    broken = Report(bitext=None, skipped=(Skipped(what="en/x.txt", reason=EVIL),))
    plain = {"languages": ("de", "en"), "paths": (f"de/{EVIL}.txt", None)}
    return [
        make_row(ferry()),
        make_row(hostile()),
        make_row(Article(name="en/lost", report=lost, **plain)),  # type: ignore[arg-type]  # a table
        make_row(Article(name=EVIL, report=broken, **plain)),  # type: ignore[arg-type]
    ]


def pages() -> dict[str, str]:
    """The whole site: the path of each page and its text."""
    found = {}
    for item in (ferry(), hostile()):
        assert item.report.bitext is not None
        found[make_row(item).page] = render_article(item, item.report.bitext, RULES)
    past = Moment(commit="0123456789", date="2026-01-02", subject=EVIL, totals=sum_up(rows()[:1]))
    found["index.html"] = render_overview(rows(), (past, past))
    return found


def write(folder: Path) -> Path:
    """The site on disk."""
    for name, text in pages().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
