"""The score without a reference: high for sound translations in any style, low for broken ones."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.specimens import ENGLISH, GERMAN, bead, every_kind, ferry

from transtrack.quality import FEATURES, average, find_estimator
from transtrack.quality.fluency import find_fluency
from transtrack.quality.ngrams import count_ngrams, from_arrays, to_arrays

ESTIMATOR = find_estimator("de", "en")
SOURCE = "Die Fähre „Baltica“ ist am 13. Januar vor der Insel Rügen gesunken."
SOUND = (
    "The ferry Baltica sank off the island of Rügen on January 13.",
    "On 13 January the ferry “Baltica” sank off the island of Rügen.",
    "The “Baltica” ferry went down near the island of Rügen on January 13.",
)
BROKEN = {
    "untranslated": SOURCE,
    "another sentence": "All 47 passengers were rescued and taken to hospital.",
    "cut off": "The ferry Baltica",
    "twice": f"{SOUND[0]} {SOUND[0]}",
}


def rate(target: str, source: str = SOURCE) -> float:
    return ESTIMATOR.rate(source, target).score.value


@pytest.mark.parametrize("target", SOUND)
def test_a_sound_translation_scores_high_whatever_its_style(target: str) -> None:
    assert rate(target) > 75


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_one_scores_low(fault: str) -> None:
    assert rate(BROKEN[fault]) < 50


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("13", "18", "numbers"),
        ("sank", "did not sink", "negation"),
        ("Rügen", "Sylt", "names"),
        ("the island", "the the island", "repeated"),
        ("ferry", "Fähre", "lost"),
    ],
)
def test_each_fault_lowers_the_score_and_is_named(old: str, new: str, reason: str) -> None:
    rating = ESTIMATOR.rate(SOURCE, SOUND[0].replace(old, new))
    assert rating.score.value < rate(SOUND[0])
    sound = ESTIMATOR.rate(SOURCE, SOUND[0])
    place = [feature.name for feature in FEATURES].index(reason)
    assert rating.features[place] > sound.features[place]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("20.31 Uhr: Die Wahllokale sind geschlossen", "8:31 p.m.: The polls have closed"),
        ("Um 19 Uhr begann das Konzert in der Halle.", "The concert in the hall began at 7 p.m."),
        ("Die Stadt hat 12 400 Einwohner.", "The town has 12,400 inhabitants."),
    ],
)
def test_a_number_that_english_writes_otherwise_is_no_fault(source: str, target: str) -> None:
    assert rate(target, source) > 75


def test_another_time_is_a_fault() -> None:
    source = "Um 19 Uhr begann das Konzert in der Halle."
    right, wrong = (f"The concert in the hall began at {hour} p.m." for hour in (7, 9))
    assert rate(wrong, source) < rate(right, source) - 5


def test_shuffled_words_lower_the_score() -> None:
    shuffled = "Rügen the off January 13 sank of ferry on island Baltica the."
    assert rate(shuffled) < rate(SOUND[0])


def test_an_article_is_the_mean_of_its_sentences_by_size() -> None:
    ratings = ESTIMATOR.rate_all(ferry())
    values, sizes = zip(
        *((r.score.value, max(len(r.source), len(r.target))) for r in ratings), strict=True
    )
    assert average(ratings).value == pytest.approx(np.average(values, weights=sizes))
    assert average(ratings).value > 80
    assert "pair:de-en" in average(ratings).signature
    assert ratings[1].place == "corpora/en/ferry.txt:2:1"


def test_what_is_missing_or_added_scores_0_and_says_so() -> None:
    ratings = ESTIMATOR.rate_all(every_kind())
    told = {rating.kind: (rating.score.value, rating.reasons) for rating in ratings}
    assert told["1-0"] == (0.0, ("not translated",))
    assert told["0-1"] == (0.0, ("not in the original",))
    assert bead([3], []).kind == "1-0"


def test_what_a_translation_renders_is_told_apart_from_what_it_adds() -> None:
    whole = ESTIMATOR.rate(f"{GERMAN[2]} {GERMAN[3]}", f"{ENGLISH[2]} {ENGLISH[3]}")
    half = ESTIMATOR.rate(f"{GERMAN[2]} {GERMAN[3]}", ENGLISH[2])
    more = ESTIMATOR.rate(GERMAN[2], f"{ENGLISH[2]} {ENGLISH[3]}")
    assert half.rendered < whole.rendered > 0.7
    assert more.grounded < whole.grounded > 0.7


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_two_texts_have_a_score_from_0_to_100(source: str, target: str) -> None:
    assert 0 <= ESTIMATOR.rate(source, target).score.value <= 100


def test_english_into_german_works_too() -> None:
    estimator = find_estimator("en-GB", "de-AT")
    assert estimator.rate(ENGLISH[1], GERMAN[1]).score.value > 60
    assert estimator.rate(ENGLISH[1], GERMAN[4]).score.value < 20


def test_a_german_noun_is_not_taken_for_a_name_out_of_nowhere() -> None:
    told = "The alteration is dear."
    rating = find_estimator("en", "de").rate(told, "Teuer ist ja der ganze Umbau am Ende.")
    assert "names" not in rating.reasons


def test_a_language_without_a_model_of_its_own_is_scored_by_the_rest() -> None:
    estimator = find_estimator("de", "nl")
    assert "|lexicon:no|fluency:no" in estimator.signature
    assert "|lexicon:own|" in ESTIMATOR.signature
    assert 0 <= estimator.rate("Das ist gut.", "Dat is goed.").score.value <= 100


def test_english_word_order_is_more_expected_than_none() -> None:
    model = find_fluency("en")
    assert model
    sound = "The ferry sank off the island on Monday."
    mixed = "Monday the on ferry island off sank the."
    for kind in (0, 1):
        assert model.surprise(sound)[kind].mean() > model.surprise(mixed)[kind].mean()
    assert model.information("the") < model.information("island") < model.information("qqqq")


def test_a_model_is_what_its_arrays_say() -> None:
    sentences = [np.array([1, 3, 4, 2]), np.array([1, 3, 5, 2]), np.array([1, 4, 5, 2])]
    model = count_ngrams(sentences, 6, (1, 1, 1))
    again = from_arrays(to_arrays(model, "x"), "x")
    for sentence in sentences:
        assert np.array_equal(model.score(sentence), again.score(sentence))
    chances = [float(np.exp(model.score(np.array([1, k]))[1])) for k in range(1, 6)]
    assert sum(chances) == pytest.approx(1.0, abs=0.1)
    assert all(one >= 0 for one, _ in pairwise(chances))


def off(feature: str, pair: tuple[str, str], languages: tuple[str, str]) -> float:
    """What one feature measures of a pair."""
    values = find_estimator(*languages).rate(*pair).features
    return values[[item.name for item in FEATURES].index(feature)]


def test_another_script_has_other_full_stops_quotation_marks_and_denser_characters() -> None:
    pair = (
        "「フェリーは沈んだ」と船長は言った。",
        '"The ferry sank," the captain said.',
    )
    assert off("marks", pair, ("ja", "en")) == 0
    assert off("length", pair, ("ja", "en")) < 1
    assert np.isnan(off("names", ("徳島で沈没した。", "It sank off Tokushima."), ("ja", "en")))


def test_french_writes_a_space_before_some_marks() -> None:
    pair = "Why did it sink?", "Pourquoi a-t-il coulé ?"
    assert off("marks", pair, ("en", "fr")) == 0
    assert off("marks", ("Pourquoi ?", "Why ?"), ("fr", "en")) == 1
