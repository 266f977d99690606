"""A link in the corpora leads nowhere else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from transtrack.config import Config
from transtrack.errors import InputError
from transtrack.pipeline.setup import carry_out, plan_setup
from transtrack.pipeline.site import close_site, open_site, write_page
from transtrack.track import Corpus, find_corpus

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
TEXT = "Die Fähre sinkt vor der Insel Rügen.\n"


def make_corpus(folder: Path) -> None:
    for language in ("de", "en"):
        (folder / "corpora" / language).mkdir(parents=True)
        (folder / "corpora" / language / "a.txt").write_text(TEXT, encoding="utf-8")


def found(folder: Path) -> Corpus:
    return find_corpus(Config(root=folder))


def test_an_article_that_is_a_link_out_of_the_corpora_is_not_read(tmp_path: Path) -> None:
    make_corpus(tmp_path)
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "corpora/en/b.txt").symlink_to(tmp_path / "secret.txt")
    assert [item.what for item in found(tmp_path).skipped] == ["corpora/en/b.txt"]


@pytest.mark.parametrize("there", [True, False], ids=["there", "dangling"])
def test_a_catalogue_that_is_a_link_out_is_not_written(there: bool, tmp_path: Path) -> None:
    make_corpus(tmp_path)
    if there:
        (tmp_path / "other").write_text("", encoding="utf-8")
    (tmp_path / "corpora/en/a.po").symlink_to(tmp_path / "other")
    corpus = found(tmp_path)
    assert [item.what for item in corpus.skipped] == ["corpora/en/a.po"]
    assert [pair.target for pair in corpus.pairs] == [None]


def test_a_link_within_the_corpora_is_followed(tmp_path: Path) -> None:
    make_corpus(tmp_path)
    (tmp_path / "corpora/en/a.txt").unlink()
    (tmp_path / "corpora/en/a.txt").symlink_to("../de/a.txt")
    assert found(tmp_path).skipped == ()


def test_links_in_a_circle_are_skipped(tmp_path: Path) -> None:
    make_corpus(tmp_path)
    (tmp_path / "corpora/en/loop").symlink_to(".")
    (tmp_path / "corpora/en/a.po").symlink_to("a.po")
    assert [item.what for item in found(tmp_path).skipped] == ["corpora/en/a.po"]


def test_a_language_folder_that_is_a_link_out_is_skipped(tmp_path: Path) -> None:
    make_corpus(tmp_path)
    (tmp_path / "corpora/fr").symlink_to("/")
    assert [item.what for item in found(tmp_path).skipped] == ["corpora/fr"]


def test_the_corpora_themselves_may_be_a_link(tmp_path: Path) -> None:
    make_corpus(tmp_path / "elsewhere")
    (tmp_path / "corpora").symlink_to("elsewhere/corpora")
    assert len(found(tmp_path).pairs) == 1


def test_init_copies_no_text_from_elsewhere_and_writes_through_no_link(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    (folder / "corpora/de").mkdir(parents=True)
    (tmp_path / "secret.de.txt").write_text("secret", encoding="utf-8")
    (folder / "a.de.txt").symlink_to(tmp_path / "secret.de.txt")
    (folder / "b.de.txt").write_text(TEXT, encoding="utf-8")
    (folder / "corpora/de/b.txt").symlink_to(tmp_path / "other")
    setup = plan_setup(folder, "de")
    assert [item.what for item in setup.skipped] == ["a.de.txt", "b.de.txt"]
    carry_out(setup, folder)
    assert not (tmp_path / "other").exists()


def test_a_page_takes_the_place_of_a_link(tmp_path: Path) -> None:
    site, other = tmp_path / "site", tmp_path / "other"
    old = open_site(site)
    (site / "index.html").symlink_to(other)
    write_page(site, "articles/a.html", "x") if (site / "articles").is_dir() else None
    close_site(site, "index", [], old)
    assert not other.exists()
    assert (site / "index.html").read_text(encoding="utf-8") == "index"


def test_an_original_folder_that_is_a_link_out_is_no_corpus(tmp_path: Path) -> None:
    (tmp_path / "corpora").mkdir()
    (tmp_path / "corpora/de").symlink_to("/")
    with pytest.raises(InputError):
        found(tmp_path)
