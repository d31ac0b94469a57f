"""Texts as batches of token ids: sorted by length, so that little is padding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from claimcheck.batching import Tokens, by_length, padded
from claimcheck.embed.recipe import Recipe
from claimcheck.settings import PAD_TO_MULTIPLE


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts of about one length. `places` says which texts; the arrays are (texts, tokens)."""

    places: npt.NDArray[np.intp]
    ids: Tokens
    mask: Tokens


class Batcher:
    """Turns texts into batches with the model's own tokenizer."""

    def __init__(self, recipe: Recipe) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(recipe.tokenizer))
        self._tokenizer.enable_truncation(recipe.max_tokens)
        self._tokenizer.no_padding()

    def batches(self, texts: Sequence[str], size: int) -> Iterator[Batch]:
        """Yield batches of up to `size` texts, longest first."""
        encodings = self._tokenizer.encode_batch(list(texts))
        for places in by_length([len(encoding) for encoding in encodings], size):
            chosen = [encodings[place] for place in places]
            ids = padded([encoding.ids for encoding in chosen], PAD_TO_MULTIPLE)
            mask = padded([encoding.attention_mask for encoding in chosen], PAD_TO_MULTIPLE)
            yield Batch(places, ids, mask)
