"""FAISS, approximate: inverted lists of product-quantised codes, compared again exactly.

The vectors lie in lists around centroids (Sivic and Zisserman, 2003; Jégou et al., 2011), each as
192 codes of four bits that are compared by table look-ups in registers (André et al., "Quicker
ADC", 2019). The best candidates are then scored with their stored vectors, so that every score is
exact and what may be lost is a neighbour in a list that was not looked into.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, ClassVar, TypeAlias

import numpy as np

from claimcheck.settings import (
    LISTS_PER_FILTER,
    LISTS_PER_ROOT,
    MAX_EXACT_CLAIMS,
    MAX_PROBED,
    RECALL_AIM,
    RECALL_K,
    RECALL_PROBES,
    RERANKED,
    TRAINING_PER_LIST,
    TRAINING_ROUNDS,
)
from claimcheck.stores.base import Hits, Ids, Keep, Vectors
from claimcheck.stores.exact import in_order
from claimcheck.stores.faiss_files import read_index, selector, write_index

# Gives the vectors of ids (n,) as (n, dimension), zeros where there is none.
Stored: TypeAlias = Callable[[Ids], Vectors]

_BITS = 4
# Between one list and all of them.
_STEPS = 40


class FaissIvfStore:
    """An IndexIVFPQFastScan over unit vectors; `stored` gives them exactly."""

    kind: ClassVar[str] = "faiss-ivf"

    def __init__(self, index: Any, stored: Stored) -> None:
        self._index = index
        self._stored = stored

    @classmethod
    def build(
        cls, sample: Vectors, count: int, parts: Iterable[tuple[Ids, Vectors]], stored: Stored
    ) -> tuple[FaissIvfStore, float]:
        """Return a store over `parts`, `count` vectors in all, and its recall.

        The lists are trained on `sample`. The recall is the share of the RECALL_K nearest
        neighbours of RECALL_PROBES of the vectors that it finds.
        """
        import faiss

        dimension = sample.shape[1]
        # Two numbers to a code: with four, one neighbour in fifty was lost.
        codes = dimension if dimension % 2 else dimension // 2
        index = faiss.IndexIVFPQFastScan(
            faiss.IndexFlatIP(dimension),
            dimension,
            lists_for(count),
            codes,
            _BITS,
            faiss.METRIC_INNER_PRODUCT,
        )
        index.cp.niter, index.cp.seed = TRAINING_ROUNDS, 1
        index.cp.max_points_per_centroid = TRAINING_PER_LIST
        index.cp.min_points_per_centroid = 1
        index.train(np.ascontiguousarray(sample))
        nearest = _Nearest(sample[:: max(1, len(sample) // RECALL_PROBES)])
        for ids, vectors in parts:
            index.add_with_ids(np.ascontiguousarray(vectors), ids)
            nearest.compare(ids, vectors)
        store = cls(index, stored)
        return store, store._tune(nearest.queries, nearest.neighbours())

    @classmethod
    def load(cls, path: Path, stored: Stored) -> FaissIvfStore:
        """Map a file that `save` wrote. Raises IndexDamaged."""
        return cls(read_index(path), stored)

    def save(self, path: Path) -> None:
        """Write to `path`; raises OSError. The caller makes it atomic."""
        write_index(self._index, path)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def probes(self) -> int:
        """How many lists are looked into for a query; kept in the file."""
        return int(self._index.nprobe)

    def search(self, queries: Vectors, k: int, keep: Keep = None) -> Hits:
        """Return the k nearest kept vectors for each row of `queries`, with exact scores."""
        probes = self.probes if keep is None else self._probes_for(int(np.count_nonzero(keep)))
        found = self._candidates(queries, max(k, RERANKED), probes, keep)
        scores = self._exact_scores(queries, found)
        best = in_order(Hits(found, scores))
        return Hits(best.ids[:, :k], best.scores[:, :k])

    def _tune(self, queries: Vectors, nearest: Ids) -> float:
        """Look into as few lists as reach RECALL_AIM, within MAX_PROBED; return the recall."""
        lists = int(self._index.nlist)
        most = min(lists, max(1, MAX_PROBED * lists // max(1, len(self))))
        ladder = np.unique(np.geomspace(1, most, _STEPS).astype(int)).tolist()
        step = bisect_left(ladder, RECALL_AIM, key=lambda n: self._recall(queries, nearest, n))
        self._index.nprobe = ladder[min(step, len(ladder) - 1)]
        return self._recall(queries, nearest, self.probes)

    def _probes_for(self, kept: int) -> int:
        """Return into how many lists to look when a filter keeps so many vectors: all, if few."""
        lists = int(self._index.nlist)
        if kept <= MAX_EXACT_CLAIMS:
            return lists
        share = min(1.0, kept / len(self))
        return min(lists, int(np.ceil(self.probes / share**LISTS_PER_FILTER)))

    def _recall(self, queries: Vectors, nearest: Ids, probes: int) -> float:
        # The candidates are compared again, so that what is among them is found.
        found = self._candidates(queries, RERANKED, probes, None)
        return float(np.mean([np.isin(a, b).mean() for a, b in zip(nearest, found, strict=True)]))

    def _candidates(self, queries: Vectors, k: int, probes: int, keep: Keep) -> Ids:
        import faiss

        sel = None if keep is None else selector(keep)
        # The stubs describe the C++ constructor, not the Python one.
        parameters = faiss.SearchParametersIVF(nprobe=probes, sel=sel)  # type: ignore[call-arg]
        # One query is searched by one thread: two that wait for each other by spinning were quicker
        # at the median and five times slower one time in twenty.
        _, ids = self._index.search(np.ascontiguousarray(queries), k, params=parameters)
        return np.asarray(ids, np.int64)

    def _exact_scores(self, queries: Vectors, found: Ids) -> Vectors:
        """Compare with the stored vectors; 0 where there were fewer candidates than asked for."""
        distinct, places = np.unique(found, return_inverse=True)
        vectors = np.zeros((len(distinct), queries.shape[1]), np.float32)
        vectors[distinct >= 0] = self._stored(distinct[distinct >= 0])
        scores = np.empty(found.shape, np.float32)
        for row, (query, rows) in enumerate(zip(queries, places.reshape(found.shape), strict=True)):
            scores[row] = vectors[rows] @ query
        return scores


def lists_for(count: int) -> int:
    """Return into how many lists `count` vectors are divided, a power of two."""
    return int(2 ** max(0, round(np.log2(LISTS_PER_ROOT * max(count, 1) ** 0.5))))


def training_size(count: int) -> int:
    """Return how many of `count` vectors the lists are trained on."""
    return min(count, lists_for(count) * TRAINING_PER_LIST)


class _Nearest:
    """The true neighbours of some of the vectors, found by comparing every one."""

    def __init__(self, queries: Vectors) -> None:
        self.queries = np.ascontiguousarray(queries)
        self._ids = np.empty((len(queries), 0), np.int64)
        self._scores = np.empty((len(queries), 0), np.float32)

    def compare(self, ids: Ids, vectors: Vectors) -> None:
        """Compare with more vectors."""
        import faiss

        # One more than asked for: a vector is its own nearest.
        k = RECALL_K + 1
        near, places = faiss.knn(
            self.queries, vectors, min(k, len(ids)), metric=faiss.METRIC_INNER_PRODUCT
        )
        scores = np.concatenate([self._scores, near], axis=1)
        found = np.concatenate([self._ids, ids[places]], axis=1)
        best = np.argsort(-scores, axis=1, kind="stable")[:, :k]
        self._ids, self._scores = (np.take_along_axis(x, best, axis=1) for x in (found, scores))

    def neighbours(self) -> Ids:
        """Return the ids of the nearest, the query itself left out."""
        return self._ids[:, 1:]
