from __future__ import annotations

from pathlib import Path

import pytest

from transtrack.config import Config, find_config
from transtrack.errors import ConfigError


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_a_folder_named_corpora_makes_a_project(tmp_path: Path) -> None:
    (tmp_path / "corpora" / "en").mkdir(parents=True)
    assert find_config(tmp_path / "corpora" / "en") == Config(root=tmp_path)


def test_without_any_sign_the_folder_itself_is_the_root(tmp_path: Path) -> None:
    assert find_config(tmp_path).root == tmp_path


def test_settings_stand_in_either_file(tmp_path: Path) -> None:
    write(tmp_path, "pyproject.toml", '[tool.transtrack]\nsource = "uk"\n')
    assert find_config(tmp_path).source == "uk"
    write(tmp_path, "transtrack.toml", 'corpora = "texts"\n[pairs]\n"b" = "a"\n')
    assert find_config(tmp_path) == Config(root=tmp_path, corpora="texts", pairs=(("b", "a"),))


def test_a_pyproject_of_something_else_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "pyproject.toml", "[project]\nname = 'x'\n")
    (tmp_path / "corpora").mkdir()
    assert find_config(tmp_path) == Config(root=tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("source = \n", "not valid TOML"),
        ("sauce = 'de'\n", "unknown setting 'sauce'"),
        ("source = 3\n", "'source' must be a string"),
        ("pairs = 'a'\n", "'pairs' must be a table"),
        ("[pairs]\na = 1\n", "pairs.'a' must be a string"),
    ],
)
def test_what_cannot_be_understood_is_named(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, "transtrack.toml", text)
    with pytest.raises(ConfigError, match=message) as caught:
        find_config(tmp_path)
    assert str(caught.value).startswith(str(tmp_path / "transtrack.toml"))


def test_tool_transtrack_must_be_a_table(tmp_path: Path) -> None:
    write(tmp_path, "pyproject.toml", "[tool]\ntranstrack = 1\n")
    with pytest.raises(ConfigError, match="table"):
        find_config(tmp_path)


def test_a_file_that_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "transtrack.toml").write_bytes(b"source = '\xff'")
    with pytest.raises(ConfigError, match="not in UTF-8"):
        find_config(tmp_path)


def test_names_have_settings_of_their_own(tmp_path: Path) -> None:
    write(
        tmp_path,
        "transtrack.toml",
        'profile = "bgn"\nauthority = "n.toml"\nschemes = ["a.toml"]\n',
    )
    config = find_config(tmp_path)
    assert (config.profile, config.authority, config.schemes) == ("bgn", "n.toml", ("a.toml",))


@pytest.mark.parametrize("name", ["schemes", "glossaries", "lexicons"])
def test_files_are_named_in_a_list(tmp_path: Path, name: str) -> None:
    write(tmp_path, "pyproject.toml", f'[tool.transtrack]\n{name} = ["x/a.b", "c"]\n')
    assert getattr(find_config(tmp_path), name) == ("x/a.b", "c")
    write(tmp_path, "transtrack.toml", f"{name} = [1]\n")
    with pytest.raises(ConfigError, match=f"'{name}' must hold strings") as caught:
        find_config(tmp_path)
    assert f'write: {name} = ["' in str(caught.value)
    write(tmp_path, "transtrack.toml", f'{name} = "a.toml"\n')
    with pytest.raises(ConfigError, match="must be a list"):
        find_config(tmp_path)
