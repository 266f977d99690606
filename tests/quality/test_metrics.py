"""Scores with a reference are sacrebleu's, however the texts are split."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from tests.specimens import ENGLISH, bead, english, german

from transtrack.errors import InputError, UsageError
from transtrack.model import Bitext, Score
from transtrack.pipeline.quality import Article, Options, score_articles, sum_up
from transtrack.quality import METRICS, Metric, Segment, carry, compare, find_metrics
from transtrack.quality.carry import make_segments
from transtrack.quality.chance import bootstrap, randomise
from transtrack.quality.metrics import open_metric

HYPOTHESIS = (
    "Ferry sinks near Rügen",
    "The ferry Baltica sank off the isle of Rügen on 13 January.",
    "All 47 passengers were saved.",
    "Captain Oleksandr Koval spoke of a wonder.",
    "How the water came in is unclear.",
    "Nordlinie, the shipping company, wants to say something only on Monday.",
)
NAMES = {"bleu": "bleu", "chrf": "chrf", "chrf++": "chrf", "ter": "ter"}


def write(folder: Path, name: str, lines: tuple[str, ...]) -> str:
    path = folder / name
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return str(path)


def sacrebleu(*arguments: str) -> list[str]:
    command = [sys.executable, "-m", "sacrebleu", *arguments, "--score-only", "--width", "12"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_texts_split_alike_score_what_sacrebleu_prints(metric: object, tmp_path: Path) -> None:
    name = metric.name  # type: ignore[attr-defined]
    files = [
        write(tmp_path, "source.de.txt", tuple(s.text for s in german().sentences)),
        write(tmp_path, "hypothesis.en.txt", HYPOTHESIS),
        write(tmp_path, "reference.en.txt", ENGLISH),
    ]
    article = Article(name="ferry", source=files[0], hypothesis=files[1], reference=files[2])
    options = Options(metrics=(name,), presegmented=True)
    scored = list(score_articles([article], options))
    card = sum_up(scored, options)
    order = ["--chrf-word-order", "2"] if name == "chrf++" else []
    theirs = sacrebleu(files[2], "-i", files[1], "-m", NAMES[name], *order)
    assert f"{card.scores[0].value:.12f}" == theirs[0]
    single = sacrebleu(files[2], "-i", files[1], "-m", NAMES[name], *order, "--sentence-level")
    values = [f"{rating.score.value:.12f}" for rating in scored[0].card.ratings]
    assert values == single
    assert "version:" in card.scores[0].signature


def bitext(lines: tuple[str, ...], beads: list[tuple[list[int], list[int]]]) -> Bitext:
    return Bitext(
        source=german(),
        target=english(lines),
        beads=tuple(bead(left, right) for left, right in beads),
        signature="test",
    )


def test_the_sources_beads_carry_one_version_to_the_other() -> None:
    one = bitext(
        ("A.", "B and C.", "D.", "Extra.", "E.", "F."),
        [([0], [0]), ([1, 2], [1]), ([3], [2]), ([], [3]), ([4], [4]), ([5], [5])],
    )
    other = bitext(
        ("a", "b", "c1", "c2", "d and e", "f"),
        [([0], [0]), ([1], [1]), ([2], [2, 3]), ([3, 4], [4]), ([5], [5])],
    )
    rows = [(row.texts[1:], row.first) for row in carry(one, other)]
    assert rows == [
        (("A.", "a"), 0),
        (("B and C.", "b c1 c2"), 1),
        (("D. Extra. E.", "d and e"), 2),
        (("F.", "f"), 5),
    ]


def test_every_sentence_is_carried_once() -> None:
    one = bitext(ENGLISH, [([k], [k]) for k in range(6)])
    texts = [row.texts for row in carry(one, one)]
    assert texts == [
        (source.text, line, line) for source, line in zip(german().sentences, ENGLISH, strict=True)
    ]


def test_an_empty_side_is_an_error_and_no_score() -> None:
    rows = carry(bitext(ENGLISH, [([k], [k]) for k in range(6)]))
    empty = [row.__class__(texts=(*row.texts, ""), first=row.first) for row in rows]
    with pytest.raises(InputError, match=r"ref\.txt: there is nothing to compare"):
        make_segments(empty, "hyp.txt", "ref.txt")


def test_a_difference_is_told_from_chance() -> None:
    segments = [
        Segment(source="", hypothesis=line, reference=line) for line in (*ENGLISH, *HYPOTHESIS)
    ]
    same = [item.hypothesis for item in segments]
    worse = [" ".join(text.split()[::-1]) for text in same]
    bleu = find_metrics(["bleu"])
    (equal,) = compare(bleu, segments, same)
    assert equal.verdict == "no difference"
    (better,) = compare(bleu, segments, worse)
    assert better.verdict == "better"
    assert better.value == pytest.approx(100)
    assert "bs:1000" in better.signatures[0]
    assert "ar:10000" in better.signatures[1]
    (ter,) = compare(find_metrics(["ter"]), segments, worse)
    assert (ter.value, ter.verdict) == (0.0, "better")


@dataclass(frozen=True)
class Lengths:
    """A plug-in's scorer: the characters of a hypothesis."""

    def rate(self, segments: Sequence[Segment]) -> tuple[Score, ...]:
        """Their lengths."""
        return tuple(
            Score(metric="length", value=float(len(s.hypothesis)), signature="length")
            for s in segments
        )

    def total(self, segments: Sequence[Segment]) -> Score:
        """The mean of them."""
        values = [score.value for score in self.rate(segments)]
        return Score(metric="length", value=sum(values) / len(values), signature="length")


def test_a_plug_ins_scores_are_compared_by_their_means() -> None:
    length = Metric(name="length", help="how long it is", open=Lengths)
    segments = [Segment(source="", hypothesis="x" * (40 + k % 7)) for k in range(60)]
    shorter = [item.hypothesis[:-1] for item in segments]
    (found,) = compare([length], segments, shorter)
    assert found.value - found.baseline == pytest.approx(1.0)
    assert found.verdict == "better"
    assert found.signatures == ("length|bs:1000|seed:12345", "length|ar:10000|seed:12345")
    noisy = [item.hypothesis[1:] + "xx" * (k % 2) for k, item in enumerate(segments)]
    (chance,) = compare([length], segments, noisy)
    assert chance.verdict == "no difference"
    (same,) = compare([length], segments, [item.hypothesis for item in segments])
    assert (same.verdict, same.bootstrap) == ("no difference", 1.0)


def test_our_tests_of_chance_agree_with_sacrebleus() -> None:
    segments = [
        Segment(source="", hypothesis=line, reference=line) for line in (*ENGLISH, *HYPOTHESIS)
    ] * 3
    other = [text if k % 3 else text[2:] for k, text in enumerate(s.hypothesis for s in segments)]
    (theirs,) = compare(find_metrics(["chrf"]), segments, other)
    scorer = find_metrics(["chrf"])[0].open()
    others = [replace(s, hypothesis=text) for s, text in zip(segments, other, strict=True)]
    rows = [np.array([s.value for s in scorer.rate(some)]) for some in (segments, others)]
    assert bootstrap(rows[0] - rows[1]) == pytest.approx(theirs.bootstrap, abs=0.03)
    assert randomise(rows[0] - rows[1]) == pytest.approx(theirs.randomisation, abs=0.03)


def test_a_model_is_loaded_once_for_all_articles() -> None:
    opened: list[int] = []

    def load() -> Lengths:
        opened.append(1)
        return Lengths()

    metric = Metric(name="length", help="how long it is", open=load)
    assert open_metric(metric) is open_metric(metric)
    assert opened == [1]


def test_an_unknown_metric_is_named_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"(?s)no metric 'meteor'.*known are: bleu, chrf"):
        find_metrics(["meteor"])


def test_a_text_without_spaces_is_cut_by_characters() -> None:
    segments = [
        Segment(source="", hypothesis="橋は月曜日に開いた。", reference="橋は火曜日に開いた。")
    ]
    for language, name, least, most in (("ja", "bleu", 40, 99), ("zh", "ter", 1, 50)):
        (metric,) = find_metrics([name], language)
        score = metric.open().total(segments)
        assert least < score.value < most
        assert "tok:char" in score.signature or "asian:yes" in score.signature
    assert find_metrics([], "en") == METRICS
