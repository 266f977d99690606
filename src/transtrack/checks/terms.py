"""Terms of the house's glossary that the translation renders by other words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

import regex

from transtrack.checks.check import Check, Remark
from transtrack.checks.pair import Pair, Term
from transtrack.checks.side import UNSPACED, Side
from transtrack.model import Severity
from transtrack.names.authority import Ruling

_WORD: Final = regex.compile(r"[\p{L}\p{M}\p{Nd}]+")
_ATTACHED: Final = regex.compile(r"[\p{Hangul}\p{Hebrew}\p{Arabic}]{2}")  # articles, particles
_ENDING: Final = 3  # letters that an inflection may add to a word of a term
_FIRM: Final = 4  # letters from which a word may have an ending, or lose its last vowel


def make_terms(rulings: Iterable[Ruling], source: str, target: str) -> tuple[Term, ...]:
    """The terms of a glossary that have a form in both languages, longest first."""
    terms = {
        Term(source=there, targets=tuple(dict.fromkeys((here, *ruling.accepted))))
        for ruling in rulings
        if (there := ruling.form(source)) and (here := ruling.form(target))
    }
    return tuple(sorted(terms, key=lambda term: (-len(term.source), term.source, term.targets)))


def find(pair: Pair) -> Iterator[Remark]:
    """A remark for each term of the original that stands in none of its forms here.

    A term inside a longer one that was found is not asked for.
    """
    taken: set[int] = set()
    for term in pair.terms:
        places = _find_term(term.source, pair.source)
        free = [place for place in places if not taken.intersection(place)]
        taken.update(number for place in free for number in place)
        if not free or not pair.target.text:
            continue
        if not any(_find_term(form, pair.target) for form in term.targets):
            written = _show(pair.source, free[0])
            yield Remark(
                start=0,
                end=len(pair.target.text),
                message=f'the glossary renders "{written}" by "{term.targets[0]}"',
                suggestion=term.targets[0],
            )


def _find_term(term: str, side: Side) -> list[tuple[int, ...]]:
    """Where a term stands in some inflected form, as numbers of words.

    Where no spaces part the words, as numbers of characters.
    """
    if side.language.partition("-")[0] in UNSPACED:
        text, sought = side.text.lower(), term.lower()
        starts = [match.start() for match in regex.finditer(regex.escape(sought), text)]
        return [tuple(range(at, at + len(sought))) for at in starts if sought]
    parts = _split(term)
    return [
        tuple(range(at, at + len(parts)))
        for at in range(len(side.words) - len(parts) + 1)
        if parts and all(_is_form(side.words[at + k].text, part) for k, part in enumerate(parts))
    ]


def _show(side: Side, place: tuple[int, ...]) -> str:
    if side.language.partition("-")[0] in UNSPACED:
        return side.text[place[0] : place[-1] + 1]
    return " ".join(side.words[number].text for number in place)


@lru_cache(maxsize=1 << 12)
def _split(term: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(term))


def _is_form(written: str, part: str) -> bool:
    """Whether a word is a part of a term, inflected or not; an abbreviation as it is only."""
    if part.isupper():
        return written in (part, f"{part}s")
    word, stem = written.lower(), part.lower()
    if word == stem:
        return True
    if _ATTACHED.match(stem):
        return stem in word and len(word) - len(stem) <= _ENDING
    if len(stem) < _FIRM:
        return False
    root = stem.rstrip("aeiouy")
    return word.startswith(root) and len(word) - len(root) <= _ENDING


CHECK: Final = Check(
    name="terminology",
    category="terminology/inconsistent-with-terminology-resource",
    severity=Severity.MINOR,
    help="A term of the house's glossary is rendered by other words.",
    find=find,
    flagged=(),
    passing=(
        ("Der Bundesrat stimmte zu.", "The Bundesrat agreed."),
        ("Die Schuldenbremse gilt.", "The debt brake applies."),
        ("Der Rat tagt.", "The council is meeting."),
    ),
)
