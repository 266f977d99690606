"""Numbers that are said in two or more: 1 hour 52 minutes, 53 bin 537, 3 Euro 50, a half more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from transtrack.checks.quantity import Quantity
from transtrack.checks.units import CURRENCIES, PARTS

_APART: Final = 16  # characters between the numbers of one measure
_CLOSE: Final = 5  # between those of one number: 3 miliardi e 200 milioni
_THOUSAND: Final = 1000.0
_HALF: Final = 0.5
_HUNDRED: Final = 100  # cents or centimetres
_LARGE: Final = CURRENCIES | {"metre"}  # of which there are a hundred


def find_sums(items: Sequence[Quantity]) -> Iterator[Quantity]:
    """Each number that stands there in several, which all stand next to each other.

    Measures are in the smaller unit, sums of money and lengths in the larger.
    """
    for first in range(len(items) - 1):
        whole = items[first]
        for other in items[first + 1 :]:
            found = _add(whole, other)
            if found is None:
                break
            value, unit = found
            whole = replace(
                other,
                start=whole.start,
                value=value,
                readings=frozenset({("n", round(value, 6))}),
                atoms=(),
                unit=unit,
            )
            yield whole


def _add(one: Quantity, other: Quantity) -> tuple[float, str] | None:
    """The value and unit of two numbers that are one; None where they are two."""
    gap = other.start - one.end
    count = PARTS.get((one.unit, other.unit))
    if count and gap <= _APART:
        return one.value * count + other.value, other.unit
    if gap <= _CLOSE and one.factor >= _THOUSAND and other.value < one.factor:
        half = other.value == _HALF  # dos millones y medio
        return one.value + other.value * (one.factor if half else 1), other.unit or one.unit
    if gap <= _CLOSE and other.factor >= _THOUSAND and other.value == _HALF * other.factor:
        return one.value * other.factor + other.value, other.unit  # dwa i pół miliona
    coins = other.value.is_integer() and other.value < _HUNDRED and other.unit in ("", one.unit)
    if coins and one.unit in _LARGE and other.start - one.reach <= _CLOSE:
        return one.value + other.value / _HUNDRED, one.unit
    return None
