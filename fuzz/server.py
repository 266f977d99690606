"""Requests to the review page, good ones spoilt, over a socket: what came of each is counted."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from random import Random
from threading import Thread
from typing import Any, Final

from fuzz.inputs import MUTATIONS, NAUGHTY
from fuzz.project import Project, take_stock
from fuzz.watch import Tally
from transtrack.config import Config
from transtrack.pipeline.review import find_articles
from transtrack.review.desk import Desk
from transtrack.review.guard import MAX_BODY
from transtrack.review.server import Server

LABEL: Final = "review"
_PATIENCE: Final = 10.0  # seconds that an answer may take
_PATHS: Final = (
    "/", "/articles", "/review.css", "/review.js", "/article/0", "/article/0/state", "/article/0/revision",
    "/article/0/findings", "/article/0/act", "/article/1/state", "/article/-1/state", "/article/٠/state",
    "/article/999999999999/state", "//", "/../names.toml", "/..%2f..%2fnames.toml", "/static/../../names.toml",
    "/%2e%2e/%2e%2e/etc/passwd", "/review.css/../../server.py", "/review.css%00.js", "\\..\\names.toml", "/./names.toml",
    "http://127.0.0.1/", "http://[::1", "//evil.example/", "file:///etc/passwd", "*", "", "/article/0/state?x=1#y", "?",
)  # fmt: skip
_METHODS: Final = (*("GET",) * 4, *("POST",) * 8, "HEAD", "PUT", "OPTIONS", "TRACE", "BREW", "")
_NAMES: Final = (
    "confirm", "unconfirm", "merge", "split", "unlink", "link", "move", "edit", "fix", "accept", "undo", "redo", "x", "",
)  # fmt: skip
_SECRET: Final = re.compile(rb"root:x:0|\[\[name\]\]|authority = ")  # of files that no page shows
_STATUSES: Final = {200, 303, 400, 403, 404, 405, 409, 411, 413, 414, 415, 422, 431, 501, 505}
_HEAD: Final = re.compile(rb"HTTP/1\.[01] (\d{3}) ")


class Table:
    """A review page of a project that takes requests, and what went wrong on its own side."""

    def __init__(self, project: Project) -> None:
        project.write()
        self.project = project
        config = Config(root=project.folder)
        self.server = _Server(Desk(find_articles(config, ()), config))
        Thread(target=self.server.serve_forever, daemon=True).start()
        self.before = self.take_stock()
        self.state: Mapping[str, Any] = {}

    def take_stock(self) -> dict[str, object]:
        """All files but those that a review is there to write."""
        stock = take_stock(self.project.folder)
        return {name: data for name, data in stock.items() if not name.startswith("corpora/en/a.")}

    def close(self) -> None:
        """Nothing; the port is free."""
        self.server.shutdown()
        self.server.server_close()


class _Server(Server):
    """Keeps what a request made it stumble over."""

    stumbled = ""

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """Nothing; the traceback is kept."""
        import sys  # noqa: PLC0415
        import traceback  # noqa: PLC0415

        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            self.stumbled = traceback.format_exc()


def try_request(table: Table, random: Random, tally: Tally) -> None:
    """Ask for something, rightly or not, and count what came of it."""
    allowed, sent = _make_request(table, random)
    told = f"{sent[:600]!r}"
    table.server.stumbled = ""
    answer = _ask(table.server.server_port, sent)
    if answer is None:
        tally.add("hang", LABEL, "answer", told)
        return
    found = _HEAD.match(answer)
    status = int(found[1]) if found else 0
    if table.server.stumbled or (status and status not in _STATUSES):
        tally.add(
            "traceback", LABEL, str(status), f"{told}\n{table.server.stumbled}\n{answer[:300]!r}"
        )
    else:
        tally.add("read" if status in {200, 303} else "refused", LABEL)
    let_in = status in {200, 303} and not allowed
    if let_in or (_SECRET.search(answer) and not _SECRET.search(sent)):
        tally.add("obeyed", LABEL, "let in" if let_in else "secret", f"{told}\n{answer[:600]!r}")
    if table.take_stock() != table.before:
        tally.add("changed", LABEL, "files", told)


def _ask(port: int, sent: bytes) -> bytes | None:
    """All that is answered; None where the answer takes too long."""
    with closing(socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE)) as line:
        got = b""
        try:
            line.sendall(sent)
            line.shutdown(socket.SHUT_WR)
            while part := line.recv(1 << 16):
                got += part
        except TimeoutError:
            return None
        except OSError:  # it has said no before it heard all
            pass
        return got


def _make_request(table: Table, random: Random) -> tuple[bool, bytes]:
    """Whether the request has the right to an answer, and its bytes."""
    guard, port = table.server.guard, table.server.server_port
    method, path = random.choice(_METHODS), random.choice(_PATHS)
    if method == "POST" and random.random() < 0.8:  # noqa: PLR2004
        path = "/article/0/act"
    if random.random() < 0.1:  # noqa: PLR2004
        path += random.choice(NAUGHTY)
    body = _make_body(table, random) if method == "POST" or random.random() < 0.1 else b""  # noqa: PLR2004
    headers = {
        "Host": f"127.0.0.1:{port}",
        "Cookie": f"{guard.cookie}={guard.token}",
        "Origin": f"http://127.0.0.1:{port}",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        "Connection": "close",
    }
    allowed = True
    if random.random() < 0.5:  # noqa: PLR2004
        name = random.choice([*headers, "Transfer-Encoding", "Sec-Fetch-Site"])
        headers[name] = random.choice(
            (
                "", "chunked", "0", "-1", "1e9", "9" * 12, str(MAX_BODY + 1), str(len(body) + 5), "evil.example",
                "http://evil.example", "null", f"127.0.0.1.evil.example:{port}", f"{guard.cookie}={'A' * 43}",
                f"{guard.cookie}=", "text/plain", "cross-site", "x" * 70_000, random.choice(NAUGHTY),
            )
        )  # fmt: skip
        allowed = name not in {"Host", "Cookie"} and (name != "Origin" or not headers[name])
        if name == "Cookie" and random.random() < 0.2:  # noqa: PLR2004
            path += f"?token={random.choice((guard.token[:-1], guard.token + 'A', '', 'ä'))}"
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    sent = "\r\n".join(lines).encode("utf-8", "surrogatepass") + b"\r\n\r\n" + body
    if random.random() < 0.2:  # noqa: PLR2004 - afterwards nobody can say what it asks for
        return True, random.choice(MUTATIONS)(sent, random)
    return allowed, sent


def _make_body(table: Table, random: Random) -> bytes:
    """An action as the page sends it, some of it odd; or something else, or very much of it."""
    if random.random() < 0.05:  # noqa: PLR2004
        size = random.choice((1000, MAX_BODY, MAX_BODY + 1))
        return random.choice((b"[", b'{"a":', b" ", b"\xff")) * size
    desk = table.server.desk
    state = desk.state(0)
    row = random.choice(state["rows"])
    action: dict[str, Any] = {
        "name": random.choice(_NAMES),
        "bead": row["key"],
        "revision": state["revision"],
        "texts": state["texts"],
        "side": random.choice(("source", "target")),
        "at": random.choice((0, 1, 2, 40)),
        "other": random.choice(state["rows"])["key"],
        "wordings": {"0": random.choice(NAUGHTY)},
        "check": random.choice(("number", "names", "x")),
    }
    for _ in range(random.choice((0, 0, 0, 1, 2))):
        odd: tuple[Any, ...] = (
            *NAUGHTY,
            -1,
            1e999,
            10**400,
            [],
            {},
            None,
            True,
            "0|",
            "9|9",
            {"0": 1},
            {"²": "x"},
        )
        action[random.choice(list(action))] = random.choice(odd)
    with_numbers = json.dumps(action, ensure_ascii=random.random() < 0.5)  # noqa: PLR2004
    return with_numbers.encode("utf-8", "surrogatepass")


def serve(folder: Path, project: Project) -> Table:
    """A table of a project in a folder of its own."""
    return Table(Project(folder=folder, files=project.files))
