"""Numbers of any length."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transtrack.checks import CHECKS
from transtrack.checks.language import LANGUAGES
from transtrack.checks.pair import pair_of
from transtrack.checks.quantities import find_quantities

LONG = "9" * 5000


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "text",
    [LONG, f"{LONG}s", f"um {LONG} Uhr", f"{LONG} und 15 Uhr", f"{LONG}.{LONG} m", "1." * 3000],
)
def test_a_number_may_have_thousands_of_digits(text: str, language: str) -> None:
    assert find_quantities(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [("5 " + "thousand " * 3000, "en"), ("五" + "千" * 3000, "ja"), ("5" + " mille" * 3000, "fr")],
)
def test_scales_without_end_are_read(text: str, language: str) -> None:
    assert len(find_quantities(text, language)) < len(text)


def test_no_check_stumbles_over_one() -> None:
    pair = pair_of(f"Am 3. Mai um {LONG} Uhr und 3 kg.", f"On 3 May at {LONG} pm and 3 kg.")
    assert not [
        remark for check in CHECKS for remark in check.find(pair) if check.name == "number"
    ]


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("1億2000万円", "ja", 120e6, "yen"),
        ("３０％", "ja", 30, "percent"),
        ("時速85マイル", "ja", 85, "mph"),
        ("550多万人", "zh", 5.5e6, ""),
        ("5万亿美元", "zh", 5e12, "dollar"),
        ("百分之58", "zh", 58, "percent"),
        ("3천5백만 달러", "ko", 35e6, "dollar"),
        ("1억 4천 2백만 명", "ko", 142e6, ""),
        ("۲٫۸ میلیارد پوند", "fa", 2.8e9, "pound"),
        ("۲۶،۷۵۰ دلار", "fa", 26750, "dollar"),
        ("yüzde 20", "tr", 20, "percent"),
        ("saatte 85 mil", "tr", 85, "mph"),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(
    text: str, language: str, value: float, unit: str
) -> None:
    (found,) = find_quantities(text, language)
    assert (found.value, found.unit) == (value, unit)
    assert text[found.start :].startswith(found.text)


@pytest.mark.parametrize(
    ("text", "language", "reading"),
    [
        ("1800-talet", "sv", ("n", 19)),
        ("1800-luvulla", "fi", ("n", 19)),
        ("30. aastatel", "et", ("n", 1930)),
        ("午前7時55分", "ja", ("a", 475)),
        ("15 h. 30", "fr", ("p", 210)),
    ],
)
def test_a_number_may_be_a_century_a_decade_or_a_time(
    text: str, language: str, reading: tuple[str, float]
) -> None:
    (found,) = find_quantities(text, language)
    assert reading in found.readings


def test_a_month_that_is_called_by_its_number_is_no_number() -> None:
    assert [found.value for found in find_quantities("2018年10月5日", "ja")] == [2018, 5]
    assert [found.value for found in find_quantities("ngày 5 tháng 10", "vi")] == [5]


@pytest.mark.parametrize("language", LANGUAGES)
@given(
    text=st.text(
        alphabet=st.sampled_from("0123456789٣५十万亿.,:/-–’' %€$°hmkMя年月日\u00a0\u202fIVXab"),
        max_size=40,
    )
)
@settings(max_examples=25, deadline=None)
def test_whatever_stands_there_is_read_within_the_text(text: str, language: str) -> None:
    for found in find_quantities(text, language):
        assert 0 <= found.start < found.end <= found.reach <= len(text)
        assert found.readings
