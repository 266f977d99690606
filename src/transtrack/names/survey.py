"""The names of a whole corpus: what each article's findings are, and what differs between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from transtrack.model import Finding, Span
from transtrack.names.article import ENGLISH, Article
from transtrack.names.authority import Authority
from transtrack.names.consistency import compare_spellings
from transtrack.names.findings import find_spellings, make_finding
from transtrack.names.presence import find_missing
from transtrack.names.profiles import PRESS, Profile
from transtrack.names.variants import Name, Place, group_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Every name of some articles with its spellings, and every finding, by path and place."""

    names: tuple[Name, ...]
    findings: tuple[Finding, ...]


def survey_article(
    article: Article, authority: Authority, profile: Profile = PRESS
) -> tuple[Finding, ...]:
    """The findings on the names of one article, by their place in it."""
    found = [*find_spellings(article, authority, profile), *find_missing(article)]
    return tuple(sorted(found, key=lambda item: (item.location.span, item.check)))


def survey_corpus(
    articles: Iterable[Article],
    authority: Authority,
    profile: Profile = PRESS,
    others: Iterable[Finding] = (),
) -> Survey:
    """The names of articles, language by language, and the findings, with those of `others`.

    Beside what is wrong inside an article: full names that two English ones spell differently.
    """
    findings = list(others)
    places: dict[str, list[Place]] = {}
    for article in articles:
        findings += survey_article(article, authority, profile)
        mentions = [Place(document=article.target, mention=item) for item in article.mentions]
        places.setdefault(article.language, []).extend(mentions)
    groups = {language: group_names(found) for language, found in places.items()}
    names = tuple(name for language in sorted(groups) for name in groups[language])
    flagged = {(item.location.path, item.location.span) for item in findings}
    for name in groups.get(ENGLISH, ()):
        findings += _differences(name, flagged, profile)
    findings.sort(key=lambda item: (item.location.path, item.location.span, item.check))
    return Survey(names=names, findings=tuple(findings))


def _differences(
    name: Name, flagged: set[tuple[str, Span]], profile: Profile
) -> Iterable[Finding]:
    """Findings on a full name that is right in each article but not the same in all."""
    if " " not in name.full[0].spelling:
        return
    wrong = {
        variant.spelling
        for variant in name.full
        if any((p.document.path, p.mention.span) in flagged for p in variant.places)
    }
    for spelling, advice in compare_spellings(name, wrong, profile).items():
        variant = next(item for item in name.variants if item.spelling == spelling)
        if variant in name.full:
            for place in variant.places:
                yield make_finding(place, advice)
