"""The page's server on this machine: the standard library's, behind a guard.

A framework would bring routing and templates for seven addresses that need neither.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from types import MappingProxyType
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

from transtrack.review.addresses import HTML, STATIC, find_article, read_static
from transtrack.review.answers import answer
from transtrack.review.desk import Desk, Json
from transtrack.review.guard import HEADERS, Guard


class Server(ThreadingHTTPServer):
    """Serves a desk on 127.0.0.1; `url` is the address that lets a browser in."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, desk: Desk, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.desk = desk
        self.guard = Guard(self.server_port, token_urlsafe(32))

    @property
    def url(self) -> str:
        """The address with the token; a single article is opened at once."""
        path = "/article/0" if len(self.desk.articles) == 1 else "/"
        return f"http://127.0.0.1:{self.server_port}{path}?token={self.guard.token}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing for a browser that went away, else what happened on standard error."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """One request: guarded, then looked up in a fixed table."""

    protocol_version = "HTTP/1.1"
    server_version = "transtrack"
    sys_version = ""
    timeout = 60
    wbufsize = -1  # an answer leaves in one piece, not its head first
    disable_nagle_algorithm = True

    @property
    def _desk(self) -> Desk:
        return cast(Server, self.server).desk

    def do_GET(self) -> None:
        """A page, a script, or JSON."""
        address = self._admit()
        if address is None:
            return
        path, token = address
        if token is not None:
            self._send(HTTPStatus.SEE_OTHER, b"", "text/plain", self._entry(path))
        elif path in STATIC:
            self._send_file(*STATIC[path])
        else:
            self._send_article(path)

    def do_POST(self) -> None:
        """An action on an article."""
        address = self._admit()
        if address is None:
            return
        body = self.rfile.read(int(self.headers["Content-Length"]))
        number, what = self._find_article(address[0])
        if number is None or what != "act":
            self._refuse(HTTPStatus.NOT_FOUND, "no such page")
            return
        try:
            data = json.loads(body)
        except (ValueError, RecursionError):
            data = None
        if isinstance(data, dict):
            self._answer(lambda: self._desk.act(number, data))
        else:
            self._refuse(HTTPStatus.BAD_REQUEST, "this is no JSON object")

    def _not_allowed(self) -> None:
        self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, "no such method here")

    do_HEAD = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_TRACE = do_CONNECT = _not_allowed  # noqa: N815

    def _admit(self) -> tuple[str, str | None] | None:
        """The path and the address's token; None where the request was refused."""
        try:
            parts = urlsplit(self.path)
        except ValueError:
            self._refuse(HTTPStatus.BAD_REQUEST, "no such page")
            return None
        token = parse_qs(parts.query).get("token", [None])[0]
        refusal = cast(Server, self.server).guard.refuse(self.command, self.headers, token)
        if refusal:
            self._refuse(*refusal)
            return None
        if parts.scheme or parts.netloc:
            self._refuse(HTTPStatus.NOT_FOUND, "no such page")
            return None
        return parts.path, token

    def _entry(self, path: str) -> dict[str, str]:
        """Where a browser goes that came with the token, which its address then lacks."""
        guard = cast(Server, self.server).guard
        known = path in STATIC or self._find_article(path)[0] is not None
        cookie = f"{guard.cookie}={guard.token}; HttpOnly; SameSite=Strict; Path=/"
        return {"Location": path if known else "/", "Set-Cookie": cookie}

    def _find_article(self, path: str) -> tuple[int | None, str | None]:
        return find_article(path, len(self._desk.articles))

    def _send_article(self, path: str) -> None:
        number, what = self._find_article(path)
        read: Mapping[str, Callable[[int], Json]] = {
            "state": self._desk.state,
            "revision": self._desk.revision,
            "findings": self._desk.findings,
        }
        if path == "/articles":
            self._answer(self._desk.list)
        elif number is not None and what is None:
            self._send_file("article.html", HTML)
        elif number is not None and (find := read.get(what or "")):
            self._answer(lambda: find(number))
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "no such page")

    def _answer(self, find: Callable[[], Json]) -> None:
        status, body = answer(find)
        self._send(status, body, "application/json")

    def _send_file(self, name: str, kind: str) -> None:
        self._send(HTTPStatus.OK, read_static(name), kind)

    def _refuse(self, status: HTTPStatus, reason: str) -> None:
        """The answer to a request whose body, if any, is not read."""
        self.close_connection = True
        body = f"transtrack review: {reason}\n".encode()
        self._send(status, body, "text/plain; charset=utf-8", {"Connection": "close"})

    def _send(
        self,
        status: HTTPStatus,
        body: bytes,
        kind: str,
        more: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, **HEADERS, **more}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Nothing: an access log would hold the token."""
