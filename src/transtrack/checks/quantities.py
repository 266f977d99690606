"""The numbers of a text with what they count: values, times, scales and units."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from transtrack.checks.clock import HALF, find_told, share_time
from transtrack.checks.counted import find_unit
from transtrack.checks.digits import CENTURY, LONGEST, NUMBER, read_digits
from transtrack.checks.language import Language, find_language
from transtrack.checks.numerals import Worded, find_worded
from transtrack.checks.phrases import Phrase, find_phrases
from transtrack.checks.quantity import Quantity
from transtrack.checks.scales import BIG, find_scale

_THOUSAND: Final = 1000.0
_DECADES: Final = range(20, 100, 10)
_TWELVE: Final = {"noon", "midnight"}
_MYRIADS: Final = (1e4, 1e8, 1e12)
_DIGITS: Final = "０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९"
_PLAIN: Final = str.maketrans(_DIGITS + "．，：％٫٬،٪", "0123456789" * 4 + ".,:%.,,%")


@lru_cache(maxsize=16)
def find_quantities(text: str, code: str) -> tuple[Quantity, ...]:
    """The numbers of a text in a language with a file, in digits and in words, by place."""
    language = find_language(code)
    said, text = text, text if text.isascii() else text.translate(_PLAIN)
    found = [_from_phrase(text, item, language) for item in find_phrases(text, language)]
    found += [_from_time(text, *told) for told in find_told(text, language)]
    covered = bytearray(len(text))
    for item in found:
        covered[item.start : item.reach] = b"\1" * (item.reach - item.start)
    for match in language.dated.finditer(text):
        covered[match.start() : match.end()] = b"\1" * len(match[0])
    for match in NUMBER.finditer(text):
        if not covered[match.start()]:
            item = read_digits(text, match, language)
            covered[item.start : item.reach] = b"\1" * (item.reach - item.start)
            found.append(item)
    for worded in find_worded(text, language):
        if not covered[worded[0]]:
            found.append(item := _from_word(text, worded, language))
            covered[item.start : item.reach] = b"\1" * (item.reach - item.start)
    found.sort(key=lambda item: item.start)
    if not language.spaced:
        found = _add_parts(text, found)
    if said != text:
        ends = [(item.start, item.start + len(item.text)) for item in found]
        found = [replace(item, text=said[a:b]) for item, (a, b) in zip(found, ends, strict=True)]
    return tuple(_share_hours(text, _share_scales(text, found, language), language))


def _from_phrase(text: str, phrase: Phrase, language: Language) -> Quantity:
    unit, reach = find_unit(text, phrase.start, phrase.end, language)
    return Quantity(
        start=phrase.start,
        end=phrase.end,
        reach=reach,
        text=text[phrase.start : phrase.end],
        value=phrase.value,
        readings=frozenset({("n", round(phrase.value, 6))}),
        atoms=(),
        unit=phrase.unit or unit,
        digits=phrase.scale >= BIG,
    )


def _from_time(text: str, start: int, end: int, minutes: float) -> Quantity:
    return Quantity(
        start=start,
        end=end,
        reach=end,
        text=text[start:end],
        value=minutes / 60,
        readings=frozenset((half, minutes % 720) for half in "ap"),
        atoms=(),
        clock=True,
    )


def _from_word(text: str, worded: Worded, language: Language) -> Quantity:
    start, bare, value = worded
    end, scale = find_scale(text, bare, language)
    readings = {("n", round(value * scale, 6))}
    if value in _DECADES:
        readings.add(("n", CENTURY + value))
    clock = language.clock.match(text, end) is not None
    if text[start:bare].lower() in _TWELVE or clock:
        half = HALF.match(text, end)
        readings |= {(kind, value * 60 % 720) for kind in (half[1].lower() if half else "ap")}
    unit, reach = find_unit(text, start, end, language)
    return Quantity(
        start=start,
        end=end,
        reach=reach,
        text=text[start:end],
        value=value * scale,
        readings=frozenset(readings),
        atoms=(),
        unit=unit,
        digits=scale >= BIG,
        clock=clock,
        factor=scale,
    )


def _add_parts(text: str, found: list[Quantity]) -> list[Quantity]:
    """The same, where 1億2000万 is one number, and 3천5백만 is 35 million."""
    added: list[Quantity] = []
    for item in reversed(found):
        if not added:
            added.append(item)
            continue
        rest = added[-1]
        of = max((scale for scale in _MYRIADS if scale <= rest.factor), default=1.0)
        if 1 < item.factor < _MYRIADS[0] <= of:
            value, factor = item.value * of + rest.value, rest.factor
        else:
            value, factor = item.value + rest.value, item.factor
        if rest.value < item.factor * of and text[item.end : rest.start] in ("", " "):
            added[-1] = replace(
                rest,
                start=item.start,
                text=text[item.start : rest.end],
                value=value,
                readings=frozenset({("n", round(value, 6))}),
                atoms=(),
                factor=factor,
            )
        else:
            added.append(item)
    return added[::-1]


def _share_scales(text: str, found: list[Quantity], language: Language) -> list[Quantity]:
    """The same, where `1.3 to 1.4 billion` may be read as 1.3 billion, and takes its unit."""
    shared = []
    for number, item in enumerate(found):
        other = found[number + 1] if number + 1 < len(found) else None
        if other is None or not language.joined.match(text, item.end, other.start):
            shared.append(item)
            continue
        readings = item.readings
        factor = _THOUSAND if other.atoms[-1:] == ("000",) else other.factor  # 50-100.000 Euro
        if factor != 1:
            readings |= {("n", round(v * factor, 6)) for kind, v in readings if kind == "n"}
        shared.append(replace(item, readings=readings, unit=item.unit or other.unit))
    return shared


def _share_hours(text: str, found: list[Quantity], language: Language) -> list[Quantity]:
    """The same, where both of `13 und 15 Uhr` and of `from 5 to 7 pm` are hours."""
    for number in range(len(found) - 2, -1, -1):
        item, other = found[number : number + 2]
        if not other.clock or item.clock or len(item.atoms) not in {1, 2}:
            continue
        if item.end - item.start > LONGEST:
            continue
        if language.joined.match(text, item.end, other.start):
            times = share_time([int(atom) for atom in item.atoms])
            found[number] = replace(item, readings=item.readings | times, clock=True)
    return found
