"""What is wrong with one spelling, by itself and in its text, and what to write instead."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

from transtrack.model import Severity
from transtrack.names.article import Article
from transtrack.names.authority import Authority
from transtrack.names.index import fold, index_surnames, split_name
from transtrack.names.judge import Judgement, judge
from transtrack.names.keeping import narrow
from transtrack.names.profiles import Profile
from transtrack.names.suggest import Suggestion
from transtrack.names.variants import Place, Variant, find_surname

SPELLING: Final = "linguistic-conventions/transliteration"
HOUSE: Final = "terminology/organization-terminology"
UNTRANSLATED: Final = "accuracy/untranslated"

COPIED: Final = 3.0  # nats for a spelling that the source has, letter by letter
CHANGED: Final = -4.0  # nats for one that it has not
COUNTRY: Final = 2.0  # nats if the text names the country of the language
LIMIT: Final = 4.0  # evidence from which a spelling is reported
SURE: Final = 7.0  # evidence from which it is surely wrong
LIKELY: Final = 0.8  # probability from which a suggestion is surely right
_NOBILIARY: Final = ("von ", "van ", "zu ", "de ", "von der ", "van der ")
_SAINTS: Final = (["saint"], ["st."], ["st"])
_BOTH: Final = frozenset({"Save", "Sevilla"})  # words and names of English, too
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
    if not judgement.suggestions or all(_is_saint(place) for place in variant.places):
        return None
    copied = [article.copied(place.mention) for place in variant.places]
    if judgement.exonym:
        return _advise_exonym(article, variant, judgement, copied=any(copied))
    evidence = _weigh(judgement, variant, copied, article.countries)
    return _advise_scheme(article, variant, judgement, evidence) if evidence >= LIMIT else None


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


def _advise_scheme(
    article: Article, variant: Variant, judgement: Judgement, evidence: float
) -> Advice:
    suggestions = narrow(judgement.suggestions, variant.spelling, article, variant.places)
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


def _advise_exonym(
    article: Article, variant: Variant, judgement: Judgement, *, copied: bool
) -> Advice | None:
    """A place by its German name; inside a longer name, as of a football club, it may stand."""
    spelling = variant.spelling
    if spelling in _BOTH or spelling.isupper():
        return None
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


def _is_surname(place: Place) -> bool:
    """Whether a nobiliary particle stands before it: Florian von Brunn."""
    return _before(place).endswith(_NOBILIARY)


def _is_saint(place: Place) -> bool:
    """Whether English has begun the name already: Saint Petersburg."""
    return _before(place).split()[-1:] in _SAINTS


def _before(place: Place) -> str:
    sentence = place.document.sentences[place.mention.sentence]
    return sentence.plain[: place.mention.start].lower()
