from __future__ import annotations

import pytest

from transtrack.names.judge import judge

GERMAN = [
    "Wolodymyr Ohrysko", "Jewhen Schewtschenko", "Sergej Rjabkow", "Mariam Dschaparidse",
    "Ljudmila Schiwkowa", "Juschtschenko", "Kiew", "Weißrussland", "Baschar al-Assad",
    "Nikol Paschinjan", "Swjatlana Husarawa",
]  # fmt: skip
ENGLISH = [
    "Volodymyr Ohryzko", "Yevhen Mahda", "Sergei Ryabkov", "Sergey Ryabkov", "Kyiv", "Kharkiv",
    "Alexander Grushko", "Fyodor Lukyanov", "Georgiy Kunadze", "Dmitri Trenin", "Boris Akunin",
    "Salome Zourabichvili", "Bashar al-Assad",
]  # fmt: skip
NATIVE = [
    "Wolfgang Schäuble", "Jens Weidmann", "Wojciech Jaruzelski", "Jan Wagner",
    "Rüdiger von Fritsch",
    "Andrej Plenković", "Denis Balibouse", "Josef Schwarz", "Juha Sipilä", "Jānis Ādamsons",
    "Robert Lewandowski", "Tschentscher", "Jochen Wiesner", "Joschka Fischer", "Wenzel Jaksch",
    "Jens Stoltenberg", "Ewa Kowalska", "Sjoerd Wartena", "Kwame Nkrumah", "Jim Snow",
]  # fmt: skip


@pytest.mark.parametrize("name", GERMAN)
def test_a_spelling_that_english_does_not_have_is_wrong(name: str) -> None:
    judgement = judge(name)
    assert judgement.wrong
    assert judgement.suggestions[0].text != name


@pytest.mark.parametrize("name", ENGLISH + NATIVE)
def test_english_spellings_and_names_at_home_are_left_alone(name: str) -> None:
    assert not judge(name).wrong
