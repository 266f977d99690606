"""Whatever a person does, every sentence sits in exactly one bead, and undo takes it back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.specimens import bead, document, every_kind, ferry

from transtrack.align import align
from transtrack.formats.po import Catalogue, parse_catalogue, render_catalogue
from transtrack.model import Bead, Bitext, Document, Origin
from transtrack.review.actions import Action, RefusedError
from transtrack.review.draft import (
    Draft,
    accept,
    apply,
    is_open,
    make_catalogue,
    make_draft,
)
from transtrack.review.moves import MOVES, act
from transtrack.track import update

WORDS = ["Anna geht.", "Ja.", "Der Zug kam spät.", "Ja.", "Niemand weiß es.", "Sieben Boote."]


def keep(source: Document, target: Document, reviewed: Sequence[Bead]) -> Bitext:
    return align(source, target, reviewed=reviewed)


def sides(made: Bead) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return made.source, made.target


def do(bitext: Bitext, name: str, number: int, **details: object) -> list[str]:
    """The beads that come in place of others, as `0,1|2`."""
    action = Action(name=name, bead=sides(bitext.beads[number]), **details)  # type: ignore[arg-type]
    made = act(bitext.beads, action).made
    assert all(b.origin is Origin.REVIEWED for b in made)
    return ["|".join(",".join(map(str, side)) for side in sides(b)) for b in made]


def open_draft(bitext: Bitext) -> Draft:
    _, catalogue = update(None, bitext.source, bitext.target, lambda *_: bitext)
    return make_draft(bitext, catalogue)


def open_stale() -> Draft:
    """The ferry article's, of which a sentence of the original has changed since."""
    bitext = ferry()
    _, catalogue = update(None, bitext.source, bitext.target, lambda *_: bitext)
    text = render_catalogue(catalogue).replace(
        'msgid "Alle', '#, fuzzy\n#| msgid "Alle 46"\nmsgid "Alle'
    )
    old = parse_catalogue(text.replace(bitext.source.digest, "sha256:old"), path="a.po")
    return make_draft(*update(old, bitext.source, bitext.target, lambda *_: bitext))


@pytest.mark.parametrize(
    ("name", "number", "details", "made"),
    [
        ("confirm", 0, {}, ["0|0"]),
        ("merge", 1, {}, ["1,2,3|2"]),
        ("merge-previous", 2, {}, ["1,2,3|2"]),
        ("split", 1, {}, ["1|2", "2|"]),
        ("split", 4, {}, ["4|4", "|5"]),
        ("down", 1, {"side": "source"}, ["1|2", "2,3|"]),
        ("up", 4, {}, ["4|5", "|3,4"]),
        ("unlink", 0, {}, ["0|", "|0"]),
        ("link", 2, {"other": ((), (3,))}, ["3|3"]),
        ("link", 3, {"other": ((3,), ())}, ["3|3"]),
        ("link", 0, {"other": ((5,), (1,))}, ["0|1", "5|", "|0"]),
        ("omission", 1, {"side": "source", "at": 1}, ["2|", "1|2"]),
        ("omission", 2, {}, ["3|"]),
        ("addition", 4, {"at": 0}, ["4|5", "|4"]),
        ("swap", 4, {}, ["4|1", "5|4,5"]),
    ],
)
def test_a_move_makes_these_beads(
    name: str, number: int, details: dict[str, object], made: list[str]
) -> None:
    assert do(every_kind(), name, number, **details) == made


@pytest.mark.parametrize(
    ("name", "number", "details", "why"),
    [
        ("split", 0, {}, "nothing to split"),
        ("unlink", 2, {}, "one side"),
        ("merge", 5, {}, "no bead on that side"),
        ("merge-previous", 0, {}, "no bead on that side"),
        ("merge", 4, {}, "follow each other"),
        ("down", 2, {}, "no target sentence"),
        ("link", 0, {}, "second bead"),
        ("link", 2, {"other": ((3,), ())}, "with itself"),
        ("dance", 0, {}, "no action"),
    ],
)
def test_a_move_that_cannot_be_is_refused(
    name: str, number: int, details: dict[str, object], why: str
) -> None:
    with pytest.raises(RefusedError, match=why):
        do(every_kind(), name, number, **details)


def test_the_sure_ones_above_are_confirmed_and_no_doubtful_one() -> None:
    assert do(every_kind(), "confirm-above", 4) == ["0|0", "1,2|2", "3|"]


def test_a_bead_that_is_gone_is_refused() -> None:
    with pytest.raises(RefusedError, match="not there any more"):
        act(every_kind().beads, Action(name="confirm", bead=((0, 1), (0,))))


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from([move.name for move in MOVES]),
        st.integers(0, 30),
        st.integers(0, 30),
        st.sampled_from(["source", "target"]),
        st.one_of(st.none(), st.integers(0, 2)),
    ),
    max_size=12,
)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6)


def follow(draft: Draft, steps: list[tuple[str, int, int, str, int | None]]) -> list[Draft]:
    """The drafts after each action that is possible, the first one included."""
    drafts = [draft]
    for name, number, other, side, at in steps:
        beads = drafts[-1].beads
        action = Action(
            name=name,
            bead=sides(beads[number % len(beads)]),
            other=sides(beads[other % len(beads)]),
            side=side,  # type: ignore[arg-type]
            at=at,
        )
        try:
            drafts.append(apply(drafts[-1], action))
        except RefusedError:
            continue
    return drafts


def reviews(catalogue: Catalogue) -> Counter[tuple[str, str]]:
    return Counter(
        (entry.source, entry.target)
        for entry in catalogue.entries
        if entry.origin is Origin.REVIEWED and not entry.obsolete
    )


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, ACTIONS)
def test_every_sentence_sits_in_one_bead_and_what_was_decided_comes_back_from_disk(
    german: list[str], english: list[str], steps: list[tuple[str, int, int, str, int | None]]
) -> None:
    source, target = document(german), document(english, "en", "corpora/en/a.txt")
    first = open_draft(align(source, target))
    drafts = follow(first, steps)
    for draft in drafts:
        assert draft.bitext.beads  # or a ValueError: a sentence in no bead, or in two
        assert len(draft.rows) == len(set(draft.beads))
    last = make_catalogue(drafts[-1])
    text = render_catalogue(last)
    read = parse_catalogue(text, path="a.po")
    bitext, again = update(read, source, target, keep)
    assert not reviews(last) - reviews(again)
    assert reviews(make_catalogue(make_draft(bitext, again))) == reviews(again)
    assert render_catalogue(make_catalogue(drafts[0])) == render_catalogue(make_catalogue(first))


def test_a_row_that_nothing_touched_stays_the_same_object() -> None:
    draft = open_draft(ferry())
    after = apply(draft, Action(name="merge", bead=sides(draft.beads[1])))
    assert [row in after.rows for row in draft.rows] == [True, False, False, True, True, True]
    assert after.rows[0] is draft.rows[0]
    assert after.rows[2] is draft.rows[3]


def test_a_confirmed_change_is_settled() -> None:
    draft = open_stale()
    assert make_catalogue(draft).header["X-Source-Digest"] == "sha256:old"
    (row,) = [row for row in draft.rows if row.entry.previous]
    done = make_catalogue(apply(draft, Action(name="confirm", bead=sides(row.bead))))
    assert not any(entry.fuzzy or entry.previous for entry in done.entries)
    assert done.header["X-Source-Digest"] == draft.source.digest


def test_what_waits_because_its_original_changed_is_not_confirmed_with_all_above() -> None:
    draft = open_stale()
    (row,) = [row for row in draft.rows if row.entry.previous]
    last = Action(name="confirm-above", bead=sides(draft.beads[-1]))
    after = apply(draft, last)
    assert [row for row in after.rows if is_open(row)] == [
        row for row in draft.rows if is_open(row)
    ]
    assert make_catalogue(after).header["X-Source-Digest"] == "sha256:old"
    with pytest.raises(RefusedError, match="nothing above waits"):
        apply(after, last)
    assert not is_open(
        next(r for r in apply(after, Action(name="confirm", bead=sides(row.bead))).rows
             if sides(r.bead) == sides(row.bead))
    )  # fmt: skip


def test_a_finding_is_accepted_once() -> None:
    draft = open_draft(ferry())
    action = Action(name="accept", bead=sides(draft.beads[1]))
    twice = accept(accept(draft, action, "number"), action, "number")
    assert twice.rows[1].entry.comment == "transtrack: ignore[number]"


def test_comments_go_with_their_sentences_and_a_wording_by_hand_is_kept() -> None:
    bitext = ferry()
    _, catalogue = update(None, bitext.source, bitext.target, lambda *_: bitext)
    text = render_catalogue(catalogue).replace("were rescued", "were saved")
    text = text.replace("#. 1-1, confidence", "# ask the desk\n#. 1-1, confidence")
    draft = make_draft(
        *update(
            parse_catalogue(text, path="a.po"), bitext.source, bitext.target, lambda *_: bitext
        )
    )
    after = make_catalogue(apply(draft, Action(name="merge", bead=sides(draft.beads[2]))))
    assert after.entries[2].comment == "ask the desk"
    (kept,) = [entry for entry in after.entries if entry.obsolete]
    assert kept.target == "All 47 passengers were saved."


def test_a_side_holds_no_more_than_the_catalogue_finds_again() -> None:
    source, target = document([f"Satz {k}." for k in range(9)]), document(["A."], "en", "a.txt")
    beads = (bead(range(8), [0]), bead([8], []))
    bitext = Bitext(source=source, target=target, beads=beads, signature="test")
    with pytest.raises(RefusedError, match="at most 8"):
        do(bitext, "merge", 0)
