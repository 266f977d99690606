"""The words in a language's file as regular expressions.

Words stand with `|` between them, in any case, a `*` at the end for any ending; what begins and
ends with a slash is a regular expression already.
"""

from __future__ import annotations

from typing import Final

import regex

NEVER: Final = regex.compile(r"(?!)")
_APOSTROPHES: Final = "['’ʼ]"  # in a file the first of them


def compile_pattern(pattern: str) -> regex.Pattern[str]:
    """The pattern, in any case; one that never matches for an empty one."""
    return regex.compile(pattern, regex.IGNORECASE) if pattern else NEVER


def find_whole(said: str) -> str:
    """What finds the words of an entry as whole words; d' and its like may touch the next."""
    if not said or _is_pattern(said):
        return said[1:-1]
    words = [regex.escape(word, literal_spaces=True) for word in said.split("|")]
    plain = [word.replace(r"\*", r"\p{L}*") for word in words if not word.endswith("'")]
    cut = [word for word in words if word.endswith("'")]
    choice = "|".join([*([f"(?:{'|'.join(plain)})(?!\\p{{L}})"] if plain else []), *cut])
    return rf"(?<!\p{{L}})(?:{choice})".replace("'", _APOSTROPHES)


def find_parts(said: str) -> str:
    """The same for a language that sets no blanks between its words, or joins particles on."""
    if not said or _is_pattern(said):
        return said[1:-1]
    return f"(?:{'|'.join(map(regex.escape, said.split('|')))})"


def _is_pattern(said: str) -> bool:
    return said.startswith("/") and said.endswith("/")
