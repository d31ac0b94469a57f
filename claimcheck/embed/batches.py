"""Texts as batches of token ids: sorted by length, so that little is padding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from claimcheck.embed.recipe import Recipe
from claimcheck.settings import PAD_TO_MULTIPLE

_Tokens = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts of about one length. `places` says which texts; the arrays are (texts, tokens)."""

    places: npt.NDArray[np.intp]
    ids: _Tokens
    mask: _Tokens


class Batcher:
    """Turns texts into batches with the model's own tokenizer."""

    def __init__(self, recipe: Recipe) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(recipe.tokenizer))
        self._tokenizer.enable_truncation(recipe.max_tokens)
        self._tokenizer.no_padding()

    def batches(self, texts: Sequence[str], size: int) -> Iterator[Batch]:
        """Yield batches of up to `size` texts, longest first.

        Longest first, so that memory is claimed once, at the start.
        """
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        lengths = np.array([len(ids) for ids in tokens])
        order = np.argsort(-lengths, kind="stable")
        for start in range(0, len(order), size):
            places = order[start : start + size]
            yield _batch(places, [tokens[place] for place in places])


def _batch(places: npt.NDArray[np.intp], tokens: list[list[int]]) -> Batch:
    longest = max(len(ids) for ids in tokens)
    width = -(-longest // PAD_TO_MULTIPLE) * PAD_TO_MULTIPLE
    ids = np.zeros((len(tokens), width), np.int64)
    mask = np.zeros((len(tokens), width), np.int64)
    for row, text in enumerate(tokens):
        ids[row, : len(text)] = text
        mask[row, : len(text)] = 1
    return Batch(places, ids, mask)
