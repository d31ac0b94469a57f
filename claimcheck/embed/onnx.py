"""Quick start: ONNX Runtime on an exported graph, without torch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from claimcheck.embed.base import EncoderIdentity, Engine, Vectors
from claimcheck.embed.batches import Batcher
from claimcheck.embed.models import ModelFiles
from claimcheck.embed.recipe import Recipe
from claimcheck.settings import ENCODE_BATCH


class OnnxEncoder:
    """The model as a float32 graph; the vectors are those of sentence-transformers to 1e-5."""

    engine: Engine = Engine.ONNX_F32

    def __init__(self, files: ModelFiles, recipe: Recipe, graph: Path) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        self.identity: EncoderIdentity = files.identity
        self.dimension = recipe.dimension
        self._batcher = Batcher(recipe)
        self._session: Any = onnxruntime.InferenceSession(
            str(graph), options, providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return an array of shape (len(texts), dimension), rows of Euclidean length 1."""
        vectors = np.empty((len(texts), self.dimension), np.float32)
        for batch in self._batcher.batches(texts, ENCODE_BATCH):
            feed = {"input_ids": batch.ids, "attention_mask": batch.mask}
            vectors[batch.places] = self._session.run(["vector"], feed)[0]
        return vectors
