"""Places by their German names in an English text."""

from __future__ import annotations

from typing import Final

from transtrack.model import Severity
from transtrack.names.advice import UNTRANSLATED, Advice
from transtrack.names.article import Article
from transtrack.names.judge import Judgement
from transtrack.names.variants import Place, Variant

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


def advise_exonym(
    article: Article, variant: Variant, judgement: Judgement, *, copied: bool
) -> Advice | None:
    """A place by its German name; inside a longer name, as of a football club, it may stand."""
    spelling = variant.spelling
    if spelling in _BOTH or spelling.isupper():
        return None
    if spelling in _AMBIGUOUS and (article.origin != "de" or not copied):
        return None
    if not copied and article.source is not None:
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


def _is_surname(place: Place) -> bool:
    """Whether a nobiliary particle stands before it: Florian von Brunn."""
    return _before(place).endswith(_NOBILIARY)


def is_saint(place: Place) -> bool:
    """Whether English has begun the name already: Saint Petersburg."""
    return _before(place).split()[-1:] in _SAINTS


def _before(place: Place) -> str:
    sentence = place.document.sentences[place.mention.sentence]
    return sentence.plain[: place.mention.start].lower()
