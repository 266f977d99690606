"""Given names in other orthographies are those that the schemes of today make.

`python -m tests.names.test_respelled` writes the file anew.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from transtrack.names.respelled import FILE, load_respelled, render_respelled

DATA = files("transtrack.names") / "data"


def test_the_file_is_what_names_and_schemes_make() -> None:
    held = (DATA / FILE).read_text(encoding="utf-8")
    assert held == render_respelled(), "run: python -m tests.names.test_respelled"


def test_a_french_form_is_known() -> None:
    assert {item[2] for item in load_respelled()["vladimir"]} >= {"Владимир"}
    assert {item[2] for item in load_respelled()["sergueï".replace("ï", "i")]} == {"Сергей"}


if __name__ == "__main__":
    Path(str(DATA / FILE)).write_text(render_respelled(), encoding="utf-8")
