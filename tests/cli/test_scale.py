"""Many articles: several processes, a cluster, and only what has changed."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from tests.running import Run
from tests.specimens import ENGLISH, GERMAN

from transtrack.track.stamps import open_stamps, stamp_files


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twelve articles, one without a translation, one that cannot be read."""
    for number in range(12):
        for language, sentences in (("de", GERMAN), ("en", ENGLISH)):
            path = tmp_path / "corpora" / language / "2024" / f"a{number:02}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            text = "\n\n".join(s.replace("47", str(number + 40)) for s in sentences)
            path.write_text(text + "\n", encoding="utf-8")
    (tmp_path / "corpora" / "en" / "2024" / "a03.txt").unlink()
    (tmp_path / "corpora" / "en" / "2024" / "a05.txt").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def catalogues(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(project.rglob("*.po"))}


def forget(project: Path) -> None:
    for path in (*project.rglob("*.po"), *(project / ".transtrack").glob("*.sqlite")):
        path.unlink()


def test_several_processes_write_and_print_the_same(project: Path, run: Run) -> None:
    alone, made = run("align"), catalogues(project)
    forget(project)
    together = run("align", "--jobs", "3")
    assert together == alone
    assert catalogues(project) == made
    assert len(made) == 10


def test_processes_go_on_from_one_window_to_the_next(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone, made = run("align"), catalogues(project)
    forget(project)
    monkeypatch.setattr("transtrack.pipeline.batch._WINDOW", 4)
    assert run("align", "--jobs", "2") == alone
    assert catalogues(project) == made


def test_what_has_not_changed_is_not_read_again(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("align")
    made = catalogues(project)
    monkeypatch.setattr("transtrack.text.files.read_bytes", None)  # nothing can be read now
    monkeypatch.setattr("transtrack.pipeline.batch.align_pair", None)
    (project / "corpora" / "en" / "2024" / "a05.txt").unlink()
    (project / "corpora" / "de" / "2024" / "a05.txt").unlink()
    (project / "corpora" / "de" / "2024" / "a03.txt").unlink()
    again = run("align")
    assert again.status == 0
    assert again.err == "catalogues: 0 written, 10 unchanged\n"
    assert set(again.out.splitlines()) <= set(first.out.splitlines())
    assert catalogues(project) == made


@pytest.mark.parametrize("side", ["de/2024/a07.txt", "en/2024/a07.txt", "en/2024/a07.po"])
def test_a_change_of_any_file_is_seen_though_its_time_stays(
    project: Path, run: Run, side: str
) -> None:
    run("align")
    path = project / "corpora" / side
    state = path.stat()
    path.write_text(path.read_text("utf-8").replace("47", "48"), encoding="utf-8")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert "1 written" in run("align").err


def test_a_cache_that_is_broken_or_forbidden_is_done_without(project: Path, run: Run) -> None:
    run("align")
    for path in (project / ".transtrack").glob("*.sqlite"):
        path.write_bytes(b"no database")
    assert "10 unchanged" in run("align").err
    forget(project)
    for path in (project / ".transtrack").iterdir():
        path.unlink()
    (project / ".transtrack").rmdir()
    (project / ".transtrack").write_text("a file\n", encoding="utf-8")
    assert "10 written" in run("align").err


def test_another_program_of_ours_at_the_cache_is_no_error(project: Path, run: Run) -> None:
    with open_stamps(project, "align", ("", "")) as stamps:
        assert stamps is not None
        stamps.keep("x", (), 1)
        assert "10 written" in run("align").err


def test_git_is_not_shown_the_cache(project: Path, run: Run) -> None:
    run("align")
    assert (project / ".transtrack" / ".gitignore").read_text("utf-8") == "*\n"


def test_what_was_kept_of_files_that_are_old_by_then_compares_no_bytes(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "x").write_text("1", encoding="utf-8")
    monkeypatch.setattr("transtrack.track.stamps._RACY", -1)  # no file is too young
    with open_stamps(project, "test", ()) as stamps:
        assert stamps is not None
        stamps.keep("k", ("x",), {"a": [1]})
        assert stamps.find("k", ("y",)) is None
        assert stamps.find("other", ("x",)) is None
        monkeypatch.setattr(stamps, "_digest", None)
        assert stamps.find("k", ("x",)) == {"a": [1]}


def test_what_was_found_of_a_text_that_changed_meanwhile_is_not_kept(project: Path) -> None:
    path = project / "x"
    path.write_text("1", encoding="utf-8")
    read, _ = stamp_files(project, ("x",))
    path.write_text("12", encoding="utf-8")
    with open_stamps(project, "test", ()) as stamps:
        assert stamps is not None
        stamps.keep("k", ("x", "y"), "of 1", read)
        stamps.keep("new", ("x", "y"), "of 12", stamp_files(project, ("x",))[0])
        stamps.keep("gone", ("x", "z"), "of 12")
        (project / "z").write_text("", encoding="utf-8")
    with open_stamps(project, "test", ()) as stamps:
        assert stamps is not None
        assert stamps.find("k", ("x", "y")) is None
        assert stamps.find("new", ("x", "y")) == "of 12"
        assert stamps.find("gone", ("x", "z")) is None


def test_a_cluster_writes_the_same_though_a_worker_is_killed(project: Path, run: Run) -> None:
    distributed = pytest.importorskip("distributed", reason="an extra: transtrack[scale]")
    run("align")
    made = catalogues(project)
    forget(project)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    ) as cluster:
        worker = next(iter(cluster.workers.values()))
        os.kill(worker.process.process.pid, signal.SIGKILL)
        done = run("align", "--scheduler", cluster.scheduler_address)
    assert "10 written" in done.err
    assert catalogues(project) == made


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense"])
def test_a_cluster_that_is_not_there_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    pytest.importorskip("distributed", reason="an extra: transtrack[scale]")
    monkeypatch.setattr("transtrack.pipeline.batch._PATIENCE", 1)
    status, out, err = run("align", "--scheduler", address)
    assert (status, out) == (2, "")
    assert err.startswith(f"no Dask scheduler answers at {address}\n  name one that runs")


@pytest.mark.parametrize("form", ["text", "json"])
def test_several_processes_find_the_same(run: Run, form: str) -> None:
    assert run("check", "--format", form, "--jobs", "3") == run("check", "--format", form)
