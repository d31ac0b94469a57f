"""Quick indexing on processors with bfloat16 arithmetic: OpenVINO on the exported graph."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from claimcheck.embed.base import EncoderIdentity, Engine, Vectors
from claimcheck.embed.batches import Batcher
from claimcheck.embed.models import ModelFiles
from claimcheck.embed.recipe import Recipe
from claimcheck.settings import BULK_BATCH


class OpenVinoEncoder:
    """The graph compiled for this processor, one batch at work on each core."""

    engine: Engine = Engine.OPENVINO_BF16

    def __init__(self, files: ModelFiles, recipe: Recipe, graph: Path) -> None:
        import openvino

        self.identity: EncoderIdentity = files.identity
        self.dimension = recipe.dimension
        self._batcher = Batcher(recipe)
        # Where the processor has no bfloat16 the hint is ignored, and float32 it is.
        hints = {"INFERENCE_PRECISION_HINT": "bf16", "PERFORMANCE_HINT": "THROUGHPUT"}
        compiled = openvino.Core().compile_model(str(graph), "CPU", hints)
        self._queue: Any = openvino.AsyncInferQueue(compiled)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return an array of shape (len(texts), dimension), rows of Euclidean length 1."""
        vectors = np.empty((len(texts), self.dimension), np.float32)

        def keep(request: Any, places: npt.NDArray[np.intp]) -> None:
            vectors[places] = request.get_output_tensor(0).data

        self._queue.set_callback(keep)
        for batch in self._batcher.batches(texts, BULK_BATCH):
            feed = {"input_ids": batch.ids, "attention_mask": batch.mask}
            self._queue.start_async(feed, batch.places)
        self._queue.wait_all()
        # bfloat16 leaves lengths off by a thousandth.
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)
