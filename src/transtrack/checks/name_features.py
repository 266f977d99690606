"""What tells a name that does not belong where it stands: the features of `name-mismatch`."""

from __future__ import annotations

from typing import Final

from rapidfuzz.fuzz import partial_ratio, ratio

from transtrack.checks.meetings import meetings
from transtrack.checks.pair import Pair
from transtrack.checks.side import Side, Word
from transtrack.checks.strangers import INSTEAD, Lost
from transtrack.names.index import fold, index_given, index_names, is_listed
from transtrack.names.known import load_common, load_dictionary
from transtrack.names.presence import is_compound, looks_like_name

_FORMS: Final = ("", "s", "ed")  # endings of English words
_NAMELY: Final = 3.0  # nats from which a word that nothing knows is a name
_OWNER: Final = ("'s", "’s")
KIN: Final = 0.6  # of likeness, from which a name is a slip or a form of the other
_LEADING: Final = frozenset('.:!?"“„')
_ON: Final = tuple(",;abcdefghijklmnopqrstuvwxyz")  # what goes on after an abbreviation's point
_INSIDE: Final = 4  # letters from which a word inside another counts as it


def describe(pair: Pair, number: int, lost: int, strange: int) -> list[float]:
    """What tells that a target word is a name that does not belong there."""
    words, word = pair.target.words, pair.target.words[number]
    english = load_common("en")
    common = any(word.key.removesuffix(end) in english for end in _FORMS)
    same = word.key in pair.links.same
    known = word.key in pair.links.target and not same
    first = leads(pair.target, word)
    capitals = sum(item.capital for item in words) / max(len(words), 1)
    before = number > 0 and _are_joined(words[number - 1], word)
    after = number + 1 < len(words) and _are_joined(word, words[number + 1])
    back = meetings(pair).back
    kind = find_kind(word.key, "en")
    others = [item.key for item in pair.source.words if item.capital]
    likeness = max((ratio(word.key, key) for key in others), default=0.0) / 100
    inside = max(
        (partial_ratio(word.key, key) for key in others if len(key) >= _INSIDE), default=0.0
    )
    return [
        common,
        same,
        known,
        is_listed(word.key),
        word.text.isupper(),
        first,
        first and common,
        common and known,
        not common and not known and not same,
        same and not common,
        capitals > 0.6,  # noqa: PLR2004 - a headline in capitals
        before,
        after,
        before and bool(back[number - 1]),
        after and bool(back[number + 1]),
        likeness,
        likeness > KIN,
        inside > 75,  # noqa: PLR2004 - per cent
        min(strange - 1, 4),
        min(lost, 4),
        not lost,
        min(len(word.key), 12) / 10,
        common and strange == 1 and lost == 1,
        pair.target.text[word.end : word.end + 2] in _OWNER,
        word.key in load_dictionary() or word.key.removesuffix("s") in load_dictionary(),
        is_common_noun(pair, number),
        word.key in INSTEAD,
        is_word(pair, word),
        min(pair.target.text.count(word.text), 3),
        find_run(pair.target, number)[0],
        kind == "place",
        kind == "person",
        "-" in (pair.target.text[word.start - 1 : word.start], pair.target.text[word.end :][:1]),
    ]


def find_nominative(pair: Pair, key: str) -> str:
    """A German name without the s of its genitive, where it is one without it: Merkels."""
    bare = key.removesuffix("s")
    names = pair.links.stays
    return bare if key not in names and (bare in names or is_listed(bare)) else key


def find_run(side: Side, number: int) -> tuple[int, int]:
    """How many words with a capital stand in a row with one, and how many of them before it."""
    words, first, last = side.words, number, number
    while first > 0 and _are_joined(words[first - 1], words[first]):
        first -= 1
    while last + 1 < len(words) and _are_joined(words[last], words[last + 1]):
        last += 1
    return last - first + 1, number - first


def _are_joined(word: Word, following: Word) -> bool:
    return word.capital and following.capital and following.start == word.end + 1


def find_kind(key: str, language: str) -> str:
    """What the lists of names have a word for: "person", "place", or nothing."""
    if fold(key) in index_given(language):
        return "person"
    kinds = {item.entry.kind for item in index_names(language).get(key, ())}
    return "person" if "person" in kinds else "place" if kinds else ""


def is_word(pair: Pair, word: Word) -> bool:
    """Whether a target word is in the dictionary, or in the lexicon as more than a name."""
    common = any(word.key.removesuffix(end) in load_common("en") for end in _FORMS)
    return common or (word.key in pair.links.target and word.key not in pair.links.same)


def is_common_noun(pair: Pair, number: int) -> bool:
    """Whether a target word is an English one that only the dictionary has, or shortened: Fla."""
    word, text = pair.target.words[number], pair.target.text
    if (
        text[word.end : word.end + 1] == "."
        and text[word.end + 1 : word.end + 3].strip()[:1] in _ON
    ):
        return True
    known = load_dictionary()
    return not is_word(pair, word) and (word.key in known or word.key.removesuffix("s") in known)


def is_surely_name(pair: Pair, lost: Lost) -> bool:
    """Whether a lost source word can be nothing but a name."""
    key = find_nominative(pair, pair.source.words[lost[0]].key)
    if lost[1] or key in load_common("de"):
        return False
    if key in pair.links.stays or is_listed(key):
        return True
    known = key in pair.links.listed or is_compound(key)
    return not known and looks_like_name(key) >= _NAMELY


def leads(side: Side, word: Word) -> bool:
    """Whether a word begins its sentence, or a quotation, where anything has a capital.

    A number may stand before it: 17:05 Deaths in shelling.
    """
    before = side.text[side.bounds[word.sentence][0] : word.start]
    return not any(map(str.isalpha, before)) or side.text[max(word.start - 2, 0)] in _LEADING
