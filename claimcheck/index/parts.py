"""The parts of an index, searched one after another as if they were one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claimcheck.database import Database
from claimcheck.index.plan import Range
from claimcheck.index.shards import vectors_of_claims, words_of_claims
from claimcheck.stores import Hits, Ids, Keep, Vectors, VectorStore
from claimcheck.stores.base import Mask
from claimcheck.stores.bm25 import Bm25Store, search_words
from claimcheck.stores.exact import exact_store, merged, no_hits


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the claims, ready to be searched. Both stores count ids from `claims.first`."""

    claims: Range
    vectors: VectorStore
    words: Bm25Store

    def kept(self, keep: Keep) -> Keep:
        """Return the filter on this part's own ids; None keeps all."""
        if keep is None:
            return None
        local: Mask = keep[self.claims.first : self.claims.last + 1]
        return None if local.all() else local


def in_memory(database: Database, claims: Range, dimension: int) -> Part:
    """Read claims that have no files."""
    vectors = exact_store(list(vectors_of_claims(database, claims)), dimension)
    return Part(claims, vectors, words_of_claims(database, claims))


def nearest(parts: Sequence[Part], queries: Vectors, k: int, keep: Keep) -> Hits:
    """Return the k nearest kept claims of all parts for each query."""
    if not parts:
        return no_hits(len(queries), k)
    found = []
    for part in parts:
        hits = part.vectors.search(queries, k, part.kept(keep))
        found.append(Hits(np.where(hits.ids < 0, -1, hits.ids + part.claims.first), hits.scores))
    return merged(found, k)


def with_most_words(parts: Sequence[Part], text: str, k: int, keep: Keep) -> Ids:
    """Return up to k kept claims that share telling words with `text`, best first by BM25."""
    keeps = [part.kept(keep) for part in parts]
    found = search_words([part.words for part in parts], text, k, keeps)
    if not found:
        return np.empty(0, np.int64)
    own = [part.claims.first + ids for part, (ids, _) in zip(parts, found, strict=True)]
    ids, scores = np.concatenate(own), np.concatenate([scores for _, scores in found])
    return ids[np.lexsort((ids, -scores))[:k]]
