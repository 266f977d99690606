"""What the desk says, or why it says nothing, as JSON for the page."""

from __future__ import annotations

import json
from collections.abc import Callable
from http import HTTPStatus

from transtrack.errors import InputError, TranstrackError
from transtrack.review.actions import ConflictError, RefusedError
from transtrack.review.desk import Json


def answer(find: Callable[[], Json]) -> tuple[HTTPStatus, bytes]:
    """The JSON that is asked for, or why there is none."""
    status = HTTPStatus.OK
    try:
        data = find()
    except TranstrackError as error:
        conflict = isinstance(error, ConflictError | InputError)
        status = HTTPStatus.CONFLICT if conflict else HTTPStatus.UNPROCESSABLE_ENTITY
        path = "" if isinstance(error, RefusedError | ConflictError) else error.path
        where = f"{path}: " if path else ""
        data = {"error": f"{where}{error.message}", "hint": error.hint or ""}
    return status, json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode()
