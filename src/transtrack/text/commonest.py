"""A quick look at a text's language: the share of a language's commonest words."""

from __future__ import annotations

import re
from typing import Final

# Of 178 pieces of ten news segments each, in German and in English, the own words made at least
# 27 per cent, the other's at most 8; of an Afrikaans text the German ones made 22.
SHARE: Final = 0.25
_TIMES: Final = 2.5
_WORD: Final = re.compile(r"[^\W\d_]+")
_COMMONEST: Final = {
    "de": frozenset(
        """der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch
        es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen
        so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei""".split()  # noqa: SIM905 - a word list
    ),
    "en": frozenset(
        """the of and to in a is that for it as was with be by on not he his but at are this have
        from or had an they which one you were all her she there would their we him been has when
        who will no more if out so up said what its about than into them can""".split()  # noqa: SIM905 - a word list
    ),
}


def is_clearly(text: str, language: str) -> bool:
    """Whether a text is beyond doubt in a language, German or English; False is no answer.

    >>> is_clearly("Er sagte, dass die Brücke und der Turm auf der Insel sind.", "de")
    True
    """
    if language not in _COMMONEST:
        return False
    words = _WORD.findall(text.lower())
    counts = {tag: sum(word in own for word in words) for tag, own in _COMMONEST.items()}
    own = counts.pop(language)
    return own >= SHARE * len(words) > 0 and own >= _TIMES * max(counts.values())


def may_be(text: str, language: str, other: str) -> bool:
    """Whether some of a text's commonest words speak for one language and not for another.

    False where they are few beside the other's own, or either language is not known here.

    >>> may_be("Hans Müller called from the Saal der Stadt", "en", "de")
    True
    """
    if not {language, other} <= _COMMONEST.keys():
        return False
    words = _WORD.findall(text.lower())
    both = _COMMONEST[language] & _COMMONEST[other]
    own, others = (
        sum(word in _COMMONEST[tag] - both for word in words) for tag in (language, other)
    )
    return own * _TIMES > others
