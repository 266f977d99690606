"""What a lexicon tells of an article's words: their translations, and which of them it knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from transtrack.checks.likeness import find_alike
from transtrack.checks.side import Side
from transtrack.lexicon import Lexicon, find_listed, find_same, look_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What a lexicon tells of an article's words in lower case.

    `forth` are the translations of each source word that the target has, `alike` the words there
    that are spelled like it, `source` and `target` the words that the lexicon knows, `same` those
    that may stay what they are, `stays` those that mostly do, `listed` the source words that it
    has in a form of theirs. `capital` are the words that the whole original has with a capital.
    """

    forth: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    alike: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source: frozenset[str] = frozenset()
    target: frozenset[str] = frozenset()
    same: frozenset[str] = frozenset()
    stays: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    capital: frozenset[str] = frozenset()


def make_links(lexicon: Lexicon | None, sources: Sequence[Side], targets: Sequence[Side]) -> Links:
    """What the lexicon tells of the words of these sides; names are those in capitals."""
    source, target = (
        sorted({word.key for side in sides for word in side.words}) for sides in (sources, targets)
    )
    names = {word.key for side in (*sources, *targets) for word in side.words if word.capital}
    alike = find_alike(source, target)
    if lexicon is None or not source or not target:
        return Links(alike=alike)
    found = look_up(lexicon, source, target)
    same, stays = find_same(lexicon, names)
    forth: dict[str, list[str]] = {}
    for a, b in found.pairs.tolist():
        forth.setdefault(source[a], []).append(target[b])
    return Links(
        forth={word: tuple(words) for word, words in forth.items()},
        alike=alike,
        same=same,
        stays=stays,
        listed=find_listed(lexicon, source),
        source=frozenset(source[k] for k in np.flatnonzero(found.source_known).tolist()),
        target=frozenset(target[k] for k in np.flatnonzero(found.target_known).tolist()),
    )
