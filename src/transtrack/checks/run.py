"""Every check on every bead of an article, and the names of it: remarks become findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from transtrack.checks import spelling
from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair, make_pairs
from transtrack.checks.terms import make_terms
from transtrack.lexicon import Lexicon, find_lexicon
from transtrack.model import Bead, Bitext, Document, Finding, Fix, Location, Severity, Span
from transtrack.names.article import open_article
from transtrack.names.authority import Authority, Ruling
from transtrack.names.profiles import PRESS, Profile
from transtrack.names.survey import survey_article

_NAMES: Final = {check.name for check in spelling.CHECKS} | {"exonym"}  # made by the names' room
_WHOLE_BEAD: Final = frozenset({"omission", "mismatch", "untranslated"})


def find_findings(
    bitext: Bitext,
    checks: Mapping[Check, Severity | None],
    authority: Authority,
    profile: Profile = PRESS,
    rulings: Sequence[Ruling] = (),
    lexicon: Lexicon | None = None,
) -> tuple[Finding, ...]:
    """The findings of some checks on an article, by place; `rulings` are its glossary.

    Its words are compared by `lexicon`, else by the one that comes with the program.
    `checks` says how severe each one's findings are; None leaves that to the check. Of two
    findings of one check at one place the first counts, and the first of a bead that is missing;
    one that is unrelated or still German is not judged by the checks of its details.
    """
    found: dict[tuple[str, Span], Finding] = {}
    named = {check.name: severity for check, severity in checks.items()}
    lexicon = lexicon or find_lexicon(bitext.source.language, bitext.target.language)
    wanted = any(check.name in _NAMES for check in checks)
    for finding in _find_names(bitext, authority, profile, lexicon) if wanted else ():
        if finding.check in named:
            severity = named[finding.check] or finding.severity
            found[finding.check, finding.location.span] = replace(finding, severity=severity)
    place = 0
    terms = make_terms(rulings, bitext.source.language, bitext.target.language)
    pairs = make_pairs(bitext, terms, lexicon)
    surveyed = _survey(bitext, pairs, checks)
    for number, (bead, pair) in enumerate(zip(bitext.beads, pairs, strict=True)):
        remarks = [*_find_remarks(pair, checks), *surveyed.get(number, ())]
        for check, remark in remarks if pair.target.text else remarks[:1]:
            severity = checks[check] or remark.severity or check.severity
            finding = _make_finding(bitext, bead, place, (check, remark, severity))
            found.setdefault((check.name, finding.location.span), finding)
        if bead.target:
            place = bitext.target.sentences[bead.target[-1]].span.end
    return tuple(sorted(found.values(), key=lambda item: (item.location.span, item.check)))


def _find_remarks(
    pair: Pair, checks: Mapping[Check, Severity | None]
) -> Iterator[tuple[Check, Remark]]:
    grave = False
    for check in checks:
        if check.whole or not check.fits(pair) or (grave and check.name not in _WHOLE_BEAD):
            continue
        for remark in check.find(pair):
            whole = remark.end - remark.start >= len(pair.target.text)
            counts = remark.severity is not Severity.NEUTRAL
            grave = grave or (check.name in _WHOLE_BEAD and whole and counts)
            if check.name == "omission" and pair.target.text:
                grave = False
            yield check, remark


def _survey(
    bitext: Bitext, pairs: Sequence[Pair], checks: Mapping[Check, Severity | None]
) -> dict[int, list[tuple[Check, Remark]]]:
    """The remarks of the checks that look at the whole article, by bead."""
    found: dict[int, list[tuple[Check, Remark]]] = {}
    for check in checks:
        for number, remark in check.survey(bitext, pairs) if check.survey else ():
            found.setdefault(number, []).append((check, remark))
    return found


def _find_names(
    bitext: Bitext, authority: Authority, profile: Profile, lexicon: Lexicon | None
) -> Sequence[Finding]:
    return survey_article(open_article(bitext.target, bitext, lexicon), authority, profile)


def _make_finding(
    bitext: Bitext, bead: Bead, place: int, told: tuple[Check, Remark, Severity]
) -> Finding:
    """The finding in the translation; what it lacks stands where the text before ends."""
    check, remark, severity = told
    target = bitext.target
    span = _locate(target, bead.target, remark) if bead.target else Span(start=place, end=place)
    position = target.position(span.start)
    message = remark.message
    if not bead.target:
        first = bitext.source.sentences[bead.source[0]]
        message += f" (original, line {bitext.source.position(first.span.start).line})"
    fix = None
    if remark.fix is not None and bead.target and _is_verbatim(target, span, bead, remark):
        fix = Fix(path=target.path, span=span, text=remark.fix)
    return Finding(
        check=check.name,
        severity=severity,
        category=check.category,
        message=message,
        location=Location(path=target.path, span=span, line=position.line, column=position.column),
        suggestion=remark.suggestion,
        fix=fix,
    )


def _locate(document: Document, indices: Sequence[int], remark: Remark) -> Span:
    """The span of the file from where a remark's place begins to where it ends."""
    start: int | None = None
    end, at = 0, 0
    for index in indices:
        sentence = document.sentences[index]
        length = len(sentence.plain)
        low, high = max(remark.start - at, 0), min(remark.end - at, length)
        if low < high:
            span = sentence.locate(low, high)
            start = span.start if start is None else start
            end = span.end
        at += length + 1
    if start is None:
        start = end = document.sentences[indices[0]].span.start
    return Span(start=start, end=end)


def _is_verbatim(document: Document, span: Span, bead: Bead, remark: Remark) -> bool:
    """Whether the file has, letter by letter, what the check saw there."""
    text = " ".join(document.sentences[index].plain for index in bead.target)
    return document.text[span.start : span.end] == text[remark.start : remark.end]
