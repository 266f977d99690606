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
    """What finds the words of an entry as whole words."""
    if not said or _is_pattern(said):
        return said[1:-1]
    choice = "|".join(map(_form, said.split("|")))
    return rf"(?<!\p{{L}})(?:{choice})"


def find_parts(said: str) -> str:
    """The same for a language that sets no blanks between its words, or joins particles on."""
    if not said or _is_pattern(said):
        return said[1:-1]
    return f"(?:{'|'.join(map(regex.escape, said.split('|')))})"


def _is_pattern(said: str) -> bool:
    return said.startswith("/") and said.endswith("/")


def _form(word: str) -> str:
    form = regex.escape(word, literal_spaces=True).replace(r"\*", r"\p{L}*")
    form = form.replace("'", _APOSTROPHES)
    return form if word.endswith("'") else rf"{form}(?!\p{{L}})"
