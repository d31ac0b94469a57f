"""Quick indexing on processors with bfloat16 arithmetic: torch with half the bits."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from claimcheck.embed.base import EncoderIdentity, Engine, Vectors
from claimcheck.embed.batches import Batcher
from claimcheck.embed.models import ModelFiles
from claimcheck.embed.recipe import Recipe
from claimcheck.settings import BULK_BATCH


class TorchBf16Encoder:
    """A transformer whose weights and activations are bfloat16; pooling stays in float32."""

    engine: Engine = Engine.TORCH_BF16

    def __init__(self, files: ModelFiles, recipe: Recipe) -> None:
        import torch

        from claimcheck.embed.torch_model import SentenceModule

        self.identity: EncoderIdentity = files.identity
        self.dimension = recipe.dimension
        self._batcher = Batcher(recipe)
        self._module = SentenceModule(recipe, "sdpa", torch.bfloat16)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return an array of shape (len(texts), dimension), rows of Euclidean length 1."""
        import torch

        vectors = np.empty((len(texts), self.dimension), np.float32)
        with torch.inference_mode():
            for batch in self._batcher.batches(texts, BULK_BATCH):
                ids, mask = torch.from_numpy(batch.ids), torch.from_numpy(batch.mask)
                vectors[batch.places] = self._module(ids, mask).numpy()
        return vectors
