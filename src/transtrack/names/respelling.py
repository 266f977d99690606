"""Forms that a scheme's own rules do not make: press variants, and names of abjads."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product
from typing import Final

import regex

from transtrack.names.scheme import Rule, Scheme

ABJADS: Final = frozenset(("ar", "fa", "he"))  # their originals leave out most vowels
CHEAP: Final = 1.0  # nats up to which a rule that was seen in print makes a variant
_MOST: Final = 48  # spellings of one word

_Choices = dict[str, tuple[tuple[str, float], ...]]
_CHOICES: Final[_Choices] = {  # German letters: English ones, and nats
    "dsch": (("j", 0.0),), "tsch": (("ch", 0.0),), "sch": (("sh", 0.0),),
    "ch": (("kh", 0.0), ("ch", 2.5)), "j": (("y", 0.0),), "ss": (("ss", 0.3), ("s", 0.6)),
    "s": (("s", 0.5), ("z", 0.7)), "z": (("ts", 0.6), ("z", 0.9)), "w": (("w", 0.4), ("v", 1.0)),
    "ei": (("ei", 0.1), ("ai", 1.8)), "u": (("u", 0.3), ("ou", 1.2), ("o", 2.2)),
    "i": (("i", 0.1), ("e", 2.2)), "e": (("e", 0.1), ("a", 2.5)),
}  # fmt: skip
_OTHER: Final[dict[str, _Choices]] = {  # where a language differs from Arabic
    "fa": {"w": (("v", 0.1),)},
    "he": {"w": (("v", 0.1),), "ch": (("ch", 0.5), ("kh", 1.0)), "ss": (("s", 0.1),)},
}
_CHUNK: Final = regex.compile("dsch|tsch|sch|ch|ss|ei|.")


def respell(word: str, language: str) -> Iterator[tuple[str, float]]:
    """English spellings of a German one, and what each costs: consonants change, vowels stay.

    >>> min(respell("chomeini", "fa"), key=lambda item: item[1])[0]
    'khomeini'
    """
    choices = {**_CHOICES, **_OTHER.get(language, {})}
    options = [
        sorted(choices.get(chunk, ((chunk, 0.0),)), key=lambda item: item[1])
        for chunk in _CHUNK.findall(word)
    ]
    for parts in islice(product(*options), _MOST):
        yield "".join(text for text, _ in parts), sum(cost for _, cost in parts)


def vary(original: str, scheme: Scheme) -> Iterator[tuple[str, float]]:
    """What the scheme's rules write with one of its cheap variants, and the variant's cost."""
    plain = scheme.spell(original)
    for rule, varied in _variants(scheme):
        if rule.grapheme in original:
            text = varied.spell(original)
            if text != plain:
                yield text, rule.cost


@lru_cache(maxsize=64)
def _variants(scheme: Scheme) -> tuple[tuple[Rule, Scheme], ...]:
    found = []
    for rule in scheme.also:
        if rule.cost <= CHEAP and rule.output:
            rules = sorted((rule, *scheme.rules), key=lambda item: -len(item.grapheme))
            varied = Scheme(
                name=scheme.name,
                title=scheme.title,
                standard=scheme.standard,
                language=scheme.language,
                target=scheme.target,
                rules=tuple(rules),
            )
            found.append((rule, varied))
    return tuple(found)
