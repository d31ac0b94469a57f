"""The reference encoder: sentence-transformers on torch, float32, CPU."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence

import numpy as np

from claimcheck.embed.base import EncoderIdentity, Engine, Vectors
from claimcheck.embed.models import ModelFiles
from claimcheck.errors import ModelError
from claimcheck.settings import ENCODE_BATCH


class SentenceTransformerEncoder:
    """A sentence-transformers model; texts longer than its window are cut at the end."""

    def __init__(self, files: ModelFiles) -> None:
        # Progress bars and advice of the libraries would land between our own lines.
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "true")
        os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging

        logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
        self._identity = files.identity
        try:
            self._model = SentenceTransformer(
                str(files.folder),
                device="cpu",
                trust_remote_code=False,
                local_files_only=True,
                model_kwargs={"use_safetensors": True},
            )
        except Exception as error:  # the libraries raise many unrelated kinds
            raise ModelError(
                f"The model in {files.folder} cannot be loaded ({error}).",
                "Download or save the model again.",
            ) from error

    @property
    def identity(self) -> EncoderIdentity:
        """Name and fingerprint."""
        return self._identity

    @property
    def engine(self) -> Engine:
        """What runs the model."""
        return Engine.TORCH_F32

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return an array of shape (len(texts), dimension), rows of Euclidean length 1."""
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        vectors = self._model.encode(
            list(texts),
            batch_size=ENCODE_BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return np.asarray(vectors, np.float32)
