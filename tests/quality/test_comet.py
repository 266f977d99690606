"""The neural estimator is loaded from the user's own folder, and its absence explained."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from transtrack.errors import InputError, UsageError
from transtrack.quality import Segment, find_metrics
from transtrack.quality.comet import COMET, VARIABLE, open_comet

SEGMENTS = (Segment(source="Gut.", hypothesis="Good."), Segment(source="Neu.", hypothesis="No."))


class FakeModel:
    """Scores by length, and remembers what it was given."""

    def __init__(self) -> None:
        self.data: list[dict[str, str]] = []

    def predict(self, data: list[dict[str, str]], **_options: object) -> SimpleNamespace:
        self.data = data
        return SimpleNamespace(scores=[len(row["mt"]) / 10 for row in data])


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> FakeModel:
    """A package `comet` that reads any checkpoint."""
    found = FakeModel()
    package = ModuleType("comet")

    def load(path: str) -> FakeModel:
        if Path(path).read_text(encoding="utf-8") == "broken":
            raise RuntimeError("bad magic")
        return found

    package.load_from_checkpoint = load  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "comet", package)
    monkeypatch.setattr(
        "transtrack.quality.comet.version",
        lambda name: "9.9" if name == "unbabel-comet" else version(name),
    )
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as COMET's own downloads lie there."""
    path = tmp_path / "wmt22-cometkiwi-da" / "checkpoints" / "model.ckpt"
    path.parent.mkdir(parents=True)
    path.write_text("weights", encoding="utf-8")
    return path.parent.parent


def test_a_model_in_a_folder_scores_segments_and_text(model: FakeModel, folder: Path) -> None:
    scorer = open_comet(str(folder))
    assert [score.value for score in scorer.rate(SEGMENTS)] == [50.0, 30.0]
    assert scorer.total(SEGMENTS).value == 40.0
    assert scorer.total(SEGMENTS).signature == "comet:9.9|model:wmt22-cometkiwi-da"
    assert model.data[0] == {"src": "Gut.", "mt": "Good."}
    scorer.rate([Segment(source="Gut.", hypothesis="Good.", reference="Fine.")])
    assert model.data == [{"src": "Gut.", "mt": "Good.", "ref": "Fine."}]


def test_a_missing_package_is_said_with_the_way_to_install_it() -> None:
    with pytest.raises(UsageError, match=r"(?s)unbabel-comet is missing.*pip install"):
        open_comet("anywhere")


@pytest.mark.usefixtures("model")
def test_missing_or_broken_weights_are_said_with_their_place(folder: Path) -> None:
    with pytest.raises(InputError, match=r"(?s)no COMET model here.*cometkiwi"):
        open_comet(str(folder / "nowhere"))
    (folder / "checkpoints" / "model.ckpt").write_text("broken", encoding="utf-8")
    with pytest.raises(InputError, match="not a COMET model: bad magic"):
        open_comet(str(folder))


@pytest.mark.usefixtures("model")
def test_the_environment_names_the_model(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    with pytest.raises(UsageError, match=VARIABLE):
        COMET.open()
    monkeypatch.setenv(VARIABLE, str(folder))
    assert COMET.open().total(SEGMENTS).value == 40.0


def test_plug_ins_are_found_by_their_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    points = {
        "own": SimpleNamespace(name="own", load=lambda: COMET),
        "odd": SimpleNamespace(name="odd", load=lambda: "no metric"),
        "sick": SimpleNamespace(name="sick", load=lambda: 1 // 0),
    }
    monkeypatch.setattr(
        "transtrack.quality.metrics.entry_points", lambda **_group: list(points.values())
    )
    assert find_metrics(["own"]) == (COMET,)
    with pytest.raises(UsageError, match="is no transtrack"):
        find_metrics(["odd"])
    with pytest.raises(UsageError, match="cannot be loaded: integer division"):
        find_metrics(["sick"])
