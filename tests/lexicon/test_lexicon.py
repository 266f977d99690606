"""The lexicon as a file, as a table, and as it is learnt."""

from __future__ import annotations

from math import isclose
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transtrack.errors import InputError
from transtrack.lexicon import (
    DATA,
    find_lexicon,
    find_words,
    look_up,
    make_lexicon,
    merge,
    read_lexicon,
    render_lexicon,
    train,
    transpose,
)
from transtrack.lexicon.store import pack, unpack

WORD = st.text(alphabet="abcäßж", min_size=1, max_size=6)
SHARE = st.floats(0.01, 1.0)
ENTRIES = st.dictionaries(st.tuples(WORD, WORD), st.tuples(SHARE, SHARE), max_size=12)
PAIRS = [
    ("das Haus ist alt", "the house is old", 1.0),
    ("das Haus ist neu", "the house is new", 1.0),
    ("das Buch ist alt", "the book is old", 1.0),
    ("ein Buch", "a book", 1.0),
]


@given(ENTRIES)
def test_entries_are_found_again(entries: dict[tuple[str, str], tuple[float, float]]) -> None:
    lexicon = make_lexicon(entries, ("de", "en"), {})
    for (source, target), (there, back) in entries.items():
        found = {word: shares for word, *shares in lexicon.translations(source)}
        assert isclose(found[target][0], there, rel_tol=0.06)
        assert isclose(found[target][1], back, rel_tol=0.06)
    assert len(lexicon) == len(entries)
    assert lexicon.translations("zzz") == []


@settings(deadline=None)
@given(entries=ENTRIES)
def test_a_file_holds_the_same_lexicon(
    tmp_path_factory: pytest.TempPathFactory,
    entries: dict[tuple[str, str], tuple[float, float]],
) -> None:
    path = tmp_path_factory.mktemp("lexicon") / "x.lexicon"
    lexicon = make_lexicon(entries, ("de", "en"), {"sources": ["a"]})
    path.write_bytes(render_lexicon(lexicon))
    again = read_lexicon(path)
    assert render_lexicon(again) == path.read_bytes()
    assert again.info == {"sources": ["a"]}
    for source, _ in entries:
        assert again.translations(source) == lexicon.translations(source)


@given(ENTRIES)
def test_turned_round_twice_it_is_the_same(
    entries: dict[tuple[str, str], tuple[float, float]],
) -> None:
    lexicon = make_lexicon(entries, ("de", "en"), {})
    there = transpose(lexicon)
    for source, target in entries:
        assert source in [word for word, _, _ in there.translations(target)]
    assert render_lexicon(transpose(there)) == render_lexicon(lexicon)


@given(st.floats(1e-6, 1.0))
def test_a_probability_survives_as_a_byte(probability: float) -> None:
    assert isclose(unpack(pack(probability)), probability, rel_tol=0.06)


def test_model_1_learns_which_word_is_which() -> None:
    lexicon = train(PAIRS * 3, ("de", "en"), {})
    for german, english in [("haus", "house"), ("buch", "book"), ("alt", "old"), ("neu", "new")]:
        assert lexicon.translations(german)[0][0] == english
    assert lexicon.info["pairs"] == 12


def test_training_gives_the_same_bytes() -> None:
    first = render_lexicon(train(PAIRS, ("de", "en"), {}))
    assert render_lexicon(train(PAIRS, ("de", "en"), {})) == first


def test_nothing_to_learn_from_gives_an_empty_lexicon() -> None:
    lexicon = train([("", "a", 1.0)], ("de", "en"), {})
    assert len(lexicon) == 0
    assert not len(look_up(lexicon, ["Haus"], ["house"]).pairs)


def test_rare_meetings_are_left_out_on_request() -> None:
    assert len(train(PAIRS, ("de", "en"), {}, least_count=2.0)) < len(
        train(PAIRS, ("de", "en"), {})
    )


def test_words_are_reached_through_forms_and_parts() -> None:
    entries = {("sicherheit", "security"): (0.9, 0.9), ("krise", "crisis"): (0.9, 0.9)}
    lexicon = make_lexicon(entries, ("de", "en"), {})
    source = ["Sicherheitskrise", "Krisen", "Krisis", "Unsinn"]
    found = look_up(lexicon, source, ["security", "Crisis", "nonsense"])
    assert found.pairs.tolist() == [[0, 0], [0, 1], [1, 1]]
    assert found.source_known.tolist() == [True, True, False, False]
    assert found.target_known.tolist() == [True, True, False]


def test_of_two_lexicons_the_surer_entry_counts() -> None:
    one = make_lexicon({("haus", "house"): (0.5, 0.9)}, ("de", "en"), {})
    two = make_lexicon(
        {("haus", "house"): (0.8, 0.2), ("buch", "book"): (0.7, 0.7)}, ("de", "en"), {}
    )
    joined = merge([one, two])
    (entry,) = joined.translations("haus")
    assert isclose(entry[1], 0.8, rel_tol=0.06)
    assert isclose(entry[2], 0.9, rel_tol=0.06)
    assert len(joined) == 2


@pytest.mark.parametrize("data", [b"", b"{}", b"hello\n", b'{"format": "x"}\n', b"\n\n"])
def test_what_is_no_lexicon_is_an_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.lexicon"
    path.write_bytes(data)
    with pytest.raises(InputError, match="lexicon"):
        read_lexicon(path)


def test_a_lexicon_cut_short_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "x.lexicon"
    whole = render_lexicon(train(PAIRS, ("de", "en"), {}))
    for size in range(0, len(whole), 37):
        path.write_bytes(whole[:size])
        with pytest.raises(InputError):
            read_lexicon(path)


def test_german_and_english_come_with_the_program_in_both_directions() -> None:
    there, back = find_lexicon("de-AT", "en-GB"), find_lexicon("en", "de")
    assert there is not None
    assert back is not None
    assert there.translations("Regierung")[0][0] == "government"
    assert "regierung" in [word for word, _, _ in back.translations("government")]
    assert find_lexicon("de", "fr") is None
    assert (DATA / "de-en.lexicon").stat().st_size <= 5_000_000


def test_words_are_letters_and_numbers_in_lower_case() -> None:
    assert find_words("„Ja“, sagt Ö. – 1,5 %!") == ["ja", "sagt", "ö", "1,5"]
