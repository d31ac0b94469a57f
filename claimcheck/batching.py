"""Token sequences in batches of like lengths, so that little is padding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

Tokens = npt.NDArray[np.int64]


def by_length(lengths: Sequence[int], size: int) -> Iterator[npt.NDArray[np.intp]]:
    """Yield the places of up to `size` sequences at a time, longest first.

    Longest first, so that memory is claimed once, at the start.
    """
    order = np.argsort(-np.array(lengths), kind="stable")
    for start in range(0, len(order), size):
        yield order[start : start + size]


def padded(sequences: Sequence[Sequence[int]], multiple: int) -> Tokens:
    """Return sequences as rows of one width, a multiple of `multiple`, filled with 0."""
    width = -(-max(map(len, sequences)) // multiple) * multiple
    rows = np.zeros((len(sequences), width), np.int64)
    for row, sequence in zip(rows, sequences, strict=True):
        row[: len(sequence)] = sequence
    return rows
