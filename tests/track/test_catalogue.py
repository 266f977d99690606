"""What people decided is kept, whatever happens to the texts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.specimens import ENGLISH, GERMAN, english, german

from transtrack.align import align
from transtrack.errors import InputError
from transtrack.formats.po import Catalogue, Entry, parse_catalogue, render_catalogue
from transtrack.model import Bead, Bitext, Document, Origin
from transtrack.track import read_catalogue, update, write_catalogue


def aligned(source: Document, target: Document, reviewed: object) -> Bitext:
    assert isinstance(reviewed, tuple)
    return align(source, target, reviewed=reviewed)


def follow(
    old: Catalogue | None, source: tuple[str, ...] = GERMAN, target: tuple[str, ...] = ENGLISH
) -> Catalogue:
    """The catalogue after a run, written and read back as a second run would find it."""
    _, catalogue = update(old, german(source), english(target), aligned)
    return parse_catalogue(render_catalogue(catalogue), path="ferry.po")


def review(catalogue: Catalogue, *numbers: int) -> Catalogue:
    """The catalogue with these entries reviewed by a person."""
    entries = [
        replace(entry, origin=Origin.REVIEWED, confidence=1.0, fuzzy=False, doubtful=False)
        if number in numbers
        else entry
        for number, entry in enumerate(catalogue.entries)
    ]
    return replace(catalogue, entries=tuple(entries))


def entry(catalogue: Catalogue, words: str) -> Entry:
    """The one entry whose source, or earlier source, begins with these words."""
    (found,) = [e for e in catalogue.entries if (e.previous or e.source).startswith(words)]
    return found


def test_a_second_run_changes_nothing() -> None:
    once = follow(None)
    assert follow(once) == once


def test_a_reviewed_bead_is_kept_though_the_aligner_would_have_it_otherwise() -> None:
    merged = Entry(
        source=f"{GERMAN[2]} {GERMAN[3]}",
        target=f"{ENGLISH[2]} {ENGLISH[3]}",
        kind=(2, 2),
        origin=Origin.REVIEWED,
    )
    found = follow(Catalogue(entries=(merged,)))
    assert entry(found, GERMAN[2]).kind == (2, 2)
    assert entry(found, GERMAN[2]).origin is Origin.REVIEWED


def test_an_entry_whose_fuzzy_flag_was_taken_away_is_reviewed() -> None:
    once = follow(None)
    first = replace(once.entries[0], doubtful=True, fuzzy=False, confidence=0.3)
    again = follow(replace(once, entries=(first, *once.entries[1:])))
    assert again.entries[0].origin is Origin.REVIEWED


def test_a_doubtful_entry_stays_fuzzy_until_somebody_looks() -> None:
    once = follow(None)
    flagged = replace(once.entries[1], fuzzy=True)
    again = follow(replace(once, entries=(once.entries[0], flagged, *once.entries[2:])))
    assert again.entries[1].fuzzy
    cleared = replace(again.entries[1], fuzzy=False)
    seen = follow(replace(again, entries=(again.entries[0], cleared, *again.entries[2:])))
    assert seen.entries[1].origin is Origin.REVIEWED


def test_a_changed_source_makes_the_entry_fuzzy_and_keeps_what_was_translated() -> None:
    once = review(follow(None), 2)
    changed = (*GERMAN[:2], "Alle 49 Passagiere wurden gerettet.", *GERMAN[3:])
    again = follow(once, changed)
    found = entry(again, GERMAN[2])
    assert (found.fuzzy, found.previous) == (True, GERMAN[2])
    assert found.source == changed[2]
    assert again.header["X-Source-Digest"] == once.header["X-Source-Digest"]
    assert follow(again, changed) == again


def test_the_change_is_settled_when_the_translation_follows() -> None:
    changed = (*GERMAN[:2], "Alle 49 Passagiere wurden gerettet.", *GERMAN[3:])
    stale = follow(follow(None), changed)
    settled = follow(stale, changed, (*ENGLISH[:2], "All 49 passengers were saved.", *ENGLISH[3:]))
    assert not any(e.previous for e in settled.entries)
    assert settled.header["X-Source-Digest"] == german(changed).digest


def test_the_change_is_settled_when_a_person_takes_the_flag_away() -> None:
    changed = (*GERMAN[:2], "Alle 49 Passagiere sind gerettet.", *GERMAN[3:])
    stale = follow(follow(None), changed)
    approved = replace(
        stale, entries=tuple(replace(e, fuzzy=False, previous="") for e in stale.entries)
    )
    settled = follow(approved, changed)
    assert entry(settled, changed[2]).origin is Origin.REVIEWED
    assert settled.header["X-Source-Digest"] == german(changed).digest


def test_a_new_source_sentence_is_untranslated_and_moves_no_review() -> None:
    once = review(follow(None), *range(6))
    longer = (*GERMAN[:2], "Das Schiff war erst 2017 gebaut worden.", *GERMAN[2:])
    again = follow(once, longer)
    assert entry(again, "Das Schiff").target == ""
    assert sum(e.origin is Origin.REVIEWED for e in again.entries) == 6


def test_a_removed_sentence_leaves_an_obsolete_entry() -> None:
    once = review(follow(None), 4)
    again = follow(once, (*GERMAN[:4], GERMAN[5]), (*ENGLISH[:4], ENGLISH[5]))
    assert entry(again, GERMAN[4]).obsolete
    assert entry(again, GERMAN[4]).target == ENGLISH[4]
    back = follow(again)
    assert not entry(back, GERMAN[4]).obsolete
    assert entry(back, GERMAN[4]).origin is Origin.REVIEWED


def test_a_corrected_wording_keeps_its_review() -> None:
    once = review(follow(None), *range(6))
    corrected = (*ENGLISH[:2], "All 47 passengers have been rescued.", *ENGLISH[3:])
    found = entry(follow(once, GERMAN, corrected), GERMAN[2])
    assert (found.target, found.origin) == (corrected[2], Origin.REVIEWED)


def test_another_sentence_in_its_place_loses_its_review() -> None:
    once = review(follow(None), *range(6))
    other = (*ENGLISH[:2], "Nobody knows why.", *ENGLISH[3:])
    again = follow(once, GERMAN, other)
    active = [e for e in again.entries if e.source == GERMAN[2] and not e.obsolete]
    assert all(e.origin is Origin.AUTO for e in active)
    assert any(e.target == ENGLISH[2] or e.fuzzy or not e.target for e in again.entries)


def test_a_wording_put_into_the_catalogue_by_hand_is_not_overwritten() -> None:
    once = follow(None)
    better = replace(once.entries[2], target="All 47 passengers were saved.")
    edited = replace(once, entries=(*once.entries[:2], better, *once.entries[3:]))
    again = follow(edited)
    assert again.entries[2].target == "All 47 passengers were saved."
    assert again.entries[2].origin is Origin.REVIEWED
    assert follow(again) == again


def test_a_translators_comment_is_kept() -> None:
    once = follow(None)
    noted = replace(once.entries[1], comment="ask the desk\nabout the island")
    again = follow(replace(once, entries=(once.entries[0], noted, *once.entries[2:])))
    assert again.entries[1].comment == "ask the desk\nabout the island"


def test_repeated_sentences_keep_their_own_reviews() -> None:
    source = ("Ja.", GERMAN[1], "Ja.", GERMAN[3], "Ja.")
    target = ("Yes.", ENGLISH[1], "Yes.", ENGLISH[3], "Yes.")
    once = review(follow(None, source, target), 2)
    assert [e.origin for e in follow(once, source, target).entries].index(Origin.REVIEWED) == 2
    shorter = follow(once, source[1:], target[1:])
    assert [e.origin for e in shorter.entries].index(Origin.REVIEWED) == 1


def test_header_fields_of_other_programs_are_kept() -> None:
    once = follow(None)
    header = {**once.header, "X-Poedit-Bookmarks": "1", "Last-Translator": "A <a@example.org>"}
    again = follow(replace(once, header=header))
    assert again.header["X-Poedit-Bookmarks"] == "1"
    assert again.header["Last-Translator"] == "A <a@example.org>"


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["source", "target"]),
        st.sampled_from(["change", "drop", "add", "move", "merge"]),
        st.integers(0, 5),
        st.integers(0, 5),
    ),
    max_size=5,
)


def edit(sentences: tuple[str, ...], what: str, at: int, to: int) -> tuple[str, ...]:
    """The sentences after an edit at some place."""
    made = list(sentences)
    at, to = at % len(made), to % len(made)
    if what == "change":
        made[at] = made[at].replace(" ", " sehr ", 1)
    elif what == "drop" and len(made) > 1:
        del made[at]
    elif what == "add":
        made.insert(at, f"Neu ist Satz {to}.")
    elif what == "move":
        made.insert(to, made.pop(at))
    elif what == "merge" and at + 1 < len(made):
        made[at : at + 2] = [f"{made[at].rstrip('.')} und {made[at + 1]}"]
    return tuple(made)


@settings(max_examples=150, deadline=None)
@given(EDITS, st.sets(st.integers(0, 5)))
@example(
    [("source", "change", 3, 0), ("source", "drop", 2, 0), ("target", "change", 0, 0)], {0, 1, 2}
)
def test_no_review_is_lost_and_no_change_called_fresh(
    edits: list[tuple[str, str, int, int]], reviewed: set[int]
) -> None:
    once = review(follow(None), *reviewed)
    texts: dict[str, tuple[str, ...]] = {"source": GERMAN, "target": ENGLISH}
    for side, what, at, to in edits:
        texts[side] = edit(texts[side], what, at, to)
    again = follow(once, texts["source"], texts["target"])
    for number in reviewed:
        old = once.entries[number]
        kept = [e for e in again.entries if old.source in e.source or old.source in e.previous]
        assert kept, old
        untouched = old.source in texts["source"] and old.target in texts["target"]
        if untouched:
            assert any(
                e.origin is Origin.REVIEWED and (e.source, e.target) == (old.source, old.target)
                for e in kept
            )
    for e in again.entries:
        if not e.obsolete and e.target and e.target in ENGLISH:
            original = GERMAN[ENGLISH.index(e.target)]
            rewritten = original not in texts["source"] and original not in e.source
            assert not rewritten or e.fuzzy, e
    assert follow(again, texts["source"], texts["target"]) == again


def test_an_unchanged_catalogue_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "ferry.po"
    _, catalogue = update(None, german(), english(), aligned)
    assert write_catalogue(path, catalogue, None)
    written = path.read_bytes()
    path.chmod(0o444)
    old = read_catalogue(path)
    _, again = update(old, german(), english(), aligned)
    assert not write_catalogue(path, again, old)
    assert path.read_bytes() == written


def test_a_catalogue_that_is_none_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "ferry.po"
    path.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    with pytest.raises(InputError, match="ferry"):
        read_catalogue(path)
    assert read_catalogue(tmp_path / "none.po") is None


def test_reviewed_beads_reach_the_aligner() -> None:
    seen: list[Bead] = []

    def spy(source: Document, target: Document, reviewed: object) -> Bitext:
        assert isinstance(reviewed, tuple)
        seen.extend(reviewed)
        return align(source, target, reviewed=reviewed)

    update(review(follow(None), 1, 3), german(), english(), spy)
    assert [bead.source for bead in seen] == [(1,), (3,)]


def test_a_name_with_a_space_is_no_change(tmp_path: Path) -> None:
    path = tmp_path / "ferry.po"
    source = replace(german(), path="corpora/de/the ferry.txt")
    _, catalogue = update(None, source, english(), aligned)
    assert write_catalogue(path, catalogue, None)
    old = read_catalogue(path)
    assert not write_catalogue(path, update(old, source, english(), aligned)[1], old)
