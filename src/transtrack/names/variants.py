"""Spellings grouped under the one name that they spell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from transtrack.model import Document
from transtrack.names.compare import Verdict, compare
from transtrack.names.index import coarsen, fold, split_name
from transtrack.names.mentions import Mention
from transtrack.names.origin import is_foreign, rank_languages
from transtrack.names.reading import TARGETS, read_back
from transtrack.names.scheme_files import load_schemes

_NEAR: Final = 4.0  # nats; an original so far behind the likeliest does not count
_SURE: Final = 0.8  # probability from which two spellings are put under one name


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A mention and the document it stands in."""

    document: Document
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One spelling of a name, and everywhere it stands."""

    spelling: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name and its spellings, the most frequent first.

    A surname alone belongs to the full name that ends in it, if there is just one.
    """

    variants: tuple[Variant, ...]

    @property
    def places(self) -> int:
        """How often the name stands anywhere."""
        return sum(len(variant.places) for variant in self.variants)

    @property
    def full(self) -> tuple[Variant, ...]:
        """The spellings of the whole name, surnames alone left out unless there are no others."""
        return tuple(v for v in self.variants if " " in v.spelling) or self.variants


def group_names(places: Iterable[Place]) -> tuple[Name, ...]:
    """The names behind these mentions, in the order in which they first stand."""
    found: dict[str, list[Place]] = {}
    for place in places:
        found.setdefault(place.mention.text(place.document), []).append(place)
    spellings = list(found)
    full = [text for text in spellings if " " in text]
    groups = _join(full) + _join([text for text in spellings if " " not in text])
    groups = _adopt(groups)
    order = {text: number for number, text in enumerate(spellings)}
    groups.sort(key=lambda group: min(order[text] for text in group))
    return tuple(
        Name(
            variants=tuple(
                Variant(spelling=text, places=tuple(found[text]))
                for text in sorted(group, key=lambda text: (-len(found[text]), order[text]))
            )
        )
        for group in groups
    )


def _join(spellings: Sequence[str]) -> list[list[str]]:
    """Spellings of one name together; only those alike in their coarsest letters are compared."""
    blocks: dict[str, list[list[str]]] = {}
    for text in spellings:
        block = blocks.setdefault(coarsen(find_surname(text)), [])
        for group in block:
            if any(are_one(text, other) for other in group):
                group.append(text)
                break
        else:
            block.append([text])
    return [group for block in blocks.values() for group in block]


def find_surname(name: str) -> str:
    """The last word of a name, hyphens inside it kept.

    >>> find_surname("Wolfgang Kunze-Hartung")
    'Kunze-Hartung'
    """
    return name.rsplit(maxsplit=1)[-1]


@lru_cache(maxsize=1 << 15)
def are_one(one: str, other: str) -> bool:
    """Whether two spellings surely spell one name."""
    result = compare(one, other)
    return result.verdict is Verdict.SAME and result.probability >= _SURE


def _adopt(groups: list[list[str]]) -> list[list[str]]:
    """Groups of surnames alone joined to the one full name that ends in them."""
    full = [group for group in groups if " " in group[0]]
    ends: dict[str, list[int]] = {}
    for number, group in enumerate(full):
        for word in sorted({fold(find_surname(text)) for text in group}):
            ends.setdefault(coarsen(word), []).append(number)
    rest = []
    for group in groups:
        if " " in group[0]:
            continue
        owners = {
            number
            for text in group
            for number in ends.get(coarsen(text), ())
            if any(are_one(text, find_surname(other)) for other in full[number])
        }
        if len(owners) == 1:
            full[owners.pop()].extend(group)
        else:
            rest.append(group)
    return full + rest


@lru_cache(maxsize=1 << 12)
def obeys(spelling: str) -> tuple[str, ...]:
    """The schemes that write some likely original of a name just so, by name.

    Of the language that the name is likeliest of; none if it does not look transliterated.
    """
    words = [word.lower() for word in split_name(spelling)]
    if not words or max(map(is_foreign, words)) < 0:
        return ()
    (language, *_) = rank_languages(words, "de", "en")
    found = []
    for scheme in load_schemes().values():
        if scheme.language != language or scheme.target not in TARGETS:
            continue
        readings = (read_back(word, language, scheme.target) for word in words)
        if all(
            any(
                scheme.spell(item.text) == word
                for item in items
                if item.cost < items[0].cost + _NEAR
            )
            for word, items in zip(words, readings, strict=True)
        ):
            found.append(scheme.name)
    return tuple(found)
