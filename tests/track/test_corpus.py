from __future__ import annotations

from pathlib import Path

import pytest

from transtrack.config import Config
from transtrack.errors import ConfigError, InputError
from transtrack.track import find_corpus


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A corpus with a pair, a missing translation and an orphan."""
    for name in ("de/a.txt", "de/sport/b.md", "en/a.md", "en/orphan.txt", "uk/a.html", "en/a.po"):
        path = tmp_path / "corpora" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


def test_the_same_stem_in_two_languages_is_a_pair(project: Path) -> None:
    corpus = find_corpus(Config(root=project))
    found = [(p.article, p.target_language, p.source, p.target) for p in corpus.pairs]
    assert found == [
        ("a", "en", "corpora/de/a.txt", "corpora/en/a.md"),
        ("a", "uk", "corpora/de/a.txt", "corpora/uk/a.html"),
        ("sport/b", "en", "corpora/de/sport/b.md", None),
        ("sport/b", "uk", "corpora/de/sport/b.md", None),
    ]
    assert corpus.pairs[0].catalogue == "corpora/en/a.po"
    assert corpus.pairs[2].catalogue == ""


def test_a_translation_without_original_is_skipped_with_the_place_looked_at(project: Path) -> None:
    (skipped,) = find_corpus(Config(root=project)).skipped
    assert skipped.what == "corpora/en/orphan.txt"
    assert "corpora/de/orphan.{txt,md" in skipped.reason


def test_the_configuration_can_say_otherwise(project: Path) -> None:
    pairs = (("corpora/en/orphan.txt", "corpora/de/sport/b.md"),)
    corpus = find_corpus(Config(root=project, pairs=pairs))
    assert not corpus.skipped
    assert ("orphan", "corpora/de/sport/b.md") in [(p.article, p.source) for p in corpus.pairs]
    assert [p.target_language for p in corpus.pairs if p.target is None] == ["uk"]


def test_two_files_for_one_article_are_not_guessed_between(project: Path) -> None:
    (project / "corpora/en/a.txt").write_text("x", encoding="utf-8")
    corpus = find_corpus(Config(root=project))
    assert any("keep one" in item.reason for item in corpus.skipped)


@pytest.mark.parametrize("name", [".draft.txt", "~$draft.docx", ".~lock.draft.odt#"])
def test_hidden_files_and_locks_are_left_alone(project: Path, name: str) -> None:
    (project / "corpora/de" / name).write_text("x", encoding="utf-8")
    assert all("draft" not in pair.article for pair in find_corpus(Config(root=project)).pairs)


def test_no_original_at_all_is_an_error_that_tells_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"put originals into corpora/de/"):
        find_corpus(Config(root=tmp_path))


def test_a_source_that_is_no_language_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="source"):
        find_corpus(Config(root=tmp_path, source="klingonish"))
