"""The one place with SQL: SQLite through sqlite-utils, the single truth of an index."""

from claimcheck.database.articles import Selection
from claimcheck.database.database import Database
from claimcheck.database.filter import Filter
from claimcheck.database.vectors import Generation

__all__ = ["Database", "Filter", "Generation", "Selection"]
