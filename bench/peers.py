"""Other aligners, to measure on the same machine in the same run."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Pair = tuple[tuple[int, ...], tuple[int, ...]]


def gale_church(source: Sequence[str], target: Sequence[str]) -> tuple[Pair, ...]:
    """NLTK's implementation of Gale and Church (1993): lengths in characters, nothing else."""
    from nltk.translate.gale_church import align_blocks  # noqa: PLC0415 - only if asked for

    links = align_blocks([max(len(s), 1) for s in source], [max(len(t), 1) for t in target])
    beads: list[tuple[set[int], set[int]]] = []
    for left, right in links:
        if beads and (left in beads[-1][0] or right in beads[-1][1]):
            beads[-1][0].add(left)
            beads[-1][1].add(right)
        else:
            beads.append(({left}, {right}))
    linked = [(tuple(sorted(left)), tuple(sorted(right))) for left, right in beads]
    done = {k for left, _ in linked for k in left}, {k for _, right in linked for k in right}
    omitted: list[Pair] = [((k,), ()) for k in range(len(source)) if k not in done[0]]
    added: list[Pair] = [((), (k,)) for k in range(len(target)) if k not in done[1]]
    return (*linked, *omitted, *added)


PEERS: dict[str, Callable[[Sequence[str], Sequence[str]], tuple[Pair, ...]]] = {
    "gale-church": gale_church
}
