"""Names of the translation that the original does not have, in the place of others.

Two logistic models, one of a lost and a strange name, one of a strange name by all that is
lost, fitted on news translated by professionals (WMT test sets 2008 to 2018) in which a name had
been replaced by another at random.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz.fuzz import partial_ratio, ratio

from transtrack.checks.check import Check, Remark
from transtrack.checks.coverage import FUNCTION
from transtrack.checks.pair import Pair, Side, Word, meetings
from transtrack.checks.rendering import match_words
from transtrack.model import Severity
from transtrack.names.grounding import is_kin
from transtrack.names.index import fold, index_given, index_names, is_listed
from transtrack.names.known import load_common, load_exonyms
from transtrack.names.presence import is_compound, looks_like_name

_LIMIT: Final = 1.25  # log-odds from which a name is reported
_NAMED: Final = 1.0  # log-odds more if a name is lost and the strange one is no word
_SURE: Final = 4.0  # from which it is major
_LOST: Final = (
    0.74, 1.19, 1.36, -1.55, -2.23, 0.13, -5.56, -2.18, -0.48, 0.93, -2.11, 2.43, 1.92, 0.09,
    -0.94, -0.52, -3.28, -8.47, -1.21, -3.91,
)  # fmt: skip
_STRANGE: Final = (
    2.95, 0.27, 0.6, -0.07, -0.64, 0.89, -0.17, -0.09, -5.01, -1.82, -0.79, 0.37, 2.23, 1.91,
    -0.34, -0.7, -1.45, 0.53, 1.22, -2.96, -0.18, -1.73, -0.84, -0.13, 0.4, -0.85, 0.79,
)  # fmt: skip
_NONE: Final = -8.0  # the odds where nothing is lost
_SHORTEST: Final = 3  # letters of a name
_INSIDE: Final = 4  # letters from which a word inside another counts as it
_FORMS: Final = ("", "s", "ed")  # endings of English words
_NAMELY: Final = 3.0  # nats from which a word that nothing knows is a name
_ALIKE: Final = 0.6  # of likeness, from which a name is a slip or a form of the other
_ONE: Final = ({"corona", "covid", "coronavirus"},)  # names of one thing
_UNITS: Final = {"celsius", "fahrenheit", "kelvin"}  # that English names and German leaves out
_LEADING: Final = frozenset('.:!?"“„')

Lost = tuple[int, bool]  # a source word, and whether another one like it has been rendered


def find(pair: Pair) -> Iterator[Remark]:
    """A remark on the strangest name, if it is strange enough, with the name that it replaces."""
    if not pair.sure:
        return  # what stands in another sentence is missing in a wrong bead
    lost, strange = find_candidates(pair)
    named = any(_is_surely_name(pair, item) for item in lost)
    best: tuple[float, int, int | None] | None = None
    for number in strange:
        odds = {
            item[0]: _weigh(_LOST, _compare(pair, item, number))
            for item in lost
            if not _differ_in_kind(pair.source.words[item[0]].key, pair.target.words[number].key)
        }
        other = max(odds, key=lambda at: odds[at], default=None)
        told = max(odds[other] if other is not None else _NONE, _NONE)
        features = [1.0, told, max(told, -2.0), max(told, 0.0)]
        features += _describe(pair, number, len(lost), len(strange))
        score = _weigh(_STRANGE, features)
        if named and not _is_word(pair, pair.target.words[number]):
            score += _NAMED
        if best is None or score > best[0]:
            best = score, number, other if told > _NONE / 2 else None
    if best is None or best[0] <= _LIMIT:
        return
    word = pair.target.words[best[1]]
    where = "" if best[2] is None else f', which has "{pair.source.words[best[2]].text}"'
    yield Remark(
        start=word.start,
        end=word.end,
        message=f'"{word.text}" is not in the original{where}',
        severity=Severity.MAJOR if best[0] > _SURE else Severity.MINOR,
    )


@lru_cache(maxsize=1 << 14)
def _differ_in_kind(source: str, target: str) -> bool:
    """Whether one is a given name and the other a country or town of the lists."""
    given = fold(source) in index_given("de") and fold(source) not in index_names("de")
    return given and any(item.entry.kind != "person" for item in index_names("en").get(target, ()))


def find_candidates(pair: Pair) -> tuple[list[Lost], list[int]]:
    """The capitalised words of both sides, by number, that none of the other side explains."""
    found, one = meetings(pair), match_words(pair)[0]
    sources = [word for word in pair.source.words if word.capital]
    keys = {word.key for word in pair.source.words}
    strange = [
        number
        for number, word in enumerate(pair.target.words)
        if _is_name(word, "en")
        and not found.back[number]
        and word.key not in pair.links.capital  # a name for what is a pronoun there
        and not _is_inside(word.key, keys)
        and not any(_is_one(other.key, word.key) for other in sources)
        and not _is_place_of(word.key, keys)
        and word.key not in _UNITS
        and not any(is_kin(word.key, key) for key in pair.links.capital)
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
            or any(_is_one(word.key, other.key) for other in targets)
            or any(_is_place_of(other.key, {word.key}) for other in targets)
        ):
            lost.append((number, False))
    return lost, strange


def _is_name(word: Word, language: str) -> bool:
    return word.capital and len(word.key) >= _SHORTEST and word.key not in FUNCTION[language]


def _is_inside(key: str, others: set[str]) -> bool:
    return key.removesuffix("s") in others or any(
        len(other) >= _INSIDE and (other in key or key in other) for other in others
    )


def _is_one(source: str, target: str) -> bool:
    return is_kin(target, source) or any(source in group and target in group for group in _ONE)


def _is_place_of(target: str, source: set[str]) -> bool:
    """Whether a place is in the original in another form: Spain, spanisch; Austria, Österreich."""
    if any(target[:_INSIDE] in _places().get(key[:5], ()) for key in source):
        return True
    adjectives = (key for key in source if "isch" in key)
    return any(key[:_SHORTEST] == target[:_SHORTEST] for key in adjectives)


@lru_cache(maxsize=1)
def _places() -> dict[str, frozenset[str]]:
    """How the English names of places begin, by how the German ones do."""
    found: dict[str, set[str]] = {}
    for entry in load_exonyms():
        for form in entry.german:
            words = [word.lower()[:_INSIDE] for name in entry.english for word in name.split()]
            found.setdefault(form.lower()[:5], set()).update(words)
    return {root: frozenset(words) for root, words in found.items()}


def _compare(pair: Pair, lost: Lost, number: int) -> list[float]:
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


def _describe(pair: Pair, number: int, lost: int, strange: int) -> list[float]:
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


def _is_word(pair: Pair, word: Word) -> bool:
    """Whether a target word is in the dictionary, or in the lexicon as more than a name."""
    common = any(word.key.removesuffix(end) in load_common("en") for end in _FORMS)
    return common or (word.key in pair.links.target and word.key not in pair.links.same)


def _is_surely_name(pair: Pair, lost: Lost) -> bool:
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
    """Whether a word begins its sentence, or a quotation, where anything has a capital."""
    return word.start == side.bounds[word.sentence][0] or (
        side.text[max(word.start - 2, 0)] in _LEADING
    )


def _weigh(weights: Sequence[float], features: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(weights, features, strict=True))


CHECK = Check(
    name="name-mismatch",
    category="accuracy/mistranslation",
    severity=Severity.MAJOR,
    help="A name stands in the translation that the original does not have, in place of another.",
    find=find,
    flagged=(
        (
            "Die Regisseurin Lindner wurde in Görlitz geboren.",
            "The director Marchetti was born in Görlitz.",
        ),
        (
            "Der Trainer Jankowski lobte die Mannschaft.",
            "Coach Delacroix praised the team.",
        ),
        ("Am Abend sprach Petra Kowalski.", "Petra Delacroix spoke in the evening."),
    ),
    passing=(
        ("Der Zug fährt nach München.", "The train goes to Munich."),
        (
            "Die Regisseurin Lindner wurde in Görlitz geboren.",
            "The director Lindner was born in Görlitz.",
        ),
        ("Der spanische König reist ab.", "The king of Spain is leaving."),
    ),
    source="de",
    target="en",
)
