"""A killed program loses at most the decision that it had not answered."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from bench.review import kill_often, make_project


@pytest.mark.skipif(sys.platform == "win32", reason="no signal 9 there")
def test_a_program_killed_at_any_moment_has_kept_every_answered_decision(tmp_path: Path) -> None:
    make_project(tmp_path, 60)
    found = kill_often(tmp_path, 20)
    assert found["killed"] == 20
    assert found["answered"] > 20
