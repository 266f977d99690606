"""What counts as a word, for training and for looking up alike."""

from __future__ import annotations

import regex

TOKEN = regex.compile(
    r"\p{Nd}+(?:[.,:]\p{Nd}+)*"
    r"|[\p{Han}\p{Hiragana}]"  # scripts written without spaces: a character is a token
    r"|(?:\p{L}\p{M}*)+"
    r"|[?!%€$£¥;()]|[\"“”„«»]"
)


def find_words(text: str) -> list[str]:
    """The words and numbers of a text in lower case, marks left out.

    >>> find_words("Am 13. Januar, um 8:30 Uhr?")
    ['am', '13', 'januar', 'um', '8:30', 'uhr']
    """
    return [token.lower() for token in TOKEN.findall(text) if token[0].isalnum()]
