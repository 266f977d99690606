"""Schemes: how a standard or a press writes one language's names in Latin letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

APOSTROPHES = "'’ʼ"
_CLASSES = {
    "V": "аеёиоуыэюяіїєөүәұӣӯ"  # the Arabic and Hebrew vowel points count too
    "აეიოუաեէըիոօαεηιουωάέήίόύώϊϋΐΰ"
    "اىآ\u064e\u064f\u0650\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05bb"
    "aeiouüŏŭāīūēō",
    "S": "ьъ" + APOSTROPHES,
    "H": "жчшщцџჟჩშძწჭჯժչշջճց",
}
_VOWEL_FIRST = re.compile("([\u064b-\u0650\u0652\u05b0-\u05bb]+)([\u0651\u05bc\u05c1\u05c2]+)")


class Rule(NamedTuple):  # four thousand of them are read at every start
    """A grapheme's output between two contexts; `cost` in nats, 0 the standard's own.

    A context is a set, empty for anything: `^` start and `$` end of a word, `V` a vowel,
    `C` a consonant, `H` a hushing sibilant, `S` a soft or hard sign or an apostrophe, and
    small letters of the original for themselves.
    """

    grapheme: str
    output: str
    before: str = ""
    after: str = ""
    cost: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A rule set from an original's language into a Latin orthography.

    `rules` stand longest grapheme first; of those at one place the first that fits wins.
    `also` was seen in print beside the standard: read backwards, never written.
    """

    name: str
    title: str
    standard: str
    language: str
    target: str
    rules: tuple[Rule, ...]
    also: tuple[Rule, ...] = ()
    samples: tuple[tuple[str, str], ...] = ()
    _by_letter: Mapping[str, tuple[Rule, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        table: dict[str, tuple[Rule, ...]] = {}
        for rule in self.rules:
            table[rule.grapheme[0]] = (*table.get(rule.grapheme[0], ()), rule)
        object.__setattr__(self, "_by_letter", table)

    def __hash__(self) -> int:
        """By name and standard: a scheme has too many rules to hash them at every look-up."""
        return hash((self.name, self.standard))

    def spell(self, word: str) -> str:
        """A word in small letters of its own script as the scheme writes it, in small letters."""
        at, parts = 0, []
        while at < len(word):
            rule = self.rule_at(word, at)
            parts.append(rule.output if rule else word[at])
            at += len(rule.grapheme) if rule else 1
        return "".join(parts)

    def rule_at(self, text: str, at: int) -> Rule | None:
        """The rule that writes the letter at `at` of a text in small letters."""
        for rule in self._by_letter.get(text[at], ()):
            end = at + len(rule.grapheme)
            if (
                text.startswith(rule.grapheme, at)
                and (not rule.before or fits(rule.before, letter_at(text, at - 1), "^"))
                and (not rule.after or fits(rule.after, letter_at(text, end), "$"))
            ):
                return rule
        return None


def fits(context: str, neighbour: str, edge: str) -> bool:
    """Whether a letter, or "" for none, is in a context's set; `edge` is `^` or `$`.

    >>> fits("^V", "", "^"), fits("^V", "о", "^"), fits("^V", "т", "^"), fits("", "т", "^")
    (True, True, False, True)
    """
    if not context:
        return True
    if not neighbour:
        return edge in context
    if neighbour in context:
        return True
    classes = [name for name, letters in _CLASSES.items() if neighbour in letters]
    if "V" not in classes and "S" not in classes:
        classes.append("C")
    return any(name in context for name in classes)


def normalise(original: str) -> str:
    """The original composed, with a letter's own points before its vowel's.

    Unicode's order of combining marks puts the vowel first: مَّ would never be read as a
    doubled consonant with a vowel, and בַּ not as b.
    """
    return _VOWEL_FIRST.sub(r"\2\1", unicodedata.normalize("NFC", original))


def romanise(original: str, scheme: Scheme) -> str:
    """A name in its own script as the scheme writes it; what no rule knows passes through.

    Capitals are kept. A word of a script without them gets a capital first letter, which
    stands after the article if there is one (an output that ends in a hyphen).

    >>> from transtrack.names.scheme_files import load_schemes
    >>> romanise("Володимир ОГРИЗКО", load_schemes()["uk-de"])
    'Wolodymyr OHRYSKO'
    """
    text = normalise(original)
    small = "".join(letter.lower()[:1] for letter in text)
    parts: list[str] = []
    at, begins = 0, True
    while at < len(text):
        begins = begins or not letter_at(small, at - 1)
        rule = scheme.rule_at(small, at)
        output = _cased(rule.output if rule else text[at], text, at, begins)
        begins = begins and (output.endswith("-") or not any(map(str.isalpha, output)))
        parts.append(output)
        at += len(rule.grapheme) if rule else 1
    return "".join(parts)


def letter_at(text: str, at: int) -> str:
    """The letter or mark at a place; "" beyond a word, an apostrophe counts inside one."""
    if not 0 <= at < len(text):
        return ""
    if text[at] in APOSTROPHES:
        inside = at and text[at - 1].isalpha() and text[at + 1 : at + 2].isalpha()
        return text[at] if inside else ""
    return text[at] if unicodedata.category(text[at])[0] in "LM" else ""


def _cased(output: str, text: str, at: int, begins: bool) -> str:
    letter = text[at]
    after = text[at + 1 : at + 2]
    if letter.isupper():
        loud = after.isupper() or (not after.isalpha() and at and text[at - 1].isupper())
        if loud:
            return output.upper()
    elif not begins or letter.title() != letter.lower():
        return output
    first = next((i for i, one in enumerate(output) if one.islower()), None)
    if first is None or output.endswith("-"):
        return output
    return output[:first] + output[first].upper() + output[first + 1 :]
