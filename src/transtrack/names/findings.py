"""What is wrong with the spelling of the names of a translation, and what to write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

from transtrack.model import Finding, Fix, Location, Severity
from transtrack.names.article import Article
from transtrack.names.authority import Authority
from transtrack.names.index import fold, split_name
from transtrack.names.judge import Judgement, judge, measure
from transtrack.names.profiles import PRESS, Profile
from transtrack.names.suggest import Suggestion
from transtrack.names.variants import (
    Name,
    Place,
    Variant,
    are_one,
    find_surname,
    group_names,
    obeys,
)

SPELLING: Final = "linguistic-conventions/transliteration"
CONSISTENCY: Final = "terminology/inconsistent-use-of-terminology"
HOUSE: Final = "terminology/organization-terminology"
UNTRANSLATED: Final = "accuracy/untranslated"

COPIED: Final = 3.0  # nats for a spelling that the source has, letter by letter
CHANGED: Final = -4.0  # nats for one that it has not
COUNTRY: Final = 2.0  # nats if the text names the country of the language
LIMIT: Final = 2.5  # evidence from which a spelling is reported
SURE: Final = 7.0  # evidence from which it is surely wrong
LIKELY: Final = 0.8  # probability from which a suggestion is surely right
_ARTICLE: Final = re.compile(r"\b(?:al|el|as|ad|ar|at|az|ash)[-‐ ]")
_NOBILIARY: Final = ("von ", "van ", "zu ", "de ", "von der ", "van der ")
_AMBIGUOUS: Final = frozenset(  # German places that are English words or names, too
    [
        "Island",
        "Rom",
        "Franken",
        "Thorn",
        "Wallis",
        "Gent",
        "Posen",
        "Kanton",
        "Moldau",
        "Memel",
        "Pilsen",
        "Bayern",
        "Europa",
    ]
)
ALONE: Final = 3.0  # nats that a single word is short of


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to write instead of a spelling; it is a fix only where that is `sure`."""

    check: str
    severity: Severity
    category: str
    message: str
    suggestion: str
    sure: bool


def find_spellings(
    article: Article, authority: Authority, profile: Profile = PRESS
) -> tuple[Finding, ...]:
    """A finding for each mention of a name that is spelled wrongly, by place.

    Of one text: spellings that the house does not want, that German writes and English does
    not, and that differ from another of the same name.
    """
    names = group_names(Place(document=article.target, mention=item) for item in article.mentions)
    findings: list[Finding] = []
    for name in names:
        advice = {
            variant.spelling: found
            for variant in name.variants
            if (found := _advise(article, variant, authority, profile)) is not None
        }
        advice |= _match(name, advice, profile)
        _inherit(name, advice)
        advice |= compare_spellings(name, advice, profile)
        for variant in name.variants:
            if variant.spelling in advice:
                findings += [
                    make_finding(place, advice[variant.spelling]) for place in variant.places
                ]
    findings.sort(key=lambda item: item.location.span)
    return tuple(findings)


def _advise(
    article: Article, variant: Variant, authority: Authority, profile: Profile
) -> Advice | None:
    """What is wrong with one spelling, whatever others there are."""
    language = article.target.language
    ruled = _find_ruling(variant.spelling, authority, language)
    if ruled is not None:
        accepted, form = ruled
        if fold(variant.spelling) in accepted:
            return None
        return Advice(
            check="name-authority",
            severity=Severity.CRITICAL,
            category=HOUSE,
            message=f'"{variant.spelling}" is not the house\'s form; write "{form}"',
            suggestion=form,
            sure=True,
        )
    if language.partition("-")[0] != "en" or (
        article.source is not None and article.source.language.partition("-")[0] != "de"
    ):
        return None
    judgement = judge(variant.spelling, profile)
    if not judgement.suggestions:
        return None
    copied = [article.copied(place.mention) for place in variant.places]
    if judgement.exonym:
        return _advise_exonym(article, variant, judgement, copied=any(copied))
    evidence = _weigh(judgement, variant, copied, article.countries)
    return _advise_scheme(variant, judgement, evidence) if evidence >= LIMIT else None


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


def _advise_scheme(variant: Variant, judgement: Judgement, evidence: float) -> Advice:
    best = judgement.suggestions[0]
    certain = evidence >= SURE
    sure = certain and best.probability >= LIKELY
    of = f" of {best.original}" if best.original else ""
    return Advice(
        check="name-scheme",
        severity=Severity.MAJOR if certain else Severity.MINOR,
        category=SPELLING,
        message=f'"{variant.spelling}" is German spelling{of}; '
        f"write {_offer(judgement.suggestions, sure=sure)}",
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


def _advise_exonym(
    article: Article, variant: Variant, judgement: Judgement, *, copied: bool
) -> Advice | None:
    """A place by its German name; inside a longer name, as of a football club, it may stand."""
    spelling = variant.spelling
    if not copied and (article.source is not None or spelling in _AMBIGUOUS):
        return None
    if all(_is_surname(place) for place in variant.places):
        return None
    form = judgement.suggestions[0].text
    return Advice(
        check="exonym",
        severity=Severity.MAJOR if copied else Severity.MINOR,
        category=UNTRANSLATED,
        message=f'"{variant.spelling}" is the German name of {form}; write "{form}"',
        suggestion=form,
        sure=True,
    )


def _match(name: Name, advice: Container[str], profile: Profile) -> dict[str, Advice]:
    """Advice on spellings of which another of the same name is the English form."""
    found = {}
    spelled = {fold(variant.spelling): variant for variant in name.full}
    for variant in name.full:
        if variant.spelling in advice or len(spelled) == 1:
            continue
        forms = judge(variant.spelling, profile).suggestions
        other = next((spelled[fold(f.text)] for f in forms if fold(f.text) in spelled), None)
        if other is not None and other.spelling not in advice:
            found[variant.spelling] = _inconsistent(variant, other, other.spelling, single=False)
    return found


def _is_surname(place: Place) -> bool:
    """Whether a nobiliary particle stands before it: Florian von Brunn."""
    before = place.document.sentences[place.mention.sentence].plain[: place.mention.start]
    return before.lower().endswith(_NOBILIARY)


def _inherit(name: Name, advice: dict[str, Advice]) -> None:
    """Advice on a full name is advice on its surname alone, and a form in the text is the best."""
    right = [v.spelling for v in name.full if v.spelling not in advice]
    for variant in name.full:
        found = advice.get(variant.spelling)
        if found is None or found.check == "name-authority":
            continue
        other = next((text for text in right if are_one(text, found.suggestion)), None)
        if other is not None:
            message = f'{found.message.partition("; ")[0]}; write "{other}", as elsewhere here'
            advice[variant.spelling] = Advice(
                check=found.check,
                severity=found.severity,
                category=found.category,
                message=message,
                suggestion=other,
                sure=True,
            )
    for variant in name.variants:
        if variant in name.full or variant.spelling in advice:
            continue
        for full in name.full:
            found = advice.get(full.spelling)
            if found and fold(find_surname(full.spelling)) == fold(variant.spelling):
                surname = find_surname(found.suggestion)
                if fold(surname) != fold(variant.spelling):
                    advice[variant.spelling] = Advice(
                        check=found.check,
                        severity=found.severity,
                        category=found.category,
                        message=f'"{variant.spelling}" as in "{full.spelling}"; write "{surname}"',
                        suggestion=surname,
                        sure=found.sure,
                    )
                break


def compare_spellings(name: Name, wrong: Container[str], profile: Profile) -> dict[str, Advice]:
    """Advice on the spellings, not `wrong` by themselves, that differ from the one to keep."""
    found: dict[str, Advice] = {}
    full = [v for v in name.full if v.spelling not in wrong]
    single = " " not in name.full[0].spelling
    if not full:
        return found
    keep = choose(full, profile)
    for variant in full:
        if not _agree(variant.spelling, keep.spelling):
            found[variant.spelling] = _inconsistent(variant, keep, keep.spelling, single=single)
    surname = find_surname(keep.spelling)
    for variant in name.variants:
        if variant in name.full or variant.spelling in wrong:
            continue
        if not _agree(variant.spelling, surname):
            found[variant.spelling] = _inconsistent(variant, keep, surname, single=False)
    return found


def _agree(one: str, other: str) -> bool:
    """Whether two spellings are the same, capitals and an article before them aside."""
    return _strip(one) == _strip(other)


def _strip(name: str) -> str:
    return _ARTICLE.sub("", unicodedata.normalize("NFC", name).casefold())


def choose(variants: Sequence[Variant], profile: Profile) -> Variant:
    """The spelling to keep: none that looks German, the most frequent, the house's, the first."""
    suffix = f"-{profile.suffixes[0]}"

    def rank(variant: Variant) -> tuple[bool, int, bool]:
        german = measure([word.lower() for word in split_name(variant.spelling)]) > 0
        own = any(name.endswith(suffix) for name in obeys(variant.spelling))
        return german, -len(variant.places), not own

    return min(variants, key=rank)


def _inconsistent(variant: Variant, keep: Variant, form: str, *, single: bool) -> Advice:
    place = keep.places[0]
    line = place.mention.position(place.document).line
    same = all(item.document is place.document for item in variant.places)
    where = f"line {line}" if same else f"{place.document.path}:{line}"
    return Advice(
        check="name-inconsistent",
        severity=Severity.MINOR if single else Severity.MAJOR,
        category=CONSISTENCY,
        message=f'"{variant.spelling}" is "{keep.spelling}" in {where}; write "{form}"',
        suggestion=form,
        sure=not single,
    )


def make_finding(place: Place, advice: Advice) -> Finding:
    """The finding for one mention."""
    document, mention = place.document, place.mention
    position = mention.position(document)
    text = follow_case(mention.text(document), advice.suggestion)
    fix = Fix(path=document.path, span=mention.span, text=text)
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


def follow_case(spelled: str, text: str) -> str:
    """A form in capitals where the spelling that it replaces is.

    >>> follow_case("OHRYSKO", "Ohryzko"), follow_case("Ohrysko", "Ohryzko")
    ('OHRYZKO', 'Ohryzko')
    """
    return text.upper() if spelled.isupper() and len(spelled) > 1 else text
