"""Exact search in plain numpy: the yardstick for the others, and the fallback without a file."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
import numpy.typing as npt

from claimcheck.settings import BLAS_ROUNDING
from claimcheck.stores.base import Hits, Ids, Keep, Mask, Vectors


class ExactStore:
    """Vectors in memory, with ascending ids, compared one and all."""

    kind: ClassVar[str] = "exact"

    def __init__(self, ids: Ids, vectors: Vectors) -> None:
        self._ids = ids
        self._vectors = vectors

    def __len__(self) -> int:
        return len(self._ids)

    def search(self, queries: Vectors, k: int, keep: Keep = None) -> Hits:
        """Return the k nearest kept vectors for each row of `queries`."""
        ids, vectors = self._ids, self._vectors
        if keep is not None:
            kept = kept_mask(ids, keep)
            ids, vectors = ids[kept], vectors[kept]
        if not len(ids):
            return no_hits(len(queries), k)
        best = [
            _best(query, vectors, rough, k)
            for query, rough in zip(queries, queries @ vectors.T, strict=True)
        ]
        order = np.array([places for places, _ in best], np.int64).reshape(-1, min(k, len(ids)))
        scores = np.array([rated for _, rated in best], np.float32).reshape(order.shape)
        return padded(ids[order], scores, k)


def _best(query: Vectors, vectors: Vectors, rough: Vectors, k: int) -> tuple[Ids, Vectors]:
    """Return the places and scores of the k nearest, equal ones in order.

    `rough` (n,) are the products as a matrix product gives them: at the edges of its tiles it
    rounds otherwise, so that equal vectors differ. Those near the last place are multiplied anew.
    """
    near = np.arange(len(rough))
    if k < len(rough):
        least = np.partition(rough, len(rough) - k)[len(rough) - k] - BLAS_ROUNDING
        near = np.flatnonzero(rough >= least)
    rated = np.einsum("d,nd->n", query, vectors[near])
    order = np.argsort(-rated, kind="stable")[:k]
    return near[order], rated[order]


def exact_store(parts: list[tuple[Ids, Vectors]], dimension: int) -> ExactStore:
    """Return a store over all `parts`, pairs of ascending ids (n,) and vectors (n, dimension)."""
    ids = [np.empty(0, np.int64), *(ids for ids, _ in parts)]
    vectors = [np.empty((0, dimension), np.float32), *(vectors for _, vectors in parts)]
    return ExactStore(np.concatenate(ids), np.concatenate(vectors))


def kept_mask(ids: Ids | npt.NDArray[np.int32], keep: Mask) -> Mask:
    """Return which of `ids` the mask keeps."""
    inside = ids < len(keep)
    return inside & keep[np.minimum(ids, len(keep) - 1)] if len(keep) else inside


def no_hits(queries: int, k: int) -> Hits:
    """Return empty results for `queries` queries."""
    return Hits(np.full((queries, k), -1, np.int64), np.zeros((queries, k), np.float32))


def padded(ids: Ids, scores: Vectors, k: int) -> Hits:
    """Return results filled up to k columns."""
    missing = k - ids.shape[1]
    if missing <= 0:
        return Hits(ids, scores)
    columns = ((0, 0), (0, missing))
    return Hits(
        np.pad(ids, columns, constant_values=-1), np.pad(scores, columns, constant_values=0)
    )


def merged(parts: list[Hits], k: int) -> Hits:
    """Return the k best of several stores' results for the same queries."""
    ids = np.concatenate([part.ids for part in parts], axis=1)
    scores = np.concatenate([part.scores for part in parts], axis=1)
    best = in_order(Hits(ids, scores))
    return padded(best.ids[:, :k], best.scores[:, :k], k)


def in_order(hits: Hits) -> Hits:
    """Return the results best first; equal scores by id, so that nothing depends on the engine."""
    ranked = np.where(hits.ids < 0, -np.inf, hits.scores)
    order = np.lexsort((hits.ids, -ranked), axis=1)
    return Hits(
        np.take_along_axis(hits.ids, order, axis=1), np.take_along_axis(hits.scores, order, axis=1)
    )
