"""Names that are a letter or two away from the original's: Schulz for Scholz."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import regex
from rapidfuzz.distance import OSA, Prefix

from transtrack.checks.check import Check, Remark
from transtrack.checks.name_features import find_kind
from transtrack.checks.pair import Pair
from transtrack.checks.side import Word
from transtrack.checks.strangers import PEOPLES
from transtrack.model import Severity
from transtrack.names.compare import Verdict, compare
from transtrack.names.grounding import is_dictionary_word
from transtrack.names.index import find_places
from transtrack.names.known import load_dictionary

_SHORTEST: Final = 4  # letters of a name
_MOST: Final = 2  # letters that differ (Damerau 1964), of a word three times as long
_EVEN: Final = 0.5
_ENDING: Final = regex.compile(r"(?:e[nr]?|ern|ie|ik|us|ia|i?as|os|i)s?$")
_FOLDED: Final = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "k": "c"})
_SPELLED_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def find(pair: Pair) -> Iterator[Remark]:
    """A remark on each name that only a slip parts from one that the translation lacks.

    What another transliteration, another accent or another case explains is none.
    """
    there = _find_names(pair.target.words, pair.source.words)
    here = _find_names(pair.source.words, pair.target.words) if there else []
    near = [(one, other) for other in there for one in here if _are_near(one.key, other.key)]
    told: set[int] = set()
    for source, target in near:
        if (
            target.start not in told
            and _is_slip(source, target)
            and not _is_met(source, target, pair)
        ):
            told.add(target.start)
            yield Remark(
                start=target.start,
                end=target.end,
                message=f'"{target.text}" is spelled "{source.text}" in the original',
                suggestion=source.text,
            )


def _find_names(words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    """The words that may be names and that the other side does not have."""
    keys = {word.key for word in others}
    return [
        word
        for word in words
        if word.capital
        and len(word.key) >= _SHORTEST
        and word.key.isalpha()
        and keys.isdisjoint((word.key, word.key.removesuffix("s"), f"{word.key}s"))
    ]


def _are_near(one: str, other: str) -> bool:
    """Whether few letters part two words, and not only at the ends that each language has."""
    most = min(_MOST, len(one) // 3)
    bare = one.removesuffix("s"), other.removesuffix("s")
    distance = min(
        OSA.distance(one, other, score_cutoff=most), OSA.distance(*bare, score_cutoff=most)
    )
    if not 0 < distance <= most:
        return False
    start = Prefix.similarity(*bare)
    ends = _ENDING.search(one) and start >= len(bare[0]) - 3
    return start < min(map(len, bare)) and not ends


def _is_met(source: Word, target: Word, pair: Pair) -> bool:
    """Whether the lexicon finds either of two words on the other side."""
    forth, keys = pair.links.forth, {word.key for word in pair.target.words}
    if not keys.isdisjoint(forth.get(source.key, ())):
        return True
    return any(target.key in forth.get(word.key, ()) for word in pair.source.words)


@lru_cache(maxsize=1 << 14)
def _is_word(key: str) -> bool:
    """Whether German or English has a word that is no name."""
    forms = {key, key.removesuffix("s")}
    return any(
        form in load_dictionary()
        or is_dictionary_word(form, "de")
        or is_dictionary_word(form, "en")
        for form in forms
    )


def _is_slip(source: Word, target: Word) -> bool:
    """Whether two words that are near are names, and nothing explains how they differ."""
    one, other = source.key, target.key
    if other.endswith(PEOPLES) or find_kind(other, "en") == "place" or find_places(one):
        return False
    if _is_word(one) or _is_word(other):
        return False
    bare = one.removesuffix("s"), other.removesuffix("s")
    return not any(
        _fold(a) & _fold(b) or not _are_different(a, b) for a, b in {(one, other), bare}
    )


def _are_different(one: str, other: str) -> bool:
    found = compare(one.capitalize(), other.capitalize())
    return found.verdict is Verdict.DIFFERENT and found.probability < _EVEN


def _fold(key: str) -> set[str]:
    """A word without accents, in both ways that umlauts lose them."""
    plain = (key, key.translate(_SPELLED_OUT))
    parts = (unicodedata.normalize("NFD", form) for form in plain)
    bare = ("".join(c for c in part if not unicodedata.combining(c)) for part in parts)
    return {form.translate(_FOLDED) for form in bare}


CHECK: Final = Check(
    name="name-spelling",
    category="accuracy/mistranslation",
    severity=Severity.NEUTRAL,
    help="A name is a letter or two away from how the original spells it: Schulz for Scholz.",
    find=find,
    flagged=(
        ("Der Kanzler Olaf Scholz reist ab.", "Chancellor Olaf Schulz is leaving."),
        ("Daniela Cavallo widersprach.", "Daniela Cavalo objected."),
        ("Das sagte Werkleiter Jens Huml.", "Plant manager Jens Humi said so."),
    ),
    passing=(
        ("Der Kanzler Olaf Scholz reist ab.", "Chancellor Olaf Scholz is leaving."),
        ("Scholz’ Reise beginnt.", "Scholz's journey begins."),
        ("Der Minister Müller kam.", "Minister Mueller came."),
        ("Präsident Erdoğan kam.", "President Erdogan came."),
        ("Andrij Kowaltschuk sprach.", "Andriy Kovalchuk spoke."),
        ("Die Briten und Russland warten.", "Britain and the Russians are waiting."),
        ("Sie fuhr nach Prag.", "She went to Prague."),
        ("Das Kolosseum ist zu.", "The Colosseum is closed."),
        ("Asturien leidet.", "Asturias is suffering."),
        ("Der Bräunlinger Rat tagt.", "The council of Bräunlingen is meeting."),
    ),
    source=("de",),
    target=("en",),
)
