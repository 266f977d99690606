"""Which numbers of both sides of a bead are the same, and which are left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transtrack.checks.quantity import Quantity
from transtrack.checks.sums import find_sums
from transtrack.checks.units import CURRENCIES

_DATE: Final = 3  # numbers of a date, whose year may be short
_FEWEST: Final = 3  # a number in words from which it is one, and no article or pronoun
_HUNDRED: Final = 100  # which may be a century, and a dozen is as round


def match_numbers(
    source: Sequence[Quantity], target: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """The numbers of both sides that are left when each has met one of the other.

    On either side those in words only where none are in digits.
    """
    rest = sorted(source, key=lambda item: not item.digits)
    left = []
    for item in sorted(target, key=lambda item: not item.digits):
        same = next((other for other in rest if other.meets(item)), None)
        if same is not None:
            rest.remove(same)
        else:
            left.append(item)
    strange = [item for item in left if item.digits and not _in_parts(item, source)]
    lost = [item for item in rest if item.digits and not _in_parts(item, target)]
    timed = any(item.clock or ":" in item.text for item in (*source, *target))  # halb elf
    if lost or timed:
        return lost, strange
    words = [item for item in rest if is_plain_word(item)]
    return words, strange or [item for item in left if is_plain_word(item)]


def is_plain_word(item: Quantity) -> bool:
    """Whether a number is in words and a number of things: no article, half, or club (Sechzig)."""
    return (
        not item.digits
        and _FEWEST <= item.value < _HUNDRED
        and item.value.is_integer()
        and item.factor == 1
        and item.text[0].islower()
    )


def _in_parts(item: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether a number is part of a date or result, or is one whose parts stand alone."""
    if len(item.atoms) == 1:
        lists = [o.atoms for o in others if len(o.atoms) > 1 and o.listed]
        parts = {atom.lstrip("0") for atoms in lists for atom in atoms}
        parts |= {f"{age}{atoms[2]}" for atoms in lists if len(atoms) == _DATE for age in (19, 20)}
        return item.atoms[0].lstrip("0") in parts
    if len(item.atoms) > 1 and item.listed:
        parts = {o.atoms[0].lstrip("0") for o in others if len(o.atoms) == 1}
        values = {f"{o.value:.0f}" for o in others if not o.digits}
        return all(atom.lstrip("0") in parts | values for atom in item.atoms)
    return False


def is_told_otherwise(
    item: Quantity, source: Sequence[Quantity], target: Sequence[Quantity]
) -> bool:
    """Whether a number of the target is one of the source in another unit, or parted otherwise."""
    return any(_is_other_unit(one, item) for one in source) or _in_whole(item, source, target)


def _is_other_unit(source: Quantity, target: Quantity) -> bool:
    """Whether a number is the other in another unit; at what rate of exchange, nobody asks."""
    exchanged = source.unit != target.unit and {source.unit, target.unit} <= CURRENCIES
    return exchanged or target.converts(source)


def _in_whole(item: Quantity, source: Sequence[Quantity], target: Sequence[Quantity]) -> bool:
    """Whether a number is one that the other side says in several, or part of such a one."""
    there, here = list(find_sums(source)), list(find_sums(target))
    own = [whole for whole in here if whole.start <= item.start < whole.end]
    pairs = [(item, other) for other in there]
    single = [one for one in source if not any(w.start <= one.start < w.end for w in there)]
    pairs += [(whole, other) for whole in own for other in single]
    return any(one.meets(other) or one.converts(other) for one, other in pairs)
