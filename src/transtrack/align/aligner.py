"""Two documents become a bitext."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np

from transtrack import __version__
from transtrack.align.anchors import find_corridor
from transtrack.align.cost import CostModel, LexicalCost, make_cost
from transtrack.align.learning import learn
from transtrack.align.matches import find_counterparts, match
from transtrack.align.parameters import BARE, DEFAULT, MAX_SIDE, Parameters
from transtrack.align.remainder import Remainder
from transtrack.align.search import Step, search
from transtrack.align.tokens import know, tokenise
from transtrack.lexicon import Lexicon, find_lexicon, look_up
from transtrack.lexicon.ranges import distinct_pairs
from transtrack.model import Bead, Bitext, Document


def make_lexical_cost(
    rest: Remainder, *lexicons: Lexicon | None, parameters: Parameters | None = None
) -> LexicalCost:
    """The cost model of the two texts and of what lexicons there are, one that is given first.

    Without `parameters` by those for texts with a lexicon or without.
    """
    source = tokenise(rest.documents[0], rest.source)
    target = tokenise(rest.documents[1], rest.target)
    pairs = find_counterparts(source, target)
    used = tuple(filter(None, lexicons))
    for lexicon in used:
        found = look_up(lexicon, source.types, target.types)
        pairs = distinct_pairs(np.concatenate([pairs, found.pairs]))
        source, target = know(source, found.source_known), know(target, found.target_known)
    matches = (
        match(pairs, len(source.types), target),
        match(pairs[:, ::-1], len(target.types), source),
    )
    corridor = find_corridor(source, target, matches, rest.corners)
    breaks = rest.source_breaks, rest.target_breaks
    usual = DEFAULT if any(lexicons[:1]) else BARE
    cost = make_cost(source, target, matches, corridor, breaks, parameters or usual)
    return replace(cost, name=":".join((cost.name, *(lexicon.name for lexicon in used))))


def align(
    source: Document,
    target: Document,
    *,
    reviewed: Iterable[Bead] = (),
    lexicon: Lexicon | None = None,
    find_cost: Callable[[Remainder], CostModel] | None = None,
    find_path: Callable[[CostModel], Sequence[Step]] = search,
) -> Bitext:
    """The bitext of two documents, its beads in reading order.

    `reviewed` beads are kept as they are, and nothing but moved text crosses them. The words
    are compared by `lexicon`, else by the one that comes with the program; for languages
    that it has none for, what a first alignment of long enough texts teaches is added.
    `find_cost` makes another model of what is left to align, `find_path` its best path.
    """
    kept = tuple(reviewed)
    rest = Remainder(source, target, kept)
    own = None if lexicon else find_lexicon(source.language, target.language)
    cost = find_cost(rest) if find_cost else make_lexical_cost(rest, lexicon or own)
    steps = find_path(cost)
    learnt = None if find_cost or own else learn(rest, steps)
    if learnt:
        cost = make_lexical_cost(rest, lexicon, learnt)
        steps = find_path(cost)
    beads = [*kept, *rest.beads(steps, cost)]
    signature = f"transtrack:{__version__}|cost:{cost.name}|beads:{MAX_SIDE}-{MAX_SIDE}"
    return Bitext(source=source, target=target, beads=arrange(beads), signature=signature)


def arrange(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """The beads in the source's order, additions behind what stands before them.

    >>> addition = Bead(source=(), target=(1,), score=0.0, confidence=0.9)
    >>> late = Bead(source=(0,), target=(2,), score=1.0, confidence=1.0)
    >>> early = Bead(source=(1,), target=(0,), score=1.0, confidence=1.0)
    >>> [bead.target for bead in arrange([addition, early, late])]
    [(2,), (0,), (1,)]
    """
    beads = tuple(beads)
    placed = sorted((bead for bead in beads if bead.source), key=lambda bead: bead.source)
    additions = sorted((bead for bead in beads if not bead.source), key=lambda bead: bead.target)
    leader = {index: bead.source[0] for bead in placed for index in bead.target}
    followers: dict[int, list[Bead]] = {}
    for bead in additions:
        behind = leader.get(bead.target[0] - 1, -1)
        leader.update(dict.fromkeys(bead.target, behind))
        followers.setdefault(behind, []).append(bead)
    ordered = followers.get(-1, [])
    for bead in placed:
        ordered.append(bead)
        ordered.extend(followers.get(bead.source[0], ()))
    return tuple(ordered)
