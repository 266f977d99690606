"""The languages' files say what CLDR says, as far as both say it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from transtrack.checks import language as module
from transtrack.checks.language import (
    LANGUAGES,
    Language,
    count,
    find_language,
    is_known,
    read_language,
)
from transtrack.checks.quantities import find_quantities

FOLDER = Path(module.__file__).parent / "languages"
SCRIPTS = {"sr": ("sr", "sr_Latn")}  # others write one
MEASURES = {
    "kilometre": "length-kilometer",
    "metre": "length-meter",
    "mile": "length-mile",
    "kilogram": "mass-kilogram",
    "hour": "duration-hour",
    "minute": "duration-minute",
    "week": "duration-week",
    "month": "duration-month",
    "year": "duration-year",
    "percent": "concentr-percent",
    "hectare": "area-hectare",
    "litre": "volume-liter",
}
every = pytest.mark.parametrize("code", sorted(LANGUAGES))


def locales(code: str) -> Iterator[Locale]:
    """The locales of a language in CLDR, one a script."""
    yield from map(Locale.parse, SCRIPTS.get(code, (code,)))


def names(locale: Locale, kind: str) -> Iterator[tuple[int, str]]:
    """The full names of days or months, beginning with 0, inside a date and alone."""
    for context in ("format", "stand-alone"):
        table = getattr(locale, kind)[context]["wide"]
        yield from ((number - (kind == "months"), name) for number, name in table.items())


@every
@pytest.mark.parametrize("kind", ["days", "months"])
def test_each_day_and_month_is_known_and_taken_for_no_other(code: str, kind: str) -> None:
    pattern = getattr(find_language(code), kind)
    for locale in locales(code):
        for number, name in names(locale, kind):
            date = f"1 {name} 2024"  # May is a verb elsewhere
            assert [match.lastindex - 1 for match in pattern.finditer(date)] == [number], name


@every
def test_the_decimal_mark_is_cldrs(code: str) -> None:
    assert find_language(code).point == Locale.parse(code).number_symbols["latn"]["decimal"]


@every
@pytest.mark.parametrize("width", ["long", "short"])
def test_scales_have_the_values_of_cldr(code: str, width: str) -> None:
    for locale in locales(code):
        for forms in locale.compact_decimal_formats[width].values():
            for size, pattern in forms.items():
                digits = pattern.pattern.count("0")
                word = pattern.pattern.replace("0", "").replace("'", "").strip("\u00a0 ")
                known = bool(word) and all(len(part) > 1 for part in word.split())
                if digits and known and int(size) < 10**12:
                    text = pattern.pattern.replace("'", "").replace("0" * digits, "5" * digits)
                    values = {item.value for item in find_quantities(text, code)}
                    assert float("5" * digits) * int(size) / 10 ** (digits - 1) in values, text


@every
@pytest.mark.parametrize("measure", sorted(MEASURES))
def test_measures_are_those_of_cldr(code: str, measure: str) -> None:
    for locale in locales(code):
        forms = locale._data["unit_patterns"][MEASURES[measure]]["long"]
        for key, form in forms.items():
            if key != "per" and isinstance(form, str) and "{0}" in form:
                (found,) = find_quantities(form.format(5), code)
                assert found.unit == measure, form


@every
def test_euros_are_those_of_cldr(code: str) -> None:
    for locale in locales(code):
        for form in locale._data["currency_names_plural"].get("EUR", {}).values():
            (found,) = find_quantities(f"5 {form}", code)
            assert found.unit == "euro", form


HOMOGRAPHS = {"be": {"трэці"}}  # third, and a third


@every
def test_no_number_word_means_two_numbers(code: str) -> None:
    language: Language = find_language(code)
    assert all(0 <= value <= 10**6 for value in language.numbers.values())
    assert is_known(code)
    values: dict[str, set[float]] = {}
    for word, value in count(read(code)):
        values.setdefault(word, set()).add(value)
    twice = {word for word, found in values.items() if len(found) > 1}
    assert twice == HOMOGRAPHS.get(code, set())


def read(code: str) -> dict[str, Any]:
    """The file of a language, nb's for no and hr's for bs."""
    path = FOLDER / f"{find_language(code).code}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_a_key_that_is_misspelt_or_missing_is_told() -> None:
    data = read("fr")
    with pytest.raises(ValueError, match=r"fr\.toml: unknown: \['nigth'\], missing: \[\]"):
        read_language("fr", data | {"nigth": "x"})
    del data["clock"]
    with pytest.raises(ValueError, match=r"missing: \['clock'\]"):
        read_language("fr", data)


def test_an_unknown_language_is_none_of_them() -> None:
    assert not is_known("de", "tlh")
    with pytest.raises(KeyError):
        find_language("tlh")
