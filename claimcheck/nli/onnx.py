"""The model that comes along: eight-bit weights on ONNX Runtime, without torch."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from claimcheck.datatypes import NliScores
from claimcheck.errors import ModelError
from claimcheck.model_files import checksum, fingerprint_of
from claimcheck.nli.base import DEFAULT_NLI, LABELS, NliIdentity, Pair, as_scores
from claimcheck.nli.clothes import plain
from claimcheck.settings import NLI_MAX_TOKENS

SHIPPED: Final = Path(__file__).parent / DEFAULT_NLI
GRAPH, _TOKENIZER, _CALIBRATION = "model.int8.onnx", "tokenizer.json", "calibration.json"
# What the package was published with.
_SHA256: Final = {
    GRAPH: "72928f79699f4df9679fb30c87a8de3de057f39a073c43cb6c8ea6341cdd7d88",
    _TOKENIZER: "79ea220416a57ca8acdf069d71875d5d2ddadef66021aeb6c120a7c546c04344",
    _CALIBRATION: "2eea1c5c69c71f514d158ec78d4ede2cb23d83821f3e1c983653f4d6b4458463",
}
_CERTAIN: Final = NliScores(1.0, 0.0, 0.0)


class OnnxNli:
    """A cross-encoder as a graph, its logits divided by a temperature.

    `folder` is one that `claimcheck.training.export` and `calibrate` wrote; the files of the
    shipped one must have the checksums that they were published with. Raises ModelError.
    """

    def __init__(self, folder: Path = SHIPPED) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        files = [folder / name for name in _SHA256]
        if folder == SHIPPED:
            for path in files:
                _refuse_other(path)
        self.identity = NliIdentity(folder.resolve().name, fingerprint_of(folder, files))
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 1
        try:
            calibration = json.loads((folder / _CALIBRATION).read_bytes())
            self._temperature = float(calibration["temperature"])
            self._session: Any = onnxruntime.InferenceSession(
                str(folder / GRAPH), options, providers=["CPUExecutionProvider"]
            )
            self._tokenizer: Any = Tokenizer.from_file(str(folder / _TOKENIZER))
        except Exception as error:  # each library raises kinds of its own
            raise ModelError(
                f"The NLI model in {folder} cannot be loaded ({type(error).__name__}: {error}).",
                "Write it again with python -m claimcheck.training.export.",
            ) from error
        self._tokenizer.enable_truncation(NLI_MAX_TOKENS, strategy="longest_first")
        self._tokenizer.no_padding()

    def predict(self, pairs: Sequence[Pair]) -> list[NliScores]:
        """Return the calibrated probabilities of each pair.

        Texts are read in plain clothes, so that a missing full stop changes nothing; that a text
        follows from itself needs no model.
        """
        dressed = [(plain(premise), plain(hypothesis)) for premise, hypothesis in pairs]
        scores = as_scores(self.logits(dressed) / self._temperature)
        return [
            _CERTAIN if premise.casefold() == hypothesis.casefold() else found
            for (premise, hypothesis), found in zip(dressed, scores, strict=True)
        ]

    def logits(self, pairs: Sequence[Pair]) -> npt.NDArray[np.float32]:
        """Return what the graph gives, shape (pairs, 3), in the order of LABELS."""
        encodings = self._tokenizer.encode_batch(list(pairs))
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            rows = list(threads.map(self._run, encodings))
        return np.concatenate(rows) if rows else np.empty((0, len(LABELS)), np.float32)

    def _run(self, encoding: Any) -> npt.NDArray[np.float32]:
        """Judge one pair alone, so that its scores don't depend on its company.

        The activations are scaled to eight bits by their extremes, which in a batch are those of
        all pairs: one in thirty labels would change. Pairs in parallel are also twice as quick.
        """
        feed = {
            "input_ids": encoding.ids,
            "token_type_ids": encoding.type_ids,
            "attention_mask": encoding.attention_mask,
        }
        row = {name: np.array([values], np.int64) for name, values in feed.items()}
        logits: npt.NDArray[np.float32] = self._session.run(["logits"], row)[0]
        return logits


def _refuse_other(path: Path) -> None:
    found = checksum(path)
    if found != _SHA256[path.name]:
        raise ModelError(
            f"The NLI model's {path.name} is not the one published with claimcheck: sha256 "
            f"{found[:12]}…, expected {_SHA256[path.name][:12]}….",
            "pip install --force-reinstall --no-deps claimcheck-news",
        )
