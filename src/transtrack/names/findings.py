"""Findings on the spelling of the names of a translation."""

from __future__ import annotations

from transtrack.model import Finding, Fix, Location
from transtrack.names.advice import Advice
from transtrack.names.advising import advise
from transtrack.names.article import Article
from transtrack.names.authority import Authority
from transtrack.names.consistency import compare_spellings, inherit, match
from transtrack.names.index import split_name
from transtrack.names.letters import load_table
from transtrack.names.profiles import PRESS, Profile
from transtrack.names.variants import Place, group_names


def find_spellings(
    article: Article, authority: Authority, profile: Profile = PRESS
) -> tuple[Finding, ...]:
    """A finding for each mention of a name that is spelled wrongly, by place.

    Of one text: spellings that the house does not want; in English also those that German writes
    and English does not, and that differ from another of the same name.
    """
    names = group_names(Place(document=article.target, mention=item) for item in article.mentions)
    spellings = (variant.spelling for name in names for variant in name.variants)
    load_table().prepare(word.lower() for text in spellings for word in split_name(text))
    findings: list[Finding] = []
    for name in names:
        advice = {
            variant.spelling: found
            for variant in name.variants
            if (found := advise(article, variant, authority, profile)) is not None
        }
        if article.in_english:
            advice |= match(name, advice, profile)
            inherit(name, advice)
            advice |= compare_spellings(name, advice, profile)
        for variant in name.variants:
            if variant.spelling in advice:
                findings += [
                    make_finding(place, advice[variant.spelling]) for place in variant.places
                ]
    findings.sort(key=lambda item: item.location.span)
    return tuple(findings)


def make_finding(place: Place, advice: Advice) -> Finding:
    """The finding for one mention."""
    document, mention = place.document, place.mention
    position = mention.position(document)
    text = follow_case(mention.text(document), advice.suggestion)
    fix = make_fix(place, text)
    return Finding(
        check=advice.check,
        severity=advice.severity,
        category=advice.category,
        message=advice.message,
        location=Location(
            path=document.path, span=mention.span, line=position.line, column=position.column
        ),
        suggestion=text,
        fix=fix if advice.sure else None,
    )


def make_fix(place: Place, text: str) -> Fix | None:
    """What puts a form in a mention's place; None where tags stand within, which would be lost."""
    document, span = place.document, place.mention.span
    written = document.text[span.start : span.end]
    if written != place.mention.text(document):
        return None
    return Fix(path=document.path, span=span, text=text)


def follow_case(spelled: str, text: str) -> str:
    """A form in capitals where the spelling that it replaces is.

    >>> follow_case("OHRYSKO", "Ohryzko"), follow_case("Ohrysko", "Ohryzko")
    ('OHRYZKO', 'Ohryzko')
    """
    return text.upper() if spelled.isupper() and len(spelled) > 1 else text
