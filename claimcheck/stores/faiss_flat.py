"""FAISS, exact: every vector is compared, so filters and small corpora lose nothing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from claimcheck.settings import BLAS_MIN_KEPT, BLAS_MIN_QUERIES, BLAS_ROUNDING, OVERFETCH
from claimcheck.stores.base import Hits, Ids, Keep, Mask, Vectors
from claimcheck.stores.exact import in_order, kept_mask
from claimcheck.stores.faiss_files import read_index, selector, write_index

# FAISS counts queries times dimension; this much makes it use BLAS, 0 work never reaches it.
_BLAS_ALWAYS = 1
_BLAS_NEVER = 1 << 30


class FaissFlatStore:
    """An IndexFlatIP over unit vectors, with the claims' ids."""

    kind: ClassVar[str] = "faiss-flat"

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def build(cls, dimension: int, parts: Iterable[tuple[Ids, Vectors]]) -> FaissFlatStore:
        """Return a store over all `parts`, pairs of ids (n,) and unit vectors (n, dimension)."""
        import faiss

        index = faiss.IndexIDMap(faiss.IndexFlatIP(dimension))
        for ids, vectors in parts:
            index.add_with_ids(vectors, ids)
        return cls(index)

    @classmethod
    def load(cls, path: Path) -> FaissFlatStore:
        """Map a file that `save` wrote. Raises IndexDamaged."""
        return cls(read_index(path))

    def save(self, path: Path) -> None:
        """Write to `path`; raises OSError. The caller makes it atomic."""
        write_index(self._index, path)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return int(self._index.d)

    def search(self, queries: Vectors, k: int, keep: Keep = None) -> Hits:
        """Return the k nearest kept vectors for each row of `queries`."""
        if keep is None:
            return self._scan(queries, k, None)
        if len(queries) < BLAS_MIN_QUERIES or np.count_nonzero(keep) < len(self) * BLAS_MIN_KEPT:
            return self._scan(queries, k, keep)
        return self._filter_afterwards(queries, k, keep)

    def _filter_afterwards(self, queries: Vectors, k: int, keep: Mask) -> Hits:
        """Search without the filter, which lets BLAS work, and repeat where too few are left.

        Exact: the first k kept of a longer ranking are the k best kept.
        """
        wide = self._scan(queries, k * OVERFETCH, None)
        kept = (wide.ids >= 0) & kept_mask(np.maximum(wide.ids, 0), keep)
        order = np.argsort(~kept, axis=1, kind="stable")[:, :k]
        ids = np.take_along_axis(np.where(kept, wide.ids, -1), order, axis=1)
        scores = np.take_along_axis(np.where(kept, wide.scores, np.float32(0)), order, axis=1)
        short = np.flatnonzero((ids < 0).any(axis=1))
        if len(short):
            again = self._scan(queries[short], k, keep)
            ids[short], scores[short] = again.ids, again.scores
        return Hits(ids, scores)

    def _scan(self, queries: Vectors, k: int, keep: Keep) -> Hits:
        """Search until the k best are told apart from the rest.

        Reprints have equal vectors, and which of several equals makes the last place is chance in
        FAISS; looking further brings in all of them, and the order of ids decides.
        """
        hits = in_order(self._raw(queries, k + 1, keep))
        near = (np.diff(hits.scores, axis=1) >= -BLAS_ROUNDING) & (hits.ids[:, 1:] >= 0)
        unsure = np.flatnonzero(near.any(axis=1))
        if len(queries) >= BLAS_MIN_QUERIES and len(unsure):
            # At the edges of its tiles a matrix product rounds otherwise: equal vectors differ.
            again = in_order(self._raw(queries[unsure], k + 1, keep, batched=False))
            hits.ids[unsure], hits.scores[unsure] = again.ids, again.scores
        ids, scores = hits.ids[:, :k].copy(), hits.scores[:, :k].copy()
        tied = (hits.ids[:, k] >= 0) & (hits.scores[:, k] == hits.scores[:, k - 1])
        rows = np.flatnonzero(tied)
        if len(rows):
            further = self._scan(queries[rows], 2 * k, keep)
            ids[rows], scores[rows] = further.ids[:, :k], further.scores[:, :k]
        return Hits(ids, scores)

    def _raw(self, queries: Vectors, k: int, keep: Keep, *, batched: bool = True) -> Hits:
        import faiss

        # From some queries on a matrix product is many times faster than one scan each; FAISS
        # 1.15 by itself waits for hundreds.
        batched = batched and len(queries) >= BLAS_MIN_QUERIES
        faiss.cvar.distance_compute_blas_threshold = _BLAS_ALWAYS if batched else _BLAS_NEVER
        parameters = None if keep is None else _parameters(keep)
        scores, ids = self._index.search(np.ascontiguousarray(queries), k, params=parameters)
        return Hits(ids, np.where(ids < 0, np.float32(0), scores))


def _parameters(keep: Mask) -> Any:
    import faiss

    # The stubs describe the C++ constructor, not the Python one.
    return faiss.SearchParameters(sel=selector(keep))  # type: ignore[call-arg]
