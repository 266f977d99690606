"""The table of letter models says what each model says by itself."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from transtrack.names.lettering import make_table, write_table
from transtrack.names.letters import load_table, read_table, score_as
from transtrack.names.plausible import END, ORDER, START, CharModel, render_model

WORDS = st.text("abcäß'", max_size=9)
MODELS = st.lists(
    st.dictionaries(WORDS.filter(bool), st.floats(0.5, 5), min_size=1, max_size=8),
    min_size=1,
    max_size=3,
)


def foretell(model: CharModel, word: str) -> float:
    text = START + word + END
    return sum(model.foretell(text[:at], text[at]) for at in range(1, len(text)))


@given(MODELS, st.lists(st.text("abcäßxyz0'", max_size=9), max_size=5))
@settings(max_examples=60, deadline=None)
def test_table_agrees_with_its_models(names: list[dict[str, float]], words: list[str]) -> None:
    texts = {f"m{number}": render_model(item, ORDER - number) for number, item in enumerate(names)}
    table = make_table(texts)
    for word in words:
        expected = [foretell(CharModel(text), word) for text in texts.values()]
        assert table.score(word).tolist() == expected
        assert table.score(word).tolist() == expected  # from what it remembers


def test_a_file_brings_back_the_table_with_the_same_bytes(tmp_path: Path) -> None:
    table = make_table({"one": render_model({"abba": 2.0}), "two": render_model({"cäsar": 1.0})})
    first, second = tmp_path / "a.npz", tmp_path / "b.npz"
    write_table(table, first)
    again = read_table(first)
    write_table(again, second)
    assert first.read_bytes() == second.read_bytes()
    assert (again.names, again.alphabet) == (table.names, table.alphabet)
    assert again.score("abba").tolist() == table.score("abba").tolist()


def test_models_tell_languages_apart() -> None:
    assert {"german", "english", "to-german", "to-english", "words-de"} < set(load_table().names)
    assert score_as("gruschko", "to-german") > score_as("gruschko", "to-english")
    assert score_as("gruschko", "no such model") == float("-inf")


def test_letters_that_no_name_has_are_all_unlikely() -> None:
    assert load_table().score("\U0001f600" * 3).max() < load_table().score("anna").min()
