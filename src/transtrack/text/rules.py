"""markdown-it's inline rules, made to note the stretch of the block's source each token took."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

Rule = Callable[["StateInline", bool], bool]


def locate(rule: Rule) -> Rule:
    """The rule, noting in its tokens the stretch of the source they were made from."""

    def located(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        made = [] if silent else state.tokens[known:]
        if made:
            _note_source(made, start, state.pos)
        return True

    return located


def _note_source(made: list[Token], start: int, end: int) -> None:
    last = made[-1]
    if last.type == "link_close":
        opening = next(token for token in made if token.type == "link_open")
        opening.meta["source"] = (start, start + 1)
        last.meta["source"] = (end, end)
        if last.markup == "autolink":
            made[-2].meta["source"] = (start + 1, end - 1)
    elif last.type == "text":  # delimiters, one token for each that may close or open
        at = end
        for token in reversed(made):
            if at == start:
                break
            token.meta["source"] = (at - len(token.content), at)
            at -= len(token.content)
    else:
        last.meta["source"] = (start, end)
