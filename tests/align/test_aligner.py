from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.specimens import ENGLISH, GERMAN, bead, document, english, ferry, german

from transtrack.align import align
from transtrack.align.aligner import make_lexical_cost
from transtrack.align.cost import CostModel
from transtrack.align.learning import learn
from transtrack.align.remainder import Remainder
from transtrack.align.search import Step, search
from transtrack.lexicon import make_lexicon
from transtrack.model import Bitext, Origin

WORDS = st.sampled_from(
    "Haus Putin NATO Moskau 17 2022 geht schnell Regierung der die und Konferenz ? Koval".split()  # noqa: SIM905
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=9)


def pairs(bitext: Bitext) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in bitext.beads]


def test_a_translation_is_aligned_sentence_by_sentence() -> None:
    assert pairs(ferry()) == [((k,), (k,)) for k in range(6)]
    assert all(bead.confidence > 0.5 for bead in ferry().beads)


def test_one_german_sentence_becomes_two() -> None:
    split = [*ENGLISH[:1], "The ferry Baltica sank.", "It happened off Rügen on January 13."]
    bitext = align(german(), english([*split, *ENGLISH[2:]]))
    assert ((1,), (1, 2)) in pairs(bitext)


def test_an_omission_does_not_swallow_its_neighbour() -> None:
    bitext = align(german(), english([*ENGLISH[:3], *ENGLISH[4:]]))
    assert ((3,), ()) in pairs(bitext)
    assert ((2,), (2,)) in pairs(bitext)


def test_an_addition_stands_alone() -> None:
    added = "Rügen is a popular holiday destination for people from all over the country."
    bitext = align(german(), english([*ENGLISH[:3], added, *ENGLISH[3:]]))
    assert ((), (3,)) in pairs(bitext)


def test_a_moved_sentence_does_not_derail_what_follows() -> None:
    captain = ENGLISH[3]
    moved = [*ENGLISH[:1], captain, *ENGLISH[1:3], *ENGLISH[4:]]
    bitext = align(german(), english(moved))
    assert ((4,), (4,)) in pairs(bitext)
    assert ((5,), (5,)) in pairs(bitext)
    assert ((3,), (1,)) in pairs(bitext)
    assert len(bitext.moved()) == 1


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_text_aligned_with_itself_is_all_one_to_one(sentences: list[str]) -> None:
    distinct = list(dict.fromkeys(sentences))
    both = document(distinct), document(distinct, "en", "copy.txt")
    found = align(*both)
    assert {index for bead in found.beads for index in bead.source} == set(range(len(distinct)))
    if len(distinct) > 1 and all(len(sentence) > 30 for sentence in distinct):
        assert pairs(found) == [((k,), (k,)) for k in range(len(distinct))]


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_swapping_the_sides_mirrors_the_beads(left: list[str], right: list[str]) -> None:
    there = align(document(left), document(right, "en", "x.txt"))
    back = align(document(right, "en", "x.txt"), document(left))
    confident = {(b.source, b.target) for b in there.beads if b.confidence > 0.6}  # no ties
    mirrored = {(b.target, b.source) for b in back.beads}
    assert confident <= mirrored


@settings(max_examples=30, deadline=None)
@given(TEXTS, TEXTS)
def test_the_same_texts_give_the_same_beads(left: list[str], right: list[str]) -> None:
    both = document(left), document(right, "en", "x.txt")
    assert align(*both) == align(*both)


def test_a_paragraph_added_at_the_end_moves_no_earlier_bead() -> None:
    longer = align(
        german([*GERMAN, "Im Hafen von Sassnitz warten noch 12 Schiffe."]),
        english([*ENGLISH, "Another 12 ships are waiting in the port of Sassnitz."]),
    )
    assert pairs(longer)[:6] == pairs(ferry())


def test_reviewed_beads_stay_and_their_neighbours_keep_their_side() -> None:
    reviewed = (bead([2], [3], 1.0, Origin.REVIEWED), bead([4], [], 1.0, Origin.REVIEWED))
    bitext = align(german(), english(), reviewed=reviewed)
    assert set(reviewed) <= set(bitext.beads)
    for found in bitext.beads:
        if found not in reviewed and found.source and found.target:
            assert (found.source[-1] < 2) == (found.target[-1] < 3)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, st.data())
def test_any_reviewed_beads_are_kept(
    left: list[str], right: list[str], data: st.DataObject
) -> None:
    sources = data.draw(st.lists(st.integers(0, len(left) - 1), unique=True, max_size=3))
    targets = data.draw(st.lists(st.integers(0, len(right) - 1), unique=True, max_size=3))
    size = min(len(sources), len(targets))
    reviewed = [
        bead([source], [target], 1.0, Origin.REVIEWED)
        for source, target in zip(sources[:size], targets[:size], strict=True)
    ]
    bitext = align(document(left), document(right, "en", "x.txt"), reviewed=reviewed)
    assert set(reviewed) <= set(bitext.beads)


def test_empty_sentences_are_aligned_with_nothing_needed() -> None:
    bitext = align(document(["", "Ja, 17.", ""]), document(["Yes, 17.", ""], "en", "x.txt"))
    assert sum(len(found.source) for found in bitext.beads) == 3


@pytest.mark.parametrize("size", [1, 3])
def test_one_side_may_be_much_shorter(size: int) -> None:
    bitext = align(german(GERMAN * 20), english(ENGLISH[:size]))
    assert len(bitext.beads) >= len(GERMAN) * 20 - 4 * size


def test_cost_model_and_search_can_be_replaced() -> None:
    class Nothing:
        name = "nothing"

    def diagonal(_: CostModel) -> list[Step]:
        return [Step(row=k, column=k, kind=(1, 1), posterior=0.5, score=0.0) for k in range(6)]

    def cost(rest: Remainder) -> CostModel:
        assert rest.source == list(range(6))
        return Nothing()  # type: ignore[return-value]  # this search asks it nothing

    bitext = align(german(), english(), find_cost=cost, find_path=diagonal)
    assert pairs(bitext) == [((k,), (k,)) for k in range(6)]
    assert "cost:nothing" in bitext.signature


def test_a_long_text_finds_its_way_back_after_a_hundred_missing_sentences() -> None:
    rng = np.random.default_rng(7)
    names = [f"{a}{b}{c}" for a in "BDFGK" for b in ("al", "or", "im") for c in ("nik", "tov")]
    source = [
        f"{rng.choice(names).title()} trifft {rng.choice(names).title()} {number} in Saal"
        for number in range(1000, 1700)
    ]
    target = [sentence.replace("trifft", "meets").replace("Saal", "hall") for sentence in source]
    del target[300:400]
    found = pairs(align(document(source), document(target, "en", "x.txt")))
    right = [((k,), (k if k < 300 else k - 100,)) for k in range(700) if not 300 <= k < 400]
    assert len(set(right) & set(found)) >= 0.98 * len(right)


def test_without_a_lexicon_long_texts_teach_one() -> None:
    rng = np.random.default_rng(3)
    words = [(f"m{a}v{b}l", f"z{b}b{a}r") for a in "aeiou" for b in "aeiou"]
    picks = [rng.integers(0, len(words), size).tolist() for size in rng.integers(2, 19, 80)]
    source = [" ".join(words[k][0] for k in row) + "." for row in picks]
    target = [" ".join(words[k][1] for k in row) + "." for row in picks]
    del target[40:44]
    texts = document(source, "fi", "a.txt"), document(target, "et", "b.txt")
    bitext = align(*texts)
    assert bitext.signature.split("|")[1] == "cost:lexical:learnt"
    right = {((k,), (k if k < 40 else k - 4,)) for k in range(80) if not 40 <= k < 44}
    assert len(right & set(pairs(bitext))) >= 70
    rest = Remainder(*texts, ())
    learnt = learn(rest, search(make_lexical_cost(rest)))
    assert learnt
    known = [learnt.translations(left)[0][0] == right for left, right in words]
    assert sum(known) >= 20
    short = align(document(source[:5], "fi", "a.txt"), document(target[:5], "et", "b.txt"))
    assert "cost:lexical|" in short.signature
    ours = make_lexicon({words[0]: (0.9, 0.9), words[7]: (0.9, 0.9)}, ("fi", "et"), {})
    bitext = align(*texts, lexicon=ours)
    assert bitext.signature.split("|")[1] == "cost:lexical:given:learnt"
    assert len(right & set(pairs(bitext))) >= 70


def test_page_furniture_of_one_side_stays_by_itself() -> None:
    noisy = [
        ENGLISH[0],
        "Subscribe to our newsletter",
        *ENGLISH[1:4],
        "Read more: Ferries",
        *ENGLISH[4:],
    ]
    bitext = align(german(), english(noisy))
    assert ((), (1,)) in pairs(bitext)
    assert ((), (5,)) in pairs(bitext)
    assert sum(bead.kind == "1-1" for bead in bitext.beads) == 6


def test_a_bead_of_one_and_five() -> None:
    long = (
        "Kapitän Koval sprach von einem Wunder, dankte den Rettern aus Sassnitz, lobte die 12"
        " Matrosen, kündigte eine Untersuchung an und fuhr nach Odessa."
    )
    parts = [
        "Captain Koval spoke of a miracle.",
        "He thanked the rescuers from Sassnitz.",
        "He praised the 12 sailors.",
        "He announced an investigation.",
        "Then he went to Odessa.",
    ]
    bitext = align(
        german([*GERMAN[:3], long, *GERMAN[4:]]), english([*ENGLISH[:3], *parts, *ENGLISH[4:]])
    )
    assert ((3,), (3, 4, 5, 6, 7)) in pairs(bitext)


def test_japanese_is_not_short_though_a_character_says_more_than_a_letter() -> None:
    lines = (
        "港のフェリーが昨夜沈没した。",
        "乗客は全員、近くの漁船に救助されて港に運ばれたと、沿岸警備隊の広報担当者が記者団に語った。",
        "原因は不明である。",
        "船会社は、調査が終わるまで何も言うつもりはないが、遺失物については補償するとしている。",
        "同じ航路では、三年前にも別の船が岩に衝突していた。",
    )
    translation = (
        "The harbour ferry sank last night.",
        "All passengers were picked up by fishing boats nearby and taken to the harbour, a"
        " spokesman for the coast guard told reporters.",
        "The cause is not known.",
        "The shipping company does not want to say anything until the inquiry has come to an end,"
        " but it will pay for lost property.",
        "On the same route another ship had hit a rock three years before.",
    )
    bitext = align(document(lines, "ja", "corpora/ja/ferry.txt"), english(translation))
    assert pairs(bitext) == [((k,), (k,)) for k in range(5)]
