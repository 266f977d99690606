"""Sentence encoders that a user plugs in: a folder on disk becomes sentences' vectors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from transtrack.errors import InputError, UsageError

_BATCH = 32  # sentences encoded at a time
_TOKENS = 512  # of a sentence; most encoders know no later position
_TINY = 1e-9  # keeps a sentence of no tokens, whose vector is zero, from dividing by zero
_POOLED = "sentence_embedding"  # the output that sentence-transformers and optimum name so
_TORCH_FILES = "modules.json", "config_sentence_transformers.json"
_HOW_TO_SAVE = (
    "a folder holds model.onnx and tokenizer.json, or what sentence-transformers saved:\n"
    "optimum-cli export onnx --library-name sentence_transformers"
    " --model sentence-transformers/LaBSE FOLDER\n"
    "SentenceTransformer('sentence-transformers/LaBSE').save_pretrained('FOLDER')"
)

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """What gives sentences of any language vectors that lie close where the meaning does."""

    @property
    def name(self) -> str:
        """The encoder's name in the bitext's signature."""

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Vectors of unit length: shape (sentences, dimensions)."""


def open_encoder(path: str | Path) -> Encoder:
    """The encoder saved in a folder, which the folder's name then names; nothing is downloaded.

    Raises InputError where there is none, UsageError where a package it needs is missing.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise InputError("no such folder with an encoder", path=str(path), hint=_HOW_TO_SAVE)
    if (folder / "model.onnx").exists():
        if not (folder / "tokenizer.json").exists():
            raise InputError("tokenizer.json is missing", path=str(path), hint=_HOW_TO_SAVE)
        return OnnxEncoder(folder)
    if any((folder / name).exists() for name in _TORCH_FILES):
        return TorchEncoder(folder)
    raise InputError("no sentence encoder in this folder", path=str(path), hint=_HOW_TO_SAVE)


class OnnxEncoder:
    """A transformer run by ONNX Runtime on one processor core, the same at every run.

    Takes the model's own sentence vectors where it has them, else the mean of its tokens'.
    """

    def __init__(self, folder: Path) -> None:
        runtime = _import("onnxruntime", "neural")
        tokenizers = _import("tokenizers", "neural")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3  # errors only
        self.name = _name(folder)
        try:
            self._session = runtime.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
            self._tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # both raise classes of their own for a broken file
            raise InputError(
                f"the encoder cannot be opened: {_first_line(error)}", path=str(folder)
            ) from error
        self._inputs = [item.name for item in self._session.get_inputs()]
        outputs = [item.name for item in self._session.get_outputs()]
        self._output = _POOLED if _POOLED in outputs else outputs[0]
        padding = self._tokenizer.padding or {}  # holds the model's own padding token, if any
        self._tokenizer.enable_padding(**{**padding, "length": None, "direction": "right"})
        longest = (self._tokenizer.truncation or {}).get("max_length", _TOKENS)
        self._tokenizer.enable_truncation(min(longest, _TOKENS))

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Vectors of unit length: shape (sentences, dimensions)."""
        if not sentences:
            return np.zeros((0, 0), np.float32)
        order = sorted(range(len(sentences)), key=lambda index: len(sentences[index]))
        batches = [order[start : start + _BATCH] for start in range(0, len(order), _BATCH)]
        found = [self._run([sentences[index] for index in batch]) for batch in batches]
        vectors = np.empty((len(order), found[0].shape[1]), np.float32)
        vectors[order] = np.concatenate(found)
        return to_unit_length(vectors)

    def _run(self, sentences: list[str]) -> Vectors:
        encoded = self._tokenizer.encode_batch(sentences)
        mask = np.array([item.attention_mask for item in encoded], np.int64)
        known = {
            "input_ids": np.array([item.ids for item in encoded], np.int64),
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(mask),
        }
        try:
            feed = {name: known[name] for name in self._inputs}
            (states,) = self._session.run([self._output], feed)
        except Exception as error:  # ONNX Runtime's errors share no base of their own
            raise InputError(
                f"the encoder does not take sentences: {_first_line(error)}",
                path=self.name,
                hint="its inputs must be among input_ids, attention_mask, token_type_ids",
            ) from error
        values = np.asarray(states, np.float32)
        if values.ndim == 2:  # noqa: PLR2004 - a vector a sentence, pooled by the model
            return values
        weights = mask[:, :, None].astype(np.float32)
        mean: Vectors = (values * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), _TINY)
        return mean


class TorchEncoder:
    """An encoder that sentence-transformers saved and runs, on the processor."""

    def __init__(self, folder: Path) -> None:
        package = _import("sentence_transformers", "neural-torch")
        self.name = _name(folder)
        try:
            self._model: Any = package.SentenceTransformer(
                str(folder), local_files_only=True, device="cpu"
            )
        except Exception as error:  # whatever the parts of a broken model raise
            raise InputError(
                f"the encoder cannot be opened: {_first_line(error)}", path=str(folder)
            ) from error

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Vectors of unit length: shape (sentences, dimensions)."""
        if not sentences:
            return np.zeros((0, 0), np.float32)
        found = self._model.encode(
            list(sentences), batch_size=_BATCH, show_progress_bar=False, convert_to_numpy=True
        )
        return to_unit_length(np.asarray(found, np.float32))


def to_unit_length(vectors: Vectors) -> Vectors:
    """The vectors divided by their length.

    >>> to_unit_length(np.array([[3.0, 4.0]], np.float32)).round(3).tolist()
    [[0.6000000238418579, 0.800000011920929]]
    """
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = vectors / np.maximum(lengths, np.float32(_TINY))
    return unit


def _name(folder: Path) -> str:
    """The folder's name, without the signs that part a signature."""
    return re.sub(r"[^\w.-]", "-", folder.resolve().name)


def _import(module: str, extra: str) -> Any:
    """A package that only some installations have."""
    try:
        return import_module(module)
    except ImportError as error:
        raise UsageError(
            f"this encoder needs the package {module.replace('_', '-')}",
            hint=f"pip install 'transtrack[{extra}]'",
        ) from error


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
