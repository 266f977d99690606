"""The schemes as they were parsed are those of the TOML files.

`python -m tests.names.test_scheme_files` writes the file anew.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from transtrack.errors import ConfigError
from transtrack.names import scheme_files
from transtrack.names.scheme_files import PARSED, load_schemes, parse_scheme, render_schemes

DATA = files("transtrack.names") / "data"
SCHEMES = files("transtrack.names") / "schemes"


def test_the_file_is_what_the_schemes_make() -> None:
    held = (DATA / PARSED).read_text(encoding="utf-8")
    assert held == render_schemes(), "run: python -m tests.names.test_scheme_files"


def test_a_scheme_is_the_same_parsed_before_and_now() -> None:
    schemes = load_schemes()
    assert list(schemes) == sorted(schemes)
    for name, scheme in schemes.items():
        text = (SCHEMES / f"{name}.toml").read_text(encoding="utf-8")
        assert parse_scheme(text, f"{name}.toml") == scheme


def test_a_scheme_that_was_edited_is_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (SCHEMES / "uk-de.toml").read_text(encoding="utf-8")
    edited = text.replace('title = "', 'title = "Anew: ', 1)
    monkeypatch.setattr(scheme_files, "_read_files", lambda: [("uk-de", edited.encode())])
    load_schemes.cache_clear()
    try:
        assert load_schemes()["uk-de"].title.startswith("Anew: ")
    finally:
        load_schemes.cache_clear()


def test_what_is_wrong_in_a_scheme_is_told_with_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        scheme_files, "_read_files", lambda: [("ru-nl", b'title = "x"\nfoo = 1\n')]
    )
    load_schemes.cache_clear()
    try:
        with pytest.raises(ConfigError, match=r"^ru-nl\.toml:2:1: unknown key 'foo'"):
            load_schemes()
    finally:
        load_schemes.cache_clear()


if __name__ == "__main__":
    Path(str(DATA / PARSED)).write_text(render_schemes(), encoding="utf-8")
