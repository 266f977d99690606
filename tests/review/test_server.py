"""The page answers this browser and nobody else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from transtrack.config import Config
from transtrack.pipeline.review import find_articles
from transtrack.review.desk import Desk
from transtrack.review.guard import MAX_BODY
from transtrack.review.server import Server

Answer = tuple[int, dict[str, str], bytes]


class Client:
    """A browser, or somebody who would like to be taken for one."""

    def __init__(self, server: Server) -> None:
        self.port = server.server_port
        self.token = server.guard.token
        self.good = {"Cookie": f"transtrack-{self.port}={self.token}"}
        self.post = {
            **self.good,
            "Origin": f"http://127.0.0.1:{self.port}",
            "Content-Type": "application/json",
        }

    def ask(
        self, method: str, path: str, headers: dict[str, str], body: bytes | None = None
    ) -> Answer:
        """Status, headers and body of an answer."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def read(self, path: str) -> dict[str, Any]:
        """A JSON answer."""
        status, _, body = self.ask("GET", path, self.good)
        assert status == 200, body
        return dict(json.loads(body))

    def act(self, data: object, **headers: str) -> tuple[int, dict[str, Any]]:
        """Status and JSON of an action's answer."""
        body = json.dumps(data).encode()
        status, _, answer = self.ask("POST", "/article/0/act", {**self.post, **headers}, body)
        return status, json.loads(answer) if answer.startswith(b"{") else {}


@pytest.fixture
def server(config: Config) -> Iterator[Server]:
    """The ferry article's server, in a thread."""
    made = Server(Desk(find_articles(config, []), config))
    thread = Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


@pytest.fixture
def client(server: Server) -> Client:
    """A browser that was let in."""
    return Client(server)


def test_the_address_with_the_token_lets_a_browser_in_and_loses_it(client: Client) -> None:
    status, headers, _ = client.ask("GET", f"/article/0?token={client.token}", {})
    assert (status, headers["Location"]) == (303, "/article/0")
    cookie = headers["Set-Cookie"]
    assert cookie.startswith(f"transtrack-{client.port}={client.token}; ")
    assert {"HttpOnly", "SameSite=Strict"} <= set(cookie.split("; "))
    _, headers, _ = client.ask("GET", f"//evil.example/?token={client.token}", {})
    assert headers.get("Location", "/") == "/"


@pytest.mark.parametrize("path", ["/", "/article/0", "/article/0/state", "/review.js", "/nothing"])
@pytest.mark.parametrize("guess", ["", "wrong", "é", "A" * 43])
def test_without_the_token_nothing_is_told(client: Client, path: str, guess: str) -> None:
    for headers, query in (
        ({}, f"?token={guess.encode().hex()}"),
        ({"Cookie": f"transtrack-{client.port}={guess}"}, ""),
        ({"Cookie": f"transtrack-1={client.token}"}, ""),
    ):
        status, _, body = client.ask("GET", path + query, headers)
        assert status == 403
        assert client.token.encode() not in body


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "evil.example:PORT"])
def test_another_name_for_this_address_is_refused(client: Client, host: str) -> None:
    headers = {**client.good, "Host": host.replace("PORT", str(client.port))}
    assert client.ask("GET", "/article/0/state", headers)[0] == 403


def test_localhost_is_a_name_of_ours(client: Client) -> None:
    headers = {**client.good, "Host": f"localhost:{client.port}"}
    assert client.ask("GET", "/", headers)[0] == 200


@pytest.mark.parametrize(
    "change",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Host": "evil.example"},
        {"Cookie": ""},
    ],
    ids=str,
)
def test_another_page_cannot_act(client: Client, project: Path, change: dict[str, str]) -> None:
    state = client.read("/article/0/state")
    data = {"name": "confirm", "bead": "0|0", **{k: state[k] for k in ("revision", "texts")}}
    assert client.act(data, **change)[0] == 403
    assert not (project / "corpora" / "en" / "ferry.po").exists()
    assert client.act(data)[0] == 200


def test_an_action_without_an_origin_is_refused(client: Client) -> None:
    headers = {name: value for name, value in client.post.items() if name != "Origin"}
    assert client.ask("POST", "/article/0/act", headers, b"{}")[0] == 403


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_only_json_is_taken(client: Client, kind: str) -> None:
    status, _ = client.act({}, **{"Content-Type": kind})
    assert status == 415


def test_too_much_at_once_is_refused(client: Client) -> None:
    headers = {**client.post, "Content-Length": str(MAX_BODY + 1)}
    assert client.ask("POST", "/article/0/act", headers)[0] == 413
    headers = {**client.post, "Transfer-Encoding": "chunked"}
    assert client.ask("POST", "/article/0/act", headers)[0] == 411


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b"\xff", b"[" * 100_000, b'{"revision": 1}', b'{"revision": true}']
)
def test_what_is_no_action_is_refused(client: Client, body: bytes) -> None:
    assert client.ask("POST", "/article/0/act", client.post, body)[0] in {400, 422}


@pytest.mark.parametrize(
    "change",
    [
        {"bead": "../../etc/passwd"},
        {"bead": "0|0|0"},
        {"bead": 7},
        {"bead": "1|5"},
        {"name": "__init__"},
        {"name": 3},
        {"side": "both"},
        {"at": -1},
        {"at": True},
        {"name": "link", "other": "x"},
        {"name": "edit"},
        {"name": "edit", "wordings": {"0": 3}},
        {"name": "edit", "wordings": {"-1": "A"}},
        {"name": "edit", "wordings": {"99": "A"}},
        {"name": "edit", "wordings": {"0": "A" * 100_001}},
        {"name": "accept", "check": "x] ignore[*"},
        {"name": "fix", "finding": "number:0:1"},
    ],
    ids=str,
)
def test_an_odd_action_is_refused_with_a_reason(client: Client, change: dict[str, object]) -> None:
    state = client.read("/article/0/state")
    data = {"name": "confirm", "bead": "0|0", **{k: state[k] for k in ("revision", "texts")}}
    status, answer = client.act({**data, **change})
    assert status in {409, 422}
    assert answer["error"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "FOO"])
def test_other_methods_are_not_known(client: Client, method: str) -> None:
    assert client.ask(method, "/article/0/state", client.good)[0] in {405, 501}


@pytest.mark.parametrize(
    "path",
    [
        "/../../../etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/static/../server.py",
        "/server.py",
        "/review.js/",
        "/article/1",
        "/article/-1",
        "/article/%D9%A0",
        "/article/0/act",
        "/article/0/../1",
        "/article/corpora/en/ferry.po",
        "http://evil.example/",
        "//127.0.0.1/article/0",
        "/\\evil",
    ],
)
def test_only_the_pages_of_the_table_are_served(client: Client, path: str) -> None:
    assert client.ask("GET", path, {**client.good, "Host": f"127.0.0.1:{client.port}"})[0] == 404


@pytest.mark.parametrize(
    "path", ["/", "/article/0", "/article/0/state", "/review.css", "/rows.js", "/nothing"]
)
def test_every_answer_carries_the_guards(client: Client, path: str) -> None:
    _, headers, _ = client.ask("GET", path, client.good)
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; ")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in headers
    assert "Python" not in headers["Server"]


def test_no_script_writes_markup_and_no_page_loads_from_elsewhere() -> None:
    static = Path(__file__).parents[2] / "src" / "transtrack" / "review" / "static"
    for path in static.iterdir():
        text = path.read_text("utf-8")
        assert "innerHTML" not in text
        assert "insertAdjacentHTML" not in text
        assert "style=" not in text
        assert "https:" not in text
        assert "http:" not in text.replace("http://www.w3.org/2000/svg", "")


def test_the_list_tells_how_far_each_article_is(client: Client) -> None:
    (article,) = client.read("/articles")["articles"]
    assert article == {"name": "en/ferry", "path": "corpora/en/ferry.txt", "total": 0}
    state = client.read("/article/0/state")
    data = {"name": "confirm", "bead": "0|0", **{k: state[k] for k in ("revision", "texts")}}
    status, answer = client.act(data)
    assert (status, answer["splice"]["at"], answer["splice"]["gone"]) == (200, 0, 1)
    assert answer["splice"]["rows"][0]["state"] == "reviewed"
    (article,) = client.read("/articles")["articles"]
    assert (article["total"], article["reviewed"]) == (8, 1)


def test_a_text_that_cannot_be_judged_is_told(client: Client, project: Path) -> None:
    (project / "corpora" / "en" / "ferry.txt").write_text("\n")
    status, _, body = client.ask("GET", "/article/0/state", client.good)
    assert status == 409
    assert "empty" in json.loads(body)["error"]


def test_a_finding_belongs_to_the_bead_of_its_sentence(client: Client, project: Path) -> None:
    path = project / "corpora" / "en" / "ferry.txt"
    path.write_text(path.read_text("utf-8").replace("47", "74"), encoding="utf-8")
    found = client.read("/article/0/findings")["findings"]
    assert [(f["check"], f["bead"]) for f in found if f["check"] == "number"] == [
        ("number", "2|2")
    ]
