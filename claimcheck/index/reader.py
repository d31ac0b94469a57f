"""Searching an index: vectors and words, fused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from claimcheck.database import Database, Filter
from claimcheck.datatypes import Article, Candidate, Claim, Decision, Scores
from claimcheck.embed import Vectors
from claimcheck.index.fusion import fuse
from claimcheck.index.layout import Layout
from claimcheck.index.manifest import require_manifest
from claimcheck.index.opening import open_shards, unbuilt
from claimcheck.index.parts import in_memory, nearest, with_most_words
from claimcheck.settings import RETRIEVER_DEPTH
from claimcheck.stores import Hits, Ids, Keep
from claimcheck.stores.base import Mask


class IndexReader:
    """An index opened for searching. Sees every commit at once; never blocks a writer."""

    def __init__(self, layout: Layout, database: Database, warn: Callable[[str], None]) -> None:
        self._layout = layout
        self._database = database
        self._warn = warn
        self._version = database.version()
        self._opened = open_shards(layout, database, warn)
        self._read_state()

    @classmethod
    def open(cls, folder: Path, warn: Callable[[str], None] = lambda _: None) -> IndexReader:
        """Open the index in `folder`; `warn` is told when its derived files had to be rebuilt.

        Raises IndexMissing, IndexDamaged.
        """
        layout = Layout(folder)
        layout.require()
        database = Database.open_reader(layout.database)
        require_manifest(database)
        return cls(layout, database, warn)

    @property
    def store_kind(self) -> str:
        """Which engine searches the vectors."""
        return self._opened.kind

    def counts(self) -> dict[str, int]:
        """Return how many articles, claims and outlets there are."""
        return self._database.checks.counts()

    def article(self, article_id: str) -> Article | None:
        """Return an indexed article."""
        return self._database.articles.get(article_id)

    def told_in(self, article_ids: Iterable[str]) -> tuple[list[Claim], Vectors]:
        """Return the claims of indexed articles and their vectors, a row (dimension,) for each.

        A claim whose vector is missing or damaged is left out; `claimcheck verify` tells.
        """
        with self._database.snapshot():
            claims = {claim.id: claim for claim in self._database.claims.of_articles(article_ids)}
            known = [claim_id for claim_id in claims if claim_id is not None]
            ids, vectors = self._database.vectors.of(known, self.manifest.dimension)
        return [claims[claim_id] for claim_id in ids.tolist()], vectors

    def decisions(self, match_ids: Iterable[str]) -> dict[str, Decision]:
        """Return what a person decided about matches, by match id."""
        return self._database.decisions.of(match_ids)

    def texts(self, article_ids: Iterable[str]) -> dict[str, str]:
        """Return the texts of indexed articles, by id."""
        return self._database.articles.texts(article_ids)

    def search(
        self, texts: Sequence[str], vectors: Vectors, k: int, where: Filter
    ) -> list[list[Candidate]]:
        """Return up to `k` candidates for each text, best first.

        `vectors` has shape (len(texts), dimension). Both retrievers go to RETRIEVER_DEPTH, or to
        `k` if that is more.
        """
        depth = max(k, RETRIEVER_DEPTH)
        with self._snapshot():
            keep = self._keep(where)
            hits = nearest(self._parts, vectors, depth, keep)
            ranked = []
            for text, ids, scores in zip(texts, hits.ids, hits.scores, strict=True):
                pairs = zip(ids.tolist(), scores.tolist(), strict=True)
                near = {claim_id: min(1.0, score) for claim_id, score in pairs if claim_id >= 0}
                words = with_most_words(self._parts, text, depth, keep).tolist()
                ranked.append(fuse(near, words))
            self._fill_similarities(ranked, vectors, k)
            wanted = {claim_id for ranking in ranked for claim_id in list(ranking)[:k]}
            claims = self._database.claims.get(sorted(wanted))
        return [_candidates(ranking, claims, k) for ranking in ranked]

    def nearest(self, vectors: Vectors, k: int, where: Filter) -> Hits:
        """Return the `k` nearest claims by their vectors alone, for queries (n, dimension)."""
        with self._snapshot():
            return nearest(self._parts, vectors, k, self._keep(where))

    def with_most_words(self, text: str, k: int, where: Filter) -> Ids:
        """Return up to `k` claims by their words alone, best first."""
        with self._snapshot():
            return with_most_words(self._parts, text, k, self._keep(where))

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """Read one state of the database, together with the files that belong to it.

        A writer that replaced a file also forgot which claims of the old one are gone.
        """
        while True:
            with self._database.snapshot():
                version = self._database.version()
                if version != self._version and self._opened.shards == self._database.shards.all():
                    self._version = version
                    self._read_state()
                if version == self._version:
                    yield
                    return
            self._opened = open_shards(self._layout, self._database, self._warn)
            self._version = -1

    def _read_state(self) -> None:
        """Read what a commit may change: the manifest, the claims without files, those gone."""
        self.manifest = require_manifest(self._database)
        self._last = self._database.claims.last_id()
        self._gone = self._database.shards.gone()
        self._parts = [
            *self._opened.parts,
            *(
                in_memory(self._database, claims, self.manifest.dimension)
                for claims in unbuilt(self._opened, self._last)
            ),
        ]
        self._kept: tuple[Filter, Keep] | None = None

    def _keep(self, where: Filter) -> Keep:
        """Return which claims may be found; remembered for the next claim of an article."""
        if self._kept is None or self._kept[0] != where:
            self._kept = where, self._mask(where)
        return self._kept[1]

    def _mask(self, where: Filter) -> Keep:
        if where.is_empty and not len(self._gone):
            return None
        length = self._last + 1
        if where.is_empty:
            keep = np.ones(length, np.bool_)
        elif where.selects:
            keep = covered(self._database.articles.claim_ranges(where), length)
        else:
            keep = ~covered(self._database.articles.claim_ranges(where, passing=False), length)
        keep[self._gone[self._gone < length]] = False
        return keep

    def _fill_similarities(self, ranked: list[dict[int, Scores]], vectors: Vectors, k: int) -> None:
        """Compute the cosine of candidates that only the words found."""
        lacking = {i for ranking in ranked for i in list(ranking)[:k] if _lacks(ranking[i])}
        ids, rows = self._database.vectors.of(sorted(lacking), self.manifest.dimension)
        stored = dict(zip(ids.tolist(), rows, strict=True))
        for ranking, vector in zip(ranked, vectors, strict=True):
            for claim_id in list(ranking)[:k]:
                scores = ranking[claim_id]
                if _lacks(scores) and claim_id in stored:
                    similarity = min(1.0, float(stored[claim_id] @ vector))
                    ranking[claim_id] = Scores(similarity, None, scores.lexical_rank, scores.fused)


def covered(ranges: Ids, length: int) -> Mask:
    """Return which of the numbers below `length` lie in one of the ranges, of shape (n, 2).

    The ends of a range belong to it; ranges do not overlap.
    """
    steps = np.zeros(length + 1, np.int8)
    np.add.at(steps, ranges[:, 0], 1)
    np.add.at(steps, ranges[:, 1] + 1, -1)
    return np.cumsum(steps[:length], dtype=np.int8).astype(np.bool_)


def _lacks(scores: Scores) -> bool:
    return scores.vector_rank is None


def _candidates(ranking: dict[int, Scores], claims: dict[int, Claim], k: int) -> list[Candidate]:
    # In a damaged index a vector may have no claim; `claimcheck verify` tells.
    return [Candidate(claims[i], scores) for i, scores in ranking.items() if i in claims][:k]
