"""Nearest vectors: ids and scores, nothing else. Every store can be rebuilt from the database."""

from claimcheck.stores.base import Hits, Ids, Keep, Vectors, VectorStore
from claimcheck.stores.exact import ExactStore

__all__ = ["ExactStore", "Hits", "Ids", "Keep", "VectorStore", "Vectors"]
