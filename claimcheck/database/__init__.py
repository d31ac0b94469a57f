"""The one place with SQL: SQLite through sqlite-utils, the single truth of an index."""

from claimcheck.database.articles import Selection
from claimcheck.database.database import Database
from claimcheck.database.decisions import Contrast, DecidedMatch, decided_match
from claimcheck.database.filter import Filter
from claimcheck.database.shards import DerivedFile, Shard

__all__ = [
    "Contrast",
    "Database",
    "DecidedMatch",
    "DerivedFile",
    "Filter",
    "Selection",
    "Shard",
    "decided_match",
]
