from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from tests.specimens import bead, document
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from transtrack.align import align
from transtrack.align.encoders import Encoder, open_encoder
from transtrack.align.evidence import Integers
from transtrack.align.neural import NeuralCost, make_neural_cost, make_windows, measure_chance
from transtrack.align.remainder import Remainder
from transtrack.errors import InputError, UsageError
from transtrack.model import Bitext, Origin
from transtrack.pipeline import align_files

WORDS = ("bado", "gidu", "moba", "dugo", "nabi", "bogu", "dima", "gano", "bumi", "nodu", "mago")
RENDERED = (
    "keft",
    "sirp",
    "tesk",
    "fryl",
    "wexi",
    "lerk",
    "strif",
    "hyks",
    "pelt",
    "xirt",
    "zwel",
)
SOURCE = [
    "bado gidu moba",
    "dugo nabi bado",
    "bogu dima nabi",
    "gano bumi gidu",
    "nodu mago bogu",
    "mago gano moba",
    "dima dugo bumi",
]
GOLD = [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,)), ((4,), (3,)), ((5, 6), (4,))]


def rendered(sentence: str) -> str:
    return " ".join(RENDERED[WORDS.index(word)] for word in sentence.split())


TARGET = [rendered(SOURCE[k]) for k in (0, 1, 3, 4)] + [rendered(f"{SOURCE[5]} {SOURCE[6]}")]


def save_encoder(folder: Path, output: str = "last_hidden_state", extra_input: str = "") -> Path:
    """An encoder of eleven words in two languages, translations with the same vector."""
    folder.mkdir()
    size = len(WORDS)
    table = np.concatenate([np.zeros((2, size)), np.eye(size), np.eye(size)]).astype(np.float32)
    vocabulary = {word: k for k, word in enumerate(("[PAD]", "[UNK]", *WORDS, *RENDERED))}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))  # noqa: S106 - no password
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    pooled = output == "sentence_embedding"
    nodes = [helper.make_node("Gather", ["table", "input_ids"], ["tokens" if pooled else output])]
    if pooled:
        nodes.append(helper.make_node("ReduceSum", ["tokens", "axes"], [output], keepdims=0))
    shape: list[str | int | None] = ["batch", size] if pooled else ["batch", "length", size]
    names = [name for name in ("input_ids", "attention_mask", extra_input) if name]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "length"]) for n in names],
        [helper.make_tensor_value_info(output, TensorProto.FLOAT, shape)],
        [
            numpy_helper.from_array(table, "table"),
            *([numpy_helper.from_array(np.array([1]), "axes")] if pooled else []),
        ],
    )
    model = helper.make_model(graph, ir_version=9, opset_imports=[helper.make_opsetid("", 17)])
    onnx.save(model, str(folder / "model.onnx"))
    return folder


@pytest.fixture
def encoder(tmp_path: Path) -> Encoder:
    return open_encoder(save_encoder(tmp_path / "tiny"))


def aligned(encoder: Encoder) -> Bitext:
    return align(
        document(SOURCE),
        document(TARGET, "en", "en.txt"),
        find_cost=lambda rest: make_neural_cost(rest, encoder),
    )


def pairs(bitext: Bitext) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(item.source, item.target) for item in bitext.beads]


def make_cost(encoder: Encoder) -> NeuralCost:
    rest = Remainder(document(SOURCE), document(TARGET, "en", "en.txt"), ())
    return make_neural_cost(rest, encoder)


def test_an_encoder_aligns_languages_that_share_no_letters(encoder: Encoder) -> None:
    bitext = aligned(encoder)
    assert pairs(bitext) == GOLD
    assert "cost:lexical+tiny" in bitext.signature


def test_without_it_the_omission_goes_astray() -> None:
    assert pairs(align(document(SOURCE), document(TARGET, "en", "en.txt"))) != GOLD


def test_the_same_texts_give_the_same_beads(encoder: Encoder, tmp_path: Path) -> None:
    assert aligned(encoder) == aligned(open_encoder(tmp_path / "tiny"))


@pytest.mark.parametrize("output", ["last_hidden_state", "sentence_embedding"])
def test_vectors_have_unit_length_and_the_order_of_their_sentences(
    output: str, tmp_path: Path
) -> None:
    encoder = open_encoder(save_encoder(tmp_path / "tiny", output))
    sentences = [*SOURCE, "bado", *[" ".join(WORDS)] * 40, "gidu"]
    vectors = encoder.encode(sentences)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    assert vectors[len(SOURCE)].argmax() == WORDS.index("bado")
    assert vectors[-1].argmax() == WORDS.index("gidu")
    alone = np.concatenate([encoder.encode([sentence]) for sentence in sentences])
    assert np.allclose(vectors, alone)  # padding does not count
    assert encoder.encode([]).shape[0] == 0


def test_a_sentence_without_a_known_word_says_nothing(encoder: Encoder) -> None:
    assert not encoder.encode([""]).any()


def test_a_window_is_the_sum_of_its_sentences() -> None:
    random = np.random.default_rng(7)
    vectors = random.normal(size=(50, 8)).astype(np.float32)
    starts = np.arange(47)
    summed = sum(vectors[starts + k] for k in range(4))
    assert isinstance(summed, np.ndarray)
    direct = summed / np.linalg.norm(summed, axis=1, keepdims=True)
    assert np.allclose(make_windows(vectors).unit(starts, 4), direct, atol=1e-5)


@pytest.mark.parametrize("chunk", [1, 3, 1000])
def test_cosines_are_those_of_each_bead(
    chunk: int, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("transtrack.align.neural._CHUNK", chunk)
    cost = make_cost(encoder)
    first: Integers = np.array([4, 0, 2, 5, 0])
    left: Integers = np.array([1, 3, 0, 2, 0])
    one_by_one = [
        float(cost.source.unit(first[k : k + 1], 2)[0] @ cost.target.unit(left[k : k + 1], 1)[0])
        for k in range(len(first))
    ]
    assert np.allclose(cost.cosines(first, left, 2, 1), one_by_one, atol=1e-6)


def test_rows_hold_the_evidence_of_every_bead_and_leave_null_beads_alone(
    encoder: Encoder,
) -> None:
    cost = make_cost(encoder)
    rows, columns = cost.corridor.coordinates(2, 5)
    scores, lexical = cost.rows(2, 5), cost.base.rows(2, 5)
    for index, (m, n) in enumerate(cost.kinds):
        ends = cost.corridor.ends(rows, columns, m, n)
        added = scores[index, ends] - lexical[index, ends]
        if not (m and n):
            assert not added.any()
            continue
        first, left = rows[ends] - m, columns[ends] - n
        evidence = cost.evidence(first, left, m, n) - cost.base.evidence(first, left, m, n)
        assert np.allclose(added, evidence, atol=1e-4)


def test_chance_leaves_translations_out() -> None:
    windows = make_windows(np.eye(9, dtype=np.float32))
    mean, spread = measure_chance(windows, windows, (1, 1)) or (1.0, 1.0)
    assert mean == 0
    assert spread == 0.01


@pytest.mark.parametrize("left", [(1, 0), (0, 2), (0, 0), (1, 1), (2, 1)])
def test_too_little_text_for_chance_is_aligned_all_the_same(
    left: tuple[int, int], encoder: Encoder
) -> None:
    rest = tuple(range(left[0], len(SOURCE))), tuple(range(left[1], len(TARGET)))
    bitext = align(
        document(SOURCE),
        document(TARGET, "en", "en.txt"),
        reviewed=[bead(*rest, 1.0, Origin.REVIEWED)],
        find_cost=lambda rest: make_neural_cost(rest, encoder),
    )
    assert sorted(k for item in bitext.beads for k in item.source) == list(range(len(SOURCE)))
    assert sorted(k for item in bitext.beads for k in item.target) == list(range(len(TARGET)))


def test_a_missing_folder_says_how_to_save_an_encoder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder") as caught:
        open_encoder(tmp_path / "nowhere")
    assert "LaBSE" in (caught.value.hint or "")


def test_a_folder_of_something_else_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no sentence encoder"):
        open_encoder(tmp_path)


def test_a_model_without_tokenizer_is_named(tmp_path: Path) -> None:
    (save_encoder(tmp_path / "tiny") / "tokenizer.json").unlink()
    with pytest.raises(InputError, match=r"tokenizer\.json is missing"):
        open_encoder(tmp_path / "tiny")


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_broken_file_is_an_input_error(name: str, tmp_path: Path) -> None:
    (save_encoder(tmp_path / "tiny") / name).write_text("broken")
    with pytest.raises(InputError, match="cannot be opened"):
        open_encoder(tmp_path / "tiny")


def test_a_model_of_something_else_is_an_input_error(tmp_path: Path) -> None:
    encoder = open_encoder(save_encoder(tmp_path / "tiny", extra_input="pixels"))
    with pytest.raises(InputError, match="does not take sentences"):
        encoder.encode(["bado"])


@pytest.mark.parametrize(
    ("module", "file", "extra"),
    [
        ("onnxruntime", "model.onnx", "neural"),
        ("tokenizers", "model.onnx", "neural"),
        ("sentence_transformers", "modules.json", "neural-torch"),
    ],
)
def test_a_missing_package_says_what_to_install(
    module: str, file: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_encoder(tmp_path / "tiny")
    if file == "modules.json":
        (tmp_path / "tiny" / "model.onnx").rename(tmp_path / "tiny" / file)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageError) as caught:
        open_encoder(tmp_path / "tiny")
    assert caught.value.hint == f"pip install 'transtrack[{extra}]'"


class Stub:
    """What sentence-transformers would make of a folder, without its gigabytes."""

    def __init__(self, path: str, *, local_files_only: bool, device: str) -> None:
        assert local_files_only
        assert device == "cpu"
        if path.endswith("broken"):
            raise OSError("no weights\nat all")

    def encode(self, sentences: Sequence[str], **_: object) -> NDArray[np.float64]:
        return np.array([[3.0, 4.0]] * len(sentences))


def test_a_folder_of_sentence_transformers_is_opened_offline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = ModuleType("sentence_transformers")
    module.SentenceTransformer = Stub  # type: ignore[attr-defined]  # made up here
    monkeypatch.setitem(sys.modules, "sentence_transformers", module)
    for name in ("La BSE|2", "broken"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "config_sentence_transformers.json").touch()
    encoder = open_encoder(tmp_path / "La BSE|2")
    assert encoder.name == "La-BSE-2"
    assert np.allclose(encoder.encode(["a", "b"]), [[0.6, 0.8]] * 2)
    assert encoder.encode([]).shape[0] == 0
    with pytest.raises(InputError, match=r"cannot be opened: no weights$"):
        open_encoder(tmp_path / "broken")


def test_two_files_are_aligned_by_the_encoder_in_a_folder(tmp_path: Path) -> None:
    save_encoder(tmp_path / "tiny")
    for name, sentences in (("de.txt", SOURCE), ("en.txt", TARGET)):
        (tmp_path / name).write_text("\n".join(sentences), encoding="utf-8")
    report = align_files(
        str(tmp_path / "de.txt"),
        str(tmp_path / "en.txt"),
        source_language="de",
        target_language="en",
        presegmented=True,
        encoder=str(tmp_path / "tiny"),
    )
    assert report.bitext
    assert pairs(report.bitext) == GOLD
