"""One open SQLite file, shared by the tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database as SqliteUtils

from claimcheck.database.connection import transaction, translated

# Read by column name, or by place.
Row = sqlite3.Row

_Id = TypeVar("_Id", int, str)

# SQLite's limit on parameters of one statement is 32,766; this stays far below it.
IDS_PER_QUERY = 500


class Session:
    """Runs statements, and turns SQLite's errors into ours."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self.tables = SqliteUtils(connection, execute_plugins=False)
        connection.row_factory = sqlite3.Row

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a query, readable by column name."""
        with translated(self.path):
            return self.connection.execute(sql, values).fetchall()

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """Yield the rows of a query one by one, for results too large to hold."""
        with translated(self.path):
            yield from self.connection.execute(sql, values)

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Run one statement."""
        with translated(self.path):
            self.connection.execute(sql, values)

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each row of values."""
        with translated(self.path):
            self.connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit everything inside the block, or nothing of it."""
        with translated(self.path), transaction(self.connection):
            yield


def marks(values: Sequence[Any]) -> str:
    """Return as many SQL placeholders as there are values."""
    return ", ".join("?" * len(values))


def in_batches(ids: Iterable[_Id]) -> Iterator[list[_Id]]:
    """Yield lists of ids short enough for one statement."""
    wanted = list(ids)
    for start in range(0, len(wanted), IDS_PER_QUERY):
        yield wanted[start : start + IDS_PER_QUERY]
