"""What tells that a name stands in the place of another: the features of `name-mismatch`."""

from __future__ import annotations

from typing import Final

from rapidfuzz.fuzz import partial_ratio, ratio

from transtrack.checks.meetings import meetings
from transtrack.checks.pair import Pair
from transtrack.checks.side import Side, Word
from transtrack.checks.strangers import Lost
from transtrack.names.index import is_listed
from transtrack.names.known import load_common, load_dictionary
from transtrack.names.presence import is_compound, looks_like_name

_FORMS: Final = ("", "s", "ed")  # endings of English words
_NAMELY: Final = 3.0  # nats from which a word that nothing knows is a name
_ALIKE: Final = 0.6  # of likeness, from which a name is a slip or a form of the other
_LEADING: Final = frozenset('.:!?"“„')
_ON: Final = tuple(",;abcdefghijklmnopqrstuvwxyz")  # what goes on after an abbreviation's point
_INSIDE: Final = 4  # letters from which a word inside another counts as it


def compare_names(pair: Pair, lost: Lost, number: int) -> list[float]:
    """What tells that one target word stands for one source word that is lost."""
    at, repeated = lost
    source, target = pair.source.words[at], pair.target.words[number]
    same = source.key in pair.links.same
    known = source.key in pair.links.source
    common = source.key in load_common("de")
    before, after = _beside(pair, at, number, -1), _beside(pair, at, number, 1)
    apart = abs(
        source.start / max(len(pair.source.text), 1) - target.start / max(len(pair.target.text), 1)
    )
    likeness = ratio(source.key, target.key) / 100
    return [
        1.0,
        repeated,
        same,
        known and not same,
        common,
        is_listed(source.key),
        source.text.isupper(),
        min(len(source.key), 14) / 10,
        _leads(pair.source, source),
        not known and not common,
        not known and len(source.key) > 11,  # noqa: PLR2004 - a compound rather than a name
        before,
        after,
        _meets(pair, at - 1, number + 1),
        _meets(pair, at + 1, number - 1),
        before and after,
        apart,
        min(apart, 0.15),
        likeness,
        likeness > _ALIKE,
    ]


def describe(pair: Pair, number: int, lost: int, strange: int) -> list[float]:
    """What tells that a target word is a name that does not belong there."""
    words, word = pair.target.words, pair.target.words[number]
    english = load_common("en")
    common = any(word.key.removesuffix(end) in english for end in _FORMS)
    same = word.key in pair.links.same
    known = word.key in pair.links.target and not same
    leads = _leads(pair.target, word)
    capitals = sum(item.capital for item in words) / max(len(words), 1)
    before = number > 0 and words[number - 1].capital and words[number - 1].end == word.start - 1
    after = (
        number + 1 < len(words)
        and words[number + 1].capital
        and words[number + 1].start == word.end + 1
    )
    back = meetings(pair).back
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
        leads,
        leads and common,
        common and known,
        not common and not known and not same,
        same and not common,
        capitals > 0.6,  # noqa: PLR2004 - a headline in capitals
        before,
        after,
        before and bool(back[number - 1]),
        after and bool(back[number + 1]),
        likeness,
        likeness > _ALIKE,
        inside > 75,  # noqa: PLR2004 - per cent
        min(strange - 1, 4),
        min(lost, 4),
        not lost,
        min(len(word.key), 12) / 10,
        common and strange == 1 and lost == 1,
    ]


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
    key = pair.source.words[lost[0]].key
    if lost[1] or key in load_common("de"):
        return False
    if key in pair.links.stays or is_listed(key):
        return True
    known = key in pair.links.listed or is_compound(key)
    return not known and looks_like_name(key) >= _NAMELY


def _beside(pair: Pair, source: int, target: int, step: int) -> bool:
    return _meets(pair, source + step, target + step)


def _meets(pair: Pair, source: int, target: int) -> bool:
    forth = meetings(pair).forth
    return 0 <= source < len(forth) and target in forth[source]


def _leads(side: Side, word: Word) -> bool:
    """Whether a word begins its sentence, or a quotation, where anything has a capital.

    A number may stand before it: 17:05 Deaths in shelling.
    """
    before = side.text[side.bounds[word.sentence][0] : word.start]
    return not any(map(str.isalpha, before)) or side.text[max(word.start - 2, 0)] in _LEADING
