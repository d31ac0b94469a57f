"""Searching an index: vectors and full text, fused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from claimcheck.database import Database, Filter
from claimcheck.datatypes import Article, Candidate, Claim, Scores
from claimcheck.embed import Vectors
from claimcheck.index.fusion import fuse
from claimcheck.index.layout import Layout
from claimcheck.index.manifest import Manifest, require_manifest
from claimcheck.index.vectorfile import VectorFile, open_vector_file
from claimcheck.settings import RETRIEVER_DEPTH
from claimcheck.stores import Hits, Keep, VectorStore
from claimcheck.stores.exact import exact_store, merged


class IndexReader:
    """An index opened for searching. Sees every commit at once; never blocks a writer."""

    def __init__(self, layout: Layout, database: Database, warn: Callable[[str], None]) -> None:
        self._layout = layout
        self._database = database
        self._warn = warn
        self.manifest: Manifest = require_manifest(database)
        self._use(open_vector_file(layout, database, warn))

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
        return self._file.store.kind

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
        with self._snapshot():
            self._read_fresh()
            hits = self._nearest(vectors, depth, where)
            ranked = []
            for text, ids, scores in zip(texts, hits.ids, hits.scores, strict=True):
                near = {
                    int(i): min(1.0, float(s)) for i, s in zip(ids, scores, strict=True) if i >= 0
                }
                ranked.append(fuse(near, self._database.claims.search(text, depth, where)))
            self._fill_similarities(ranked, vectors, k)
            wanted = {claim_id for ranking in ranked for claim_id in list(ranking)[:k]}
            claims = self._database.claims.get(sorted(wanted))
        return [_candidates(ranking, claims, k) for ranking in ranked]

    def _use(self, file: VectorFile) -> None:
        self._file = file
        self._fresh: VectorStore = exact_store([], self.manifest.dimension)
        self._fresh_up_to = file.last_claim

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """Read one state of the database, together with the vector file that belongs to it.

        A writer that replaced the file also forgot which claims of the old one are gone.
        """
        while True:
            with self._database.snapshot():
                newest = self._database.generations.newest()
                if self._file.belongs_to(newest):
                    self.manifest = require_manifest(self._database)
                    yield
                    return
            self._use(open_vector_file(self._layout, self._database, self._warn))

    def _nearest(self, vectors: Vectors, depth: int, where: Filter) -> Hits:
        keep = self._keep(where)
        parts = [store.search(vectors, depth, keep) for store in (self._file.store, self._fresh)]
        return merged(parts, depth)

    def _keep(self, where: Filter) -> Keep:
        tombstones = self._database.generations.tombstones()
        if where.is_empty and not tombstones:
            return None
        last = self._fresh_up_to
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
        dimension = self.manifest.dimension
        parts = self._database.vectors.after(self._file.last_claim, dimension)
        self._fresh = exact_store(list(parts), dimension)
        self._fresh_up_to = last

    def _fill_similarities(self, ranked: list[dict[int, Scores]], vectors: Vectors, k: int) -> None:
        """Compute the cosine of candidates that only the full text found."""
        lacking = {i for ranking in ranked for i in list(ranking)[:k] if _lacks(ranking[i])}
        stored = self._database.vectors.get(sorted(lacking), self.manifest.dimension)
        for ranking, vector in zip(ranked, vectors, strict=True):
            for claim_id in list(ranking)[:k]:
                scores = ranking[claim_id]
                if _lacks(scores) and claim_id in stored:
                    similarity = min(1.0, float(stored[claim_id] @ vector))
                    ranking[claim_id] = Scores(similarity, None, scores.lexical_rank, scores.fused)


def _lacks(scores: Scores) -> bool:
    return scores.vector_rank is None


def _candidates(ranking: dict[int, Scores], claims: dict[int, Claim], k: int) -> list[Candidate]:
    # In a damaged index a vector may have no claim; `claimcheck verify` tells.
    return [Candidate(claims[i], scores) for i, scores in ranking.items() if i in claims][:k]
