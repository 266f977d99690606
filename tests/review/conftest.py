"""An article on disk, opened for review."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.specimens import ENGLISH, GERMAN

from transtrack.config import Config, find_config
from transtrack.pipeline.review import find_articles
from transtrack.review.keeper import Keeper

MORE_GERMAN = "Am Abend war die See wieder ruhig. Die Insel Rügen liegt in der Ostsee."
MORE_ENGLISH = "In the evening the sea was calm again. The island of Rügen lies in the Baltic Sea."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the ferry article, a paragraph a sentence, and one of two sentences."""
    texts = (*GERMAN, MORE_GERMAN), (*ENGLISH, MORE_ENGLISH)
    for language, paragraphs in zip(("de", "en"), texts, strict=True):
        path = tmp_path / "corpora" / language / "ferry.txt"
        path.parent.mkdir(parents=True)
        path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def config(project: Path) -> Config:
    """Its settings."""
    return find_config(project)


@pytest.fixture
def keeper(config: Config) -> Keeper:
    """Its one article."""
    return open_keeper(config)


def open_keeper(config: Config) -> Keeper:
    """Another program that has the same article open."""
    (article,) = find_articles(config, ["ferry"])
    return Keeper(article, config)
