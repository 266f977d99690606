"""What was decided is on disk before it is answered, and never over somebody else's."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.review.conftest import open_keeper
from tests.specimens import ENGLISH

from transtrack.config import Config, find_config
from transtrack.errors import OutputError, TranstrackError
from transtrack.formats.po import Catalogue, parse_catalogue, render_catalogue
from transtrack.model import Origin
from transtrack.pipeline import align_corpus
from transtrack.review import disk
from transtrack.review.actions import Action, ConflictError, RefusedError
from transtrack.review.keeper import Keeper, Step
from transtrack.track import find_corpus, read_catalogue, write_catalogue


def sides(keeper: Keeper, number: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    bead = keeper.draft.beads[number]
    return bead.source, bead.target


def act(keeper: Keeper, name: str, number: int) -> Step:
    action = Action(name=name, bead=sides(keeper, number))
    return keeper.act(action, keeper.revision, keeper.draft.texts)


def edit(keeper: Keeper, number: int, **wordings: str) -> Step:
    action = Action(name="edit", bead=sides(keeper, number))
    made = {int(place[1:]): wording for place, wording in wordings.items()}
    return keeper.edit(action, made, keeper.revision, keeper.draft.texts)


def english(project: Path) -> Path:
    return project / "corpora" / "en" / "ferry.txt"


def saved(project: Path) -> dict[str, str]:
    """Translations by origin and source as the catalogue has them."""
    path = project / "corpora" / "en" / "ferry.po"
    catalogue = parse_catalogue(path.read_text("utf-8"), path=str(path))
    return {
        entry.source: entry.target
        for entry in catalogue.entries
        if entry.origin is Origin.REVIEWED and not entry.obsolete
    }


def test_nothing_is_written_before_something_is_decided(keeper: Keeper, project: Path) -> None:
    assert not (project / "corpora" / "en" / "ferry.po").exists()
    act(keeper, "confirm", 2)
    assert saved(project) == {"Alle 47 Passagiere wurden gerettet.": ENGLISH[2]}


def test_a_second_program_sees_what_the_first_one_decided(keeper: Keeper, config: Config) -> None:
    act(keeper, "merge", 6)
    assert sides(open_keeper(config), 6) == ((6, 7), (6, 7))


def test_undo_and_redo_go_through_the_steps(keeper: Keeper, project: Path) -> None:
    act(keeper, "confirm", 0)
    act(keeper, "merge", 1)
    keeper.undo(keeper.revision)
    assert list(saved(project)) == ["Fähre sinkt vor Rügen"]
    keeper.redo(keeper.revision)
    assert len(saved(project)) == 2
    with pytest.raises(RefusedError, match="nothing to redo"):
        keeper.redo(keeper.revision)
    keeper.undo(keeper.revision)
    keeper.undo(keeper.revision)
    assert saved(project) == {}


def test_an_edit_changes_its_sentence_and_no_other_byte(keeper: Keeper, project: Path) -> None:
    before = english(project).read_bytes()
    edit(keeper, 2, _0="All 47 people were rescued.")
    after = before.replace(b"47 passengers", b"47 people")
    assert english(project).read_bytes() == after
    assert saved(project) == {"Alle 47 Passagiere wurden gerettet.": "All 47 people were rescued."}
    keeper.undo(keeper.revision)
    assert english(project).read_bytes() == before
    keeper.redo(keeper.revision)
    assert english(project).read_bytes() == after


def test_encoding_mark_and_line_ends_are_kept(config: Config, project: Path) -> None:
    text = "\ufeff" + english(project).read_text("utf-8").replace("\n", "\r\n")
    english(project).write_bytes(text.encode("utf-16-le"))
    keeper = open_keeper(config)
    edit(keeper, 3, _0="Captain Koval\nspoke of a miracle.")
    changed = text.replace("Captain Oleksandr Koval spoke", "Captain Koval\r\nspoke")
    assert english(project).read_bytes() == changed.encode("utf-16-le")


def test_one_sentence_may_become_two_or_none(keeper: Keeper, project: Path) -> None:
    edit(keeper, 2, _0="All were rescued. Nobody drowned.")
    assert sides(keeper, 2) == ((2,), (2, 3))
    assert sides(keeper, 3) == ((3,), (4,))
    edit(keeper, 2, _1="")
    assert sides(keeper, 2) == ((2,), (2,))
    assert "Nobody drowned" not in english(project).read_text("utf-8")


def test_sentences_that_fall_together_are_aligned_again(keeper: Keeper) -> None:
    act(keeper, "confirm", 0)
    edit(keeper, 6, _0="In the evening the sea was calm again,")
    assert sides(keeper, 0) == ((0,), (0,))
    assert keeper.draft.beads[0].origin is Origin.REVIEWED
    assert keeper.draft.bitext.beads


@pytest.mark.parametrize(
    ("wording", "why"),
    [(ENGLISH[2], "same as before"), ("All \0 of them.", "control"), ("All \ud800.", "encoding")],
)
def test_a_wording_that_cannot_be_written_is_refused(
    keeper: Keeper, project: Path, wording: str, why: str
) -> None:
    before = english(project).read_bytes()
    with pytest.raises(TranstrackError, match=why):
        edit(keeper, 2, _0=wording)
    assert english(project).read_bytes() == before
    act(keeper, "confirm", 2)


def test_a_fix_is_written_as_the_check_wants_it(config: Config, project: Path) -> None:
    text = english(project).read_text("utf-8").replace("the island", "the the island")
    english(project).write_text(text, encoding="utf-8")
    keeper = open_keeper(config)
    (found,) = [item for item in keeper.find_findings()[1] if item.fix]
    assert keeper.fix(found, keeper.revision, keeper.draft.texts).whole
    assert english(project).read_text("utf-8") == text.replace("the the island", "the island")
    assert found not in keeper.find_findings()[1]


def test_an_accepted_finding_is_silent(config: Config, project: Path) -> None:
    text = english(project).read_text("utf-8").replace("47", "74")
    english(project).write_text(text, encoding="utf-8")
    keeper = open_keeper(config)
    (found,) = [item for item in keeper.find_findings()[1] if item.check == "number"]
    action = Action(name="accept", bead=sides(keeper, 2))
    keeper.accept(action, found.check, keeper.revision, keeper.draft.texts)
    assert not [item for item in keeper.find_findings()[1] if item.check == "number"]
    assert "transtrack: ignore[number]" in keeper.article.catalogue.read_text("utf-8")


def test_two_programs_decide_on_different_beads(
    keeper: Keeper, config: Config, project: Path
) -> None:
    other = open_keeper(config)
    act(keeper, "confirm", 0)
    step = act(other, "confirm", 5)
    assert step.whole
    act(keeper, "confirm", 3)
    assert len(saved(project)) == 3


def test_two_programs_decide_differently_on_one_bead(
    keeper: Keeper, config: Config, project: Path
) -> None:
    other = open_keeper(config)
    act(keeper, "merge", 0)
    before = saved(project)
    with pytest.raises(ConflictError, match="meanwhile"):
        act(other, "unlink", 0)
    assert saved(project) == before
    act(other, "split", 0)


def test_a_second_tab_goes_on_from_the_first_or_is_refused(keeper: Keeper) -> None:
    stale, texts = keeper.revision, keeper.draft.texts
    second = Action(name="confirm", bead=sides(keeper, 4)), stale, texts
    gone = Action(name="confirm", bead=sides(keeper, 1)), stale, texts
    act(keeper, "merge", 1)
    assert keeper.act(*second).whole
    with pytest.raises(ConflictError):
        keeper.act(*gone)
    with pytest.raises(ConflictError, match="nothing to undo here"):
        keeper.undo(stale)


@pytest.mark.parametrize("change", ["english", "german"])
def test_a_text_changed_on_disk_is_not_written_over(
    keeper: Keeper, project: Path, change: str
) -> None:
    act(keeper, "confirm", 0)
    path = english(project) if change == "english" else project / "corpora" / "de" / "ferry.txt"
    path.write_text(path.read_text("utf-8") + "\nNeues, new.\n", encoding="utf-8")
    before = path.read_bytes()
    revision, texts = keeper.revision, keeper.draft.texts
    action = Action(name="edit", bead=sides(keeper, 2))
    with pytest.raises(ConflictError, match="changed meanwhile"):
        keeper.edit(action, {0: "Something else."}, revision, texts)
    assert path.read_bytes() == before
    assert keeper.revision > revision  # read anew, the decision kept
    assert keeper.draft.beads[0].origin is Origin.REVIEWED


def test_a_change_at_the_very_last_moment_is_noticed(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    act(keeper, "confirm", 0)
    path = keeper.article.catalogue

    def interfere(catalogue: Catalogue) -> str:
        path.write_text(path.read_text("utf-8") + "# mine\n", encoding="utf-8")
        return render_catalogue(catalogue)

    monkeypatch.setattr(disk, "render_catalogue", interfere)
    with pytest.raises(ConflictError, match="this very moment"):
        act(keeper, "confirm", 1)
    assert path.read_text("utf-8").endswith("# mine\n")


def test_a_broken_catalogue_is_left_as_it_is(keeper: Keeper) -> None:
    act(keeper, "confirm", 0)
    path = keeper.article.catalogue
    path.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    with pytest.raises(TranstrackError, match="not a PO file"):
        act(keeper, "confirm", 1)
    assert path.read_text("utf-8") == "<<<<<<< HEAD\n"


def test_after_a_write_that_failed_all_is_read_anew(
    keeper: Keeper, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str, _: bytes) -> None:
        raise OutputError("disk full", path=path)

    with monkeypatch.context() as patched:
        patched.setattr(disk, "write_bytes", refuse)
        with pytest.raises(OutputError, match="disk full"):
            edit(keeper, 2, _0="All 47 people were rescued.")
    keeper.refresh()
    assert "47 people" in keeper.draft.target.text
    assert "47 people" in english(project).read_text("utf-8")
    act(keeper, "confirm", 2)


def test_align_goes_on_from_a_review_and_changes_no_byte(keeper: Keeper, config: Config) -> None:
    for number in range(len(keeper.draft.beads)):
        act(keeper, "confirm", number)
    before = keeper.article.catalogue.read_bytes()
    (outcome,) = align_corpus(find_corpus(config), config.root)
    assert not outcome.wrote
    assert keeper.article.catalogue.read_bytes() == before


def test_align_does_not_write_over_a_decision_made_meanwhile(keeper: Keeper) -> None:
    act(keeper, "confirm", 0)
    path = keeper.article.catalogue
    read = read_catalogue(path)
    act(keeper, "confirm", 1)
    before = path.read_bytes()
    with pytest.raises(OutputError, match="somebody else"):
        write_catalogue(
            path, parse_catalogue(before.decode().replace("1-1", "2-2"), path=""), read
        )
    assert path.read_bytes() == before


def test_the_page_shows_what_the_glossary_of_the_project_demands(project: Path) -> None:
    (project / "terms.csv").write_text("de,en\nFähre,passenger boat\n", encoding="utf-8")
    (project / "transtrack.toml").write_text('glossaries = ["terms.csv"]\n', encoding="utf-8")
    found = open_keeper(find_config(project)).find_findings()[1]
    assert [item.check for item in found if item.check == "terminology"]
