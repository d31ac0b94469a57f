"""Searching an index: vectors and full text, fused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from claimcheck.database import Database, Filter
from claimcheck.datatypes import Article, Candidate, Claim, Scores
from claimcheck.embed import Vectors
from claimcheck.errors import ClaimcheckError, IndexDamaged
from claimcheck.index.fusion import fuse
from claimcheck.index.generations import build_generation, is_stale, open_generation
from claimcheck.index.layout import Layout
from claimcheck.index.lock import writer_lock
from claimcheck.index.manifest import Manifest, read_manifest
from claimcheck.settings import RETRIEVER_DEPTH
from claimcheck.stores import ExactStore, Hits, Ids, Keep, VectorStore
from claimcheck.stores.exact import merged


class IndexReader:
    """An index opened for searching. Sees every commit at once; never blocks a writer."""

    def __init__(self, layout: Layout, database: Database, warn: Callable[[str], None]) -> None:
        self._layout = layout
        self._database = database
        manifest = read_manifest(database)
        if manifest is None:
            raise IndexDamaged(
                f"The index in {layout.folder} is empty.",
                f"Add articles: claimcheck index PATH... --index {layout.folder}",
            )
        self.manifest: Manifest = manifest
        self._store, self._built_up_to = _usable_store(layout, database, warn)
        self._fresh: VectorStore = _no_vectors(manifest.dimension)
        self._fresh_up_to = self._built_up_to

    @classmethod
    def open(cls, folder: Path, warn: Callable[[str], None] = lambda _: None) -> IndexReader:
        """Open the index in `folder`; `warn` is told when its vector file had to be rebuilt.

        Raises IndexMissing, IndexDamaged.
        """
        layout = Layout(folder)
        layout.require()
        return cls(layout, Database.open_reader(layout.database), warn)

    @property
    def store_kind(self) -> str:
        """Which engine searches the vectors."""
        return self._store.kind

    def counts(self) -> dict[str, int]:
        """Return how many articles, claims and outlets there are."""
        return self._database.checks.counts()

    def article(self, article_id: str) -> Article | None:
        """Return an indexed article."""
        return self._database.articles.get(article_id)

    def search(
        self, texts: Sequence[str], vectors: Vectors, k: int, where: Filter
    ) -> list[list[Candidate]]:
        """Return up to `k` candidates for each text, best first.

        `vectors` has shape (len(texts), dimension). Both retrievers go to RETRIEVER_DEPTH, or to
        `k` if that is more.
        """
        depth = max(k, RETRIEVER_DEPTH)
        with self._database.snapshot():
            self._read_fresh()
            hits = self._nearest(vectors, depth, where)
            ranked = []
            for text, ids, scores in zip(texts, hits.ids, hits.scores, strict=True):
                near = {int(i): float(s) for i, s in zip(ids, scores, strict=True) if i >= 0}
                ranked.append(fuse(near, self._database.claims.search(text, depth, where)))
            self._fill_similarities(ranked, vectors, k)
            wanted = {claim_id for ranking in ranked for claim_id in list(ranking)[:k]}
            claims = self._database.claims.get(sorted(wanted))
        return [_candidates(ranking, claims, k) for ranking in ranked]

    def _nearest(self, vectors: Vectors, depth: int, where: Filter) -> Hits:
        keep = self._keep(where)
        parts = [store.search(vectors, depth, keep) for store in (self._store, self._fresh)]
        return merged(parts, depth)

    def _keep(self, where: Filter) -> Keep:
        tombstones = self._database.generations.tombstones()
        if where.is_empty and not tombstones:
            return None
        last = max(self._fresh_up_to, self._built_up_to)
        keep = np.full(last + 1, where.is_empty)
        if not where.is_empty:
            for first, final in self._database.articles.claim_ranges(where):
                keep[first : final + 1] = True
        gone = np.array(tombstones, np.int64)
        keep[gone[gone <= last]] = False
        return keep

    def _read_fresh(self) -> None:
        """Load the vectors of claims that came after the vector file was written."""
        last = self._database.claims.last_id()
        if last <= self._fresh_up_to:
            return
        parts = list(self._database.vectors.after(self._built_up_to))
        ids: Ids = np.concatenate([ids for ids, _ in parts])
        self._fresh = ExactStore(ids, np.concatenate([vectors for _, vectors in parts]))
        self._fresh_up_to = last

    def _fill_similarities(self, ranked: list[dict[int, Scores]], vectors: Vectors, k: int) -> None:
        """Compute the cosine of candidates that only the full text found."""
        lacking = {i for ranking in ranked for i in list(ranking)[:k] if _lacks(ranking[i])}
        stored = self._database.vectors.get(sorted(lacking))
        for ranking, vector in zip(ranked, vectors, strict=True):
            for claim_id in list(ranking)[:k]:
                scores = ranking[claim_id]
                if _lacks(scores) and claim_id in stored:
                    similarity = float(stored[claim_id] @ vector)
                    ranking[claim_id] = Scores(similarity, None, scores.lexical_rank, scores.fused)


def _lacks(scores: Scores) -> bool:
    return scores.vector_rank is None


def _candidates(ranking: dict[int, Scores], claims: dict[int, Claim], k: int) -> list[Candidate]:
    # A claim removed since the vector file was written has no row any more.
    return [Candidate(claims[i], scores) for i, scores in ranking.items() if i in claims][:k]


def _no_vectors(dimension: int) -> ExactStore:
    return ExactStore(np.empty(0, np.int64), np.empty((0, dimension), np.float32))


def _usable_store(
    layout: Layout, database: Database, warn: Callable[[str], None]
) -> tuple[VectorStore, int]:
    """Return the vector store and the last claim id in it, rebuilt if it was no good."""
    try:
        generation, store = open_generation(layout, database)
        if not is_stale(database):
            return store, generation.last_claim
        trouble = f"The vector file in {layout.folder} is behind its database."
    except IndexDamaged as error:
        trouble = error.message
    warn(f"{trouble} It is being rebuilt from the database.")
    try:
        _rebuild(layout)
        generation, store = open_generation(layout, database)
    except ClaimcheckError as error:
        count = database.checks.counts()["claims"]
        warn(f"{error.message} Searching {count:,} claims exactly, which is slower.")
        return _no_vectors(int(database.manifest()["dimension"])), 0
    return store, generation.last_claim


def _rebuild(layout: Layout) -> None:
    with writer_lock(layout, wait_s=0), Database.open_writer(layout.database) as writer:
        # Another process may have rebuilt it between our look and our lock.
        with suppress(IndexDamaged):
            open_generation(layout, writer)
            if not is_stale(writer):
                return
        build_generation(layout, writer, lambda _: None)
