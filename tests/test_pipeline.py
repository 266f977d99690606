"""The main job on the sample corpora and on a real page."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from transtrack.align import evaluate
from transtrack.config import Config
from transtrack.errors import InputError
from transtrack.formats.po import parse_catalogue
from transtrack.model import Bitext, Report, Status
from transtrack.pipeline import align_corpus, align_files
from transtrack.reports import summarise
from transtrack.text import read_document
from transtrack.track import Corpus, find_corpus

ROOT = Path(__file__).parent.parent
GOLD = sorted((ROOT / "tests" / "gold").glob("*.json"))
SAMPLES = ROOT.parent / "shared" / "samples"


def read_gold(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def article(language: str, stem: str) -> Path:
    (path,) = [
        path for path in (ROOT / "corpora" / language).glob(f"{stem}.*") if path.suffix != ".po"
    ]
    return path


def copy_corpora(folder: Path) -> Config:
    """The sample corpora without their catalogues, in a project of their own."""
    ignore = shutil.ignore_patterns("*.po")
    shutil.copytree(ROOT / "corpora", folder / "corpora", ignore=ignore)
    return Config(root=folder)


def run(config: Config) -> dict[str, Report]:
    """The reports by article."""
    outcomes = align_corpus(find_corpus(config), config.root)
    return {outcome.pair.article: outcome.report for outcome in outcomes}


@pytest.mark.parametrize("side", ["source", "target"])
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_an_article_is_read_as_a_careful_reader_would(path: Path, side: str) -> None:
    gold = read_gold(path)
    document = read_document(str(article(gold[f"{side}_language"], gold["id"])))
    assert [sentence.plain for sentence in document.sentences] == gold[side]


def test_the_aligner_agrees_with_the_gold_of_the_sample_corpora() -> None:
    documents = []
    for path in GOLD:
        gold = read_gold(path)
        report = align_files(*(str(article(x, gold["id"])) for x in ("de", "en")))
        assert report.bitext
        beads = [(bead.source, bead.target) for bead in report.bitext.beads]
        documents.append(([(tuple(a), tuple(b)) for a, b in gold["gold"]], beads))
    assert evaluate(documents).strict.f1 >= 0.90


def test_a_corpus_is_aligned_and_a_second_run_changes_no_byte(tmp_path: Path) -> None:
    config = copy_corpora(tmp_path)
    reports = run(config)
    catalogues = {path: path.read_bytes() for path in tmp_path.rglob("*.po")}
    assert len(catalogues) == len(GOLD)
    assert reports["nachtzug"].status is Status.MISSING
    assert reports["schachopen"].bitext
    assert summarise(reports["schachopen"].bitext).omissions >= 12
    run(config)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.po")} == catalogues


def test_the_catalogues_kept_with_the_samples_are_what_a_run_gives(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "corpora", tmp_path / "corpora")
    kept = {path: path.read_bytes() for path in tmp_path.rglob("*.po")}
    assert kept
    run(Config(root=tmp_path))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.po")} == kept


def test_an_original_updated_after_its_translation_is_stale(tmp_path: Path) -> None:
    config = copy_corpora(tmp_path)
    original = tmp_path / "corpora" / "de" / "hochwasser.html"
    today = original.read_bytes()
    shutil.copy(ROOT / "tests" / "gold" / "hochwasser.before.html", original)
    assert run(config)["hochwasser"].status is Status.FRESH
    original.write_bytes(today)
    report = run(config)["hochwasser"]
    assert report.status is Status.STALE
    catalogue = (tmp_path / "corpora" / "en" / "hochwasser.po").read_text(encoding="utf-8")
    entries = parse_catalogue(catalogue, path="hochwasser.po").entries
    assert sum(bool(entry.previous) and entry.fuzzy for entry in entries) == 4
    assert sum(entry.source != "" and entry.target == "" for entry in entries) >= 2


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample page is not in the repository")
def test_a_real_page_is_aligned_as_a_translator_would() -> None:
    report = align_files(str(SAMPLES / "impasse.de.txt"), str(SAMPLES / "impasse.en.txt"))
    assert isinstance(report.bitext, Bitext)
    assert report.skipped == ()
    assert not report.bitext.source.notices + report.bitext.target.notices
    found = summarise(report.bitext)
    assert (found.omissions, found.additions, found.moved) == (0, 1, 0)
    assert found.one_to_one >= 0.9 * found.beads


def test_a_text_in_another_language_is_skipped_not_aligned(tmp_path: Path) -> None:
    config = copy_corpora(tmp_path)
    german, english = (tmp_path / "corpora" / x / "sternwarte.txt" for x in ("de", "en"))
    english.write_bytes(german.read_bytes())
    report = run(config)["sternwarte"]
    assert report.bitext is None
    assert "German" in report.skipped[0].reason
    assert not english.with_suffix(".po").exists()


def test_an_article_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    config = copy_corpora(tmp_path)
    (tmp_path / "corpora" / "en" / "orgel.html").write_bytes(b"\x00\x01\x02" * 99)
    (tmp_path / "corpora" / "en" / "sternwarte.po").write_text("<<<<<<< ours", encoding="utf-8")
    reports = run(config)
    assert reports["orgel"].skipped
    assert "msgfmt" in reports["sternwarte"].skipped[0].reason
    assert reports["tonkruege"].bitext


def test_reviewed_beads_are_kept_when_two_files_are_named(tmp_path: Path) -> None:
    config = copy_corpora(tmp_path)
    run(config)
    path = tmp_path / "corpora" / "en" / "sternwarte.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("#. 1-1, confidence 0.99", "#. 1-1, reviewed", 1), "utf-8")
    report = align_files(
        str(tmp_path / "corpora/de/sternwarte.txt"), str(tmp_path / "corpora/en/sternwarte.txt")
    )
    assert report.bitext
    assert [bead.origin for bead in report.bitext.beads].count("reviewed") == 1  # type: ignore[arg-type]  # a StrEnum


def test_the_same_file_twice_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Ein Satz.", encoding="utf-8")
    link = tmp_path / "b.txt"
    link.symlink_to(path)
    for other in (path, link):
        with pytest.raises(InputError, match="same file"):
            align_files(str(path), str(other))


def test_a_corpus_without_pairs_has_nothing_to_do() -> None:
    assert list(align_corpus(Corpus(pairs=()), Path())) == []
