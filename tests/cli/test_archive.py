"""An archive elsewhere: what changed travels, what changed at both ends is told and kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.running import Run

from transtrack.errors import InputError, UsageError
from transtrack.track import mirror
from transtrack.track.mirror import Transfer, pull, push
from transtrack.track.store import Store, is_plain

fsspec: Any = pytest.importorskip("fsspec", reason="the extra archive is not installed")

DE, EN = "corpora/de/a.txt", "corpora/en/a.txt"


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """The URL of a bucket on a server of this machine that speaks S3."""
    pytest.importorskip("s3fs", reason="s3fs is not installed")
    server = pytest.importorskip("moto.server", reason="moto[server] is not installed")
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", "a")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "b")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        fsspec.filesystem("s3").mkdir("news")
        yield "s3://news"
    running.stop()


@pytest.fixture(params=["memory", "file", "s3"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A store with an article in it, of each kind."""
    places = {"memory": "memory://", "file": f"file://{tmp_path}/far"}
    top = places.get(request.param) or request.getfixturevalue("s3")
    place = f"{top}/{tmp_path.name}"
    put(place, DE, "Die Fähre sinkt. Alle leben.\n")
    put(place, EN, "The ferry sinks. All live.\n")
    return place


def put(url: str, path: str, text: str) -> None:
    """Nothing; somebody else writes an object."""
    system, place = fsspec.url_to_fs(f"{url}/{path}")
    system.makedirs(system._parent(place), exist_ok=True)
    system.pipe_file(place, text.encode())


def look(url: str, path: str) -> str:
    """What an object holds."""
    system, place = fsspec.url_to_fs(f"{url}/{path}")
    return str(system.cat_file(place).decode())


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """An empty folder to work in."""
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


def reasons(done: Transfer) -> list[tuple[str, str]]:
    """Who was left alone, and the first words of why."""
    return [(item.what, item.reason[:12]) for item in (*done.conflicts, *done.skipped)]


def test_an_archive_is_pulled_aligned_and_pushed(
    url: str, here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here)
    assert run("pull", url).out == f"{DE}\n{EN}\n"
    assert run("align").status == 0
    assert run("push", url) == (0, "corpora/en/a.po\n", "sent: 1, conflicts: 0\n")
    assert look(url, "corpora/en/a.po") == (here / "corpora/en/a.po").read_text("utf-8")


def test_only_what_has_changed_travels(url: str, here: Path) -> None:
    store = Store(url)
    assert pull(store, here).moved == [DE, EN]
    assert pull(store, here).moved == push(store, here, [DE, EN]).moved == []
    put(url, DE, "Die Fähre sinkt nicht.\n")
    (here / EN).write_text("The ferry does not sink.\n", encoding="utf-8")
    assert push(store, here, [DE, EN]).moved == [EN]
    assert pull(store, here).moved == [DE]
    assert look(url, EN) == "The ferry does not sink.\n"
    assert (here / DE).read_text("utf-8") == "Die Fähre sinkt nicht.\n"


def test_many_files_are_sent_side_by_side(url: str, here: Path) -> None:
    names = [f"corpora/en/{number:02}.txt" for number in range(20)]
    (here / "corpora/en").mkdir(parents=True)
    for name in names:
        (here / name).write_text(name, encoding="utf-8")
    assert push(Store(url), here, names) == Transfer(moved=names)
    assert [look(url, name) for name in names] == names


def test_what_changed_at_both_ends_is_left_at_both(url: str, here: Path) -> None:
    store = Store(url)
    pull(store, here)
    put(url, EN, "theirs\n")
    (here / EN).write_text("ours\n", encoding="utf-8")
    for done in (pull(store, here), push(store, here, [EN]), push(store, here, [EN])):
        assert (done.moved, reasons(done)) == ([], [(EN, "changed here")])
    assert (look(url, EN), (here / EN).read_text("utf-8")) == ("theirs\n", "ours\n")
    (here / EN).rename(here / "ours.txt")
    assert pull(store, here).moved == [EN]
    (here / EN).write_text("joined\n", encoding="utf-8")
    assert push(store, here, []).moved == [EN]


def test_two_that_send_at_once_do_not_overwrite_each_other(
    url: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(url)
    pull(store, here)
    (here / EN).write_text("ours\n", encoding="utf-8")
    find = Store.find_token

    def find_too_early(self: Store, path: str) -> str | None:
        found = find(self, path)
        monkeypatch.setattr(Store, "find_token", find)
        put(url, EN, "theirs, and longer\n")
        return found

    if not store._conditional:
        pytest.skip("this store compares and writes in two steps")
    monkeypatch.setattr(Store, "find_token", find_too_early)
    assert reasons(push(store, here, [])) == [(EN, "changed here")]
    assert look(url, EN) == "theirs, and longer\n"


def test_a_new_object_of_somebody_else_is_not_overwritten(url: str, here: Path) -> None:
    pull(Store(url), here)
    put(url, "corpora/en/b.txt", "theirs\n")
    (here / "corpora/en/b.txt").write_text("ours\n", encoding="utf-8")
    done = push(Store(url), here, ["corpora/en/b.txt"])
    assert reasons(done) == [("corpora/en/b.txt", "changed here")]
    assert look(url, "corpora/en/b.txt") == "theirs\n"


def test_a_push_that_was_killed_before_its_record_is_no_conflict(url: str, here: Path) -> None:
    pull(Store(url), here)
    (here / EN).write_text("new\n", encoding="utf-8")
    record = (here / ".transtrack/store.json").read_bytes()
    assert push(Store(url), here, []).moved == [EN]
    (here / ".transtrack/store.json").write_bytes(record)
    assert push(Store(url), here, []) == Transfer()


def test_nothing_is_deleted_at_either_end(url: str, here: Path) -> None:
    store = Store(url)
    pull(store, here)
    system, place = fsspec.url_to_fs(f"{url}/{EN}")
    system.rm(place)
    assert reasons(push(store, here, [])) == []
    assert reasons(pull(store, here)) == [(EN, "gone from th")]
    assert (here / EN).exists()
    (here / DE).unlink()
    assert push(store, here, []).moved == []
    assert pull(store, here).moved == [DE]


def test_the_record_may_be_lost(url: str, here: Path) -> None:
    pull(Store(url), here)
    (here / ".transtrack/store.json").write_text("{", encoding="utf-8")
    assert pull(Store(url), here) == Transfer()
    other = json.loads((here / ".transtrack/store.json").read_text("utf-8"))
    assert set(other["known"]) == {DE, EN}
    assert mirror._read_record(here / ".transtrack/store.json", "memory://other") == {}


@pytest.mark.parametrize(
    "name", ["../out.txt", "a/../../out.txt", "/etc/x", ".git/config", "a//b", "a\\b", "a\0", ""]
)
def test_a_path_that_leads_elsewhere_is_no_file_here(name: str) -> None:
    assert not is_plain(name)


def test_objects_of_odd_names_are_told_and_not_written(here: Path) -> None:
    put("memory://odd", "corpora/de/a.txt", "x")
    put("memory://odd", ".git/config", "evil")
    done = pull(Store("memory://odd"), here)
    assert (done.moved, reasons(done)) == ([DE], [(".git/config", "no name for ")])
    assert not (here / ".git").exists()


def test_no_link_is_written_through_or_sent(here: Path, tmp_path: Path) -> None:
    put("memory://links", DE, "theirs")
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (here / "corpora/de").mkdir(parents=True)
    (here / DE).symlink_to(tmp_path / "secret")
    (here / "corpora/de/b.txt").symlink_to(tmp_path / "secret")
    store = Store("memory://links")
    assert reasons(pull(store, here)) == [(DE, "a link that ")]
    assert reasons(push(store, here, ["corpora/de/b.txt"])) == [
        ("corpora/de/b.txt", "a link that ")
    ]
    assert (tmp_path / "secret").read_text("utf-8") == "secret"
    assert store.find_token("corpora/de/b.txt") is None


def test_a_store_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UsageError, match="no store"):
        Store("nonsense://x")


def test_an_empty_store_is_told_and_may_be_begun(url: str, here: Path) -> None:
    (here / DE).parent.mkdir(parents=True)
    (here / DE).write_text("Neu.\n", encoding="utf-8")
    with pytest.raises(InputError, match="nothing in this store"):
        pull(Store(f"{url}/new"), here)
    assert push(Store(f"{url}/new"), here, [DE]).moved == [DE]
    assert look(url, f"new/{DE}") == "Neu.\n"
