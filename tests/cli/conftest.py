"""How the commands' tests run the program."""

from __future__ import annotations

import io
import sys

import pytest
from tests.running import Done, Run

from transtrack.cli import main


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the program in this process, with some standard input."""

    def call(*arguments: str, given: str | None = None) -> Done:
        monkeypatch.setattr(sys, "argv", ["transtrack", *arguments])
        if given is not None:
            stdin = io.TextIOWrapper(io.BytesIO(given.encode("utf-8")), encoding="utf-8")
            monkeypatch.setattr(sys, "stdin", stdin)
        status = 0
        try:
            main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 0
        captured = capsys.readouterr()
        return Done(status, captured.out, captured.err)

    return call
