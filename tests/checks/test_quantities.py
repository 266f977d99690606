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


def find(source: str, target: str, languages: tuple[str, str], name: str) -> list[str]:
    """The messages of a check on a pair in two languages."""
    check = next(item for item in CHECKS if item.name == name)
    return [remark.message for remark in check.find(pair_of(source, target, languages))]


SAME = [
    ("53 bin 537 kişi yaşıyor.", "tr", "Dort leben 53.537 Menschen.", "de"),
    ("85 milyon 372 bin kişi yaşıyor.", "tr", "85.372 million people live there.", "en"),
    ("Подписали 1 млн 300 тысяч человек.", "ru", "1,3 Millionen unterschrieben.", "de"),
    ("Пішли 3 тис. 200 вояків.", "uk", "3,200 troops left.", "en"),
    ("Zapłacił 2 mln 300 tys. zł.", "pl", "Er zahlte 2,3 Millionen Złoty.", "de"),
    ("Costó 3 miliardi e 200 milioni di euro.", "it", "It cost 3.2 billion euros.", "en"),
    ("Llegaron dos millones y medio de turistas.", "es", "2.5 million tourists came.", "en"),
    ("Un million et demi de touristes.", "fr", "One and a half million tourists.", "en"),
    ("Przyjechało dwa i pół miliona turystów.", "pl", "Two and a half million tourists.", "en"),
    ("La deuda es de un billón y medio de euros.", "es", "It owes 1.5 trillion euros.", "en"),
    ("Він коштує 41 гривню 20 копійок.", "uk", "It costs 41.20 hryvnias.", "en"),
    ("Коштує 54 рубля 30 копеек.", "ru", "Es kostet 54,30 Rubel.", "de"),
    ("Bilet kosztuje 12 zł 50 gr.", "pl", "Die Karte kostet 12,50 Złoty.", "de"),
    ("Le contrat vaut 2,5 M€.", "fr", "The contract is worth €2.5 million.", "en"),
    ("Hay 12,7 hectómetros cúbicos.", "es", "There are 12.7 million cubic metres.", "en"),
    ("Il gagne 300 k€ par an.", "fr", "He earns €300,000 a year.", "en"),
    ("Es kostete 1,2 Milliarden Rubel.", "de", "It cost 1.2 billion roubles.", "en"),
    ("财政部拨款2亿元人民币。", "zh", "The ministry gave 200 million yuan.", "en"),
]


@pytest.mark.parametrize(("source", "one", "target", "other"), SAME)
def test_a_number_said_in_several_is_the_one_in_digits(
    source: str, one: str, target: str, other: str
) -> None:
    for name in ("number", "unit"):
        assert not find(source, target, (one, other), name)
        assert not find(target, source, (other, one), name)


@pytest.mark.parametrize(
    ("source", "one", "target", "other"),
    [
        ("53 bin 537 kişi yaşıyor.", "tr", "Dort leben 54.537 Menschen.", "de"),
        ("Подписали 1 млн 300 тысяч человек.", "ru", "1,5 Millionen unterschrieben.", "de"),
        ("Llegaron dos millones y medio de turistas.", "es", "3.5 million tourists came.", "en"),
        ("Він коштує 41 гривню 20 копійок.", "uk", "It costs 41.50 hryvnias.", "en"),
        ("Le contrat vaut 2,5 M€.", "fr", "The contract is worth €2.5 billion.", "en"),
    ],
)
def test_another_number_than_the_sum_is_flagged(
    source: str, one: str, target: str, other: str
) -> None:
    assert find(source, target, (one, other), "number")


@pytest.mark.parametrize(
    ("source", "one"),
    [
        ("Он обещал 12 млрд рублей.", "ru"),
        ("Обіцяв 12 мільярдів гривень.", "uk"),
        ("Er versprach 12 Milliarden Rubel.", "de"),
        ("Obiecał 12 miliardów złotych.", "pl"),
        ("他承诺120亿元人民币。", "zh"),
        ("12 milyar lira sözü verdi.", "tr"),
        ("Han lovade 12 miljarder kronor.", "sv"),
    ],
)
def test_another_currency_is_flagged(source: str, one: str) -> None:
    assert find(source, "He promised 12 billion euros.", (one, "en"), "unit")


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
