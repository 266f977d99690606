"""What is wrong with one spelling, by itself and in its text."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from transtrack.model import Severity
from transtrack.names.advice import HOUSE, SPELLING, Advice
from transtrack.names.article import Article
from transtrack.names.authority import Authority
from transtrack.names.index import fold, index_surnames, split_name
from transtrack.names.judge import Judgement, judge
from transtrack.names.keeping import follow_original, narrow
from transtrack.names.originals import SCRIPTS
from transtrack.names.places import advise_exonym, is_saint
from transtrack.names.profiles import Profile
from transtrack.names.suggest import Suggestion, suggest
from transtrack.names.variants import Variant, find_surname

COPIED: Final = 3.0  # nats for a spelling that the source has, letter by letter
CHANGED: Final = -4.0  # nats for one that it has not
COUNTRY: Final = 2.0  # nats if the text names the country of the language
LIMIT: Final = 4.0  # evidence from which a spelling is reported
SURE: Final = 7.0  # evidence from which it is surely wrong
LIKELY: Final = 0.8  # probability from which a suggestion is surely right
_READINGS: Final = 60  # suggestions among which those of the original's words are looked for
ALONE: Final = 3.0  # nats that a single word is short of


def advise(
    article: Article, variant: Variant, authority: Authority, profile: Profile
) -> Advice | None:
    """What is wrong with one spelling, whatever others there are."""
    ruled = _find_ruling(variant.spelling, authority, article.target.language)
    if ruled is not None:
        return _advise_house(variant.spelling, *ruled)
    if not article.judged_by_scheme:
        return None
    if (genitive := _advise_genitive(variant.spelling, profile)) is not None:
        return genitive
    judgement = judge(variant.spelling, profile)
    if not judgement.suggestions or all(is_saint(place) for place in variant.places):
        return None
    copied = [article.copied(place.mention) for place in variant.places]
    if judgement.exonym:
        return advise_exonym(article, variant, judgement, copied=any(copied))
    evidence = _weigh(judgement, variant, copied, article.countries)
    offers = _find_offers(article, variant, judgement, profile) if evidence >= LIMIT else ()
    return _advise_scheme(variant, offers, evidence) if offers else None


def _find_offers(
    article: Article, variant: Variant, judgement: Judgement, profile: Profile
) -> tuple[Suggestion, ...]:
    """What may be written instead, as the original has it and what may stay stays."""
    offered = judgement.suggestions
    if article.origin in SCRIPTS:
        every = suggest(
            variant.spelling, language=article.origin, profile=profile, limit=_READINGS
        )
        offered = follow_original(every or offered, article, variant.places)
    return narrow(offered, variant.spelling, article, variant.places)


def _advise_house(spelling: str, accepted: Container[str], form: str) -> Advice | None:
    if fold(spelling) in accepted:
        return None
    return Advice(
        check="name-authority",
        severity=Severity.CRITICAL,
        category=HOUSE,
        message=f'"{spelling}" is not the house\'s form; write "{form}"',
        suggestion=form,
        sure=True,
    )


def _find_ruling(
    spelling: str, authority: Authority, language: str
) -> tuple[set[str], str] | None:
    """The forms that may stand, folded, and the one to write; None where nothing is ruled."""
    ruling = authority.find(spelling)
    if ruling is not None and (form := ruling.form(language)):
        return {fold(item) for item in (form, *ruling.accepted)}, form
    if " " not in spelling:
        ruling = authority.find_last(spelling)
        if ruling is not None and (form := ruling.form(language)):
            forms = [find_surname(item) for item in (form, *ruling.accepted)]
            return {fold(item) for item in forms}, forms[0]
    return None


def _weigh(
    judgement: Judgement,
    variant: Variant,
    copied: Sequence[bool | None],
    countries: frozenset[str],
) -> float:
    evidence = judgement.evidence
    if any(copied):
        evidence += COPIED
    elif False in copied:
        evidence += CHANGED
    if judgement.suggestions[0].language in countries:
        evidence += COUNTRY
    return evidence - (ALONE if len(split_name(variant.spelling)) == 1 else 0.0)


def _advise_scheme(variant: Variant, suggestions: Sequence[Suggestion], evidence: float) -> Advice:
    best = suggestions[0]
    certain = evidence >= SURE
    sure = certain and best.probability >= LIKELY
    of = f" of {best.original}" if best.original else ""
    return Advice(
        check="name-scheme",
        severity=Severity.MAJOR if certain else Severity.MINOR,
        category=SPELLING,
        message=f'"{variant.spelling}" is German spelling{of}; '
        f"write {_offer(suggestions, sure=sure)}",
        suggestion=best.text,
        sure=sure,
    )


def _offer(suggestions: Sequence[Suggestion], *, sure: bool) -> str:
    """The form to write, or the likeliest few.

    A form that is less than a tenth as likely as the first is not offered.
    """
    first = suggestions[0]
    others = [] if sure else suggestions[1:3]
    likely = [item for item in others if item.probability * 10 >= first.probability]
    return " or ".join(f'"{item.text}"' for item in (first, *likely))


def _advise_genitive(spelling: str, profile: Profile) -> Advice | None:
    """Advice on a well-known name with a German genitive's s: Selenskyjs, for Zelenskyy's."""
    base = spelling.removesuffix("s")
    if base == spelling or not base.strip():
        return None
    surname, english = fold(find_surname(base)), index_surnames("en")
    if surname not in index_surnames("de") or surname in english or surname + "s" in english:
        return None
    found = judge(base, profile).suggestions
    if not found:
        return None
    form = f"{found[0].text}'s"
    return Advice(
        check="name-scheme",
        severity=Severity.MAJOR,
        category=SPELLING,
        message=f'"{spelling}" is a German genitive; write "{form}"',
        suggestion=form,
        sure=found[0].probability >= LIKELY,
    )
