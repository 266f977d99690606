"""Names of a translation that nothing explains, and those of the original that are lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from transtrack.checks.coverage import FUNCTION
from transtrack.checks.meetings import meetings
from transtrack.checks.pair import Pair
from transtrack.checks.rendering import match_words
from transtrack.checks.side import Word
from transtrack.names.grounding import has_kin, is_kin
from transtrack.names.index import find_places

_SHORTEST: Final = 3  # letters of a name
_INSIDE: Final = 4  # letters from which a word inside another counts as it
_ONE: Final = ({"corona", "covid", "coronavirus"},)  # names of one thing
_OFFICES: Final = (
    "academy agency assembly association attorney authority bishop board british bureau"
    " cathedral chair chairman chamber championship championships chancellor chaplain chief"
    " church club coach college commission commissioner committee company confederation"
    " congress conservative constable corporation council county court deacon democrat"
    " democratic department deputy detective director district dutch east eastern english"
    " european exchange executive faculty federal federation force foundation general governor"
    " grand greater greek group high holland hospital house inspector institute irish isles"
    " judge junior justice labour lady law league lesser lord lower mayor minister ministry"
    " nazi north northern office officer old orthodox parliament party pastor police pope"
    " premier president prince princess professor province queen republican reverend roman"
    " royal saint scottish secretary senate senator senior sergeant service sheriff sir society"
    " south southern spokesman spokeswoman state street supreme tournament trust union"
    " university upper welsh west western young"
)
INSTEAD: Final = frozenset(_OFFICES.split())  # what bodies, offices, peoples are called: no names
_UNITS: Final = "celsius fahrenheit kelvin"  # that English names and German leaves out
_DATES: Final = (  # which the check `date` looks at; March and May are words
    "january february april june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday"
)
_NO_NAMES: Final = frozenset(f"{_UNITS} {_DATES}".split())

_COIN: Final = regex.compile(  # what several countries have: Swiss francs, Danish kroner
    r"(?:crown|dinar|dollar|franc|lira|peso|pound|riyal|rou?ble|rupee|shilling)s?|koruna"
    r"|kron(?:a|e|er|or)|won|yuan"
)
PEOPLES: Final = ("ish", "ian", "can", "ese", "eli", "qi", "ani", "czech", "swiss")
_ORDINAL: Final = regex.compile(r"[IVX]+")

Lost = tuple[int, bool]  # a source word, and whether another one like it has been rendered


def find_candidates(pair: Pair) -> tuple[list[Lost], list[int]]:
    """The capitalised words of both sides, by number, that none of the other side explains."""
    found, one = meetings(pair), match_words(pair)[0]
    capital = frozenset(word.key for word in pair.source.words if word.capital)
    named = pair.links.capital or capital  # a name for what is a pronoun here counts, too
    keys = {word.key for word in pair.source.words}
    numbers = range(len(pair.source.words))
    ordinals = {_find_ordinal(pair.source.words, number) for number in numbers} - {""}
    strange = [
        number
        for number, word in enumerate(pair.target.words)
        if _is_name(word, "en")
        and not found.back[number]
        and word.key not in pair.links.capital
        and not _is_inside(word.key, keys)
        and not any(_are_one(other, word.key) for other in capital)
        and not _is_place_of(word.key, keys)
        and word.key not in _NO_NAMES
        and not _names_coin(pair.target.words, number)
        and _find_ordinal(pair.target.words, number) not in ordinals
        and not has_kin(word.key, named)
    ]
    if not strange:
        return [], []
    targets = [word for word in pair.target.words if word.capital]
    keys = {word.key for word in pair.target.words}
    lost = []
    for number, word in enumerate(pair.source.words):
        stays = word.key in pair.links.stays  # another word of its phrase does not render it
        if not _is_name(word, "de") or (number in one and not stays):
            continue
        if found.forth[number] and (word.key in keys or not stays):
            if word.key in keys and number not in one:
                lost.append((number, True))
        elif not (
            _is_inside(word.key, keys)
            or any(
                is_kin(other.key, word.key) or _are_one(word.key, other.key) for other in targets
            )
            or any(_is_place_of(other.key, {word.key}) for other in targets)
        ):
            lost.append((number, False))
    return lost, strange


def _is_name(word: Word, language: str) -> bool:
    return word.capital and len(word.key) >= _SHORTEST and word.key not in FUNCTION[language]


def _names_coin(words: Sequence[Word], number: int) -> bool:
    """Whether a word tells whose a currency is: Swiss francs for Franken."""
    behind = words[number + 1].key if number + 1 < len(words) else ""
    return bool(_COIN.fullmatch(behind)) and words[number].key.endswith(PEOPLES)


def _find_ordinal(words: Sequence[Word], number: int) -> str:
    """The Roman numeral behind a monarch's name, which languages translate: Karl III."""
    behind = words[number + 1].text if number + 1 < len(words) else ""
    return behind if words[number].capital and _ORDINAL.fullmatch(behind) else ""


def _is_inside(key: str, others: set[str]) -> bool:
    return key.removesuffix("s") in others or any(
        len(other) >= _INSIDE and (other in key or key in other) for other in others
    )


def _are_one(source: str, target: str) -> bool:
    return any(source in group and target in group for group in _ONE)


def _is_place_of(target: str, source: set[str]) -> bool:
    """Whether a place is in the original in another form: Spain, spanisch; Austria, Österreich."""
    start = target[:_INSIDE]
    if any(place[:_INSIDE] == start for key in source for place in find_places(key)):
        return True
    adjectives = (key for key in source if "isch" in key)
    return any(key[:_SHORTEST] == target[:_SHORTEST] for key in adjectives)
