"""Who may ask the page's server for anything: this browser, with the token, on our own page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.message import Message
from hmac import compare_digest
from http import HTTPStatus
from types import MappingProxyType
from typing import Final

MAX_BODY: Final = 1 << 20  # bytes
HEADERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
        "connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
)
_LENGTH: Final = re.compile(r"[0-9]{1,9}")

Refusal = tuple[HTTPStatus, str]


class Guard:
    """Holds the token; every request passes `refuse` before anything of it is looked at."""

    def __init__(self, port: int, token: str) -> None:
        self.token = token
        self.cookie = f"transtrack-{port}"  # cookies know no ports
        self.hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})

    def refuse(self, method: str, headers: Message, token: str | None) -> Refusal | None:
        """Why a request is not answered; None where it may be. `token` is the address's."""
        hosts = headers.get_all("Host") or []
        if len(hosts) != 1 or hosts[0].lower() not in self.hosts:
            return HTTPStatus.FORBIDDEN, "this name is not the review page's"
        if not self._knows(headers, token):
            return HTTPStatus.FORBIDDEN, "open the address that transtrack review printed"
        origins = headers.get_all("Origin") or []
        if any(origin != f"http://{hosts[0].lower()}" for origin in origins):
            return HTTPStatus.FORBIDDEN, "another page may not ask this"
        return self._refuse_post(headers, origins) if method == "POST" else None

    def _knows(self, headers: Message, token: str | None) -> bool:
        cookies = [
            value
            for header in headers.get_all("Cookie") or []
            for name, _, value in (part.strip().partition("=") for part in header.split(";"))
            if name == self.cookie
        ]
        return any(
            compare_digest(told.encode("utf-8", "surrogateescape"), self.token.encode())
            for told in (*cookies, *([token] if token else []))
        )

    def _refuse_post(self, headers: Message, origins: list[str]) -> Refusal | None:
        if not origins or headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            return HTTPStatus.FORBIDDEN, "another page may not ask this"
        if headers.get("Content-Type", "").partition(";")[0].strip().lower() != "application/json":
            return HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "JSON is wanted"
        lengths = headers.get_all("Content-Length") or []
        if (
            "Transfer-Encoding" in headers
            or len(lengths) != 1
            or not _LENGTH.fullmatch(lengths[0])
        ):
            return HTTPStatus.LENGTH_REQUIRED, "a length is wanted"
        if int(lengths[0]) > MAX_BODY:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "this is too much at once"
        return None
