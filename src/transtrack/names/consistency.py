"""Spellings of one name that differ: which to keep, and what follows for the others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Sequence
from typing import Final

from transtrack.model import Severity
from transtrack.names.advice import Advice
from transtrack.names.index import fold, split_name
from transtrack.names.judge import judge, measure
from transtrack.names.profiles import Profile
from transtrack.names.variants import Name, Variant, are_one, find_surname, obeys

CONSISTENCY: Final = "terminology/inconsistent-use-of-terminology"
_NAME, _CODE = 3, 5  # the fewest letters of a name, the most of an abbreviation
_ARTICLE: Final = re.compile(r"\b(?:al|el|as|ad|ar|at|az|ash)[-‐ ]")


def match(name: Name, advice: Container[str], profile: Profile) -> dict[str, Advice]:
    """Advice on spellings of which another of the same name is the English form."""
    found = {}
    spelled = {fold(variant.spelling): variant for variant in name.full}
    for variant in name.full:
        if variant.spelling in advice or len(spelled) == 1:
            continue
        forms = judge(variant.spelling, profile).suggestions
        other = next((spelled[fold(f.text)] for f in forms if fold(f.text) in spelled), None)
        if other is not None and other.spelling not in advice:
            found[variant.spelling] = _inconsistent(variant, other, other.spelling, single=False)
    return found


def inherit(name: Name, advice: dict[str, Advice]) -> None:
    """Advice on a full name is advice on its surname alone, and a form in the text is the best.

    So that a fix leaves no one in two spellings.
    """
    right = [v.spelling for v in name.full if v.spelling not in advice]
    for variant in name.full:
        found = advice.get(variant.spelling)
        if found is None or found.check == "name-authority":
            continue
        other = next((text for text in right if are_one(text, found.suggestion)), None)
        if other is not None:
            message = (
                f'{found.message.partition("; ")[0]}; write "{other}", as elsewhere in this text'
            )
            advice[variant.spelling] = Advice(
                check=found.check,
                severity=found.severity,
                category=found.category,
                message=message,
                suggestion=other,
                sure=True,
            )
    for variant in name.variants:
        own = advice.get(variant.spelling)
        if variant in name.full or (own and own.check == "name-authority"):
            continue
        for full in name.full:
            found = advice.get(full.spelling)
            if found and fold(find_surname(full.spelling)) == fold(variant.spelling):
                surname = find_surname(found.suggestion)
                if fold(surname) != fold(variant.spelling):
                    advice[variant.spelling] = Advice(
                        check=found.check,
                        severity=found.severity,
                        category=found.category,
                        message=f'"{variant.spelling}" as in "{full.spelling}"; write "{surname}"',
                        suggestion=surname,
                        sure=found.sure,
                    )
                break


def compare_spellings(name: Name, wrong: Container[str], profile: Profile) -> dict[str, Advice]:
    """Advice on the spellings, not `wrong` by themselves, that differ from the one to keep."""
    found: dict[str, Advice] = {}
    full = [v for v in name.full if v.spelling not in wrong and not _is_code(v.spelling)]
    single = " " not in name.full[0].spelling
    if not full:
        return found
    keep = choose(full, profile)
    for variant in full:
        if not _agree(variant.spelling, keep.spelling):
            found[variant.spelling] = _inconsistent(variant, keep, keep.spelling, single=single)
    surname = find_surname(keep.spelling)
    for variant in name.variants:
        if variant in name.full or variant.spelling in wrong or _is_code(variant.spelling):
            continue
        own = any(
            variant.spelling in split_name(v.spelling) for v in full if v.spelling not in found
        )
        if not own and not _agree(variant.spelling, surname):
            found[variant.spelling] = _inconsistent(variant, keep, surname, single=False)
    return found


def _agree(one: str, other: str) -> bool:
    """Whether two spellings are the same, or one has words more: Angel Di Maria is Di Maria.

    Capitals and an article aside. Two that end in different numerals are two things.
    """
    if all(_is_code(name.rpartition(" ")[2]) for name in (one, other)):
        return True
    short, long = sorted((_strip(one).split(), _strip(other).split()), key=len)
    if len(short) < 2:  # noqa: PLR2004 - a single word
        return short == long
    rest = iter(long)
    return all(word in rest for word in short)


def _is_code(spelling: str) -> bool:
    """Whether it is an abbreviation, a numeral or a letter rather than a name: GOOGL, II, U."""
    return len(spelling) < _NAME or (len(spelling) <= _CODE and spelling.isupper())


def _strip(name: str) -> str:
    return _ARTICLE.sub("", unicodedata.normalize("NFC", name).casefold())


def choose(variants: Sequence[Variant], profile: Profile) -> Variant:
    """The spelling to keep: none that looks German, the most frequent, the house's, the first."""
    suffix = f"-{profile.suffixes[0]}"

    def rank(variant: Variant) -> tuple[bool, int, bool]:
        german = measure([word.lower() for word in split_name(variant.spelling)]) > 0
        own = any(name.endswith(suffix) for name in obeys(variant.spelling))
        return german, -len(variant.places), not own

    return min(variants, key=rank) if len(variants) > 1 else variants[0]


def _inconsistent(variant: Variant, keep: Variant, form: str, *, single: bool) -> Advice:
    place = keep.places[0]
    line = place.mention.position(place.document).line
    same = all(item.document is place.document for item in variant.places)
    where = f"line {line}" if same else f"{place.document.path}:{line}"
    return Advice(
        check="name-inconsistent",
        severity=Severity.MINOR if single else Severity.MAJOR,
        category=CONSISTENCY,
        message=f'"{variant.spelling}" is "{keep.spelling}" in {where}; write "{form}"',
        suggestion=form,
        sure=not single,
    )
