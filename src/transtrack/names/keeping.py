"""What the original and the words that may stay make of suggestions for a wrong spelling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from transtrack.names.article import Article
from transtrack.names.index import fold, split_name
from transtrack.names.originals import is_form
from transtrack.names.suggest import Suggestion
from transtrack.names.variants import Place


def narrow(
    suggestions: Sequence[Suggestion], spelling: str, article: Article, places: Iterable[Place]
) -> tuple[Suggestion, ...]:
    """The suggestions that change no word that may stay, by their probability among those.

    A word may stay that the likeliest form leaves as it is, and in a name of which the original
    has the rest letter by letter, one that it has not: somebody has put it into English already.
    Where no suggestion leaves all of these, they are what they were.
    """
    words = [fold(word) for word in split_name(spelling)]
    forms = [[fold(word) for word in split_name(item.text)] for item in suggestions]
    if not forms or any(len(form) != len(words) for form in forms):
        return tuple(suggestions)
    kept = {at for at, word in enumerate(words) if forms[0][at] == word}
    kept |= _find_translated(article, places, len(words))
    left = [
        item
        for item, form in zip(suggestions, forms, strict=True)
        if all(form[at] == words[at] for at in kept)
    ]
    dropped = sum(item.probability for item in suggestions) - sum(i.probability for i in left)
    return tuple(
        replace(item, probability=min(item.probability / (1 - dropped), 1.0)) for item in left
    ) or tuple(suggestions)


def follow_original(
    suggestions: Sequence[Suggestion], article: Article, places: Iterable[Place]
) -> tuple[Suggestion, ...]:
    """The suggestions that are read from words of the original, where it is in another script.

    By their probability among those; all of them where there are none.
    """
    words = {word for place in places for word in article.source_words(place.mention)}
    kept = [
        item
        for item in suggestions
        if item.original
        and all(
            any(is_form(part.lower(), word) for word in words)
            for part in split_name(item.original)
        )
    ]
    total = sum(item.probability for item in kept)
    return tuple(replace(item, probability=item.probability / total) for item in kept) or tuple(
        suggestions
    )


def _find_translated(article: Article, places: Iterable[Place], count: int) -> set[int]:
    """The words of a name, by number, that no original of it has, if some has the others."""
    rows = [row for place in places if (row := article.shared(place.mention)) is not None]
    rows = [row for row in rows if len(row) == count and any(row)]
    return {at for at in range(count) if rows and not any(row[at] for row in rows)}
