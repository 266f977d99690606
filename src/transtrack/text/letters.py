"""How many letters a text amounts to, in scripts that say more with a character."""

from __future__ import annotations

import regex

_DENSE = (  # a script, and how many letters of English one of its characters stands for
    (regex.compile(r"\p{Han}"), 3.0),
    (regex.compile(r"[\p{Hiragana}\p{Katakana}]"), 1.4),
    (regex.compile(r"\p{Hangul}"), 2.0),
)
_FIRST_DENSE = "\u1100"


def find_surplus(text: str) -> float:
    """The letters that a text says more than it has characters.

    Measured on 1,997 lines of news in Japanese, Chinese, Korean and English (NTREX).

    >>> find_surplus("Berlin"), find_surplus("東京")
    (0.0, 4.0)
    """
    if max(text, default="") < _FIRST_DENSE:
        return 0.0
    return sum((worth - 1) * len(script.findall(text)) for script, worth in _DENSE)
